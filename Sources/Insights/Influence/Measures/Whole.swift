import Graphs

extension Measure {
  /// Measures of how the whole hangs together.
  static let whole: [Measure] = [
    elementCount, tieCount, isolateCount, componentSizes, density, reciprocity, transitivity,
    articulationPoints, bridges,
  ]

  /// The number of elements.
  public static let elementCount = Measure(
    "element_count", "Elements",
    "The number of elements in the network, those without a tie included.",
    of: .network { .count($0.graph.nodeCount) })

  /// The number of ties.
  public static let tieCount = Measure(
    "tie_count", "Ties in all",
    "The number of pairs with a reported tie; in a directed network of arcs.",
    of: .network { .count($0.graph.edgeCount) })

  /// The number of elements without a tie.
  public static let isolateCount = Measure(
    "isolate_count", "Elements without a reported tie",
    "The number of elements without a reported tie; nobody knows whether they have none.",
    of: .network { .count($0.undirected.degree().count { $0 == 0 }) })

  /// The sizes of the parts.
  public static let componentSizes = Measure(
    "component_sizes_weak", "Sizes of separate parts",
    "The numbers of elements that paths join, directions ignored, largest first.",
    of: .network { MeasureValue($0.graph.components().sizes.sorted(by: >)) })

  /// The share of possible ties.
  public static let density = Measure(
    "density", "Density", "The share of possible ties that are reported.",
    of: .network {
      MeasureValue($0.graph.density, otherwise: "there are fewer than two elements")
    })

  /// The share of arcs that are answered.
  public static let reciprocity = Measure(
    "reciprocity_arc", "Reciprocity", "The share of arcs that have an arc back.",
    needs: .directions,
    of: .network {
      MeasureValue($0.graph.reciprocity, otherwise: "there are no directed ties")
    })

  /// How often contacts of one know each other.
  public static let transitivity = Measure(
    "transitivity", "Transitivity",
    "How often two contacts of an element have a tie themselves, directions ignored.",
    of: .network {
      MeasureValue($0.graph.transitivity(), otherwise: "no element has two contacts")
    })

  /// Elements that hold parts together.
  public static let articulationPoints = Measure(
    "articulation_points", "Elements that hold parts together",
    "The elements without which the network falls into more parts, directions ignored.",
    of: .network { input in .elements(input.graph.articulationPoints().map(input.element)) })

  /// Ties that hold parts together.
  public static let bridges = Measure(
    "bridges", "Ties that hold parts together",
    "The ties without which the network falls into more parts, directions ignored.",
    of: .network { input in
      .pairs(
        input.graph.bridges().map {
          ElementPair(input.element($0.source), input.element($0.target))
        })
    })
}
