import Graphs
import Testing

/// What each tie that is not there would change: updates against measuring the larger graph.
struct NewTieTests {
  @Test func possibleEdgesAreThoseThatLack() {
    #expect(Graph.path(3).possibleEdges == [Edge(0, 2)])
    #expect(Graph.complete(4).possibleEdges == [])
    #expect(Graph(nodeCount: 0, edges: []).possibleEdges == [])
    let arc = Graph(nodeCount: 2, kind: .directed, edges: [Edge(0, 1)])
    #expect(arc.possibleEdges == [Edge(1, 0)])
  }

  @Test func closedForms() {
    #expect(areNear(Graph.path(3).efficiencyGains(ofAdding: [Edge(0, 2)]), [1.0 / 6]))
    #expect(Graph.path(3).efficiencyGains(ofAdding: [Edge(0, 1)]) == [0])
    #expect(
      areNear(Graph.path(3).algebraicConnectivityGains(ofAdding: [Edge(0, 2)]) ?? [], [2]))
    let pairs = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)])
    let halves = Partition(labels: [0, 0, 1, 1])
    let gain = pairs.modularityGains(ofAdding: [Edge(1, 2)], to: halves) ?? []
    #expect(areNear(gain, [1.0 / 6 - 1.0 / 2]))
  }

  @Test func undefinedCases() {
    let single = Graph(nodeCount: 1, edges: [])
    #expect(single.efficiencyGains(ofAdding: []) == [])
    #expect(single.algebraicConnectivityGains(ofAdding: []) == nil)
    let tieless = Graph(nodeCount: 2, edges: [])
    #expect(tieless.efficiencyGains(ofAdding: [Edge(0, 1)]) == [1])
    #expect(areNear(tieless.algebraicConnectivityGains(ofAdding: [Edge(0, 1)]) ?? [], [2]))
    #expect(
      tieless.modularityGains(ofAdding: [Edge(0, 1)], to: .singletons(count: 2)) == nil)
    // Three pieces stay two.
    let pieces = Graph(nodeCount: 3, edges: [])
    #expect(pieces.algebraicConnectivityGains(ofAdding: [Edge(0, 1)]) == [0])
  }

  @Test(arguments: 0..<6)
  func updatesEqualRecomputation(seed: UInt64) throws {
    let kind: Graph.Kind = seed % 2 == 0 ? .directed : .undirected
    let graph = randomGraph(
      seed: seed, kind: kind, weights: 1...4, nodeCount: 10, edgeCount: 8 + 3 * Int(seed))
    let groups = Partition(labels: graph.nodes.map { $0.index % 3 })
    let ties = graph.possibleEdges.map { Edge($0.source, $0.target, weight: 2) }
    let efficiency = graph.efficiencyGains(ofAdding: ties)
    let connectivity = try #require(graph.algebraicConnectivityGains(ofAdding: ties))
    let modularity = try #require(graph.modularityGains(ofAdding: ties, to: groups))
    for (place, tie) in ties.enumerated() {
      let larger = Graph(nodeCount: 10, kind: kind, edges: graph.edges + [tie])
      #expect(
        isNear(
          efficiency[place],
          (larger.globalEfficiency() ?? 0) - (graph.globalEfficiency() ?? 0)))
      // The union counts a pair once, so a tie joins what is undirected.
      let union = graph.undirected
      let grown = Graph(nodeCount: 10, edges: union.edges + [tie])
      #expect(
        isNear(
          connectivity[place],
          (grown.algebraicConnectivity() ?? 0) - (union.algebraicConnectivity() ?? 0),
          tolerance: 1e-8))
      #expect(
        isNear(
          modularity[place],
          (larger.modularity(of: groups) ?? 0) - (graph.modularity(of: groups) ?? 0)))
    }
    let alone = Parallelism.$threads.withValue(1) { graph.efficiencyGains(ofAdding: ties) }
    #expect(alone == efficiency)
  }
}

struct LinkPredictionTests {
  @Test func closedForms() {
    // Two leaves of a star share their only contact, whose degree is 3.
    let scores = Graph.star(4).linkPredictions(for: [Edge(1, 2), Edge(0, 1)])
    #expect(isNear(scores[0].adamicAdar, 0.9102392266268373))
    #expect(scores[0].jaccardCoefficient == 1)
    #expect(isNear(scores[0].resourceAllocation, 1.0 / 3))
    #expect(scores[1].adamicAdar == 0)
    #expect(scores[1].jaccardCoefficient == 0)
  }

  @Test func nodesWithoutContactsAreUndefined() {
    let scores = Graph(nodeCount: 2, edges: []).linkPredictions(for: [Edge(0, 1)])
    #expect(scores[0].jaccardCoefficient == nil)
    #expect(scores[0].adamicAdar == 0)
    #expect(scores[0].resourceAllocation == 0)
  }

  @Test(arguments: 0..<8)
  func relabellingAndDirectionsChangeNothing(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    let (order, other) = shuffled(graph, seed: seed)
    let pairs = graph.possibleEdges
    let moved = pairs.map { Edge(order[$0.target.index], order[$0.source.index]) }
    let scores = graph.linkPredictions(for: pairs)
    let movedScores = other.linkPredictions(for: moved)
    #expect(areNear(movedScores.map(\.adamicAdar), scores.map(\.adamicAdar)))
    #expect(movedScores.map(\.jaccardCoefficient) == scores.map(\.jaccardCoefficient))
    #expect(bothWays(graph).linkPredictions(for: pairs) == scores)
  }
}
