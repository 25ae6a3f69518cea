import Graphs
import Testing

/// Groups of one size; a tie leads into its own group with a chance of 1 − `mixing`.
func plantedPartition(
  groups: Int, size: Int, tiesPerNode: Int, mixing: Double, seed: UInt64
) -> (graph: Graph, planted: Partition) {
  var generator = SeededGenerator(seed: seed)
  let nodeCount = groups * size
  let edges = (0..<nodeCount * tiesPerNode).map { place in
    let node = place / tiesPerNode
    let isInside = Double.random(in: 0..<1, using: &generator) >= mixing
    let other =
      isInside
      ? node / size * size + Int.random(in: 0..<size, using: &generator)
      : Int.random(in: 0..<nodeCount, using: &generator)
    return Edge(node, other)
  }
  return (
    Graph(nodeCount: nodeCount, edges: edges).unweighted,
    Partition(labels: (0..<nodeCount).map { $0 / size })
  )
}

/// 40 nodes in four groups of ten, 108 arcs, the same in other languages: SplitMix64 of seed 7.
private var directedReference: Graph {
  var generator = SeededGenerator(seed: 7)
  var arcs: Set<Edge> = []
  for node in 0..<40 {
    for _ in 0..<3 {
      let drawn = generator.next()
      let number = Int(drawn >> 33)
      let other = drawn & 7 < 5 ? node / 10 * 10 + number % 10 : number % 40
      if other != node { arcs.insert(Edge(node, other)) }
    }
  }
  return Graph(nodeCount: 40, kind: .directed, edges: arcs)
}

struct DirectedModularityTests {
  /// igraph 1.0, `modularity(membership, directed=True)`.
  @Test func valuesOfIgraph() throws {
    let pairs = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3), (1, 0), (4, 3)]
    let triangles = Graph(
      nodeCount: 6, kind: .directed, edges: pairs.map { Edge($0.0, $0.1) })
    let halves = Partition(labels: [0, 0, 0, 1, 1, 1])
    let plain = try #require(triangles.quality(of: halves, by: .directedModularity()))
    #expect(abs(plain - 0.3950617283950617) < 1e-12)
    let fine = try #require(
      triangles.quality(of: halves, by: .directedModularity(resolution: 1.5)))
    #expect(abs(fine - 0.14814814814814814) < 1e-12)
    let found = triangles.bestCommunities(by: .directedModularity(), runs: 10, seed: 1)
    #expect(found.partition == halves)
    #expect(found.modularity == plain)
  }

  /// The best of 300 runs of leidenalg 0.12, weighted and not.
  @Test func reachesTheBestOfLeidenalg() throws {
    let rings = (0..<5).map { ($0, ($0 + 1) % 5) } + (0..<5).map { (5 + $0, 5 + ($0 + 1) % 5) }
    let across = [(0, 2), (5, 8), (4, 5), (9, 1), (3, 7)]
    let weights = [1, 2, 3, 1, 2, 1, 1, 4, 2, 1, 2, 1, 1, 1, 2]
    let weighted = Graph(
      nodeCount: 10, kind: .directed,
      edges: zip(rings + across, weights).map { Edge($0.0, $0.1, weight: Double($1)) })
    let found = weighted.bestCommunities(by: .directedModularity(), runs: 20, seed: 1)
    #expect(abs(try #require(found.modularity) - 0.3424) < 1e-12)
    #expect(found.partition == Partition(labels: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]))

    #expect(directedReference.edgeCount == 108)
    let best = directedReference.bestCommunities(by: .directedModularity(), seed: 1)
    #expect(try #require(best.modularity) >= 0.5 - 1e-12)
  }

  @Test(arguments: 0..<16)
  func mutualArcsAreAnUndirectedTie(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, weights: 1...4)
    let undirected = graph.bestCommunities(runs: 10, seed: seed)
    let directed = bothWays(graph).bestCommunities(by: .directedModularity(), runs: 10, seed: seed)
    #expect(abs(try #require(directed.modularity) - (undirected.modularity ?? .nan)) < 1e-9)
    let same = graph.bestCommunities(by: .directedModularity(), runs: 10, seed: seed)
    #expect(same.partition == undirected.partition)
  }

  @Test(arguments: 0..<16)
  func qualityOfRunsIsThatOfTheGraph(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, kind: .directed, weights: 1...4)
    let found = graph.bestCommunities(
      by: .directedModularity(resolution: 1.2), runs: 5, seed: seed)
    for (partition, quality) in zip(found.partitionsOfRuns, found.qualityOfRuns) {
      let own = try #require(
        graph.quality(of: partition, by: .directedModularity(resolution: 1.2)))
      #expect(abs(own - quality) < 1e-12)
    }
  }
}

