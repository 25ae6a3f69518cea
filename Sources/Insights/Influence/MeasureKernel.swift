import Graphs
import SystemMaps

/// Takes measures of a network, shortest paths once for all that need them.
struct MeasureKernel {
  private let network: Network
  private let graph: Graph
  private let labels: AttributeLabels?
  private let distances: DistanceRule
  private lazy var lengths = graph.pathLengths(distances: distances)
  private lazy var index = graph.externalInternalIndex(of: labels?.labels ?? [])

  private let seed: UInt64

  /// Why ties are not compared with an attribute that has no second group for them to lead to.
  private static let oneGroup = "all elements are of one group"
  private var isOfOneGroup: Bool { labels?.names.count == 1 }

  init(network: Network, labels: AttributeLabels?, seed: UInt64) {
    self.seed = seed
    self.network = network
    graph = network.graph
    self.labels = labels
    distances = network.graph.isWeighted ? .inverseWeight : .hops
  }

  /// A measure of every element.
  mutating func scores(_ measure: Measure) -> Influence.Scores {
    var values: [Double?]
    var reason: String?
    switch measure {
    case .degree: values = graph.degree().map(Double.init)
    case .inDegree: values = graph.inDegree().map(Double.init)
    case .outDegree: values = graph.outDegree().map(Double.init)
    case .strength: values = Array(graph.strength())
    case .inStrength: values = Array(graph.inStrength())
    case .outStrength: values = Array(graph.outStrength())
    case .betweenness: values = Array(graph.betweenness(scale: .raw, distances: distances))
    case .betweennessNormalized:
      values = Array(graph.betweenness(scale: .normalized, distances: distances))
    case .harmonic: values = Array(lengths.harmonic)
    case .harmonicIn:
      values = Array(graph.harmonic(direction: .incoming, distances: distances))
    case .closeness: values = Array(lengths.closenessWassermanFaust)
    case .coreness: values = graph.coreness().map(Double.init)
    case .externalInternalOfElement:
      values = isOfOneGroup ? Array(repeating: nil, count: graph.nodeCount) : Array(index.nodes)
      reason =
        isOfOneGroup ? Self.oneGroup : "the element has no tie to another whose group is known"
    default: preconditionFailure("\(measure) is of the network")
    }
    return Influence.Scores(
      measure: measure, values: values,
      undefinedReason: values.contains { $0 == nil } ? reason : nil)
  }

  /// A measure of the network.
  mutating func value(_ measure: Measure) -> MeasureValue {
    switch measure {
    case .elementCount: .count(graph.nodeCount)
    case .tieCount: .count(graph.edgeCount)
    case .isolateCount: .count(graph.undirected.degree().count { $0 == 0 })
    case .componentSizes: .sizes(graph.components().sizes.sorted(by: >))
    case .density: MeasureValue(graph.density, otherwise: "there are fewer than two elements")
    case .reciprocity: MeasureValue(graph.reciprocity, otherwise: "there are no directed ties")
    case .transitivity:
      MeasureValue(graph.transitivity(), otherwise: "no element has two contacts")
    case .globalEfficiency:
      MeasureValue(lengths.globalEfficiency, otherwise: "there are fewer than two elements")
    case .averagePathLength:
      MeasureValue(lengths.averagePathLength, otherwise: "no path joins two elements")
    case .diameter: MeasureValue(lengths.diameter, otherwise: "no path joins two elements")
    case .articulationPoints: .elements(graph.articulationPoints().map(network.element(of:)))
    case .bridges:
      .pairs(
        graph.bridges().map {
          ElementPair(network.element(of: $0.source), network.element(of: $0.target))
        })
    case .modularity:
      MeasureValue(
        graph.bestLeidenCommunities(
          runs: Silos.Effort(forTies: graph.edgeCount).runs, seed: seed
        ).modularity, otherwise: "there are no ties")
    default: comparison(measure)
    }
  }

  /// A measure that compares ties with the attribute.
  private mutating func comparison(_ measure: Measure) -> MeasureValue {
    guard let labels else { preconditionFailure("\(measure) needs an attribute") }
    switch measure {
    case .externalInternalIndex where isOfOneGroup, .modularityOfAttribute where isOfOneGroup,
      .assortativity where isOfOneGroup:
      return .undefined(reason: Self.oneGroup)
    case .externalInternalIndex:
      return index.value == nil
        ? .undefined(reason: "no tie joins two elements whose groups are known")
        : .externalInternal(index, groups: labels.names)
    case .modularityOfAttribute:
      let (known, partition) = labels.induced(from: graph.undirected)
      return MeasureValue(
        known.modularity(of: partition),
        otherwise: "no tie joins two elements whose groups are known")
    case .assortativity:
      return MeasureValue(
        graph.assortativity(by: labels.labels),
        otherwise: "all ties begin and end in one group, or none is left")
    case .mixingMatrix:
      return .matrix(graph.mixingMatrix(by: labels.labels).counts, groups: labels.names)
    case .colemanHomophily:
      return .byGroup(
        zip(labels.names, graph.mixingMatrix(by: labels.labels).colemanHomophily).map {
          MeasureValue.GroupValue(group: $0, value: $1)
        })
    default: preconditionFailure("\(measure) is of elements")
    }
  }
}
