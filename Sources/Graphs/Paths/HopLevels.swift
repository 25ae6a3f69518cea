/// Breadth-first search from up to 64 nodes at a time, a bit each.
///
/// A step out from the sources makes a list of the nodes that it reaches and of the sources that
/// it reaches them from. A node stands in several lists where sources are at several distances
/// from it.
struct HopLevels {
  static let width = 64

  /// A node at one distance from some of the sources.
  struct Visit {
    var node: UInt32
    var sources: UInt64
  }

  private let rows: AdjacencyRows
  /// All visits, the nearest first.
  private(set) var visits: [Visit] = []
  /// Where each step begins in `visits`, the sources' own first, and at the end where the last
  /// one ends.
  private var starts: [Int] = [0]
  /// The sources that have reached each node.
  private var seen: [UInt64]
  /// The sources that reach each node in the step at hand; zero in between.
  private var arriving: [UInt64]

  init(rows: AdjacencyRows) {
    self.rows = rows
    seen = Array(repeating: 0, count: rows.offsets.count - 1)
    arriving = seen
  }

  /// The visits of each step, the sources' own first.
  var levels: some Collection<Range<Int>> {
    zip(starts, starts.dropFirst()).map { $0..<$1 }
  }

  /// Finds what the nodes of `sources`, at most 64 and no two the same, reach.
  mutating func search(from sources: some Sequence<Int>) {
    for visit in visits { seen[Int(visit.node)] = 0 }
    visits.removeAll(keepingCapacity: true)
    starts = [0]
    for (bit, node) in sources.enumerated() {
      visits.append(Visit(node: UInt32(truncatingIfNeeded: node), sources: 1 << UInt64(bit)))
      seen[node] = 1 << UInt64(bit)
    }
    while visits.count > starts[starts.count - 1] {
      let last = starts[starts.count - 1]..<visits.count
      starts.append(visits.count)
      Self.step(from: last, &visits, rows: rows, seen: seen, arriving: &arriving)
      arrive(at: last.upperBound..<visits.count)
    }
  }

  /// Lists the nodes that sources reach for the first time one step on.
  private static func step(
    from last: Range<Int>, _ visits: inout [Visit], rows: AdjacencyRows, seen seenArray: [UInt64],
    arriving arrivingArray: inout [UInt64]
  ) {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let seen = seenArray.span
    var arriving = arrivingArray.mutableSpan
    for place in last {
      let visit = visits[place]
      for arc in offsets[Int(visit.node)]..<offsets[Int(visit.node) + 1] {
        let target = targets[arc].index
        let new = visit.sources & ~seen[target]
        if new == 0 { continue }
        if arriving[target] == 0 {
          visits.append(Visit(node: UInt32(truncatingIfNeeded: target), sources: 0))
        }
        arriving[target] |= new
      }
    }
  }

  /// Completes the visits of a step.
  private mutating func arrive(at step: Range<Int>) {
    // Long lists in the order of the nodes: what is read along them then lies close together.
    if step.count * 8 > seen.count {
      var place = step.lowerBound
      for node in arriving.indices where arriving[node] != 0 {
        visits[place].node = UInt32(truncatingIfNeeded: node)
        place += 1
      }
    }
    for place in step {
      let node = Int(visits[place].node)
      visits[place].sources = arriving[node]
      seen[node] |= arriving[node]
      arriving[node] = 0
    }
  }
}
