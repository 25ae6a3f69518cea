import Graphs
import Testing

struct BetweennessTests {
  @Test func closedForms() {
    #expect(Graph.path(5).betweenness(scale: .raw).values == [0, 3, 4, 3, 0])
    #expect(Graph.star(6).betweenness().values == [1, 0, 0, 0, 0, 0])
    #expect(Graph.complete(5).betweenness().values == [0, 0, 0, 0, 0])
    #expect(Graph.cycle(5).betweenness(scale: .raw).values == [1, 1, 1, 1, 1])
    #expect(Graph.cycle(4).betweenness(scale: .raw).values == [0.5, 0.5, 0.5, 0.5])
  }

  @Test(arguments: 0..<3)
  func fewNodesScoreZero(nodeCount: Int) {
    let scores = Graph.path(nodeCount).betweenness()
    #expect(scores.values == Array(repeating: 0, count: nodeCount))
  }

  @Test func directedPairsAreOrdered() {
    let cycle = Graph(
      nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0)])
    #expect(cycle.betweenness(scale: .raw).values == [1, 1, 1])
    #expect(cycle.betweenness().values == [0.5, 0.5, 0.5])
  }

  @Test func gridAndLongTreesInClosedForm() {
    let grid = Graph(
      nodeCount: 9,
      edges: [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 8)].map { Edge($0.0, $0.1) }
        + (0..<6).map { Edge($0, $0 + 3) })
    let scores = grid.betweenness(scale: .raw).values
    // A half of 1 with 3, a third each of 1 with 6 and 2 with 3, a sixth of 2 with 6.
    for corner in [0, 2, 6, 8] { #expect(abs(scores[corner] - 4.0 / 3) < 1e-12) }
    #expect(Graph.path(100_000).betweenness(scale: .raw).values[50_000] == 50_000 * 49_999)
    #expect(Graph.star(10_000).betweenness(scale: .raw).values[0] == 9_999 * 9_998 / 2)
  }

  @Test(arguments: [DistanceRule.hops, .inverseWeight])
  func anySumIsTheSameOnOneThread(distances: DistanceRule) {
    let graph = randomGraph(seed: 3, weights: 1...7, nodeCount: 260, edgeCount: 2_100)
    let scores = graph.betweenness(distances: distances)
    let ties = graph.edgeBetweenness(distances: distances)
    Parallelism.$threads.withValue(1) {
      #expect(graph.betweenness(distances: distances) == scores)
      #expect(graph.edgeBetweenness(distances: distances) == ties)
    }
  }

  @Test(arguments: 0..<8)
  func unitWeightsEqualNoWeights(seed: UInt64) {
    let graph = randomGraph(seed: seed, edgeCount: 60)
    // Of weight 2 each, so that lengths are used.
    let weighted = Graph(
      nodeCount: graph.nodeCount,
      edges: graph.edges.map { Edge($0.source, $0.target, weight: 2) })
    let pairs = zip(graph.betweenness(), weighted.betweenness(distances: .inverseWeight))
    #expect(pairs.allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// Lengths that differ a millionfold, and lengths that have no common measure.
  @Test(arguments: [1.0, 1e-6, .pi * 1e-6])
  func lengthsMayDifferGreatly(small: Double) {
    let graph = Graph(
      nodeCount: 4,
      edges: [
        Edge(0, 1, weight: small), Edge(1, 2, weight: 1), Edge(0, 3, weight: small),
        Edge(3, 2, weight: 1),
      ])
    let scores = graph.betweenness(scale: .raw, distances: .inverseWeight).values
    #expect(scores == (small == 1 ? [0.5, 0.5, 0.5, 0.5] : [0, 0.5, 1, 0.5]))
  }

  /// Twins, open and closed, with and without others that hang from them.
  @Test(arguments: 0..<16)
  func agreesWithPairsCountedOneByOne(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let core = randomGraph(seed: seed, nodeCount: 6, edgeCount: 9)
    // Each node of a small graph becomes a group of twins, and some get a leaf.
    let group = (0..<18).map { _ in Int.random(in: 0..<6, using: &generator) }
    var edges: [Edge] = []
    for first in 0..<18 {
      for second in first + 1..<18 {
        let isClosed = group[first] == group[second] && group[first] % 2 == 0
        let isTied = core.hasEdge(from: NodeID(group[first]), to: NodeID(group[second]))
        if isClosed || isTied { edges.append(Edge(first, second)) }
      }
      if Int.random(in: 0..<4, using: &generator) == 0 { edges.append(Edge(first, 18 + first)) }
    }
    let graph = Graph(nodeCount: 36, edges: edges)
    let expected = betweennessByPairs(graph)
    for (node, score) in graph.betweenness(scale: .raw).enumerated() {
      #expect(abs(score - expected.nodes[node]) < 1e-9)
    }
    for (tie, score) in graph.edgeBetweenness(scale: .raw).enumerated() {
      #expect(abs(score - expected.ties[tie]) < 1e-9)
    }
  }

  @Test func strongTiesAreShort() {
    // 0–1–2 is 1/4 + 1/4 long, 0–2 is 1.
    let graph = Graph(
      nodeCount: 3,
      edges: [Edge(0, 1, weight: 4), Edge(1, 2, weight: 4), Edge(0, 2)])
    #expect(graph.betweenness(scale: .raw).values == [0, 0, 0])
    #expect(graph.betweenness(scale: .raw, distances: .inverseWeight).values == [0, 1, 0])
  }

  /// 1/3 + 1/6 = 1/2 and 1/0.3 + 1/0.6 = 1/0.2: both ways from 0 to 3 are as long.
  @Test(arguments: [1.0, 0.1, 1e-3, .pi])
  func equalLengthsAreEqual(scale: Double) {
    let graph = Graph(
      nodeCount: 4,
      edges: [
        Edge(0, 1, weight: 3 * scale), Edge(1, 3, weight: 6 * scale),
        Edge(0, 2, weight: 4 * scale), Edge(2, 3, weight: 4 * scale),
      ])
    let scores = graph.betweenness(scale: .raw, distances: .inverseWeight)
    #expect(scores[NodeID(1)] == 0.5)
    #expect(scores[NodeID(2)] == 0.5)
  }

  /// Over 500 layers of four, 4⁴⁹⁹ shortest paths lead from end to end: more than counts are kept
  /// for plainly, which is 10²⁹⁰.
  @Test func pathCountsMayBeAstronomic() {
    let (layers, width) = (500, 4)
    let scores = layeredGraph(layers: layers, width: width).betweenness(scale: .raw)
    // The six pairs of a layer are joined by the layers beside it, all nodes alike.
    let pairsJoined = { (layer: Int) in layer % (layers - 1) == 0 ? 6.0 / 4 : 6.0 / 8 }
    for layer in [0, 1, 17, layers / 2, layers - 2, layers - 1] {
      var expected = Double(width * layer * (layers - 1 - layer))
      if layer > 0 { expected += pairsJoined(layer - 1) }
      if layer < layers - 1 { expected += pairsJoined(layer + 1) }
      #expect(abs(scores[width * layer] - expected) <= 1e-9 * expected)
    }
  }

  /// The inner nodes of all shortest paths, counted by node and by pair.
  @Test(arguments: 0..<32)
  func sumsToInnerLengthOfPaths(seed: UInt64) {
    for kind in [Graph.Kind.directed, .undirected] {
      let graph = randomGraph(seed: seed, kind: kind)
      let sum = graph.betweenness(scale: .raw).reduce(0, +)
      let inner = hopDistances(graph).flatMap(\.self).reduce(0) { $0 + max(0, ($1 ?? 1) - 1) }
      #expect(abs(sum - Double(inner) / (graph.isDirected ? 1 : 2)) < 1e-8)
    }
  }

  @Test(arguments: 0..<32)
  func followsNodesWhenRelabelled(seed: UInt64) {
    let graph = randomGraph(seed: seed, kind: .directed, weights: 1...5)
    let (order, relabelled) = shuffled(graph, seed: seed)
    for distances in [DistanceRule.hops, .inverseWeight] {
      let scores = graph.betweenness(distances: distances)
      let others = relabelled.betweenness(distances: distances)
      for node in 0..<graph.nodeCount {
        #expect(abs(scores.values[node] - others.values[order[node]]) < 1e-12)
      }
    }
  }

  @Test(arguments: 0..<32)
  func mutualArcsAreAnUndirectedTie(seed: UInt64) {
    let graph = randomGraph(seed: seed, weights: 1...3)
    let arcs = bothWays(graph)
    for distances in [DistanceRule.hops, .inverseWeight] {
      let scores = zip(
        graph.betweenness(distances: distances), arcs.betweenness(distances: distances))
      #expect(scores.allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }
}

/// Betweenness by its definition: for every pair, the share of shortest paths through each node and
/// along each tie, as products of the numbers of paths on either side.
private func betweennessByPairs(_ graph: Graph) -> (nodes: [Double], ties: [Double]) {
  let distance = hopDistances(graph)
  let nodes = Array(0..<graph.nodeCount)
  let paths = nodes.map { source -> [Double] in
    var paths = nodes.map { $0 == source ? 1.0 : 0 }
    let reached = nodes.filter { distance[source][$0] != nil && $0 != source }
    for node in reached.sorted(by: { (distance[source][$0] ?? 0) < (distance[source][$1] ?? 0) }) {
      for neighbor in graph.neighbors(of: NodeID(node))
      where (distance[source][neighbor.index] ?? 0) + 1 == distance[source][node] {
        paths[node] += paths[neighbor.index]
      }
    }
    return paths
  }
  var scores = nodes.map { _ in 0.0 }
  var ties = graph.edges.map { _ in 0.0 }
  for source in nodes {
    for target in nodes where target > source {
      guard let whole = distance[source][target] else { continue }
      let share = 1 / paths[source][target]
      for node in nodes where node != source && node != target {
        guard let before = distance[source][node], let after = distance[node][target],
          before + after == whole
        else { continue }
        scores[node] += share * paths[source][node] * paths[node][target]
      }
      for (tie, edge) in graph.edges.enumerated() {
        let (one, other) = (edge.source.index, edge.target.index)
        for (near, far) in [(one, other), (other, one)] {
          guard let before = distance[source][near], let after = distance[far][target],
            before + 1 + after == whole
          else { continue }
          ties[tie] += share * paths[source][near] * paths[far][target]
        }
      }
    }
  }
  return (scores, ties)
}
