extension Graph {
  /// Returns a random graph in which every node has as many ties as here.
  ///
  /// Pairs of ties trade ends again and again; a trade that would make a self-loop or a parallel
  /// tie is left out. What of a measure is left in such graphs is owed to the degrees alone.
  ///
  ///     var generator = SeededGenerator(seed: 1)
  ///     let null = Graph.cycle(10).rewired(using: &generator)
  ///     null.degree() == Graph.cycle(10).degree()  // true
  ///
  /// In a directed graph in-degrees and out-degrees are kept; trades of two arcs cannot turn a
  /// cycle of three around, so not every such graph can come up. The weights are dealt out anew
  /// over the ties: strengths are not kept.
  ///
  /// - Parameters:
  ///   - attemptsPerEdge: How many trades are tried for each tie; 10 is enough in practice.
  ///   - generator: The source of randomness, from which one number is drawn.
  /// - Complexity: O(*m* · `attemptsPerEdge`) time; O(*n*² / 64) words up to 8,192 nodes, O(*m*)
  ///   above.
  ///
  /// Maslov and Sneppen, "Specificity and stability in topology of protein networks", 2002,
  /// doi:10.1126/science.1065103. Milo et al., "On the uniform generation of random graphs with
  /// prescribed degree sequences", 2003, arXiv:cond-mat/0312028.
  public func rewired(
    attemptsPerEdge: Int = 10, using generator: inout some RandomNumberGenerator
  ) -> Graph {
    var random = SeededGenerator(seed: generator.next())
    let ties = RewiredTies(self, attemptsPerEdge: attemptsPerEdge, using: &random)
    return Graph(nodeCount: nodeCount, kind: kind, edges: ties.edges)
  }
}

/// The ties of a graph, as they are or after trades, with the weights dealt out anew.
struct RewiredTies {
  let sources: [Int]
  let targets: [Int]
  /// The weights of the ties, or none where every one is 1.
  let weights: [Double]

  /// Takes the ties as they are.
  init(_ graph: Graph) {
    let edges = graph.edges
    sources = edges.map(\.source.index)
    targets = edges.map(\.target.index)
    weights = graph.isWeighted ? edges.map(\.weight) : []
  }

  /// Rewires the ties.
  init(_ graph: Graph, attemptsPerEdge: Int, using generator: inout SeededGenerator) {
    var swaps = TieSwaps(graph)
    swaps.attempt(times: attemptsPerEdge * graph.edgeCount, using: &generator)
    var weights = graph.isWeighted ? graph.edges.map(\.weight) : []
    generator.shuffle(&weights)
    (sources, targets) = (swaps.sources, swaps.targets)
    self.weights = weights
  }

  var edges: [Edge] {
    sources.indices.map { tie in
      Edge(sources[tie], targets[tie], weight: weights.isEmpty ? 1 : weights[tie])
    }
  }

  /// Rows in which each tie stands at both ends, unsorted.
  ///
  /// - Parameter offsets: Where the rows begin: degrees are as they were.
  func rows(offsets: [Int]) -> AdjacencyRows {
    var next = offsets
    var ends = Array(repeating: NodeID(0), count: 2 * sources.count)
    var values = Array(repeating: 1.0, count: weights.isEmpty ? 0 : ends.count)
    for tie in sources.indices {
      for (from, to) in [(sources[tie], targets[tie]), (targets[tie], sources[tie])] {
        ends[next[from]] = NodeID(to)
        if !weights.isEmpty { values[next[from]] = weights[tie] }
        next[from] += 1
      }
    }
    return AdjacencyRows(
      offsets: offsets, targets: ends, weights: values.isEmpty ? nil : values)
  }
}
