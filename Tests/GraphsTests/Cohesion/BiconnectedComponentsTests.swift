import Graphs
import Testing

struct BiconnectedComponentsTests {
  @Test func closedForms() {
    #expect(Graph.path(4).biconnectedComponents().sizes == [2, 2, 2])
    #expect(Graph.star(5).biconnectedComponents().sizes == [2, 2, 2, 2])
    #expect(Graph.cycle(5).biconnectedComponents().sizes == [5])
    #expect(Graph.complete(4).biconnectedComponents().sizes == [4])
    #expect(Graph(nodeCount: 0, edges: []).biconnectedComponents().count == 0)
    #expect(Graph(nodeCount: 1, edges: []).biconnectedComponents().count == 0)
    #expect(Graph(nodeCount: 3, edges: []).biconnectedComponents().sizes == [])
  }

  @Test func twoTrianglesShareANode() throws {
    let edges = [Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(2, 3), Edge(3, 4), Edge(4, 2)]
    let graph = Graph(nodeCount: 6, edges: edges)
    let blocks = graph.biconnectedComponents()
    #expect(blocks.sizes == [3, 3])
    #expect(graph.articulationPoints() == [NodeID(2)])
    let first = try #require(blocks.block(of: NodeID(0), and: NodeID(1)))
    #expect(Set(blocks.nodes(of: first)) == [NodeID(0), NodeID(1), NodeID(2)])
    #expect(blocks.block(of: NodeID(0), and: NodeID(3)) == nil)
    #expect(blocks.block(of: NodeID(5), and: NodeID(3)) == nil)
  }

  @Test func aLongPathDoesNotOverflowTheStack() {
    let blocks = Graph.path(100_000).biconnectedComponents()
    #expect(blocks.count == 99_999)
  }

  /// By the definition: two ties share a block exactly where they are the same or a cycle runs
  /// through both, that is where no third node's removal keeps one from the other.
  @Test(arguments: 0..<16)
  func tiesShareABlockWhereNoNodeParts(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, nodeCount: 14, edgeCount: 20)
    let blocks = graph.biconnectedComponents()
    // Without one node, ties that are in different components are in different blocks.
    var apart: [[Bool]] = graph.edges.map { _ in graph.edges.map { _ in false } }
    for removed in graph.nodes {
      let rest = graph.edges.filter { $0.source != removed && $0.target != removed }
      let parts = Graph(nodeCount: graph.nodeCount, edges: rest).components().groups
      let part = graph.edges.map { edge in
        parts[(edge.source == removed ? edge.target : edge.source).index]
      }
      for first in apart.indices {
        for second in apart.indices where part[first] != part[second] {
          apart[first][second] = true
        }
      }
    }
    let found = try graph.edges.map { try #require(blocks.block(of: $0.source, and: $0.target)) }
    for first in apart.indices {
      for second in apart.indices {
        #expect((found[first] != found[second]) == apart[first][second])
      }
    }
  }

  /// The order lets sums be carried from the leaves to the root.
  @Test(arguments: 0..<16)
  func blocksComeAfterThoseThatHangFromThem(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    let blocks = graph.biconnectedComponents()
    for block in 0..<blocks.count {
      let head = blocks.head(of: block)
      #expect(blocks.nodes(of: block).first == head)
      if let above = blocks.blockAbove(head) { #expect(above > block) }
      for node in blocks.nodes(of: block).dropFirst() {
        #expect(blocks.blockAbove(node) == block)
      }
    }
  }

  @Test(arguments: 0..<16)
  func mutualArcsAreAnUndirectedTie(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    #expect(bothWays(graph).biconnectedComponents() == graph.biconnectedComponents())
    let arcs = randomGraph(seed: seed, kind: .directed)
    #expect(arcs.biconnectedComponents() == arcs.undirected.biconnectedComponents())
  }

  @Test(arguments: 0..<16)
  func followNodesWhenRelabelled(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    let (order, relabelled) = shuffled(graph, seed: seed)
    let blocks = graph.biconnectedComponents()
    let others = relabelled.biconnectedComponents()
    let moved = (0..<blocks.count).map { Set(blocks.nodes(of: $0).map { order[$0.index] }) }
    #expect(
      Set(moved) == Set((0..<others.count).map { Set(others.nodes(of: $0).map(\.index)) }))
  }
}
