import Graphs
import Testing

struct CurrentFlowTests {
  @Test func closedForms() throws {
    #expect(
      areNear(try #require(Graph.path(3).currentFlowCloseness()).values, [1.0 / 3, 0.5, 1.0 / 3]))
    // Between two nodes of a complete graph the resistance is 2/n.
    let complete = try #require(Graph.complete(5).currentFlowCloseness())
    #expect(areNear(complete.values, Array(repeating: 5.0 / 8, count: 5)))
    #expect(areNear(try #require(Graph.star(5).currentFlowBetweenness()).values, [1, 0, 0, 0, 0]))
    // A third of the current goes round: through each other node.
    let ring = try #require(Graph.cycle(3).currentFlowBetweenness())
    #expect(areNear(ring.values, [1.0 / 3, 1.0 / 3, 1.0 / 3]))
  }

  @Test func undefinedCases() {
    let apart = Graph(nodeCount: 3, edges: [Edge(0, 1)])
    #expect(apart.currentFlowBetweenness() == nil)
    #expect(apart.currentFlowCloseness() == nil)
    #expect(Graph(nodeCount: 0, edges: []).currentFlowBetweenness() == nil)
    #expect(Graph(nodeCount: 1, edges: []).currentFlowCloseness() == nil)
    #expect(Graph(nodeCount: 1, edges: []).currentFlowBetweenness()?.values == [0])
    #expect(Graph.path(2).currentFlowBetweenness()?.values == [0, 0])
    #expect(Graph.path(2).currentFlowCloseness()?.values == [1, 1])
  }

  /// On a tree there is one way for a current: the shortest path.
  @Test(arguments: 0..<16)
  func onATreeTheyAreThoseOfPaths(seed: UInt64) throws {
    let tree = randomTree(seed: seed)
    let betweenness = try #require(tree.currentFlowBetweenness())
    #expect(areNear(betweenness.values, tree.betweenness().values))
    let lengths = tree.pathLengths(distances: .inverseWeight)
    let closeness = try #require(tree.currentFlowCloseness())
    #expect(areNear(closeness.values, lengths.distanceSum.map { 1 / $0 }))
  }

  /// By the definition: solve for every pair and add up the currents.
  @Test(arguments: 0..<8)
  func agreeWithTheirDefinition(seed: UInt64) throws {
    let tree = randomTree(seed: seed, nodeCount: 9)
    let more = randomGraph(seed: seed, weights: 1...4, nodeCount: 9, edgeCount: 12)
    let graph = Graph(nodeCount: 9, edges: tree.edges + more.edges)
    var through = Array(repeating: 0.0, count: 9)
    var resistance = through
    for source in 0..<9 {
      for target in 0..<source {
        let potential = potentials(in: graph, from: source, to: target)
        let across = potential[source] - potential[target]
        resistance[source] += across
        resistance[target] += across
        for node in graph.nodes where node.index != source && node.index != target {
          through[node.index] += graph.neighbors(of: node).reduce(0) { sum, other in
            let weight = graph.weight(from: node, to: other) ?? 0
            return sum + weight * abs(potential[node.index] - potential[other.index]) / 2
          }
        }
      }
    }
    #expect(
      areNear(try #require(graph.currentFlowBetweenness()).values, through.map { $0 / 28 }))
    #expect(
      areNear(try #require(graph.currentFlowCloseness()).values, resistance.map { 1 / $0 }))
  }

  @Test(arguments: 0..<8)
  func relabellingDirectionsAndThreadsChangeNothing(seed: UInt64) throws {
    let tree = randomTree(seed: seed)
    let graph = Graph(nodeCount: 24, edges: tree.edges + randomGraph(seed: seed).edges)
    let scores = try #require(graph.currentFlowBetweenness())
    let (order, other) = shuffled(graph, seed: seed)
    let moved = try #require(other.currentFlowBetweenness())
    #expect(areNear(order.map { moved[$0] }, scores.values))
    #expect(bothWays(graph).currentFlowBetweenness() == scores)
    let alone = Parallelism.$threads.withValue(1) { graph.currentFlowBetweenness() }
    #expect(alone == scores)
  }

  @Test func longPathsTakeLittle() throws {
    let count = 20_000
    let scores = try #require(Graph.path(count).currentFlowCloseness())
    let sum = Double(count) * Double(count - 1) / 2
    #expect(abs(scores[0] * sum - 1) < 1e-6)
    #expect(abs(scores[count - 1] * sum - 1) < 1e-6)
  }
}

/// A tree whose nodes each hang from an earlier one, its weights from 1 to 4.
func randomTree(seed: UInt64, nodeCount: Int = 24) -> Graph {
  var generator = SeededGenerator(seed: seed)
  return Graph(
    nodeCount: nodeCount,
    edges: (1..<nodeCount).map {
      Edge(
        Int.random(in: 0..<$0, using: &generator), $0,
        weight: Double(Int.random(in: 1...4, using: &generator)))
    })
}

/// The potentials for a unit of current from one node to another, by plain elimination.
private func potentials(in graph: Graph, from source: Int, to target: Int) -> [Double] {
  let count = graph.nodeCount
  var rows = (0..<count).map { row in
    (0..<count).map { column in
      row == column
        ? graph.strength()[row]
        : -(graph.weight(from: NodeID(row), to: NodeID(column)) ?? 0)
    } + [row == source ? 1 : row == target ? -1 : 0]
  }
  // The last node is the ground.
  for pivot in 0..<count - 1 {
    for row in 0..<count - 1 where row != pivot {
      let factor = rows[row][pivot] / rows[pivot][pivot]
      for column in 0...count { rows[row][column] -= factor * rows[pivot][column] }
    }
  }
  return (0..<count - 1).map { rows[$0][count] / rows[$0][$0] } + [0]
}
