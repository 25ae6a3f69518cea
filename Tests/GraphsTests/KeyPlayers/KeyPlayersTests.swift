import Graphs
import Testing

/// The shares of pairs of the others that no path joins, and of 1/distance that is lost.
private func plainFragmentation(
  _ graph: Graph, without removed: [NodeID]
) -> (apart: Double, distance: Double) {
  let union = graph.undirected
  let rest = union.edges.filter { !removed.contains($0.source) && !removed.contains($0.target) }
  let distances = hopDistances(Graph(nodeCount: graph.nodeCount, edges: rest))
  var (joined, inverse) = (0.0, 0.0)
  for (source, row) in distances.enumerated() {
    for case (let target, let hops?) in row.enumerated() where target != source {
      joined += 1
      inverse += 1 / Double(hops)
    }
  }
  let left = Double(graph.nodeCount - removed.count)
  return (1 - joined / (left * (left - 1)), 1 - inverse / (left * (left - 1)))
}

/// How good a set is, by the definitions.
private func plainValue(_ graph: Graph, _ set: [NodeID], _ goal: KeyPlayerGoal) -> Double {
  let distances = hopDistances(graph.undirected)
  let nearest = graph.nodes.map { node in set.compactMap { distances[$0.index][node.index] }.min() }
  let count = Double(graph.nodeCount)
  switch goal {
  case .fragmentation: return plainFragmentation(graph, without: set).apart
  case .distanceFragmentation: return plainFragmentation(graph, without: set).distance
  case .distanceReach:
    return nearest.reduce(0) { $0 + ($1.map { 1 / Double(max(1, $0)) } ?? 0) } / count
  case .reach(let steps):
    return Double(nearest.count { $0.map { $0 <= steps } ?? false }) / count
  }
}

private let goals: [KeyPlayerGoal] = [
  .fragmentation, .distanceFragmentation, .distanceReach, .reach(within: 2),
]

struct FragmentationByNodeTests {
  @Test func closedForms() {
    #expect(Graph.path(3).fragmentationByNode()?.values == [0, 1, 0])
    #expect(Graph.star(5).fragmentationByNode()?.values == [1, 0, 0, 0, 0])
    #expect(Graph.cycle(5).fragmentationByNode()?.values == [0, 0, 0, 0, 0])
    #expect(Graph.path(2).fragmentationByNode() == nil)
    #expect(Graph.path(2).distanceFragmentationByNode() == nil)
    #expect(Graph(nodeCount: 0, edges: []).fragmentationByNode() == nil)
    #expect(Graph(nodeCount: 3, edges: []).fragmentationByNode()?.values == [1, 1, 1])
    #expect(Graph.complete(4).distanceFragmentationByNode()?.values == [0, 0, 0, 0])
  }

  @Test(arguments: 0..<12, [Graph.Kind.directed, .undirected])
  func agreeWithTheirDefinition(seed: UInt64, kind: Graph.Kind) throws {
    let graph = randomGraph(seed: seed, kind: kind, nodeCount: 16, edgeCount: 12 + Int(seed))
    let apart = try #require(graph.fragmentationByNode())
    let distance = try #require(graph.distanceFragmentationByNode())
    for node in graph.nodes {
      let plain = plainFragmentation(graph, without: [node])
      #expect(abs(apart[node] - plain.apart) < 1e-12)
      #expect(abs(distance[node] - plain.distance) < 1e-12)
    }
  }

  /// More than one batch of searches.
  @Test func largerGraphsAgreeToo() throws {
    let graph = randomGraph(seed: 1, nodeCount: 260, edgeCount: 170)
    let distance = try #require(graph.distanceFragmentationByNode())
    let apart = try #require(graph.fragmentationByNode())
    for node in [0, 77, 259] {
      let plain = plainFragmentation(graph, without: [NodeID(node)])
      #expect(abs(distance[node] - plain.distance) < 1e-12)
      #expect(abs(apart[node] - plain.apart) < 1e-12)
    }
  }
}

