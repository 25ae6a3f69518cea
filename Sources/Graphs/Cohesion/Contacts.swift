extension Graph {
  /// Whom each node has a tie with, in either direction: the rows of the undirected union, without
  /// weights.
  ///
  /// - Complexity: O(1) in an undirected graph, O(*n* + *m*) in a directed one.
  var contacts: AdjacencyRows {
    guard isDirected else { return outgoing.unweighted }
    var offsets: [Int] = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var targets: [NodeID] = []
    targets.reserveCapacity(outgoing.targets.count)
    for node in 0..<nodeCount {
      var (ahead, behind) = (outgoing.offsets[node], incoming.offsets[node])
      let (aheadEnd, behindEnd) = (outgoing.offsets[node + 1], incoming.offsets[node + 1])
      while ahead < aheadEnd, behind < behindEnd {
        let (next, previous) = (outgoing.targets[ahead], incoming.targets[behind])
        targets.append(min(next, previous))
        if next <= previous { ahead += 1 }
        if previous <= next { behind += 1 }
      }
      targets += outgoing.targets[ahead..<aheadEnd]
      targets += incoming.targets[behind..<behindEnd]
      offsets.append(targets.count)
    }
    return AdjacencyRows(offsets: offsets, targets: targets)
  }
}
