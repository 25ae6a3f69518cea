// The way back where the scores of arcs are wanted.
extension HopDependencies {
  /// Adds up dependencies of arcs from the farthest step back to the sources.
  mutating func comeBackAlongTies(to group: ArraySlice<Int>) {
    var sourceWeights = Lanes.zero
    for (lane, node) in group.enumerated() { sourceWeights[lane] = graph.weight[node] }
    var (unused, unusedToo): ([Double], [Double]) = ([], [])
    for number in steps.indices.reversed() {
      let step = visits[steps[number].visits]
      let farther = number + 1 < steps.count ? steps[number + 1] : Step(visits: 0..<0)
      for visit in step {
        let node = Int(visit.node)
        paths[node] = counts[node] * lanes[Int(visit.sources)]
        // A path begins at one twin and leads through all.
        if number > 0 { paths[node] *= graph.twinCount[node] }
      }
      if Self.isCheaper(steps[number].arcsAhead, than: farther.arcsBehind) {
        Self.collect(step, graph.ahead, current, paths: paths, into: &arcSums, &scores)
      } else {
        for visit in step { arcSums[Int(visit.node)] = .zero }
        Self.handOut(
          visits[farther.visits], graph.behind, current, paths: paths, into: &arcSums, &scoresBehind
        )
      }
      for visit in step { paths[Int(visit.node)] = .zero }
      for visit in visits[farther.visits] { current[Int(visit.node)] = .zero }
      if number > 0 {
        Self.depend(
          step, on: sourceWeights, graph, sums: arcSums, counts: counts, lanes: lanes,
          current: &current, scores: &unused, squares: &unusedToo)
      }
    }
  }

  /// Adds up the current values of the next step for each node of a step, and for each arc.
  private static func collect(
    _ receivers: ArraySlice<Visit>, _ rows: AdjacencyRows, _ currentArray: [Lanes],
    paths: [Lanes], into sums: inout [Lanes], _ scoresArray: inout [Double]
  ) {
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    let current = currentArray.span
    var scores = scoresArray.mutableSpan
    for visit in receivers {
      let node = Int(visit.node)
      let pathsHere = paths[node]
      var sum = Lanes.zero
      for arc in offsets[node]..<offsets[node + 1] {
        let value = current[targets[arc].index]
        sum += value
        scores[arc] += total(pathsHere * value)
      }
      sums[node] = sum
    }
  }

  /// The same from the nodes of the next step.
  private static func handOut(
    _ givers: ArraySlice<Visit>, _ rows: AdjacencyRows, _ currentArray: [Lanes],
    paths pathsArray: [Lanes], into sumsArray: inout [Lanes], _ scoresArray: inout [Double]
  ) {
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    let (current, paths) = (currentArray.span, pathsArray.span)
    var sums = sumsArray.mutableSpan
    var scores = scoresArray.mutableSpan
    for visit in givers {
      let node = Int(visit.node)
      let value = current[node]
      for arc in offsets[node]..<offsets[node + 1] {
        let receiver = targets[arc].index
        sums[receiver] += value
        scores[arc] += total(value * paths[receiver])
      }
    }
  }
}
