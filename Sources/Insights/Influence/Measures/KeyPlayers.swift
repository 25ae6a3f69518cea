import Graphs

extension Measure {
  /// Measures of how much depends on a few elements: continuity risk, never a list of targets.
  static let keyPlayers: [Measure] =
    [fragmentationByElement, distanceFragmentationByElement]
    + [1, 2, 3].flatMap { size in
      [KeyPlayerGoal.fragmentation, .distanceFragmentation, .distanceReach].map {
        dependence(on: size, for: $0)
      }
    } + [staticRobustness, recomputedRobustness, randomRobustness]

  /// The fragmentation without each element.
  public static let fragmentationByElement = Measure(
    "kpp_neg_fragmentation_by_node", "Fragmentation if it were missing",
    "The share of pairs of others that no path would join without the element.",
    of: .elements { input in
      guard let values = input.graph.fragmentationByNode() else {
        return .undefined(input.graph.nodeCount, reason: "there are fewer than three elements")
      }
      return ElementValues(values)
    })

  /// The fragmentation by distance without each element.
  public static let distanceFragmentationByElement = Measure(
    "kpp_neg_distance_fragmentation_by_node", "Fragmentation by distance if it were missing",
    "1 − the mean of 1 ÷ distance over pairs of others, without the element.",
    mostElements: 5_000,
    of: .elements { input in
      guard let values = input.graph.distanceFragmentationByNode() else {
        return .undefined(input.graph.nodeCount, reason: "there are fewer than three elements")
      }
      return ElementValues(values)
    })

  /// The sets of some size on which most depends.
  private static func dependence(on size: Int, for goal: KeyPlayerGoal) -> Measure {
    let words = size == 1 ? "one element" : "\(size) elements"
    let (name, title, definition) =
      switch goal {
      case .fragmentation:
        (
          "kpp_neg_fragmentation_best", "Dependence on \(words): fragmentation",
          "The \(words) without which the largest share of pairs would have no path; all sets that "
            + "tie are listed."
        )
      case .distanceFragmentation:
        (
          "kpp_neg_distance_fragmentation_best", "Dependence on \(words): distances",
          "The \(words) without which the mean of 1 ÷ distance would fall furthest; all sets that tie "
            + "are listed."
        )
      default:
        (
          "kpp_pos_distance_reach_best", "Reach of \(words)",
          "The \(words) that are together nearest to all, by the mean of 1 ÷ distance; all sets that "
            + "tie are listed."
        )
      }
    return Measure(
      "\(name)_k\(size)", title, definition, mostElements: 500,
      of: .network { input in
        guard let found = input.graph.keyPlayers(size, for: goal, seed: input.seed) else {
          return .undefined(reason: "there are too few elements")
        }
        return .record([
          .init("best", .number(found.value), told: ""),
          .init("sets", .list(found.sets.map { .elements($0.map(input.element)) })),
        ])
      })
  }

  /// What is left as those with the most ties leave.
  public static let staticRobustness = robustness(
    "robustness_static_degree", "those with the most ties leave, by their ties at first",
    order: { _ in .degree })

  /// What is left as those who then have the most ties leave.
  public static let recomputedRobustness = robustness(
    "robustness_recomputed_degree", "whoever has the most ties left leaves",
    order: { _ in .recomputedDegree })

  /// What is left as anyone leaves.
  public static let randomRobustness = robustness(
    "robustness_random", "anyone leaves, as a mean of 100 random orders",
    order: { .random(repeats: 100, seed: $0) })

  private static func robustness(
    _ name: String, _ words: String, order: @escaping @Sendable (UInt64) -> DepartureOrder
  ) -> Measure {
    Measure(
      name, "What holds while \(words)",
      "The share of elements in the largest part after each leaving, while \(words); R is the mean.",
      mostElements: 20_000,
      of: .network { input in
        guard let curve = input.graph.robustness(order: order(input.seed)) else {
          return .undefined(reason: "there are no elements")
        }
        return .record([
          .init("curve", .list(curve.values.map(MeasureValue.number))),
          .init("R", .number(curve.mean), told: "R"),
        ])
      })
  }
}