struct DetectionTests {
  /// The best of 300 runs of leidenalg 0.12 by `CPMVertexPartition`, halved.
  @Test func reachesTheBestOfLeidenalgByDensity() throws {
    let graph = Graph(nodeCount: 40, edges: directedReference.undirected.edges).unweighted
    #expect(graph.edgeCount == 98)
    for (resolution, best) in [(0.1, 53.8), (0.2, 39.0)] {
      let found = graph.bestCommunities(by: .constantPotts(resolution: resolution), seed: 1)
      #expect(try #require(found.quality) >= best - 1e-9)
    }
  }

  @Test(arguments: 0..<4)
  func plantedGroupsAreRecovered(seed: UInt64) throws {
    let (graph, planted) = plantedPartition(
      groups: 12, size: 25, tiesPerNode: 6, mixing: 0.3, seed: seed)
    let found = graph.bestCommunities(runs: 8, seed: seed)
    #expect(found.partition.adjustedRandIndex(planted) > 0.97)
    #expect(try #require(found.modularity) >= (graph.modularity(of: planted) ?? .nan) - 1e-12)
    let louvain = graph.bestCommunities(method: .louvain, runs: 8, seed: seed)
    #expect(louvain.partition.adjustedRandIndex(planted) > 0.8)
    #expect((found.quality ?? 0) >= (louvain.quality ?? 0) - 1e-12)
  }

  /// Every run of Leiden, not the best alone, by every quality; ties that cross nothing included.
  @Test(arguments: 0..<16)
  func groupsOfLeidenAreConnected(seed: UInt64) {
    let graph = randomGraph(
      seed: seed, kind: .directed, weights: 1...9, nodeCount: 80, edgeCount: 110)
    let qualities: [PartitionQuality] = [
      .modularity(), .modularity(resolution: 0.3), .constantPotts(resolution: 0.1),
      .directedModularity(),
    ]
    for quality in qualities {
      let found = graph.bestCommunities(by: quality, runs: 6, seed: seed)
      for partition in found.partitionsOfRuns + [found.partition] {
        let inside = graph.edges.filter {
          partition.group(of: $0.source) == partition.group(of: $0.target)
        }
        let pieces = Graph(nodeCount: 80, edges: inside).components()
        #expect(pieces == partition)
      }
    }
  }

