import Graphs
import Testing

struct ReachTests {
  @Test func closedForms() {
    #expect(Graph.path(3).harmonic().values == [0.75, 1, 0.75])
    #expect(Graph.complete(4).harmonic().values == [1, 1, 1, 1])
    let leaf = 4.0 / 7
    #expect(Graph.star(5).closenessWassermanFaust().values == [1, leaf, leaf, leaf, leaf])
    #expect(Graph.path(3).globalEfficiency() == 5.0 / 6)
    #expect(Graph.path(3).averagePathLength() == 4.0 / 3)
    #expect(Graph.path(260).diameter() == 259)
    #expect(Graph.complete(5).globalEfficiency() == 1)
    #expect(Graph.star(5).closenessWithinReach().values == [1, leaf, leaf, leaf, leaf])
    #expect(Graph.path(5).reach(within: 2).values == [2, 3, 4, 3, 2])
    #expect(Graph.path(5).reach(within: 0).values == [0, 0, 0, 0, 0])
  }

  @Test func closenessWithinReachIgnoresTheRest() {
    let graph = Graph(nodeCount: 4, edges: [Edge(0, 1)])
    #expect(graph.closenessWithinReach().values == [1, 1, nil, nil])
    let arcs = Graph(nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 2)])
    #expect(arcs.closenessWithinReach().values == [2.0 / 3, 1, nil])
    #expect(arcs.closenessWithinReach(direction: .incoming).values == [nil, 1, 2.0 / 3])
    #expect(arcs.reach(within: 2).values == [2, 1, 0])
    #expect(arcs.reach(within: 1, direction: .incoming).values == [0, 1, 1])
  }

  /// Nodes in like positions have the same bits, wherever they stand and however the work is cut.
  @Test func leavesOfAStarAreAllAlike() {
    let star = Graph.star(600)
    let lengths = star.pathLengths()
    #expect(Set(lengths.harmonic.dropFirst()).count == 1)
    #expect(Set(lengths.closenessWassermanFaust.dropFirst()).count == 1)
  }

  @Test(arguments: [Graph.Kind.directed, .undirected])
  func sameBitsWhenRelabelledAndOnAnyNumberOfThreads(kind: Graph.Kind) {
    let graph = randomGraph(seed: 1, kind: kind, nodeCount: 600, edgeCount: 1_200)
    let (order, relabelled) = shuffled(graph, seed: 1)
    let lengths = graph.pathLengths()
    let others = relabelled.pathLengths()
    #expect(lengths.harmonic.values == order.map { others.harmonic.values[$0] })
    #expect(Parallelism.$threads.withValue(1) { graph.pathLengths() } == lengths)
  }

  @Test(arguments: 0..<8, [Graph.Kind.directed, .undirected])
  func reachWithinStepsAgreesWithPlainSearches(seed: UInt64, kind: Graph.Kind) {
    let graph = randomGraph(seed: seed, kind: kind, edgeCount: 30)
    let distances = hopDistances(graph)
    for steps in 1..<5 {
      let reach = graph.reach(within: steps)
      let incoming = graph.reach(within: steps, direction: .incoming)
      for node in 0..<graph.nodeCount {
        let isNear = { (distance: Int?) in (1...steps).contains(distance ?? 0) }
        #expect(reach[node] == distances[node].count(where: isNear))
        #expect(incoming[node] == distances.map { $0[node] }.count(where: isNear))
      }
    }
  }

  @Test func undefinedCases() {
    for nodeCount in 0..<2 {
      let graph = Graph(nodeCount: nodeCount, edges: [])
      #expect(graph.globalEfficiency() == nil)
      #expect(graph.averagePathLength() == nil)
      #expect(graph.diameter() == nil)
      #expect(graph.pathLengths().reachableShare == nil)
      #expect(graph.harmonic().values == Array(repeating: 0, count: nodeCount))
    }
    let tieless = Graph(nodeCount: 3, edges: [])
    #expect(tieless.globalEfficiency() == 0)
    #expect(tieless.averagePathLength() == nil)
    #expect(tieless.closenessWassermanFaust().values == [0, 0, 0])
    #expect(tieless.closenessWithinReach().values == [nil, nil, nil])
    #expect(tieless.reach(within: 2).values == [0, 0, 0])
  }

  @Test func directionsDiffer() {
    let arcs = Graph(nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 2)])
    #expect(arcs.harmonic().values == [0.75, 0.5, 0])
    #expect(arcs.harmonic(direction: .incoming).values == [0, 0.5, 0.75])
    let weighted = Graph(nodeCount: 2, kind: .directed, edges: [Edge(0, 1, weight: 4)])
    #expect(weighted.harmonic(distances: .inverseWeight).values == [4, 0])
    #expect(weighted.harmonic(direction: .incoming, distances: .inverseWeight).values == [0, 4])
  }

  /// Above 512 nodes there are several batches, and several chunks.
  @Test(arguments: 0..<2, [Graph.Kind.directed, .undirected])
  func agreesWithPlainSearches(seed: UInt64, kind: Graph.Kind) {
    let graph = randomGraph(seed: seed, kind: kind, nodeCount: 600, edgeCount: 1_200)
    let distances = hopDistances(graph)
    let lengths = graph.pathLengths()
    for node in 0..<graph.nodeCount {
      let others = distances[node].compactMap(\.self).filter { $0 > 0 }
      #expect(lengths.reachedCount[node] == others.count)
      #expect(lengths.distanceSum[node] == Double(others.reduce(0, +)))
      #expect(lengths.eccentricity[node] == Double(others.max() ?? 0))
      let inverse = others.reduce(0) { $0 + 1 / Double($1) }
      #expect(abs(lengths.inverseSum[node] - inverse) < 1e-9)
    }
  }

  /// A weight of 2 on every tie halves every distance; the weighted search finds it.
  @Test(arguments: 0..<8, [PathDirection.outgoing, .incoming])
  func weightedAndHopSearchesAgree(seed: UInt64, direction: PathDirection) {
    let graph = randomGraph(seed: seed, kind: .directed)
    let double = Graph(
      nodeCount: graph.nodeCount, kind: .directed,
      edges: graph.edges.map { Edge($0.source, $0.target, weight: 2) })
    let hops = graph.pathLengths(direction: direction)
    let halves = double.pathLengths(direction: direction, distances: .inverseWeight)
    #expect(hops.distanceSum.values == halves.distanceSum.values.map { 2 * $0 })
    #expect(hops.reachedCount == halves.reachedCount)
  }

  @Test(arguments: 0..<16)
  func mutualArcsAreAnUndirectedTie(seed: UInt64) {
    let graph = randomGraph(seed: seed, weights: 1...3)
    for distances in [DistanceRule.hops, .inverseWeight] {
      #expect(
        graph.pathLengths(distances: distances) == bothWays(graph).pathLengths(distances: distances)
      )
    }
  }
}

