import Graphs
import SystemMaps

/// Two nodes of a network, the lower one first.
struct NodePair: Hashable, Comparable {
  let first: Int
  let second: Int

  /// - Returns: `nil` for a node and itself.
  init?(_ one: Int, _ other: Int) {
    guard one != other else { return nil }
    first = min(one, other)
    second = max(one, other)
  }

  static func < (one: NodePair, other: NodePair) -> Bool {
    (one.first, one.second) < (other.first, other.second)
  }
}

/// Which nodes of a network the connections of its map end at.
///
/// A worker stands for the one organization they work for, as in the network itself.
struct NetworkEnds {
  private let network: Network
  private let employers: [ElementID: ElementID]

  init(of network: Network, in map: SystemMap) {
    self.network = network
    var employers: [ElementID: Set<ElementID>] = [:]
    for element in map.elements {
      employers[element.id, default: []].formUnion(element.worksFor.elements)
    }
    for connection in map.connections where connection.type == .worksFor {
      employers[connection.from, default: []].insert(connection.to)
    }
    self.employers = employers.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The node of an element, or of whom it works for; `nil` if neither is in the network.
  func node(of element: ElementID) -> Int? {
    (network.node(of: element) ?? employers[element].flatMap(network.node(of:)))?.index
  }

  /// The nodes that a connection joins; `nil` if it joins no two.
  func pair(of connection: Connection) -> NodePair? {
    guard let from = node(of: connection.from), let to = node(of: connection.to) else {
      return nil
    }
    return NodePair(from, to)
  }
}
