/// The ties of a graph, directions ignored, each in the row of the end that has fewer.
///
/// No row is longer than √(2*m*), and each triangle is met once, from its first node: whoever
/// needs triangles is done in O(*m*^1.5) at worst.
///
/// Chiba and Nishizeki, "Arboricity and subgraph listing algorithms", 1985,
/// doi:10.1137/0214017.
struct ForwardTies: Sendable {
  /// The node at each place: the one with the fewest ties first.
  let nodes: [NodeID]
  /// Where the row of each place begins, and at the end where the last one ends.
  let offsets: [Int]
  /// The places of the later ends.
  let targets: [UInt32]
  /// The ties as they were given, each at both ends.
  private let contacts: AdjacencyRows
  private let places: [UInt32]

  /// Creates the rows of ties that stand at both ends.
  ///
  /// - Complexity: O(*n* + *m*).
  init(_ contacts: AdjacencyRows) {
    let nodes = ForwardTies.nodesByDegree(contacts)
    var places = Array(repeating: UInt32(0), count: nodes.count)
    for (place, node) in nodes.enumerated() { places[node.index] = UInt32(place) }
    self.nodes = nodes
    self.contacts = contacts
    self.places = places
    var offsets = [0]
    offsets.reserveCapacity(nodes.count + 1)
    // One place more, as every candidate is written and those that do not belong are overwritten.
    var targets = Array(repeating: UInt32(0), count: contacts.targets.count / 2 + 1)
    var end = 0
    for (place, node) in nodes.enumerated() {
      for arc in contacts.offsets[node.index]..<contacts.offsets[node.index + 1] {
        let target = places[contacts.targets[arc].index]
        targets[end] = target
        end += target > place ? 1 : 0
      }
      offsets.append(end)
    }
    targets.removeLast()
    self.offsets = offsets
    self.targets = targets
  }

  /// All nodes, those with the fewest ties first, equal ones in order.
  ///
  /// - Complexity: O(*n* + *m*).
  static func nodesByDegree(_ rows: AdjacencyRows) -> [NodeID] {
    let degrees = zip(rows.offsets, rows.offsets.dropFirst()).map { $1 - $0 }
    var next = Array(repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { next[degree + 1] += 1 }
    for degree in next.indices.dropFirst() { next[degree] += next[degree - 1] }
    var nodes = Array(repeating: NodeID(0), count: degrees.count)
    for (node, degree) in degrees.enumerated() {
      nodes[next[degree]] = NodeID(node)
      next[degree] += 1
    }
    return nodes
  }

  /// Of values given for the ties as they stand at both ends, those at the first ends.
  func atFirstEnds<Value>(_ values: [Value]) -> [Value] {
    guard let first = values.first else { return [] }
    // One place more, as when the rows were made.
    var chosen = Array(repeating: first, count: targets.count + 1)
    var end = 0
    for (place, node) in nodes.enumerated() {
      for arc in contacts.offsets[node.index]..<contacts.offsets[node.index + 1] {
        chosen[end] = values[arc]
        end += places[contacts.targets[arc].index] > place ? 1 : 0
      }
    }
    chosen.removeLast()
    return chosen
  }

  /// Values given by place, by node.
  func byNode<Value>(_ values: [Value]) -> NodeMap<Value> {
    NodeMap(places.map { values[Int($0)] })
  }

  /// In how many pieces work on all rows is shared out.
  var rowBatches: Int { (nodes.count + ForwardTies.batchSize - 1) / ForwardTies.batchSize }

  /// The places of a piece.
  func rows(of batch: Int) -> Range<Int> {
    let first = ForwardTies.batchSize * batch
    return first..<min(nodes.count, first + ForwardTies.batchSize)
  }

  /// Whether work on all triangles is worth the cost of several threads.
  var isLarge: Bool { targets.count > 20_000 }

  private static let batchSize = 256
}
