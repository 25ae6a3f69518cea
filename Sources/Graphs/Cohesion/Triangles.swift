extension Graph {
  /// Returns the number of triangles that each node is in: pairs of its contacts that have a tie.
  ///
  ///     Graph.complete(4).triangles()  // [3, 3, 3, 3]
  ///
  /// In a directed graph directions are ignored.
  ///
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) space.
  public func triangles() -> NodeMap<Int> {
    let ties = ForwardTies(contacts)
    return ties.byNode(ties.triangleCounts())
  }
}

extension ForwardTies {
  /// The number of triangles of each place.
  fileprivate func triangleCounts() -> [Int] {
    let (offsets, targets) = (offsets.span, targets.span)
    var counts = Array(repeating: 0, count: nodes.count)
    var count = counts.mutableSpan
    var marks = Array(repeating: UInt8(0), count: nodes.count)
    var mark = marks.mutableSpan
    for first in 0..<nodes.count {
      let row = offsets[first]..<offsets[first + 1]
      guard row.count > 1 else { continue }
      for tie in row { mark[Int(targets[tie])] = 1 }
      var ofFirst = 0
      for tie in row {
        let second = Int(targets[tie])
        var ofSecond = 0
        // Added whether or not it is 1: a branch would be guessed wrong half of the time.
        for other in offsets[second]..<offsets[second + 1] {
          let third = Int(targets[other])
          let isClosed = Int(mark[third])
          ofSecond &+= isClosed
          count[third] &+= isClosed
        }
        count[second] &+= ofSecond
        ofFirst &+= ofSecond
      }
      count[first] &+= ofFirst
      for tie in row { mark[Int(targets[tie])] = 0 }
    }
    return counts
  }
}
