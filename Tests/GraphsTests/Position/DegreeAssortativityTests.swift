import Graphs
import Testing

struct DegreeAssortativityTests {
  @Test func closedForms() {
    #expect(Graph.star(5).degreeAssortativity() == -1)
    #expect(Graph.path(4).degreeAssortativity() == -0.5)
    // A triangle and a path of three apart: ends of like degree meet three times as often.
    let apart = Graph(
      nodeCount: 6, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(3, 4), Edge(4, 5)])
    #expect(apart.degreeAssortativity() == -0.25)
  }

  @Test func undefinedWhereDegreesAreAlike() {
    for nodeCount in 0..<3 { #expect(Graph.path(nodeCount).degreeAssortativity() == nil) }
    #expect(Graph(nodeCount: 3, edges: []).degreeAssortativity() == nil)
    #expect(Graph.cycle(5).degreeAssortativity() == nil)
    #expect(Graph.complete(4).degreeAssortativity() == nil)
  }

  /// By the definition, in floating point.
  @Test(arguments: 0..<16)
  func isTheCorrelationOfEnds(seed: UInt64) throws {
    let graph = randomGraph(seed: seed)
    let degree = graph.degree().mapValues(Double.init)
    let ends = graph.edges.flatMap { edge in
      let (first, second) = (degree[edge.source], degree[edge.target])
      return [(first, second), (second, first)]
    }
    let mean = ends.reduce(0) { $0 + $1.0 } / Double(ends.count)
    let spread = ends.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) }
    let shared = ends.reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    let score = try #require(graph.degreeAssortativity())
    #expect(abs(score - shared / spread) < 1e-12)
    #expect(bothWays(graph).degreeAssortativity() == score)
    #expect(shuffled(graph, seed: seed).graph.degreeAssortativity() == score)
    let larger = Graph(nodeCount: 25, edges: graph.edges)
    #expect(larger.degreeAssortativity() == score)
  }
}
