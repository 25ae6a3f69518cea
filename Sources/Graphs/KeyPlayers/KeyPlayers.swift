extension Graph {
  /// Returns the sets of nodes on which the whole depends most, or from which most is reached.
  ///
  /// The best set is not that of the nodes which are best one by one: two of them may do the same
  /// work. By `.fragmentation` and `.distanceFragmentation` it is where a loss would hurt most, a
  /// risk to continuity; by the others from where news or help spreads furthest.
  ///
  ///     let path = Graph.path(5)
  ///     path.keyPlayers(1, for: .fragmentation)?.sets  // [[2]]
  ///
  /// In a directed graph directions are ignored; distances are by hops. All sets are tried where
  /// there are few enough. Otherwise sets are built up one best node at a time or drawn at random,
  /// and then members change places with others as long as that helps.
  ///
  /// - Parameters:
  ///   - count: How many nodes are in a set.
  ///   - goal: What a set is good for.
  ///   - exhaustiveLimit: Up to how many sets are all tried.
  ///   - restarts: How many sets the search begins with, above that.
  ///   - seed: The seed of their draws; the same result on any number of cores.
  /// - Returns: The best sets, or `nil` where there are fewer nodes than a set has, or where losing
  ///   them would leave no pair to be apart.
  /// - Precondition: `count` and `restarts` are 1 or more, and so are the steps of the goal.
  /// - Complexity: For each set tried that of the goal: O(*n* + *m*), or that of
  ///   `globalEfficiency(distances:)` for `.distanceFragmentation`. A round of changes tries
  ///   *kn* sets. For `.fragmentation` it takes *k* searches of the graph, and single nodes one.
  ///
  /// Borgatti, "Identifying sets of key players in a social network", 2006,
  /// doi:10.1007/s10588-006-7084-x.
  public func keyPlayers(
    _ count: Int, for goal: KeyPlayerGoal, exhaustiveLimit: Int = 1_000_000, restarts: Int = 20,
    seed: UInt64 = 1
  ) -> KeyPlayerSets? {
    precondition(count > 0 && restarts > 0, "a set has a node, and a search a start")
    let score = KeyPlayerScore(graph: self, goal: goal)
    guard nodeCount - count >= score.fewestLeft else { return nil }
    let combinations = Combinations(of: nodeCount, taking: count)
    let isExhaustive = combinations.count.map { $0 <= exhaustiveLimit } ?? false
    let parts: [BestSets]
    if isExhaustive, count == 1, goal == .fragmentation {
      parts = [score.bestSingles()]
    } else if let total = combinations.count, isExhaustive {
      let chunkCount = min(total, 32)
      parts = chunkedResults(
        count: chunkCount, concurrently: total * (nodeCount + edgeCount) > 100_000
      ) { chunk in
        combinations.best(in: total * chunk / chunkCount..<total * (chunk + 1) / chunkCount, score)
      }
    } else {
      parts = chunkedResults(count: restarts, concurrently: true) { restart in
        let generator = restart == 0 ? nil : SeededGenerator(seed: seed, stream: restart)
        var search = KeyPlayerSearch(graph: self, score: score, size: count)
        return search.run(using: generator)
      }
    }
    var best = BestSets()
    for part in parts { best.merge(part) }
    return KeyPlayerSets(
      goal: goal, value: best.value, sets: best.sets.map { $0.map(NodeID.init) },
      isExhaustive: isExhaustive)
  }
}

/// What a set of nodes is good for.
public enum KeyPlayerGoal: Hashable, Sendable {
  /// How many pairs of the others would be apart without it: KPP-Neg by fragmentation, a share of
  /// the pairs.
  case fragmentation
  /// How far apart the others would be without it: KPP-Neg by distance-weighted fragmentation,
  /// one less the mean of 1/distance over their pairs.
  case distanceFragmentation
  /// How near it is to all: KPP-Pos, the mean over all nodes of 1/distance from the nearest of the
  /// set, its own nodes counting 1.
  case distanceReach
  /// How many it reaches in so many steps: the share of all nodes, its own among them.
  case reach(within: Int)
}

/// The best sets of nodes of a size.
public struct KeyPlayerSets: Hashable, Sendable {
  /// What the sets are best for.
  public var goal: KeyPlayerGoal
  /// How good they are; from 0 to 1.
  public var value: Double
  /// All sets tried that are as good, in order, each with its nodes in order.
  ///
  /// Where there are many, no few nodes stand out.
  public var sets: [[NodeID]]
  /// Whether all sets were tried; otherwise a better one, or one as good, may exist.
  public var isExhaustive: Bool
}

/// How good a set of nodes is for a goal.
struct KeyPlayerScore: Sendable {
  let graph: Graph
  let goal: KeyPlayerGoal

  /// How many nodes must be left outside of the set.
  var fewestLeft: Int {
    switch goal {
    case .fragmentation, .distanceFragmentation: 2
    case .distanceReach, .reach: 0
    }
  }

  /// The value of a set, from 0 to 1.
  func value(of members: [Int], in scratch: inout Scratch) -> Double {
    switch goal {
    case .fragmentation, .distanceFragmentation:
      for member in members { scratch.residual.remove(member) }
      defer { for member in members { scratch.residual.restore(member) } }
      let left = Double(graph.nodeCount - members.count)
      let joined =
        goal == .fragmentation
        ? Double(scratch.residual.joinedPairCount()) : scratch.residual.inverseDistanceSum()
      return 1 - joined / (left * (left - 1))
    case .distanceReach:
      let reached = scratch.reached(from: members, within: .max)
      let sum = reached.enumerated().reduce(0) {
        $0 + Double($1.element) / Double(max(1, $1.offset))
      }
      return sum / Double(graph.nodeCount)
    case .reach(let steps):
      precondition(steps > 0, "reach is within a step or more")
      let reached = scratch.reached(from: members, within: steps)
      return Double(reached.reduce(0, +)) / Double(graph.nodeCount)
    }
  }

  /// The best single nodes by `.fragmentation`, from one search of the graph.
  func bestSingles() -> BestSets {
    let left = Double(graph.nodeCount - 1)
    var best = BestSets()
    for (node, joined) in graph.joinedPairsWithoutEach().enumerated() {
      best.note([node], value: 1 - Double(joined) / (left * (left - 1)))
    }
    return best
  }

  /// Work space that is kept from set to set.
  struct Scratch {
    fileprivate var residual: Residual
    private let rows: AdjacencyRows
    private var isMet: [Bool]
    private var order: [Int] = []

    init(_ graph: Graph) {
      residual = Residual(graph)
      rows = graph.contacts
      isMet = Array(repeating: false, count: graph.nodeCount)
    }

    /// How many nodes are at each distance, from 0, from the nearest of some nodes.
    fileprivate mutating func reached(from members: [Int], within steps: Int) -> [Int] {
      for node in order { isMet[node] = false }
      order = members
      for member in members { isMet[member] = true }
      var counts = [members.count]
      var first = 0
      while first < order.count, counts.count <= steps {
        let last = order.count
        for place in first..<last {
          let node = order[place]
          for arc in rows.offsets[node]..<rows.offsets[node + 1] {
            let next = rows.targets[arc].index
            if isMet[next] { continue }
            isMet[next] = true
            order.append(next)
          }
        }
        counts.append(order.count - last)
        first = last
      }
      return counts
    }
  }
}