  /// A graph without groups has very many divisions about as good: runs differ, and what two have in
  /// common leads on.
  @Test(arguments: 0..<4)
  func joiningFindsWhatNoRunFound(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, nodeCount: 300, edgeCount: 900)
    let found = graph.bestCommunities(runs: 8, seed: seed)
    let bestRun = try #require(found.qualityOfRuns.max())
    #expect(try #require(found.quality) > bestRun + 1e-6)
    #expect(found.runsReachingBest == 0)
    #expect(!found.partitionsOfRuns.contains(found.partition))
    let alone = Parallelism.$threads.withValue(1) { graph.bestCommunities(runs: 8, seed: seed) }
    #expect(alone == found)
  }

  /// What runs agree on is not looked at again.
  @Test func joiningLeavesWhatEveryRunFound() {
    let found = Graph.path(4).bestCommunities(runs: 9, seed: 1)
    #expect(found.runsReachingBest == 9)
    #expect(found.partition == Partition(labels: [0, 0, 1, 1]))
  }

  @Test func isolatesAreInNoGroup() {
    let ties = Graph.complete(4).edges
    let graph = Graph(nodeCount: 7, edges: ties.map { Edge($0.source.index, $0.target.index + 2) })
    let isolates = graph.nodes.filter { graph.degree()[$0] == 0 }
    #expect(!isolates.isEmpty)
    let methods: [CommunityMethod] = [.leiden(), .leiden(passes: 1), .louvain, .labelPropagation]
    for method in methods {
      for quality in [PartitionQuality.modularity(), .constantPotts(resolution: 0.01)] {
        let found = graph.bestCommunities(by: quality, method: method, runs: 4, seed: 1)
        let sizes = found.partition.sizes
        for isolate in isolates { #expect(sizes[found.partition.group(of: isolate)] == 1) }
      }
    }
  }

  @Test func smallestGraphs() {
    let methods: [CommunityMethod] = [.leiden(), .louvain, .labelPropagation]
    for method in methods {
      for count in [0, 1, 3] {
        let found = Graph(nodeCount: count, edges: []).bestCommunities(
          method: method, runs: 3, seed: 1)
        #expect(found.partition == .singletons(count: count))
        #expect(found.quality == nil)
        #expect(found.stability() == nil)
      }
      let pair = Graph.path(2).bestCommunities(method: method, runs: 3, seed: 1)
      #expect(pair.partition.groupCount == 1)
      #expect(pair.modularity == 0)
    }
  }

  @Test func labelsSpreadWithinCliques() {
    let first = Graph.complete(8).edges
    let second = first.map { Edge($0.source.index + 8, $0.target.index + 8) }
    let graph = Graph(nodeCount: 16, edges: first + second + [Edge(7, 8)])
    let found = graph.bestCommunities(method: .labelPropagation, runs: 10, seed: 1)
    #expect(found.partition == Partition(labels: (0..<16).map { $0 / 8 }))
  }

  /// Units are the user's: hours or minutes give the same groups.
  @Test(arguments: [1e-9, 60, 1e9])
  func unitsOfWeightsDoNotMatter(unit: Double) {
    let graph = randomGraph(seed: 3, weights: 1...5, nodeCount: 40, edgeCount: 90)
    let scaled = Graph(
      nodeCount: 40,
      edges: graph.edges.map { Edge($0.source, $0.target, weight: unit * $0.weight) })
    let first = graph.bestCommunities(runs: 20, seed: 1)
    let second = scaled.bestCommunities(runs: 20, seed: 1)
    #expect(abs((first.modularity ?? .nan) - (second.modularity ?? .nan)) < 1e-9)
  }

  @Test func passesEndEarly() throws {
    let (graph, _) = plantedPartition(
      groups: 10, size: 30, tiesPerNode: 3, mixing: 0.5, seed: 2)
    let one = graph.bestCommunities(method: .leiden(passes: 1), runs: 5, seed: 1)
    let all = graph.bestCommunities(runs: 5, seed: 1)
    #expect(try #require(one.modularity) < (all.modularity ?? .nan))
    #expect(one.method == .leiden(passes: 1))
  }

  @Test(arguments: [CommunityMethod.leiden(), .louvain, .labelPropagation])
  func sameBytesOnAnyNumberOfThreads(method: CommunityMethod) {
    let (graph, _) = plantedPartition(groups: 20, size: 30, tiesPerNode: 3, mixing: 0.5, seed: 1)
    let found = [1, 2, 3].map { threads in
      Parallelism.$threads.withValue(threads) {
        graph.bestCommunities(method: method, runs: 19, seed: 5)
      }
    }
    #expect(found[0] == found[1])
    #expect(found[0] == found[2])
  }
}
