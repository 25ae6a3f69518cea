extension Graph {
  /// Returns how rarely random labels give a node as many brokered pairs in a role as it has.
  ///
  /// The labels change places between the labelled nodes, the ties stay: what is tested is where
  /// the groups are, given who has how many ties. Prefer it to the *z* of ``GouldFernandez``, by
  /// which whoever has many ties stands out in every role.
  ///
  /// - Parameters:
  ///   - labels: The group of each node, in the order of the nodes.
  ///   - permutations: How many times the labels are dealt out anew.
  ///   - seed: The seed of the draws; the same result on any number of cores.
  /// - Returns: For each node and role *p* = (1 + number with as many or more) /
  ///   (1 + permutations), so never 0; `nil` for nodes without a label. The total does not depend
  ///   on labels: its *p* is 1.
  /// - Precondition: There is a label or `nil` for each node; `permutations` is 1 or more.
  /// - Complexity: The number of paths of two ties for each permutation.
  ///
  /// Phipson and Smyth, "Permutation p-values should never be zero", 2010,
  /// doi:10.2202/1544-6115.1585.
  public func gouldFernandezSignificance(
    by labels: [Int?], permutations: Int = 1_999, seed: UInt64
  ) -> NodeMap<RoleScores<Double>?> {
    precondition(permutations > 0, "a test needs permutations")
    let labelled = LabelledGraph(self, labels: labels)
    let observed = labelled.brokerageCounts(of: labelled.groups)
    let chunkCount = min(permutations, 16)
    let parts = chunkedResults(
      count: chunkCount, concurrently: permutations * labelled.graph.edgeCount > 50_000
    ) { chunk in
      var reached = observed.map { _ in 0 }
      for permutation in stride(from: chunk, to: permutations, by: chunkCount) {
        var generator = SeededGenerator(seed: seed, stream: permutation)
        let counts = labelled.brokerageCounts(of: labelled.shuffledGroups(using: &generator))
        for place in counts.indices where counts[place] >= observed[place] { reached[place] += 1 }
      }
      return reached
    }
    let p = observed.indices.map { place in
      Double(1 + parts.reduce(0) { $0 + $1[place] }) / Double(1 + permutations)
    }
    return NodeMap(
      labelled.scores(p).map { scores in
        scores.map { scores in RoleScores(total: 1) { scores[$0] } }
      })
  }
}

extension LabelledGraph {
  /// The groups dealt out anew to the nodes that have one.
  fileprivate func shuffledGroups(using generator: inout SeededGenerator) -> [Int?] {
    var dealt = groups.compactMap(\.self)
    generator.shuffle(&dealt)
    var next = dealt.makeIterator()
    return groups.map { $0 == nil ? nil : next.next() }
  }
}
