/// What is done on a depth-first search through the blocks of a graph.
protocol BlockVisitor {
  /// A component is entered at a node.
  mutating func begin(at root: Int)
  /// Another node of the component is met for the first time.
  mutating func meet(_ node: Int)
  /// All nodes of a block have been met: its head, and what has been met from `first`, that node
  /// included, and is in no block that was closed before.
  mutating func close(head: Int, first: Int)
}

extension AdjacencyRows {
  /// Searches from each node that no earlier search met, depth first, and closes a block where it
  /// leaves the last node below its head.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) space; no recursion.
  func searchDepthFirst(_ visitor: inout some BlockVisitor) {
    let (offsets, targets) = (offsets.span, targets.span)
    // The search looks at one row here and one there, and waits for each that is not in the cache.
    // One look at all of them in order brings them there: a graph that was not takes half the time.
    let highest = targets.indices.reduce(into: UInt32(0)) { $0 = max($0, targets[$1].rawValue) }
    precondition(targets.isEmpty || highest < nodeCount, "arcs lead to nodes of the graph")
    /// When each node was first met, from 1; 0 before.
    var times = Array(repeating: UInt32(0), count: nodeCount)
    var met = times.mutableSpan
    /// The nodes on the way from the root: the earliest node that each of them or its descendants
    /// have a tie to, and the arc that it looks at next.
    var path: [(node: Int, low: UInt32, nextArc: Int)] = []
    // Searches go deep; a path that grows bit by bit costs as much as all the rest.
    path.reserveCapacity(nodeCount)
    var clock: UInt32 = 0
    for root in met.indices where met[root] == 0 {
      clock += 1
      met[root] = clock
      visitor.begin(at: root)
      var (node, low, arc, end) = (root, clock, offsets[root], offsets[root + 1])
      while true {
        var child: Int?
        while arc < end {
          let next = targets[arc].index
          let time = met[next]
          arc += 1
          if time == 0 {
            child = next
            break
          }
          low = min(low, time)
        }
        if let child {
          path.append((node, low, arc))
          clock += 1
          met[child] = clock
          visitor.meet(child)
          (node, low, arc, end) = (child, clock, offsets[child], offsets[child + 1])
        } else if let parent = path.popLast() {
          // The tie to the parent was counted too, which leaves the test as it is.
          if low >= met[parent.node] {
            visitor.close(head: parent.node, first: node)
            low = parent.low
          } else {
            low = min(low, parent.low)
          }
          (node, arc, end) = (parent.node, parent.nextArc, offsets[parent.node + 1])
        } else {
          break
        }
      }
    }
  }
}
