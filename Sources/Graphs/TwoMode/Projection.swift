/// How strong a tie two actors have by the events that both took part in.
public enum ProjectionWeight: Hashable, Sendable {
  /// The number of shared events.
  case sharedEvents
  /// 1/(*k* − 1) for each shared event of *k* actors: a large one binds each two of them little.
  ///
  /// The strength of an actor is then the number of events that it shared with anyone. Newman,
  /// "Scientific collaboration networks. II", 2001, doi:10.1103/PhysRevE.64.016132.
  case newman
  /// 1/*k* for each shared event of *k* actors.
  case hyperbolic
  /// Shared events as a share of those that either took part in.
  case jaccard
}

extension TwoModeGraph {
  /// Returns the actors as a graph: two have a tie where they share an event.
  ///
  ///     let graph = Graph(nodeCount: 3, edges: [Edge(0, 2), Edge(1, 2)])
  ///     let meetings = TwoModeGraph(graph, isEvent: [false, false, true])
  ///     meetings?.projection(.newman).edges  // 0–1, weight 1
  ///
  /// Every event makes triangles: do not test the clustering or the modularity of a projection
  /// against chance that knows nothing of events.
  ///
  /// - Parameter weight: How strong ties are.
  /// - Returns: A graph whose node *i* is `actors[i]`.
  /// - Complexity: The sum of the squares of the sizes of the events.
  public func projection(_ weight: ProjectionWeight = .newman) -> Graph {
    var ties: [Edge] = []
    forEachPair(
      contribution: { size in
        switch weight {
        case .sharedEvents, .jaccard: 1
        case .newman: 1 / Double(size - 1)
        case .hyperbolic: 1 / Double(size)
        }
      },
      { first, second, sum in
        var strength = sum
        if weight == .jaccard {
          let all = eventCount(of: first) + eventCount(of: second)
          strength = sum / (Double(all) - sum)
        }
        ties.append(Edge(first, second, weight: strength))
      })
    return Graph(nodeCount: actors.count, edges: ties)
  }

  /// How many events the actor at a place took part in.
  func eventCount(of actor: Int) -> Int { graph.neighbors(of: actors[actor]).count }

  /// Calls a function with the places of every two actors who share an event.
  ///
  /// - Parameters:
  ///   - contribution: What a shared event of a size counts.
  ///   - body: Takes the two places, in order, and the sum of what their events count.
  func forEachPair(
    contribution: (_ size: Int) -> Double, _ body: (Int, Int, Double) -> Void
  ) {
    var place = Array(repeating: -1, count: graph.nodeCount)
    for (position, actor) in actors.enumerated() { place[actor.index] = position }
    var sums = Array(repeating: 0.0, count: actors.count)
    for (position, actor) in actors.enumerated() {
      var met: [Int] = []
      for event in graph.neighbors(of: actor) {
        let others = graph.neighbors(of: event)
        for other in others.lazy.map({ place[$0.index] }) where other > position {
          if sums[other] == 0 { met.append(other) }
          sums[other] += contribution(others.count)
        }
      }
      for other in met.sorted() {
        body(position, other, sums[other])
        sums[other] = 0
      }
    }
  }
}
