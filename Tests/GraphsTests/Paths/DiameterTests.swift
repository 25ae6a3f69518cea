import Testing

@testable import Graphs

struct DiameterTests {
  /// Ends early, and yet finds what a search from every node finds.
  @Test(arguments: 0..<40)
  func equalsThePassOverAllPairs(seed: UInt64) {
    let nodeCount = [2, 24, 90, 700][Int(seed % 4)]
    let graph = randomGraph(
      seed: seed, nodeCount: nodeCount, edgeCount: nodeCount * Int(seed % 5 + 3) / 4)
    #expect(graph.diameter() == graph.pathLengths().diameter)
  }

  /// Every node has to be searched from: none is nearer to all others than the rest.
  @Test func hasNoMiddle() {
    #expect(Graph.cycle(641).diameter() == 320)
    #expect(Graph.complete(40).diameter() == 1)
  }

  @Test func isThatOfTheWidestPart() {
    let stars = (0..<300).flatMap { star in (1..<4).map { Edge(4 * star, 4 * star + $0) } }
    #expect(Graph(nodeCount: 1_201, edges: stars).diameter() == 2)
    // The part of the longest path comes last, and is not the one with the most nodes.
    let path = (1_200..<1_210).map { Edge($0, $0 + 1) }
    let hub = (1..<1_200).map { Edge(0, $0) }
    #expect(Graph(nodeCount: 1_211, edges: hub + path).diameter() == 10)
  }

  @Test func longPaths() {
    #expect(Graph.path(10_000).diameter() == 9_999)
  }

  @Test func isUndefinedWithoutTies() {
    #expect(Graph(nodeCount: 0, edges: []).diameter() == nil)
    #expect(Graph(nodeCount: 3, edges: []).diameter() == nil)
  }
}
