import Graphs
import Testing

/// The smallest number of nodes without which the rest is apart, by trying all sets.
private func plainVertexConnectivity(_ graph: Graph) -> Int {
  let all = 1 << graph.nodeCount
  let cuts = (0..<all).filter { removed in
    let left = graph.nodes.filter { removed >> $0.index & 1 == 0 }
    guard left.count > 1 else { return left.count == 1 }
    return plainComponents(graph, without: removed) > 1
  }
  return cuts.map(\.nonzeroBitCount).min() ?? 0
}

private func plainComponents(_ graph: Graph, without removed: Int) -> Int {
  let rest = graph.edges.filter {
    removed >> $0.source.index & 1 == 0 && removed >> $0.target.index & 1 == 0
  }
  // The nodes removed stay as components of their own.
  return Graph(nodeCount: graph.nodeCount, edges: rest).components().groupCount
    - removed.nonzeroBitCount
}

/// The smallest number of ties between a set of nodes and the others, by trying all sets.
private func plainEdgeConnectivity(_ graph: Graph) -> Int {
  (1..<(1 << (graph.nodeCount - 1))).map { side in
    graph.edges.count { (side >> $0.source.index ^ side >> $0.target.index) & 1 == 1 }
  }.min() ?? 0
}

struct VertexAndEdgeConnectivityTests {
  @Test func closedForms() {
    #expect(Graph.complete(6).vertexConnectivity() == 5)
    #expect(Graph.complete(6).edgeConnectivity() == 5)
    #expect(Graph.cycle(6).vertexConnectivity() == 2)
    #expect(Graph.cycle(6).edgeConnectivity() == 2)
    #expect(Graph.star(6).vertexConnectivity() == 1)
    #expect(Graph.path(2).vertexConnectivity() == 1)
    #expect(Graph.path(2).edgeConnectivity() == 1)
    #expect(Graph(nodeCount: 2, edges: []).vertexConnectivity() == 0)
    #expect(Graph(nodeCount: 2, edges: []).edgeConnectivity() == 0)
    #expect(Graph.path(1).vertexConnectivity() == nil)
    #expect(Graph(nodeCount: 0, edges: []).edgeConnectivity() == nil)
    // Two complete graphs of five that share two nodes: both hang on those, but on more ties.
    let shared = Graph.complete(5).edges.map {
      Edge($0.source.index + 3, $0.target.index + 3)
    }
    let glued = Graph(nodeCount: 8, edges: Graph.complete(5).edges + shared)
    #expect(glued.vertexConnectivity() == 2)
    #expect(glued.edgeConnectivity() == 4)
  }

  /// Between two sides the smaller one is the cut; of a cube, the neighbours of a node.
  @Test func regularForms() {
    let sides = (0..<4).flatMap { first in (4..<11).map { Edge(first, $0) } }
    #expect(Graph(nodeCount: 11, edges: sides).vertexConnectivity() == 4)
    #expect(Graph(nodeCount: 11, edges: sides).edgeConnectivity() == 4)
    let cube = (0..<32).flatMap { node in (0..<5).map { Edge(node, node ^ (1 << $0)) } }
      .filter { $0.source < $0.target }
    #expect(Graph(nodeCount: 32, edges: cube).vertexConnectivity() == 5)
    #expect(Graph(nodeCount: 32, edges: cube).edgeConnectivity() == 5)
  }

