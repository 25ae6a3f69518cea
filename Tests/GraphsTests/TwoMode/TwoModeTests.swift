import Graphs
import Testing

struct TwoModeTests {
  /// Actors 0, 1, 2; events 3 (all), 4 (0 and 1), 5 (2 alone).
  static let meetings = TwoModeGraph(
    Graph(
      nodeCount: 6,
      edges: [Edge(0, 3), Edge(1, 3), Edge(2, 3), Edge(0, 4), Edge(1, 4), Edge(2, 5)]),
    isEvent: [false, false, false, true, true, true])

  @Test func tiesJoinTheModes() {
    #expect(TwoModeGraph(.path(3), isEvent: [false, true, false]) != nil)
    #expect(TwoModeGraph(.path(3), isEvent: [false, false, true]) == nil)
    #expect(TwoModeGraph(.complete(3), isEvent: [false, true, false]) == nil)
    #expect(Self.meetings?.actors == [NodeID(0), NodeID(1), NodeID(2)])
    #expect(Self.meetings?.modesExchanged.actors == [NodeID(3), NodeID(4), NodeID(5)])
  }

  @Test func projectionsWeighSharedEvents() throws {
    let meetings = try #require(Self.meetings)
    func weights(_ weight: ProjectionWeight) -> [Double] {
      meetings.projection(weight).edges.map(\.weight)
    }
    #expect(
      meetings.projection().edges.map { [$0.source.index, $0.target.index] } == [
        [0, 1], [0, 2], [1, 2],
      ])
    #expect(weights(.sharedEvents) == [2, 1, 1])
    #expect(weights(.newman) == [1.5, 0.5, 0.5])
    #expect(areNear(weights(.hyperbolic), [1.0 / 3 + 0.5, 1.0 / 3, 1.0 / 3]))
    #expect(areNear(weights(.jaccard), [1, 1.0 / 3, 1.0 / 3]))
    #expect(meetings.modesExchanged.projection(.sharedEvents).edges.map(\.weight) == [2, 1])
  }

  @Test func edgeCases() throws {
    let empty = try #require(TwoModeGraph(Graph(nodeCount: 0, edges: []), isEvent: []))
    #expect(empty.density == nil)
    #expect(empty.clustering() == nil)
    #expect(empty.closeness() == nil)
    #expect(empty.betweenness().isEmpty)
    #expect(empty.projection().nodeCount == 0)
    let apart = try #require(
      TwoModeGraph(Graph(nodeCount: 3, edges: []), isEvent: [false, false, true]))
    #expect(apart.density == 0)
    #expect(apart.closeness() == nil)
    #expect(apart.degreeCentrality().values == [0, 0, 0])
    #expect(apart.betweenness().values == [0, 0, 0])
    #expect(apart.sharedEventSignificance() == [])
    let actors = try #require(
      TwoModeGraph(Graph(nodeCount: 2, edges: []), isEvent: [false, false]))
    #expect(actors.density == nil)
    #expect(actors.degreeCentrality().values == [0, 0])
  }

  @Test func shares() throws {
    let meetings = try #require(Self.meetings)
    #expect(meetings.density == 6.0 / 9)
    #expect(areNear(meetings.degreeCentrality().values, [2, 2, 2, 3, 2, 1].map { $0 / 3 }))
    // One ring of four; paths of three ties: 2 + 2 + 2 + 1 + 1 over the ties but 2–5.
    #expect(meetings.clustering() == 4.0 / 8)
  }

  /// Who is at everything is as central as can be.
  @Test(arguments: [(1, 4), (3, 4), (6, 2)])
  func centralNodesScoreOne(actors: Int, events: Int) throws {
    let edges = (0..<events).map { Edge(0, actors + $0) }
    // The other actors hang from events as evenly as can be.
    let others = (1..<max(1, actors)).map { Edge($0, actors + ($0 - 1) % events) }
    let graph = Graph(nodeCount: actors + events, edges: edges + others)
    let twoMode = try #require(
      TwoModeGraph(graph, isEvent: (0..<actors + events).map { $0 >= actors }))
    #expect(isNear(twoMode.closeness()?[0], 1))
    #expect(isNear(twoMode.betweenness()[0], 1))
    #expect(isNear(twoMode.degreeCentrality()[0], 1))
  }

  @Test(arguments: 0..<8)
  func laws(seed: UInt64) throws {
    let (twoMode, _) = try #require(randomTwoMode(seed: seed))
    // Newman's strength: the number of events shared with anyone.
    let strengths = twoMode.projection(.newman).strength()
    for (place, actor) in twoMode.actors.enumerated() {
      let shared = twoMode.graph.neighbors(of: actor).count {
        twoMode.graph.neighbors(of: $0).count > 1
      }
      #expect(isNear(strengths[place], Double(shared)))
    }
    #expect(isNear(twoMode.modesExchanged.clustering(), twoMode.clustering()))
    #expect(twoMode.modesExchanged.betweenness() == twoMode.betweenness())
    #expect(twoMode.sharedEventSignificance().allSatisfy { $0.p > 0 && $0.p <= 1 })
    #expect(twoMode.betweenness().allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  /// The chance by going through all sets of events that the second actor may take part in.
  @Test(arguments: 0..<8)
  func chancesAreThoseOfAllSets(seed: UInt64) throws {
    let (twoMode, sets) = try #require(randomTwoMode(seed: seed))
    for pair in twoMode.sharedEventSignificance() {
      let (first, second) = (sets[pair.first.index], sets[pair.second.index])
      let alike = (0..<256).filter { $0.nonzeroBitCount == second.nonzeroBitCount }
      let asMany = alike.count { ($0 & first).nonzeroBitCount >= pair.count }
      #expect((first & second).nonzeroBitCount == pair.count)
      #expect(isNear(pair.p, Double(asMany) / Double(alike.count)))
    }
  }

  @Test func chancesOfManyEventsDoNotVanish() throws {
    // 1,000 of 2,000 events each, 500 shared: the likeliest number; and all shared.
    let half = (0..<1_000).map { Edge(0, 3 + $0) } + (0..<1_000).map { Edge(2, 3 + $0) }
    let graph = Graph(
      nodeCount: 2_003, edges: half + (0..<1_000).map { Edge(1, 503 + $0) })
    let twoMode = try #require(TwoModeGraph(graph, isEvent: (0..<2_003).map { $0 > 2 }))
    let p = twoMode.sharedEventSignificance().map(\.p)
    #expect(p[0] > 0.5 && p[0] < 0.53)
    #expect(p[1] >= 0 && p[1] < 1e-300)
  }
}

/// Ten actors at eight events, and the set of events of each as bits.
private func randomTwoMode(seed: UInt64) -> (TwoModeGraph, [Int])? {
  var generator = SeededGenerator(seed: seed)
  let sets = (0..<10).map { _ in Int.random(in: 0..<256, using: &generator) }
  let edges = sets.enumerated().flatMap { actor, set in
    (0..<8).filter { set >> $0 & 1 == 1 }.map { Edge(actor, 10 + $0) }
  }
  return TwoModeGraph(
    Graph(nodeCount: 18, edges: edges), isEvent: (0..<18).map { $0 >= 10 }
  ).map { ($0, sets) }
}