struct DensityTests {
  @Test func closedForms() {
    #expect(Graph.complete(5).density == 1)
    #expect(Graph.path(3).density == 2.0 / 3)
    #expect(Graph(nodeCount: 1, edges: []).density == nil)
    #expect(bothWays(.complete(3)).density == 1)
  }

  @Test func reciprocityCountsArcs() {
    let arcs = Graph(nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 0), Edge(1, 2)])
    #expect(arcs.reciprocity == 2.0 / 3)
    #expect(Graph.path(3).reciprocity == nil)
    #expect(Graph(nodeCount: 3, kind: .directed, edges: []).reciprocity == nil)
  }

  @Test func transitivityIsUndefinedWithoutPairsOfTies() {
    #expect(Graph.complete(4).transitivity() == 1)
    #expect(Graph.star(4).transitivity() == 0)
    #expect(Graph.path(2).transitivity() == nil)
    #expect(Graph(nodeCount: 0, edges: []).transitivity() == nil)
  }
}

struct DegreeTests {
  private let arcs = Graph(
    nodeCount: 3, kind: .directed,
    edges: [Edge(0, 1, weight: 2), Edge(1, 0), Edge(1, 2, weight: 4)])

  @Test func directionsAreKeptApart() {
    #expect(arcs.outDegree().values == [1, 2, 0])
    #expect(arcs.inDegree().values == [1, 1, 1])
    #expect(arcs.degree().values == [2, 3, 1])
    #expect(arcs.outStrength().values == [2, 5, 0])
    #expect(arcs.inStrength().values == [1, 2, 4])
    #expect(arcs.strength().values == [3, 7, 4])
  }

  @Test func unweightedStrengthIsDegree() {
    #expect(arcs.unweighted.strength().values == [2, 3, 1])
    #expect(!arcs.unweighted.isWeighted)
    #expect(arcs.unweighted.edgeCount == 3)
  }

  @Test(arguments: 0..<8)
  func handshake(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    #expect(graph.degree().reduce(0, +) == 2 * graph.edgeCount)
  }
}
