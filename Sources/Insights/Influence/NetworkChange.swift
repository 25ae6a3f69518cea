import Graphs
import SystemMaps

/// Two networks of one map, as far as they have elements in common.
struct NetworkChange {
  /// The ties of those in both, on the earlier day.
  let before: Graph
  /// Their ties now.
  let now: Graph
  /// Who was not there on the earlier day.
  let joined: [ElementID]
  /// Who is no longer there.
  let left: [ElementID]

  /// Compares two networks.
  ///
  /// If either is undirected, both are.
  init(from earlier: Network, to network: Network) {
    let then = Set(earlier.elements)
    let both = network.elements.filter(then.contains)
    let now = Set(network.elements)
    joined = network.elements.filter { !then.contains($0) }
    left = earlier.elements.filter { !now.contains($0) }
    let isDirected = earlier.graph.isDirected && network.graph.isDirected
    func induced(_ network: Network) -> Graph {
      var places: [ElementID: Int] = [:]
      for (place, element) in network.elements.enumerated() { places[element] = place }
      let graph = isDirected ? network.graph : network.graph.undirected
      return graph.induced(on: both.compactMap { places[$0] }.map(NodeID.init))
    }
    before = induced(earlier)
    self.now = induced(network)
  }
}

extension TwoModeGraph {
  /// A network of two types whose ties join one to the other; the second type is that of events.
  init?(of network: Network, in map: SystemMap) {
    var types: [ElementType] = []
    let typeOf = network.elements.map { map[$0]?.type ?? .element }
    for type in typeOf where !types.contains(type) {
      types.append(type)
      if types.count > 2 { return nil }
    }
    guard types.count == 2, network.graph.edgeCount > 0 else { return nil }
    // A table is what people share, whichever comes first in the map.
    let events: ElementType = types.contains(.table) ? .table : types[1]
    self.init(network.graph.undirected, isEvent: typeOf.map { $0 == events })
  }
}
