import Graphs

extension Measure {
  /// Measures of the ties that are not there: what each would change, and how likely it is.
  static let newTies: [Measure] = [
    efficiencyGain, algebraicConnectivityGain, modularityGain, adamicAdar, jaccardCoefficient,
    resourceAllocation,
  ]

  /// What each possible tie would add to efficiency.
  public static let efficiencyGain = possible(
    "edge_addition_delta_global_efficiency", "Gain in efficiency by each new tie",
    "How much the mean of 1 ÷ distance would grow by each tie that is not there."
  ) { input, ties in
    input.graph.efficiencyGains(ofAdding: ties).map { $0 }
  }

  /// What each possible tie would add to algebraic connectivity.
  public static let algebraicConnectivityGain = possible(
    "edge_addition_delta_algebraic_connectivity", "Gain in connectivity by each new tie",
    "How much algebraic connectivity would grow by each tie that is not there; while parts are "
      + "apart, only the tie that joins the last two adds any.",
    needs: .mutuality
  ) { input, ties in
    input.graph.algebraicConnectivityGains(ofAdding: ties)?.map { $0 }
  }

  /// What each possible tie would do to the modularity of the groups.
  public static let modularityGain = possible(
    "edge_addition_delta_modularity_fixed_partition", "Change of modularity by each new tie",
    "How much the modularity of the sectors would change by each tie that is not there: the same for "
      + "all pairs of two sectors.",
    needs: [.mutuality, .attribute]
  ) { input, ties in
    guard let labels = input.labels, labels.labels.allSatisfy({ $0 != nil }) else { return nil }
    return input.graph.modularityGains(
      ofAdding: ties, to: Partition(labels: labels.labels.compactMap(\.self)))?.map { $0 }
  }

  /// Likely ties by shared contacts with few ties.
  public static let adamicAdar = possible(
    "link_prediction_adamic_adar", "Likely new ties (Adamic–Adar)",
    "Shared contacts, those with few ties counting more: which ties are likely, mostly within silos, "
      + "not which would help.",
    needs: .mutuality
  ) { input, ties in
    input.graph.linkPredictions(for: ties).map(\.adamicAdar)
  }

  /// Likely ties by the share of contacts.
  public static let jaccardCoefficient = possible(
    "link_prediction_jaccard_coefficient", "Likely new ties (Jaccard)",
    "Shared contacts as a share of the contacts of either: which ties are likely, not which would "
      + "help.",
    needs: .mutuality
  ) { input, ties in
    input.graph.linkPredictions(for: ties).map(\.jaccardCoefficient)
  }

  /// Likely ties by what contacts pass on.
  public static let resourceAllocation = possible(
    "link_prediction_resource_allocation", "Likely new ties (resource allocation)",
    "Shared contacts, each counting 1 ÷ its ties: which ties are likely, not which would help.",
    needs: .mutuality
  ) { input, ties in
    input.graph.linkPredictions(for: ties).map(\.resourceAllocation)
  }

  private static func possible(
    _ name: String, _ title: String, _ definition: String, needs: Needs = [],
    values: @escaping @Sendable (MeasureInput, [Edge]) -> [Double?]?
  ) -> Measure {
    Measure(
      name, title, definition, needs: needs, mostElements: 150,
      of: .matrix { input in
        let ties = input.graph.possibleEdges
        guard let values = values(input, ties) else {
          return .undefined(reason: "it is not defined for this network or these groups")
        }
        return .list(
          zip(ties, values).map { tie, value in
            .pair(
              input.element(tie.source), input.element(tie.target),
              MeasureValue(value, otherwise: "the two have no contact"))
          })
      })
  }
}
