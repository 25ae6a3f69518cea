import Graphs
import Testing

struct TriadCensusTests {
  /// One graph of three nodes for each pattern, drawn from its description.
  static let patterns: [(TriadType, [(Int, Int)])] = [
    (.t003, []), (.t012, [(0, 1)]), (.t102, [(0, 1), (1, 0)]),
    (.t021D, [(1, 0), (1, 2)]), (.t021U, [(0, 1), (2, 1)]), (.t021C, [(0, 1), (1, 2)]),
    (.t111D, [(0, 1), (1, 0), (2, 1)]), (.t111U, [(0, 1), (1, 0), (1, 2)]),
    (.t030T, [(0, 1), (1, 2), (0, 2)]), (.t030C, [(0, 1), (1, 2), (2, 0)]),
    (.t201, [(0, 1), (1, 0), (1, 2), (2, 1)]),
    (.t120D, [(1, 0), (1, 2), (0, 2), (2, 0)]), (.t120U, [(0, 1), (2, 1), (0, 2), (2, 0)]),
    (.t120C, [(0, 1), (1, 2), (0, 2), (2, 0)]),
    (.t210, [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)]),
    (.t300, [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]),
  ]

  @Test(arguments: patterns.indices)
  func knowsEachPattern(number: Int) {
    let (type, arcs) = Self.patterns[number]
    #expect(TriadType.allCases[number] == type)
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let edges = arcs.map { Edge(order[$0], order[$1]) }
      let census = Graph(nodeCount: 3, kind: .directed, edges: edges).triadCensus()
      #expect(census[type] == 1)
      #expect(census.total == 1)
    }
  }

  /// Every set of three nodes, taken out and looked at alone.
  @Test(arguments: 0..<8)
  func addsUpWhatEachTriadIs(seed: UInt64) {
    let graph = randomGraph(seed: seed, kind: .directed, nodeCount: 11, edgeCount: 50)
    var expected = Array(repeating: 0, count: 16)
    for first in 0..<11 {
      for second in first + 1..<11 {
        for third in second + 1..<11 {
          let nodes = [first, second, third]
          let edges = graph.edges.compactMap { edge -> Edge? in
            guard let source = nodes.firstIndex(of: edge.source.index),
              let target = nodes.firstIndex(of: edge.target.index)
            else { return nil }
            return Edge(source, target)
          }
          let alone = Graph(nodeCount: 3, kind: .directed, edges: edges).triadCensus()
          for type in 0..<16 { expected[type] += alone.counts[type] }
        }
      }
    }
    #expect(graph.triadCensus().counts == expected)
  }

  @Test(arguments: 0..<16)
  func sumsToAllTriads(seed: UInt64) {
    let graph = randomGraph(seed: seed, kind: .directed, edgeCount: 90)
    #expect(graph.triadCensus().total == 24 * 23 * 22 / 6)
    #expect(shuffled(graph, seed: seed).graph.triadCensus() == graph.triadCensus())
  }

  @Test(arguments: 0..<16)
  func undirectedTiesAreMutual(seed: UInt64) {
    let graph = randomGraph(seed: seed, edgeCount: 90)
    #expect(graph.triadCensus() == bothWays(graph).triadCensus())
    #expect(graph.dyadCensus() == bothWays(graph).dyadCensus())
  }

  @Test(arguments: 0..<6)
  func smallAndTielessGraphs(nodeCount: Int) {
    for kind in [Graph.Kind.directed, .undirected] {
      let census = Graph(nodeCount: nodeCount, kind: kind, edges: []).triadCensus()
      let triads = nodeCount * (nodeCount - 1) * (nodeCount - 2) / 6
      #expect(census.total == triads)
      #expect(census[.t003] == triads)
      #expect(census.transitivity == nil)
    }
    #expect(Graph.path(nodeCount).triadCensus().total == [0, 0, 0, 1, 4, 10][nodeCount])
    #expect(Graph.star(nodeCount).triadCensus()[.t201] == [0, 0, 0, 1, 3, 6][nodeCount])
  }

  @Test func aLongPathHasItsClosedForm() {
    let nodeCount = 100_000
    let census = Graph.path(nodeCount).triadCensus()
    #expect(census[.t201] == nodeCount - 2)
    #expect(census[.t102] == (nodeCount - 2) * (nodeCount - 3))
    #expect(census.total == nodeCount * (nodeCount - 1) / 2 * (nodeCount - 2) / 3)
  }

  /// Large enough for the work to be shared out.
  @Test func sameOnAnyNumberOfThreads() {
    let graph = randomGraph(seed: 1, kind: .directed, nodeCount: 20_000, edgeCount: 55_000)
    let census = graph.triadCensus()
    let triangles = graph.triangles()
    Parallelism.$threads.withValue(1) {
      #expect(graph.triadCensus() == census)
      #expect(graph.triangles() == triangles)
    }
    let closed: [TriadType] = [.t030T, .t030C, .t120D, .t120U, .t120C, .t210, .t300]
    #expect(triangles.reduce(0, +) == 3 * closed.reduce(0) { $0 + census[$1] })
  }

  /// Adding a node without ties adds one triad per pair, with what the pair had.
  @Test func anIsolateAddsTheDyads() {
    let graph = randomGraph(seed: 1, kind: .directed)
    let larger = Graph(nodeCount: 25, kind: .directed, edges: graph.edges)
    let (census, dyads, after) = (graph.triadCensus(), graph.dyadCensus(), larger.triadCensus())
    for type in TriadType.allCases {
      let added: Int =
        switch type {
        case .t003: dyads.null
        case .t012: dyads.oneWay
        case .t102: dyads.mutual
        default: 0
        }
      #expect(after[type] == census[type] + added)
    }
  }
}

struct DyadCensusTests {
  private let arcs = Graph(
    nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 0), Edge(1, 2)])

  @Test func formsOfReciprocity() {
    let census = arcs.dyadCensus()
    #expect([census.mutual, census.oneWay, census.null] == [1, 1, 1])
    #expect(census.reciprocityOfArcs == arcs.reciprocity)
    #expect(census.reciprocityOfTiedPairs == 0.5)
    #expect(census.symmetryOfPairs == 2.0 / 3)
  }

  @Test func undefinedCases() {
    for nodeCount in 0..<2 {
      let census = Graph(nodeCount: nodeCount, kind: .directed, edges: []).dyadCensus()
      #expect(census.null == 0)
      #expect(census.symmetryOfPairs == nil)
    }
    let tieless = Graph(nodeCount: 3, kind: .directed, edges: []).dyadCensus()
    #expect(tieless.reciprocityOfArcs == nil)
    #expect(tieless.reciprocityOfTiedPairs == nil)
    #expect(tieless.symmetryOfPairs == 1)
  }

  @Test(arguments: 0..<16)
  func countsAllPairs(seed: UInt64) {
    let graph = randomGraph(seed: seed, kind: .directed, edgeCount: 120)
    let census = graph.dyadCensus()
    #expect(2 * census.mutual + census.oneWay == graph.edgeCount)
    #expect(census.mutual + census.oneWay == graph.undirected.edgeCount)
    #expect(census.mutual + census.oneWay + census.null == 24 * 23 / 2)
  }
}
