/// Flows of whole units from one node to a sink, one flow after another in the same network.
///
/// Made for cuts: a flow is followed only to the size that matters, the search stops where it meets
/// the sink, and only what a flow has touched is put back for the next. So a flow that ends nearby
/// costs little in a network of any size.
///
/// Dinic, "Algorithm for solution of a problem of maximum flow in a network with power
/// estimation", 1970.
struct UnitFlow {
  /// A pair of opposite arcs.
  struct Link {
    var source: Int
    var target: Int
    var capacity: Int32
    var backCapacity: Int32 = 0
  }

  /// More than any flow can fill.
  static let unbounded = Int32.max / 2

  private var offsets: [Int]
  private var targets: [Int]
  /// The place of the arc that leads back.
  private var opposite: [Int]
  private var capacity: [Int32]
  private var emptyCapacity: [Int32]
  /// Arcs whose capacity a flow has changed, with repeats.
  private var touched: [Int] = []
  /// The number of steps from the source plus 1 in the last search; 0 where it did not come.
  private var level: [Int32]
  private var visited: [Int] = []
  /// The arc with which each node goes on.
  private var nextArc: [Int]

  /// Creates a network; the arcs of a node are tried in the order of the links.
  init(nodeCount: Int, links: [Link]) {
    offsets = Array(repeating: 0, count: nodeCount + 1)
    for link in links {
      offsets[link.source + 1] += 1
      offsets[link.target + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    nextArc = Array(offsets.dropLast())
    targets = Array(repeating: 0, count: 2 * links.count)
    opposite = targets
    capacity = Array(repeating: 0, count: 2 * links.count)
    for link in links {
      let (ahead, back) = (nextArc[link.source], nextArc[link.target])
      nextArc[link.source] += 1
      nextArc[link.target] += 1
      (targets[ahead], opposite[ahead], capacity[ahead]) = (link.target, back, link.capacity)
      (targets[back], opposite[back], capacity[back]) = (link.source, ahead, link.backCapacity)
    }
    emptyCapacity = capacity
    level = Array(repeating: 0, count: nodeCount)
  }

  /// Gives the first arc of a node a capacity that holds for all flows from now on.
  mutating func openFirstArc(of node: Int) {
    capacity[offsets[node]] = Self.unbounded
    emptyCapacity[offsets[node]] = Self.unbounded
  }

  /// Whether the last flow could have gone on to a node: on the source's side of a smallest cut,
  /// where the flow was below its limit.
  func isOnSourceSide(_ node: Int) -> Bool { level[node] > 0 }

  /// Returns the largest flow to the sink, or `limit` where it reaches that.
  mutating func flow(from source: Int, to sink: Int, limit: Int) -> Int {
    for arc in touched {
      capacity[arc] = emptyCapacity[arc]
      capacity[opposite[arc]] = emptyCapacity[opposite[arc]]
    }
    touched.removeAll(keepingCapacity: true)
    var flow = 0
    while flow < limit, findLevels(from: source, to: sink) {
      while flow < limit, augment(from: source, to: sink) { flow += 1 }
    }
    return flow
  }

  /// Finds how many steps nodes are away, up to the sink, and whether it can be reached.
  private mutating func findLevels(from source: Int, to sink: Int) -> Bool {
    for node in visited { level[node] = 0 }
    visited.removeAll(keepingCapacity: true)
    visited.append(source)
    level[source] = 1
    nextArc[source] = offsets[source]
    var head = 0
    while head < visited.count {
      let node = visited[head]
      head += 1
      for arc in offsets[node]..<offsets[node + 1] where capacity[arc] > 0 {
        let next = targets[arc]
        if level[next] > 0 { continue }
        level[next] = level[node] + 1
        nextArc[next] = offsets[next]
        visited.append(next)
        if next == sink { return true }
      }
    }
    return false
  }

  /// Sends one unit along a path on which each step leads one level on.
  private mutating func augment(from source: Int, to sink: Int) -> Bool {
    var path: [Int] = []
    var node = source
    while node != sink {
      let end = offsets[node + 1]
      while nextArc[node] < end,
        capacity[nextArc[node]] == 0 || level[targets[nextArc[node]]] != level[node] + 1
      {
        nextArc[node] += 1
      }
      if nextArc[node] < end {
        path.append(nextArc[node])
        node = targets[nextArc[node]]
      } else if let arc = path.popLast() {
        // Nothing leads on from here: the arc that led here is done with.
        node = targets[opposite[arc]]
        nextArc[node] += 1
      } else {
        return false
      }
    }
    for arc in path {
      capacity[arc] -= 1
      capacity[opposite[arc]] += 1
    }
    touched += path
    return true
  }
}
