extension Graph {
  /// Returns the betweenness of every node in its own network: itself, its contacts and their
  /// ties.
  ///
  /// The sum, over pairs of contacts that have no tie with each other, of 1 divided by the number
  /// of nodes in the network that have ties to both. Cheap, and little hurt by missing data: what
  /// lies farther off does not matter.
  ///
  ///     Graph.star(4).egoBetweenness()  // [3, 0, 0, 0]
  ///
  /// Raw; pairs count once. Directions and weights are ignored. A node with fewer than two contacts
  /// has 0.
  ///
  /// - Complexity: For each node the sum, over its contacts, of the squares of how many others they
  ///   have ties to, or with *k* contacts *k*³/64 if that is less; O(*n* + *m*) space.
  ///
  /// Everett and Borgatti, "Ego network betweenness", 2005, doi:10.1016/j.socnet.2004.11.007.
  public func egoBetweenness() -> NodeMap<Double> {
    let union = undirected
    let chunkCount = 16
    let parts = chunkedResults(
      count: chunkCount, concurrently: union.edgeCount > 2_000
    ) { chunk in
      var network = EgoNetwork(nodeCount: nodeCount)
      return stride(from: chunk, to: nodeCount, by: chunkCount).map {
        network.betweenness(of: NodeID($0), in: union)
      }
    }
    return NodeMap((0..<nodeCount).map { parts[$0 % chunkCount][$0 / chunkCount] })
  }
}

/// The contacts of one node after another, and their ties.
private struct EgoNetwork {
  /// The place of each node among the contacts, or −1.
  private var place: [Int]
  /// How many contacts lie between the contact at hand and each other.
  private var between: [Int] = []

  init(nodeCount: Int) { place = Array(repeating: -1, count: nodeCount) }

  mutating func betweenness(of ego: NodeID, in graph: Graph) -> Double {
    let contacts = Array(graph.neighbors(of: ego))
    guard contacts.count > 1 else { return 0 }
    for (position, contact) in contacts.enumerated() { place[contact.index] = position }
    let ties = contacts.map { tiesToContacts(of: $0, among: contacts, in: graph) }
    for contact in contacts { place[contact.index] = -1 }
    let work = ties.reduce(0) { $0 + $1.count * $1.count }
    let words = (contacts.count + 63) / 64
    return work > contacts.count * contacts.count * words
      ? thickScore(ties, words: words) : thinScore(ties)
  }

  /// The score where few contacts have ties: goes over those.
  private mutating func thinScore(_ ties: [[Int]]) -> Double {
    // Every pair without a tie has the ego between it; those with more are mended below.
    let tied = ties.reduce(0) { $0 + $1.count } / 2
    var score = Double(ties.count * (ties.count - 1) / 2 - tied)
    between = Array(repeating: 0, count: ties.count)
    for contact in ties.indices {
      var touched: [Int] = []
      for middle in ties[contact] {
        for other in ties[middle] where other > contact {
          if between[other] == 0 { touched.append(other) }
          between[other] += 1
        }
      }
      for other in ties[contact] { between[other] = 0 }
      for other in touched {
        // A tied pair is at 0 by now, and adds 1 − 1.
        score += 1 / Double(1 + between[other]) - 1
        between[other] = 0
      }
    }
    return score
  }

  /// The score where most contacts have ties with most: a bit each, and few pairs without one.
  private func thickScore(_ ties: [[Int]], words: Int) -> Double {
    var bits = Array(repeating: UInt64(0), count: words * ties.count)
    for (contact, others) in ties.enumerated() {
      for other in others { bits[words * contact + other / 64] |= 1 << UInt64(other & 63) }
    }
    var score = 0.0
    for contact in ties.indices {
      var isTied = Array(repeating: false, count: ties.count)
      for other in ties[contact] { isTied[other] = true }
      for other in contact + 1..<max(contact + 1, ties.count) where !isTied[other] {
        let shared = (0..<words).reduce(0) {
          $0 + (bits[words * contact + $1] & bits[words * other + $1]).nonzeroBitCount
        }
        score += 1 / Double(1 + shared)
      }
    }
    return score
  }

  /// The places of the contacts that a contact has ties to, by the shorter of two ways.
  private func tiesToContacts(
    of contact: NodeID, among contacts: [NodeID], in graph: Graph
  ) -> [Int] {
    let row = graph.neighbors(of: contact)
    if row.count <= 8 * contacts.count {
      return row.compactMap { place[$0.index] >= 0 ? place[$0.index] : nil }
    }
    return contacts.indices.filter { graph.hasEdge(from: contact, to: contacts[$0]) }
  }
}
