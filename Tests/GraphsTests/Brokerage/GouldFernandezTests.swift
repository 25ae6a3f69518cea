import Testing

@testable import Graphs

struct GouldFernandezTests {
  /// One path of two arcs for each way in which three groups can be alike.
  @Test(arguments: [
    ([0, 0, 0], BrokerageRole.coordinator), ([0, 1, 0], .itinerant),
    ([0, 0, 1], .representative), ([0, 1, 1], .gatekeeper), ([0, 1, 2], .liaison),
  ])
  func groupsGiveTheRole(groups: [Int], role: BrokerageRole) throws {
    let path = Graph(nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 2)])
    let roles = path.gouldFernandez(by: groups)
    for other in BrokerageRole.allCases {
      #expect(try #require(roles.nodes[1])[other] == (other == role ? 1 : 0))
    }
    #expect(roles.nodes.map { $0?.total } == [0, 1, 0])
    #expect(roles.whole[role] == 1)
    let shares = path.betweennessByRole(by: groups)
    #expect(try #require(shares[1])[role] == 1)
    #expect(shares.map { $0?.total } == [0, 1, 0])
  }

  @Test func onlyATieFromSourceToTargetClosesAPath() {
    let arcs = [Edge(0, 1), Edge(1, 2)]
    let answered = Graph(nodeCount: 3, kind: .directed, edges: arcs + [Edge(2, 0)])
    #expect(answered.gouldFernandez(by: [0, 0, 0]).nodes[1]?.total == 1)
    let closed = Graph(nodeCount: 3, kind: .directed, edges: arcs + [Edge(0, 2)])
    #expect(closed.gouldFernandez(by: [0, 0, 0]).whole.total == 0)
  }

  @Test func undirectedPairsCountInBothOrders() throws {
    let roles = Graph.path(3).gouldFernandez(by: [0, 0, 1])
    let middle = try #require(roles.nodes[1])
    #expect(middle[.representative] == 1)
    #expect(middle[.gatekeeper] == 1)
    #expect(middle.total == 2)
  }

  @Test func unlabelledNodesAreLeftOutAndCounted() throws {
    let graph = Graph(nodeCount: 5, edges: Graph.path(4).edges + [Edge(1, 4)])
    let roles = graph.gouldFernandez(by: [3, 3, 8, 8, nil])
    let rest = Graph.path(4).gouldFernandez(by: [3, 3, 8, 8])
    #expect(roles.unlabelledNodeCount == 1)
    #expect(roles.nodes.values == rest.nodes.values + [nil])
    #expect(roles.expected.values == rest.expected.values + [nil])
    #expect(roles.z.values == rest.z.values + [nil])
    #expect(graph.betweennessByRole(by: [3, 3, 8, 8, nil])[4] == nil)
    #expect(graph.partialGouldFernandez(by: [3, 3, 8, 8, nil])[4] == nil)
  }

  @Test func edgeCases() throws {
    let empty = Graph(nodeCount: 0, edges: []).gouldFernandez(by: [])
    #expect(empty.whole.total == 0)
    let tieless = Graph(nodeCount: 3, edges: []).gouldFernandez(by: [0, 0, 1])
    #expect(try #require(tieless.nodes[0]).total == 0)
    #expect(try #require(tieless.z[0]).total == nil)
    // With one group there is no liaison to expect.
    #expect(try #require(Graph.path(4).gouldFernandez(by: [0, 0, 0, 0]).z[0])[.liaison] == nil)
    #expect(Graph.complete(5).gouldFernandez(by: [0, 1, 0, 1, 0]).whole.total == 0)
  }

  @Test func brokersShareAPoint() {
    let points = Graph.cycle(4).partialGouldFernandez(by: [0, 0, 0, 0])
    #expect(points.map { $0?.total } == [1, 1, 1, 1])
  }

  /// The exact deviations against all 4,096 graphs of four nodes, each with its chance.
  @Test(arguments: [[0, 0, 1, 1], [0, 1, 2, 2]])
  func momentsAreThoseOfAllGraphs(labels: [Int]) throws {
    let arcs = Graph.complete(4).edges.flatMap { [$0, Edge($0.target, $0.source)] }
    // The density of 5 arcs of 12.
    let density = 5.0 / 12
    var (sums, squares) = ([Double](repeating: 0, count: 6), [Double](repeating: 0, count: 6))
    for set in 0..<4_096 {
      let chosen = arcs.indices.filter { set >> $0 & 1 == 1 }
      let chance = chosen.reduce(1.0) { product, _ in product * density / (1 - density) }
      let graph = Graph(nodeCount: 4, kind: .directed, edges: chosen.map { arcs[$0] })
      let whole = graph.gouldFernandez(by: labels).whole
      for (place, count) in columns(whole).enumerated() {
        sums[place] += chance * Double(count)
        squares[place] += chance * Double(count * count)
      }
    }
    let none = (0..<12).reduce(1.0) { product, _ in product * (1 - density) }
    let five = Graph(nodeCount: 4, kind: .directed, edges: arcs[..<5])
    let roles = five.gouldFernandez(by: labels)
    #expect(areNear(columns(roles.wholeExpected), sums.map { $0 * none }))
    let deviations = zip(sums, squares).map { sum, square in
      max(0, square * none - sum * none * sum * none).squareRoot()
    }
    // The root of a variance of nothing but rounding is up to 10⁻⁸.
    #expect(areNear(columns(roles.wholeStandardDeviation), deviations, tolerance: 1e-7))
  }

  /// What 20,000 draws gave with 40 arcs among twelve nodes.
  @Test func deviationsAreThoseOfDraws() {
    var generator = SeededGenerator(seed: 1)
    var arcs = bothWays(.complete(12)).edges
    generator.shuffle(&arcs)
    let graph = Graph(nodeCount: 12, kind: .directed, edges: arcs[..<40])
    let roles = graph.gouldFernandez(by: [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2])
    let drawn = [3.09, 7.08, 6.04, 6.01, 7.11, 19.16]
    #expect(areNear(columns(roles.wholeStandardDeviation), drawn, tolerance: 0.02))
  }

  /// By the definition, over all triples.
  @Test(arguments: 0..<8)
  func countsAreThoseOfTriples(seed: UInt64) {
    let graph = randomGraph(
      seed: seed, kind: seed % 2 == 0 ? .directed : .undirected, nodeCount: 12, edgeCount: 30)
    let groups = graph.nodes.map { $0.index % 3 }
    var counts = graph.nodes.map { _ in BrokerageRole.allCases.map { _ in 0 } }
    for broker in graph.nodes {
      for source in graph.predecessors(of: broker) {
        for target in graph.neighbors(of: broker)
        where source != target && !graph.hasEdge(from: source, to: target) {
          let role = BrokerageRole(
            source: groups[source.index], broker: groups[broker.index],
            target: groups[target.index])
          counts[broker.index][role.rawValue] += 1
        }
      }
    }
    let roles = graph.gouldFernandez(by: groups)
    #expect(
      counts == roles.nodes.map { scores in BrokerageRole.allCases.map { scores?[$0] ?? -1 } })
  }

  /// The five roles sum to the betweenness, whatever the groups.
  @Test(arguments: 0..<8)
  func rolesSumToBetweenness(seed: UInt64) {
    let graph = randomGraph(seed: seed, kind: seed % 2 == 0 ? .directed : .undirected)
    let labels = graph.nodes.map { Int?($0.index % (1 + Int(seed))) }
    let shares = graph.betweennessByRole(by: labels)
    #expect(areNear(shares.map { $0?.total ?? -1 }, graph.betweenness(scale: .raw).values))
    for score in shares {
      let sum = BrokerageRole.allCases.reduce(0) { $0 + (score?[$1] ?? 0) }
      #expect(isNear(sum, score?.total))
    }
    let alone = Parallelism.$threads.withValue(1) { graph.betweennessByRole(by: labels) }
    #expect(alone == shares)
  }

  /// 3,000 diamonds in a row have 2³⁰⁰⁰ shortest paths from end to end.
  @Test func numbersOfPathsDoNotOverflow() {
    var count = PathTally(significand: 1)
    var before = count
    for _ in 0..<3_000 {
      before = count
      count.add(before)
    }
    #expect(before.ratio(to: count) == 0.5)
    #expect(PathTally(significand: 1).ratio(to: count) == 0)
    before.add(count)
    #expect(count.ratio(to: before) == 2.0 / 3)
  }

  @Test(arguments: 0..<8)
  func relabellingChangesNothing(seed: UInt64) {
    let graph = randomGraph(seed: seed, kind: .directed)
    let labels = graph.nodes.map { $0.index % 4 == 3 ? nil : Int?($0.index % 4) }
    let (order, other) = shuffled(graph, seed: seed)
    var moved = labels
    for (node, place) in order.enumerated() { moved[place] = labels[node] }
    #expect(
      order.map { other.gouldFernandez(by: moved).nodes[$0] }
        == graph.gouldFernandez(by: labels).nodes.values)
    let points = graph.partialGouldFernandez(by: labels)
    let movedPoints = other.partialGouldFernandez(by: moved)
    #expect(
      areNear(order.map { movedPoints[$0]?.total ?? -1 }, points.map { $0?.total ?? -1 }))
    // A pair's brokers share one point: all points are the open pairs that have a broker.
    #expect(points.allSatisfy { ($0?.total ?? 0) >= 0 })
  }

  @Test(arguments: 0..<4)
  func permutationsGiveChances(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    let labels = graph.nodes.map { Int?($0.index % 3) }
    let p = graph.gouldFernandezSignificance(by: labels, permutations: 49, seed: seed)
    for scores in p {
      for role in BrokerageRole.allCases {
        let value = scores?[role] ?? 0
        #expect(value > 0 && value <= 1)
      }
      #expect(scores?.total == 1)
    }
    let alone = Parallelism.$threads.withValue(1) {
      graph.gouldFernandezSignificance(by: labels, permutations: 49, seed: seed)
    }
    #expect(alone == p)
  }

  /// A broker of no pair cannot be beaten by chance; where all are of one group nothing changes.
  @Test func permutationsOfOneGroupChangeNothing() {
    let p = Graph.star(5).gouldFernandezSignificance(
      by: [0, 0, 0, 0, 0], permutations: 19, seed: 1)
    #expect(p.allSatisfy { scores in BrokerageRole.allCases.allSatisfy { scores?[$0] == 1 } })
  }
}

/// The five roles and the total.
private func columns<Score>(_ scores: RoleScores<Score>) -> [Score] {
  BrokerageRole.allCases.map { scores[$0] } + [scores.total]
}
