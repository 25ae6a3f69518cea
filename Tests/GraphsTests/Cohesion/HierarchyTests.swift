import Graphs
import Testing

/// The pairs of nodes of which the first reaches the second, itself apart.
private func reach(_ graph: Graph) -> [[Bool]] {
  hopDistances(graph).map { $0.map { $0 != nil } }
}

struct KrackhardtTests {
  private func outTree(_ nodeCount: Int) -> Graph {
    Graph(
      nodeCount: nodeCount, kind: .directed,
      edges: (1..<nodeCount).map { Edge(($0 - 1) / 2, $0) })
  }

  @Test(arguments: [3, 7, 20])
  func anOutTreeHasOneOnEach(nodeCount: Int) {
    let tree = outTree(nodeCount)
    #expect(tree.krackhardtConnectedness() == 1)
    #expect(tree.krackhardtHierarchy() == 1)
    #expect(tree.krackhardtEfficiency() == 1)
    #expect(tree.krackhardtEfficiency(counting: .pairs) == 1)
    #expect(tree.krackhardtLeastUpperBoundedness() == 1)
  }

  @Test func closedForms() {
    #expect(Graph.complete(5).krackhardtEfficiency(counting: .pairs) == 0)
    #expect(Graph.complete(5).krackhardtEfficiency() == 0)
    #expect(Graph.star(6).krackhardtEfficiency() == 0.8)
    #expect(Graph.star(6).krackhardtHierarchy() == 0)
    #expect(Graph.star(6).krackhardtLeastUpperBoundedness() == 1)
    let pairs = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)])
    #expect(pairs.krackhardtConnectedness() == 1.0 / 3)
    // Two superiors side by side over one node: they have none in common.
    let inTree = Graph(nodeCount: 3, kind: .directed, edges: [Edge(1, 0), Edge(2, 0)])
    #expect(inTree.krackhardtLeastUpperBoundedness() == 0)
    #expect(inTree.krackhardtHierarchy() == 1)
    let ring = (0..<4).map { Edge($0, ($0 + 1) % 4) }
    let circle = Graph(nodeCount: 4, kind: .directed, edges: ring)
    #expect(circle.krackhardtHierarchy() == 0)
    #expect(circle.krackhardtLeastUpperBoundedness() == 1)
  }

  @Test func undefinedCases() {
    for graph in [Graph(nodeCount: 0, edges: []), Graph(nodeCount: 1, kind: .directed, edges: [])] {
      #expect(graph.krackhardtConnectedness() == nil)
      #expect(graph.krackhardtHierarchy() == nil)
      #expect(graph.krackhardtEfficiency() == nil)
      #expect(graph.krackhardtLeastUpperBoundedness() == nil)
    }
    #expect(Graph(nodeCount: 3, edges: []).krackhardtConnectedness() == 0)
    #expect(Graph.path(2).krackhardtEfficiency(counting: .pairs) == nil)
    #expect(Graph.path(2).krackhardtEfficiency() == 0)
    #expect(Graph.path(2).krackhardtLeastUpperBoundedness() == nil)
  }

  /// By the definition, over all pairs.
  @Test(arguments: 0..<24)
  func agreeWithTheirDefinition(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, kind: .directed, edgeCount: 14 + Int(seed) * 2)
    let reach = reach(graph)
    let components = graph.components().groups
    var (joined, mutual, missing) = (0, 0, 0)
    for first in 0..<24 {
      for second in first + 1..<24 {
        let (ahead, back) = (reach[first][second], reach[second][first])
        joined += ahead || back ? 1 : 0
        mutual += ahead && back ? 1 : 0
        if components[first] != components[second] { continue }
        let bounds = (0..<24).filter { reach[$0][first] && reach[$0][second] }
        let hasLeast = bounds.contains { least in bounds.allSatisfy { reach[$0][least] } }
        missing += hasLeast ? 0 : 1
      }
    }
    let largest = graph.components().sizes.reduce(0) { $0 + ($1 - 1) * ($1 - 2) / 2 }
    #expect(graph.krackhardtHierarchy() == 1 - Double(mutual) / Double(joined))
    #expect(
      graph.krackhardtLeastUpperBoundedness()
        == (largest > 0 ? 1 - Double(missing) / Double(largest) : nil))
    let other = shuffled(graph, seed: seed).graph
    #expect(other.krackhardtHierarchy() == graph.krackhardtHierarchy())
    #expect(
      other.krackhardtLeastUpperBoundedness() == graph.krackhardtLeastUpperBoundedness())
    #expect(other.krackhardtEfficiency() == graph.krackhardtEfficiency())
  }

  /// A node without ties is in no pair that is joined, and changes the share of those alone.
  @Test(arguments: 0..<8)
  func anIsolateChangesConnectednessAlone(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, kind: .directed)
    let more = Graph(nodeCount: 25, kind: .directed, edges: graph.edges)
    let connectedness = try #require(graph.krackhardtConnectedness())
    let diluted = try #require(more.krackhardtConnectedness())
    #expect(abs(diluted - connectedness * (24 * 23) / (25 * 24)) < 1e-12)
    #expect(more.krackhardtHierarchy() == graph.krackhardtHierarchy())
    #expect(more.krackhardtEfficiency() == graph.krackhardtEfficiency())
    #expect(
      more.krackhardtLeastUpperBoundedness() == graph.krackhardtLeastUpperBoundedness())
    #expect(more.vertexConnectivity() == 0)
    #expect(more.edgeConnectivity() == 0)
    #expect(more.kComponents() == graph.kComponents())
    #expect(more.smallWorldByFormula() == graph.smallWorldByFormula())
  }

  @Test func longLinesOfCommandAreQuick() {
    let arcs = (1..<100_000).map { Edge($0 - 1, $0) }
    let line = Graph(nodeCount: 100_000, kind: .directed, edges: arcs)
    #expect(line.krackhardtEfficiency() == 1)
    #expect(line.krackhardtLeastUpperBoundedness() == 1)
  }

  @Test func aboveTheLimitThereIsNoAnswer() {
    let arcs = [Edge(0, 1), Edge(0, 2), Edge(1, 3), Edge(2, 3)]
    let diamond = Graph(nodeCount: 4, kind: .directed, edges: arcs)
    #expect(diamond.krackhardtLeastUpperBoundedness(limit: 3) == nil)
    #expect(diamond.krackhardtLeastUpperBoundedness(limit: 4) == 1)
  }
}