struct KeyPlayersTests {
  @Test func closedForms() throws {
    let middle = try #require(Graph.path(5).keyPlayers(1, for: .fragmentation))
    #expect(middle.sets == [[NodeID(2)]])
    #expect(abs(middle.value - 2.0 / 3) < 1e-12)
    #expect(middle.isExhaustive)
    let star = Graph.star(6).keyPlayers(2, for: .distanceReach)
    #expect(star?.value == 1)
    #expect(star?.sets.count == 5)
    // No few nodes stand out: all sets are as good.
    #expect(Graph.complete(6).keyPlayers(2, for: .fragmentation)?.sets.count == 15)
    #expect(Graph.path(6).keyPlayers(1, for: .reach(within: 1))?.value == 0.5)
  }

  @Test func longPathsAreQuick() throws {
    let middle = try #require(Graph.path(100_000).keyPlayers(1, for: .fragmentation))
    #expect(middle.sets == [[NodeID(49_999)], [NodeID(50_000)]])
    #expect(abs(middle.value - 0.5) < 1e-4)
  }

  @Test func undefinedCases() {
    #expect(Graph(nodeCount: 0, edges: []).keyPlayers(1, for: .distanceReach) == nil)
    #expect(Graph.path(3).keyPlayers(2, for: .fragmentation) == nil)
    #expect(Graph.path(3).keyPlayers(3, for: .distanceReach)?.value == 1)
    #expect(Graph.path(3).keyPlayers(4, for: .distanceReach) == nil)
    let tieless = Graph(nodeCount: 4, edges: []).keyPlayers(1, for: .distanceReach)
    #expect(tieless?.value == 0.25)
    #expect(tieless?.sets.count == 4)
  }

  @Test(arguments: 0..<6, goals)
  func bestSetsAreThoseOfAllTried(seed: UInt64, goal: KeyPlayerGoal) throws {
    let kind: Graph.Kind = seed % 2 == 0 ? .undirected : .directed
    let graph = randomGraph(seed: seed, kind: kind, nodeCount: 9, edgeCount: 12)
    var best = -Double.infinity
    var sets: [[NodeID]] = []
    for bits in 0..<(1 << 9) where bits.nonzeroBitCount == 3 {
      let set = (0..<9).filter { bits >> $0 & 1 == 1 }.map(NodeID.init)
      let value = plainValue(graph, set, goal)
      if value < best - 1e-9 { continue }
      if value > best + 1e-9 { (best, sets) = (value, []) }
      sets.append(set)
    }
    let found = try #require(graph.keyPlayers(3, for: goal))
    #expect(abs(found.value - best) < 1e-12)
    #expect(found.sets == sets.sorted { $0.lexicographicallyPrecedes($1) })
    // A search finds no better, and on graphs this small as good.
    let searched = try #require(graph.keyPlayers(3, for: goal, exhaustiveLimit: 0))
    #expect(!searched.isExhaustive)
    #expect(abs(searched.value - best) < 1e-12)
    #expect(searched.sets.allSatisfy(found.sets.contains))
  }

  /// Relabelling moves the sets and changes no value; self-loops, parallel ties and weights nothing.
  @Test(arguments: 0..<4, goals)
  func onlyWhoIsTiedToWhomCounts(seed: UInt64, goal: KeyPlayerGoal) throws {
    let graph = randomGraph(seed: seed, weights: 1...5, nodeCount: 12, edgeCount: 16)
    let (order, other) = shuffled(graph, seed: seed)
    let found = try #require(graph.keyPlayers(2, for: goal))
    let moved = try #require(other.unweighted.keyPlayers(2, for: goal))
    #expect(abs(found.value - moved.value) < 1e-12)
    let sets = Set(found.sets.map { Set($0.map { NodeID(order[$0.index]) }) })
    #expect(sets == Set(moved.sets.map { Set($0) }))
  }

  /// Pairs with a node without ties are apart from the start; it is never in the best set.
  @Test func anIsolateOnlyThinsTheShares() throws {
    let path = try #require(Graph.path(5).keyPlayers(1, for: .distanceReach))
    let more = Graph(nodeCount: 6, edges: Graph.path(5).edges)
    let thinned = try #require(more.keyPlayers(1, for: .distanceReach))
    #expect(thinned.sets == path.sets)
    #expect(abs(thinned.value - path.value * 5 / 6) < 1e-12)
    #expect(more.keyPlayers(1, for: .fragmentation)?.sets == [[NodeID(2)]])
  }

