import Graphs
import SystemMaps

/// What measures are taken of: a network, with what several of them share worked out once.
struct MeasureInput {
  let network: Network
  let graph: Graph
  /// The groups that ties are compared with; `nil` where no measure needs them.
  let labels: AttributeLabels?
  /// How long a tie is: by its weight where ties differ in weight.
  let distances: DistanceRule
  let seed: UInt64
  let precision: Precision
  /// What was estimated so far.
  var estimates: [Estimate] = []
  /// The network as one of two modes; `nil` if it is none.
  let twoModes: TwoModeGraph?
  /// Those who are in the network and were in that of an earlier day, with the ties then and now.
  let change: NetworkChange?
  lazy var undirected = graph.undirected
  lazy var lengths = graph.pathLengths(distances: distances)
  lazy var incomingLengths =
    graph.isDirected ? graph.pathLengths(direction: .incoming, distances: distances) : lengths
  lazy var externalInternal = graph.externalInternalIndex(of: labels?.labels ?? [])

  init(
    network: Network, labels: AttributeLabels?, twoModes: TwoModeGraph?, change: NetworkChange?,
    precision: Precision, seed: UInt64
  ) {
    self.network = network
    self.twoModes = twoModes
    self.change = change
    graph = network.graph
    self.labels = labels
    distances = network.graph.isWeighted ? .inverseWeight : .hops
    self.precision = precision
    self.seed = seed
  }

  /// Why ties are not compared with an attribute that has no second group for them to lead to.
  static let oneGroup = "all elements are of one group"
  var isOfOneGroup: Bool { labels?.names.count == 1 }

  /// The names of the groups.
  var groups: [String] { labels?.names ?? [] }

  func element(_ node: NodeID) -> ElementID { network.element(of: node) }
}