  @Test(arguments: 0..<48)
  func agreeWithTryingAllCuts(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, nodeCount: 8, edgeCount: 8 + Int(seed) % 6 * 5)
    let nodes = try #require(graph.vertexConnectivity())
    let ties = try #require(graph.edgeConnectivity())
    #expect(nodes == plainVertexConnectivity(graph))
    #expect(ties == plainEdgeConnectivity(graph))
    #expect(nodes <= ties)
    #expect(ties <= graph.degree().min() ?? 0)
    let other = shuffled(graph, seed: seed).graph
    #expect(other.vertexConnectivity() == nodes)
    #expect(bothWays(other).edgeConnectivity() == ties)
    #expect(bothWays(other).vertexConnectivity() == nodes)
  }

  /// Planted: two dense halves and so many nodes that both know.
  @Test(arguments: 2..<6)
  func findsAPlantedCut(width: Int) {
    var edges: [Edge] = []
    for first in 0..<30 {
      for second in first + 1..<30 {
        let sameHalf = (first < 15) == (second < 15)
        if sameHalf || (first < width && second < 15 + width && second - first == 15) {
          edges.append(Edge(first, second))
        }
      }
    }
    let graph = Graph(nodeCount: 30, edges: edges)
    #expect(graph.vertexConnectivity() == width)
    #expect(graph.edgeConnectivity() == width)
  }

  @Test func longPathsAndCyclesAreQuick() {
    #expect(Graph.path(100_000).vertexConnectivity() == 1)
    #expect(Graph.cycle(100_000).edgeConnectivity() == 2)
  }
}

struct KComponentsTests {
  private func members(_ graph: Graph, _ connectivity: Int) -> [[Int]] {
    (graph.kComponents() ?? []).filter { $0.connectivity == connectivity }
      .map { $0.members.map(\.index) }
  }

  @Test func closedForms() {
    #expect(Graph.complete(5).kComponents()?.map(\.connectivity) == [1, 2, 3, 4])
    #expect(Graph.cycle(5).kComponents()?.map(\.connectivity) == [1, 2])
    #expect(Graph.star(5).kComponents()?.map(\.connectivity) == [1])
    #expect(Graph(nodeCount: 3, edges: []).kComponents() == [])
    #expect(Graph(nodeCount: 0, edges: []).kComponents() == [])
  }

  @Test func theyMayOverlap() {
    let shared = Graph.complete(5).edges.map { Edge($0.source.index + 3, $0.target.index + 3) }
    let glued = Graph(nodeCount: 8, edges: Graph.complete(5).edges + shared)
    #expect(members(glued, 2) == [[0, 1, 2, 3, 4, 5, 6, 7]])
    #expect(members(glued, 3) == [[0, 1, 2, 3, 4], [3, 4, 5, 6, 7]])
    #expect(members(glued, 4) == [[0, 1, 2, 3, 4], [3, 4, 5, 6, 7]])
  }

  /// By the definition: of all sets whose own ties make them *k*-connected, the largest.
  @Test(arguments: 0..<16)
  func agreeWithTryingAllSets(seed: UInt64) {
    let graph = randomGraph(seed: seed, nodeCount: 8, edgeCount: 12 + Int(seed) % 4 * 6)
    var connected: [Int: [Int]] = [:]
    for set in 1..<(1 << 8) where set.nonzeroBitCount > 1 {
      let nodes = (0..<8).filter { set >> $0 & 1 == 1 }
      let edges = graph.edges.compactMap { edge -> Edge? in
        guard let source = nodes.firstIndex(of: edge.source.index),
          let target = nodes.firstIndex(of: edge.target.index)
        else { return nil }
        return Edge(source, target)
      }
      let inside = Graph(nodeCount: nodes.count, edges: edges)
      for level in 1..<max(1, 1 + (inside.vertexConnectivity() ?? 0)) {
        connected[level, default: []].append(set)
      }
    }
    for level in 1..<8 {
      let sets = connected[level] ?? []
      // A pair of nodes with a tie is no block of more than one tie.
      let expected = sets.filter { set in
        !sets.contains { $0 != set && $0 & set == set }
      }
      .map { set in (0..<8).filter { set >> $0 & 1 == 1 } }
      .sorted { $0.lexicographicallyPrecedes($1) }
      #expect(members(graph, level) == expected)
    }
  }

  @Test func theLimitIsOfNodesThatCount() {
    #expect(Graph.path(100_000).kComponents(limit: 0)?.count == 1)
    #expect(Graph.complete(5).kComponents(limit: 4) == nil)
    #expect(Graph.complete(5).kComponents(limit: 5) != nil)
  }
}
