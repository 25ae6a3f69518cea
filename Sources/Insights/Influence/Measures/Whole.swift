import Graphs

extension Measure {
  /// Measures of size, and of how the whole hangs together.
  static let whole: [Measure] = [
    elementCount, tieCount, isolateCount, componentSizes, strongComponentSizes, density,
    articulationPoints, bridges, blockSizes, vertexConnectivity, edgeConnectivity,
    algebraicConnectivity, kComponents,
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

  /// The sizes of the parts in which everyone reaches everyone.
  public static let strongComponentSizes = Measure(
    "component_sizes_strong", "Sizes of parts in which all reach all",
    "The numbers of elements that can reach one another along the arcs, largest first.",
    needs: .directions,
    of: .network { MeasureValue($0.graph.strongComponents().sizes.sorted(by: >)) })

  /// The share of possible ties.
  public static let density = Measure(
    "density", "Density", "The share of possible ties that are reported.",
    of: .network {
      MeasureValue($0.graph.density, otherwise: "there are fewer than two elements")
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

  /// The sizes of the parts that no single element holds together.
  public static let blockSizes = Measure(
    "biconnected_component_sizes", "Sizes of parts that no one element holds together",
    "The numbers of elements in parts that stay whole whoever leaves, directions ignored, largest "
      + "first; a cut point is in several.",
    of: .network { MeasureValue($0.graph.biconnectedComponents().sizes.sorted(by: >)) })

  /// How many elements must leave to part the network.
  public static let vertexConnectivity = Measure(
    "vertex_connectivity", "Elements whose leaving parts the network",
    "The fewest elements without which the others fall apart.", mostElements: 5_000,
    of: .network {
      MeasureValue(
        $0.graph.vertexConnectivity().map(Double.init),
        otherwise: "there are fewer than two elements")
    })

  /// How many ties must go to part the network.
  public static let edgeConnectivity = Measure(
    "edge_connectivity", "Ties whose loss parts the network",
    "The fewest ties without which the elements fall apart.", mostElements: 5_000,
    of: .network {
      MeasureValue(
        $0.graph.edgeConnectivity().map(Double.init),
        otherwise: "there are fewer than two elements")
    })

  /// How hard the network is to part.
  public static let algebraicConnectivity = Measure(
    "algebraic_connectivity", "How hard it is to part (algebraic connectivity)",
    "The second smallest eigenvalue of the Laplacian: 0 where parts are apart, and the larger the "
      + "more ties would have to go.",
    needs: .mutuality,
    of: .network {
      MeasureValue(
        $0.graph.algebraicConnectivity(), otherwise: "there are fewer than two elements")
    })

  /// Parts that several elements must leave to break.
  public static let kComponents = Measure(
    "k_components", "Parts by how many must leave to break them",
    "For each k, the largest parts that stay whole unless k elements leave; parts lie in one "
      + "another and may overlap.",
    mostElements: 2_000,
    of: .network { input in
      guard let found = input.graph.kComponents() else {
        return .undefined(reason: "the core of the network is too large for it")
      }
      let levels = Set(found.map(\.connectivity)).sorted()
      return .record(
        levels.map { level in
          .init(
            String(level),
            .list(
              found.filter { $0.connectivity == level }.map {
                .elements($0.members.map(input.element))
              }))
        })
    })
}
