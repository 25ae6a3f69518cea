extension LeidenSearch {
  /// Gives each node the label that has most of the weight of its ties, until every node has one
  /// such label.
  ///
  /// Of labels with as much, one is drawn; a node whose label is among them keeps it, so that the
  /// search comes to an end.
  mutating func labelPropagation(using start: SeededGenerator) -> LabelledDivision {
    var generator = start
    let base = objective.base
    let nodeCount = base.nodeCount
    for node in 0..<nodeCount { group[node] = Int32(truncatingIfNeeded: node) }
    setRandomOrder(of: nodeCount, using: &generator)
    for node in 0..<nodeCount { isQueued[node] = true }
    var head = 0
    var waiting = nodeCount
    while waiting > 0 {
      let node = Int(queue[head])
      head = head + 1 == nodeCount ? 0 : head + 1
      waiting -= 1
      isQueued[node] = false
      let old = group[node]
      let new = heaviestLabel(of: node, using: &generator)
      if new == old { continue }
      group[node] = new
      for arc in base.offsets[node]..<base.offsets[node + 1] {
        let neighbor = base.targets[arc].index
        if isQueued[neighbor] || group[neighbor] == new { continue }
        isQueued[neighbor] = true
        let end = head + waiting
        queue[end >= nodeCount ? end - nodeCount : end] = Int32(truncatingIfNeeded: neighbor)
        waiting += 1
      }
    }
    return LabelledDivision(labels: group, quality: objective.quality(of: group))
  }

  /// The label that most of the weight of a node's ties leads to; its own where it is among them.
  private mutating func heaviestLabel(
    of node: Int, using generator: inout SeededGenerator
  ) -> Int32 {
    let base = objective.base
    var metCount = 0
    for arc in base.offsets[node]..<base.offsets[node + 1] {
      let label = group[base.targets[arc].index]
      let weight = base.weights.isEmpty ? 1 : base.weights[arc]
      if tieWeights[Int(label)] < 0 {
        tieWeights[Int(label)] = weight
        met[metCount] = label
        metCount += 1
      } else {
        tieWeights[Int(label)] += weight
      }
    }
    let own = group[node]
    var chosen = own
    var largest = max(tieWeights[Int(own)], 0)
    var equals = 1
    for place in 0..<metCount {
      let label = met[place]
      let weight = tieWeights[Int(label)]
      if weight > largest + objective.leastGain {
        (chosen, largest, equals) = (label, weight, 1)
      } else if chosen != own, weight >= largest - objective.leastGain {
        equals += 1
        if generator.next(below: equals) == 0 { chosen = label }
      }
    }
    for place in 0..<metCount { tieWeights[Int(met[place])] = -1 }
    return chosen
  }
}
