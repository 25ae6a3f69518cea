/// Brandes' algorithm over searches along arcs that have lengths, on a condensed graph.
///
/// Path counts that are beyond a `Double` are counted again with an exponent apart.
struct PathDependencies<Length: PathLength>: DependencyKernel {
  private let graph: CondensedGraph
  private let share: DependencyShare
  private(set) var sums: DependencySums
  private var search: ShortestPathSearch<Length>
  private var counts: Counts<Double>
  /// Made where it is needed.
  private var scaledCounts: Counts<ScaledCount>?

  init(_ graph: CondensedGraph, share: DependencyShare, lengths: [Length]) {
    self.graph = graph
    self.share = share
    let none = Array(repeating: 0.0, count: graph.scoreCount(share))
    sums = DependencySums(scores: none, squares: share == .nodesWithSquares ? none : [])
    search = ShortestPathSearch(rows: graph.ahead, lengths: lengths)
    counts = Counts(nodeCount: graph.weight.count)
  }

  mutating func add(sources: ArraySlice<Int>) {
    for source in sources {
      search.search(from: source)
      if counts.goAhead(along: search, graph) {
        counts.comeBack(along: search, graph, share, &sums)
        continue
      }
      var scaled = scaledCounts.take() ?? Counts(nodeCount: graph.weight.count)
      if scaled.goAhead(along: search, graph) {
        scaled.comeBack(along: search, graph, share, &sums)
      }
      scaledCounts = scaled
    }
  }

  /// Path counts of one kind, and dependencies.
  fileprivate struct Counts<Count: PathCount> {
    private var count: [Count]
    private var dependency: [Double]

    init(nodeCount: Int) {
      count = Array(repeating: .zero, count: nodeCount)
      dependency = Array(repeating: 0, count: nodeCount)
    }

    /// Counts the paths from the source, and returns whether the counts can be held.
    mutating func goAhead(along search: ShortestPathSearch<Length>, _ graph: CondensedGraph) -> Bool
    {
      guard let source = search.order.first else { return false }
      let (steps, twinCount) = (search.lastSteps.span, graph.twinCount.span)
      count[source] = .one
      for node in search.order.dropFirst() {
        var sum = Count.zero
        for place in search.lastStepPlaces(of: node) {
          let last = Int(steps[place].source)
          sum.add(count[last], times: last == source ? 1 : twinCount[last])
        }
        if sum.isTooLarge { return false }
        count[node] = sum
      }
      return true
    }

    mutating func comeBack(
      along search: ShortestPathSearch<Length>, _ graph: CondensedGraph, _ share: DependencyShare,
      _ sums: inout DependencySums
    ) {
      guard let source = search.order.first else { return }
      let (steps, twinCount) = (search.lastSteps.span, graph.twinCount.span)
      let weight = graph.weight.span
      for node in search.order.dropFirst().reversed() {
        let passedOn =
          weight[source] * weight[node] + twinCount[node] * dependency[node]
        for place in search.lastStepPlaces(of: node) {
          let last = Int(steps[place].source)
          let part = count[last].ratio(to: count[node]) * passedOn
          dependency[last] += part
          if share == .ties {
            sums.scores[Int(steps[place].arc)] += last == source ? part : part * twinCount[last]
          }
        }
        if share != .ties { sums.scores[node] += dependency[node] }
        if share == .nodesWithSquares { sums.squares[node] += dependency[node] * dependency[node] }
        dependency[node] = 0
      }
      dependency[source] = 0
    }
  }
}
