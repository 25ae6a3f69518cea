import Graphs
import Testing

struct RewiringTests {
  @Test(arguments: 0..<32, [Graph.Kind.directed, .undirected])
  func keepsDegreesAndSimplicity(seed: UInt64, kind: Graph.Kind) {
    let graph = randomGraph(seed: seed, kind: kind, weights: 1...4)
    var generator = SeededGenerator(seed: seed)
    let rewired = graph.rewired(using: &generator)
    #expect(rewired.inDegree() == graph.inDegree())
    #expect(rewired.outDegree() == graph.outDegree())
    #expect(rewired.edgeCount == graph.edgeCount)
    #expect(rewired.selfLoopCount == 0)
    #expect(rewired.parallelEdgeCount == 0)
    #expect(rewired.edges.map(\.weight).sorted() == graph.edges.map(\.weight).sorted())
    #expect(rewired != graph)
  }

  /// Above 8,192 nodes ties are looked up in another way.
  @Test func largeGraphsToo() {
    var generator = SeededGenerator(seed: 1)
    let graph = Graph.cycle(9_000)
    let rewired = graph.rewired(attemptsPerEdge: 2, using: &generator)
    #expect(rewired.degree() == graph.degree())
    #expect(rewired.parallelEdgeCount == 0)
    #expect(rewired != graph)
  }

  @Test func nothingToTrade() {
    var generator = SeededGenerator(seed: 1)
    for graph in [Graph(nodeCount: 0, edges: []), .path(2), .star(6), .complete(5)] {
      #expect(graph.rewired(using: &generator) == graph)
    }
  }

  /// All graphs of some degrees come up as often.
  ///
  /// Degrees 2, 1, 1, 1, 1: the hub has two of four, the others are a pair; six graphs.
  @Test func graphsOfSameDegreesAreEquallyLikely() {
    let graph = Graph(nodeCount: 5, edges: [Edge(0, 1), Edge(0, 2), Edge(3, 4)])
    var generator = SeededGenerator(seed: 7)
    var counts: [Graph: Int] = [:]
    for _ in 0..<6_000 { counts[graph.rewired(using: &generator), default: 0] += 1 }
    #expect(counts.count == 6)
    // Five standard deviations of a count of mean 1,000.
    #expect(counts.values.allSatisfy { abs($0 - 1_000) < 145 })
  }
}

struct ModularitySignificanceTests {
  @Test func plainSilosAreSignificant() throws {
    let first = Graph.complete(6).edges
    let second = first.map { Edge($0.source.index + 6, $0.target.index + 6) }
    let barbell = Graph(nodeCount: 12, edges: first + second + [Edge(0, 6)])
    let test = try #require(barbell.modularitySignificance(replicates: 199, seed: 1))
    #expect(test.p == 1.0 / 200)
    #expect(try #require(test.z) > 4)
    #expect(test.replicates == 199)
  }

  /// A random graph is its own null model: *p* is spread over 0 to 1.
  @Test func randomGraphsAreNot() throws {
    let tests = try (0..<40).map { seed in
      let graph = randomGraph(seed: UInt64(seed), edgeCount: 60)
      return try #require(graph.modularitySignificance(replicates: 99, seed: UInt64(seed)))
    }
    #expect(tests.count { $0.p <= 0.05 } <= 7)
    let mean = tests.reduce(0) { $0 + $1.p } / 40
    #expect((0.35...0.65).contains(mean))
  }

  @Test func undefinedCases() {
    #expect(Graph(nodeCount: 3, edges: []).modularitySignificance(seed: 1) == nil)
    // Only one graph has these degrees.
    let complete = Graph.complete(5).modularitySignificance(replicates: 19, seed: 1)
    #expect(complete?.z == nil)
    #expect(complete?.p == 1)
  }

  @Test func sameSeedSameResult() {
    let graph = randomGraph(seed: 5, weights: 1...3)
    let test = graph.modularitySignificance(runsPerReplicate: 3, replicates: 49, seed: 9)
    #expect(test == graph.modularitySignificance(runsPerReplicate: 3, replicates: 49, seed: 9))
    #expect(test != graph.modularitySignificance(runsPerReplicate: 3, replicates: 49, seed: 10))
  }
}

struct SeededGeneratorTests {
  /// The first numbers of SplitMix64 for seed 0, as its authors' C code gives them.
  @Test func streamIsThatOfSplitMix64() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
    #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(generator.next() == 0x06C4_5D18_8009_454F)
  }

  @Test func streamsOfNeighbouringSeedsDoNotMeet() {
    var numbers: Set<UInt64> = []
    for seed in 0..<64 as Range<UInt64> {
      for stream in 0..<64 {
        var generator = SeededGenerator(seed: seed, stream: stream)
        for _ in 0..<4 { numbers.insert(generator.next()) }
      }
    }
    #expect(numbers.count == 64 * 64 * 4)
  }

  /// The replicates of a seed are not those of the seed before, one place on.
  @Test func neighbouringSeedsGiveOtherReplicates() throws {
    let graph = randomGraph(seed: 5, edgeCount: 60)
    let runs = [1, 2].map { graph.bestLeidenCommunities(runs: 20, seed: $0).partitionsOfRuns }
    #expect(Array(runs[0].dropFirst()) != Array(runs[1].dropLast()))

    let labels = graph.nodes.map { $0.index % 3 }
    let other = Partition(labels: graph.nodes.map { $0.index % 4 })
    let means: [(_ replicates: Int, _ seed: UInt64) throws -> Double] = [
      { try #require(graph.modularitySignificance(replicates: $0, seed: $1)).nullMean },
      {
        try #require(graph.externalInternalSignificance(of: labels, permutations: $0, seed: $1))
          .mean
      },
      { Partition(labels: labels).agreementSignificance(other, permutations: $0, seed: $1).mean },
    ]
    for mean in means {
      let first = try (1...12).map { Double($0) * (try mean($0, 1)) }
      let second = try (1...11).map { Double($0) * (try mean($0, 2)) }
      let shifted = zip(first.dropFirst(), second).map { $0 - first[0] - $1 }
      #expect(shifted.contains { abs($0) > 1e-9 })
    }
  }
}
