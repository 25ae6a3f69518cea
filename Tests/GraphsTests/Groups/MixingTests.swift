import Graphs
import Testing

struct ExternalInternalIndexTests {
  @Test func closedForms() {
    let halves = Partition(labels: [0, 0, 1, 1])
    let index = Graph.path(4).externalInternalIndex(of: halves)
    #expect(index.value == -1.0 / 3)
    #expect(index.internalTies == 2)
    #expect(index.externalTies == 1)
    #expect(index.nodes.values == [-1, 0, 0, -1])
    #expect(index.groups.map(\.value) == [0, 0])
    #expect(index.groups.map(\.valueByEndpoints) == [-1.0 / 3, -1.0 / 3])
    // Two pairs of six are inside.
    #expect(index.expected == 1 - 2 * (1.0 / 3))
    #expect(index.minimum == -1.0 / 3)
    #expect(index.maximum == 1)
    #expect(index.rescaled == -1)
  }

  @Test func undefinedCases() {
    let tieless = Graph(nodeCount: 2, edges: []).externalInternalIndex(of: [0, 1])
    #expect(tieless.value == nil)
    #expect(tieless.expected == nil)
    #expect(tieless.z == nil)
    #expect(tieless.nodes.values == [nil, nil])
    #expect(tieless.groups.map(\.value) == [nil, nil])
    // Every labelling of a complete graph has the same ties inside.
    let complete = Graph.complete(4).externalInternalIndex(of: [0, 0, 1, 1])
    #expect(complete.standardDeviation.map { $0 < 1e-7 } == true)
    #expect(Graph(nodeCount: 0, edges: []).externalInternalIndex(of: []).value == nil)
    #expect(
      Graph(nodeCount: 2, edges: []).externalInternalSignificance(of: [0, 1], seed: 1) == nil)
  }

  /// Nodes without a label are as if they were not there, and are counted.
  @Test func unlabelledNodesAreLeftOutAndCounted() {
    let graph = Graph(nodeCount: 5, edges: Graph.path(4).edges + [Edge(3, 4), Edge(0, 4)])
    let index = graph.externalInternalIndex(of: [7, 7, 9, 9, nil])
    let rest = Graph.path(4).externalInternalIndex(of: [7, 7, 9, 9])
    #expect(index.unlabelledNodeCount == 1)
    #expect(index.excludedTieCount == 2)
    #expect(index.nodes.values == [-1, 0, 0, -1, nil])
    #expect(index.value == rest.value)
    #expect(index.expected == rest.expected)
    #expect(index.standardDeviation == rest.standardDeviation)
    #expect(index.groups == rest.groups)
    #expect(index.groups.map(\.label) == [7, 9])
  }

  @Test(arguments: 0..<16)
  func directionsAreIgnored(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    let labels = graph.nodes.map { $0.index % 5 == 4 ? nil : $0.index % 5 }
    #expect(
      graph.externalInternalIndex(of: labels)
        == bothWays(graph).externalInternalIndex(of: labels))
  }

  /// The closed forms against draws; 4,000 of them leave an error of 1/60 of the deviation.
  @Test(arguments: 0..<8)
  func momentsAreThoseOfPermutations(seed: UInt64) throws {
    let graph = randomGraph(seed: seed)
    let labels = graph.nodes.map { $0.index % 7 < 4 ? 0 : $0.index % 3 }
    let index = graph.externalInternalIndex(of: labels)
    let test = try #require(
      graph.externalInternalSignificance(of: labels, permutations: 4_000, seed: seed))
    let deviation = try #require(index.standardDeviation)
    #expect(abs(test.mean - (index.expected ?? .nan)) < deviation / 10)
    #expect(abs(test.standardDeviation - deviation) < deviation / 10)
    #expect(test.observed == index.value)
    #expect(test.pInward > 0 && test.pOutward > 0)
    #expect(test.pInward + test.pOutward > 1)
  }
}

struct MixingTests {
  @Test func closedForms() throws {
    let matrix = Graph.path(4).mixingMatrix(by: [0, 0, 1, 1])
    #expect(matrix.counts == [[2, 1], [1, 2]])
    #expect(matrix.assortativity == 1.0 / 3)
    // Each label sends 3 ends, 2 to itself, 1 expected.
    #expect(matrix.colemanHomophily == [0.5, 0.5])
  }

  @Test func arcsCountOnce() {
    let arcs = Graph(nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 2)])
    #expect(arcs.mixingMatrix(by: [0, 0, 1]).counts == [[1, 1], [0, 0]])
    #expect(arcs.mixingMatrix(by: [0, nil, 1]).excludedTieCount == 2)
  }

  @Test func undefinedCases() {
    #expect(Graph.path(3).assortativity(by: [0, 0, 0]) == nil)
    #expect(Graph(nodeCount: 2, edges: []).assortativity(by: [0, 1]) == nil)
    #expect(Graph.path(3).assortativity(by: [nil, nil, nil]) == nil)
    #expect(Graph.path(3).mixingMatrix(by: [0, 0, 0]).colemanHomophily == [nil])
    #expect(
      Graph(nodeCount: 2, edges: []).mixingMatrix(by: [0, 1]).colemanHomophily == [nil, nil])
  }

  @Test func likeAndUnlike() {
    #expect(
      Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)]).assortativity(by: [0, 0, 1, 1]) == 1)
    #expect(
      Graph(nodeCount: 4, edges: [Edge(0, 2), Edge(1, 3)]).assortativity(by: [0, 0, 1, 1]) == -1)
  }
}
