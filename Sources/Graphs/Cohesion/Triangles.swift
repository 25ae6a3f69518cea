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
    let parts = gathered(
      pieces: rowBatches, concurrently: isLarge,
      from: { TriangleCount(nodeCount: nodes.count) },
      by: { count, batch in count.add(rows(of: batch), of: self) })
    var counts = Array(repeating: 0, count: nodes.count)
    for part in parts {
      for place in counts.indices { counts[place] += part.counts[place] }
    }
    return counts
  }
}

/// The triangles that begin at some nodes.
private struct TriangleCount: Sendable {
  /// How many of them each place is in.
  private(set) var counts: [Int]
  /// 1 for the places to which ties of the first node lead.
  private var marks: [UInt8]

  init(nodeCount: Int) {
    counts = Array(repeating: 0, count: nodeCount)
    marks = Array(repeating: 0, count: nodeCount)
  }

  mutating func add(_ places: Range<Int>, of ties: ForwardTies) {
    Self.add(places, of: ties, to: &counts, marks: &marks)
  }

  private static func add(
    _ places: Range<Int>, of ties: ForwardTies, to counts: inout [Int], marks: inout [UInt8]
  ) {
    let (offsets, targets) = (ties.offsets.span, ties.targets.span)
    var count = counts.mutableSpan
    var mark = marks.mutableSpan
    for first in places {
      let row = offsets[first]..<offsets[first + 1]
      guard row.count > 1 else { continue }
      for tie in row { mark[Int(targets[tie])] = 1 }
      var ofFirst = 0
      for tie in row {
        let second = Int(targets[tie])
        var ofSecond = 0
        // Added whether or not it is 1: a branch would be guessed wrong half of the time. Places
        // are below the number of nodes by construction; to check them again takes a quarter more
        // time.
        for other in offsets[second]..<offsets[second + 1] {
          let third = Int(targets[unchecked: other])
          let isClosed = Int(mark[unchecked: third])
          ofSecond &+= isClosed
          count[unchecked: third] &+= isClosed
        }
        count[second] &+= ofSecond
        ofFirst &+= ofSecond
      }
      count[first] &+= ofFirst
      for tie in row { mark[Int(targets[tie])] = 0 }
    }
  }
}