  @Test(arguments: goals)
  func threadsChangeNothing(goal: KeyPlayerGoal) {
    let graph = randomGraph(seed: 5)
    func both() -> [KeyPlayerSets?] {
      [0, 1_000].map { graph.keyPlayers(2, for: goal, exhaustiveLimit: $0, restarts: 3) }
    }
    #expect(Parallelism.$threads.withValue(1) { both() } == both())
  }
}

struct RobustnessTests {
  @Test func closedForms() throws {
    let star = try #require(Graph.star(5).robustness(order: .degree))
    #expect(star.values == [0.2, 0.2, 0.2, 0.2, 0])
    #expect(abs(star.mean - 0.16) < 1e-12)
    let complete = try #require(Graph.complete(4).robustness(order: .recomputedDegree))
    #expect(complete.values == [0.75, 0.5, 0.25, 0])
    let random = Graph.complete(4).robustness(order: .random(repeats: 3, seed: 1))
    #expect(random?.values == complete.values)
    #expect(
      Graph.complete(4).robustness(order: .degree, of: .efficiency)?.values
        == [0.5, 1.0 / 6, 0, 0])
  }

  @Test func undefinedCases() {
    let empty = Graph(nodeCount: 0, edges: [])
    #expect(empty.robustness(order: .degree) == nil)
    #expect(Graph.path(1).robustness(order: .degree)?.values == [0])
    #expect(Graph.path(1).robustness(order: .degree, of: .efficiency) == nil)
    let tieless = Graph(nodeCount: 3, edges: []).robustness(order: .recomputedDegree)
    #expect(tieless?.values == [1.0 / 3, 1.0 / 3, 0])
  }

  /// The path 0–…–6: by degree 1 to 5 in turn; recomputed, 3 is next, and it is alone by then.
  @Test func ordersDiffer() {
    let path = Graph.path(7)
    #expect(
      path.robustness(order: .degree)?.values.map { ($0 * 7).rounded() } == [5, 4, 3, 2, 1, 1, 0])
    #expect(
      path.robustness(order: .recomputedDegree)?.values.map { ($0 * 7).rounded() }
        == [5, 3, 1, 1, 1, 1, 0])
  }

  /// By the definition: take nodes out one after another and look.
  @Test(arguments: 0..<12)
  func agreesWithItsDefinition(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, kind: seed % 2 == 0 ? .undirected : .directed)
    let union = graph.undirected
    var left = Set(union.nodes)
    let components = try #require(graph.robustness(order: .recomputedDegree))
    let efficiency = try #require(graph.robustness(order: .recomputedDegree, of: .efficiency))
    for step in 0..<24 {
      let degrees = union.nodes.map { node in
        left.contains(node) ? union.neighbors(of: node).count { left.contains($0) } : -1
      }
      let first = try #require(degrees.indices.max { degrees[$0] < degrees[$1] })
      left.remove(NodeID(first))
      let edges = union.edges.filter { left.contains($0.source) && left.contains($0.target) }
      let rest = Graph(nodeCount: 24, edges: edges)
      let largest = left.isEmpty ? 0 : rest.components().sizes.max() ?? 0
      #expect(abs(components.values[step] - Double(largest) / 24) < 1e-12)
      let expected = try #require(rest.globalEfficiency())
      #expect(abs(efficiency.values[step] - expected) < 1e-12)
    }
    #expect(zip(efficiency.values, efficiency.values.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test func threadsChangeNothing() {
    let graph = randomGraph(seed: 2, nodeCount: 300, edgeCount: 500)
    let order = DepartureOrder.random(repeats: 40, seed: 3)
    let limited = Parallelism.$threads.withValue(1) { graph.robustness(order: order) }
    #expect(limited == graph.robustness(order: order))
  }

  @Test func longPathsAreQuick() {
    let curve = Graph.path(100_000).robustness(order: .recomputedDegree)
    #expect(curve?.values.count == 100_000)
  }
}
