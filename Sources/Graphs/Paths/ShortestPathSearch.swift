/// A number that lengths of paths can be given in.
protocol PathLength: Comparable, AdditiveArithmetic, Sendable {
  /// Longer than any path.
  static var unreached: Self { get }
  var inDouble: Double { get }
  /// Whether a path of this length is to be taken as no longer and no shorter than another.
  func isSame(as other: Self) -> Bool
}

extension Int64: PathLength {
  static var unreached: Int64 { .max }
  var inDouble: Double { Double(self) }
  func isSame(as other: Int64) -> Bool { self == other }
}

extension Double: PathLength {
  static var unreached: Double { .infinity }
  var inDouble: Double { self }
  func isSame(as other: Double) -> Bool { abs(self - other) <= 1e-10 * min(self, other) }
}

/// Shortest paths from one node after another along arcs that have lengths.
///
/// Dijkstra, "A note on two problems in connexion with graphs", 1959, doi:10.1007/BF01386390.
struct ShortestPathSearch<Length: PathLength> {
  /// The last step of a shortest path.
  struct LastStep {
    /// The node that the step leaves.
    var source: UInt32
    var arc: UInt32
  }

  private let rows: AdjacencyRows
  /// The length of each arc; above 0.
  private let lengths: [Length]
  /// The nodes reached by the last search, each after all nodes on its shortest paths.
  private(set) var order: [Int] = []
  /// The distance of each node in `order`; for others `unreached`.
  private(set) var distance: [Length]
  /// How many last steps each node has.
  private var lastStepCount: [UInt32]
  private var isSettled: [Bool]
  /// Room for all arcs that reach each node, and where that of each node begins.
  private(set) var lastSteps: [LastStep]
  private let room: [Int]
  private var buckets: BucketQueue<Length>?
  private var heap = HeapQueue<Length>()

  init(rows: AdjacencyRows, lengths: [Length]) {
    self.rows = rows
    self.lengths = lengths
    let nodeCount = rows.offsets.count - 1
    distance = Array(repeating: .unreached, count: nodeCount)
    lastStepCount = Array(repeating: 0, count: nodeCount)
    isSettled = Array(repeating: false, count: nodeCount)
    var room = Array(repeating: 0, count: nodeCount + 1)
    for target in rows.targets { room[target.index + 1] += 1 }
    for node in 0..<nodeCount { room[node + 1] += room[node] }
    self.room = room
    lastSteps = Array(repeating: LastStep(source: 0, arc: 0), count: rows.targets.count)
    if let shortest = lengths.min(), let longest = lengths.max() {
      buckets = BucketQueue(shortest: shortest, longest: longest)
    }
  }

  /// The places in `lastSteps` of the last steps of all shortest paths to a node in `order`.
  func lastStepPlaces(of node: Int) -> Range<Int> {
    room[node]..<room[node] + Int(lastStepCount[node])
  }

  /// Finds all nodes that paths from `source` reach.
  mutating func search(from source: Int) {
    for node in order {
      distance[node] = .unreached
      lastStepCount[node] = 0
      isSettled[node] = false
    }
    order.removeAll(keepingCapacity: true)
    distance[source] = .zero
    if var queue = buckets.take() {
      settle(from: source, &queue)
      buckets = queue
    } else {
      var queue = HeapQueue<Length>()
      swap(&queue, &heap)
      settle(from: source, &queue)
      heap = queue
    }
  }

  private mutating func settle(from source: Int, _ queue: inout some NodeQueue<Length>) {
    queue.restart()
    queue.insert(source, at: .zero)
    while let node = queue.popNearest() {
      // A node is queued anew when it comes nearer; the first time out settles it.
      if isSettled[node] { continue }
      isSettled[node] = true
      order.append(node)
      Self.relax(
        node, rows, lengths, isSettled: isSettled, room: room, distance: &distance,
        lastSteps: &lastSteps, lastStepCount: &lastStepCount, &queue)
    }
  }

  /// Brings the nodes that arcs from a settled node reach as near as these allow.
  private static func relax(
    _ node: Int, _ rows: AdjacencyRows, _ lengthArray: [Length], isSettled settledArray: [Bool],
    room roomArray: [Int], distance distanceArray: inout [Length],
    lastSteps lastStepArray: inout [LastStep], lastStepCount countArray: inout [UInt32],
    _ queue: inout some NodeQueue<Length>
  ) {
    let (targets, lengths) = (rows.targets.span, lengthArray.span)
    let (isSettled, room) = (settledArray.span, roomArray.span)
    var distance = distanceArray.mutableSpan
    var lastSteps = lastStepArray.mutableSpan
    var lastStepCount = countArray.mutableSpan
    let here = distance[node]
    for arc in rows.offsets[node]..<rows.offsets[node + 1] {
      let next = targets[arc].index
      let candidate = here + lengths[arc]
      let known = distance[next]
      // True of most arcs, and of those back to settled nodes.
      if candidate > known, !candidate.isSame(as: known) { continue }
      if isSettled[next] { continue }
      if !candidate.isSame(as: known) {
        distance[next] = candidate
        lastStepCount[next] = 0
        queue.insert(next, at: candidate)
      }
      lastSteps[room[next] + Int(lastStepCount[next])] = LastStep(
        source: UInt32(truncatingIfNeeded: node), arc: UInt32(truncatingIfNeeded: arc))
      lastStepCount[next] += 1
    }
  }
}
