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
    var swaps = TieSwaps(self)
    swaps.attempt(times: attemptsPerEdge * edgeCount, using: &random)
    var weights = edges.map(\.weight)
    if isWeighted { random.shuffle(&weights) }
    let rewired = weights.indices.map { tie in
      Edge(swaps.sources[tie], swaps.targets[tie], weight: weights[tie])
    }
    return Graph(nodeCount: nodeCount, kind: kind, edges: rewired)
  }

  /// Returns whether the groups that Leiden finds are more than the degrees alone would give.
  ///
  /// Groups can be found in any graph, random ones included, and a high modularity is no
  /// evidence by itself. The graph is rewired many times, groups are looked for in each replicate
  /// with the same effort as here, and their modularities are compared.
  ///
  ///     let test = graph.modularitySignificance(seed: 1)
  ///     test?.p  // below 0.05: silos beyond what the degrees explain
  ///
  /// *p* = (1 + number of replicates at or above) / (1 + replicates), so never 0. Read *p* before
  /// *z*: the modularities of replicates are skewed. Directions are ignored; weights are dealt
  /// out anew in each replicate. Values compare between maps by *z*, not by modularity.
  ///
  /// - Parameters:
  ///   - resolution: The factor γ of `modularity(of:resolution:)`.
  ///   - runsPerReplicate: How many runs of Leiden are made, the best of which counts, on this
  ///     graph and on each replicate alike.
  ///   - replicates: How many times the graph is rewired.
  ///   - seed: The seed of everything; the same result on any number of cores.
  /// - Returns: The test, or `nil` where there are no ties.
  /// - Precondition: `runsPerReplicate` and `replicates` are 1 or more.
  ///
  /// Guimerà, Sales-Pardo and Amaral, "Modularity from fluctuations in random graphs and complex
  /// networks", 2004, doi:10.1103/PhysRevE.70.025101. Phipson and Smyth, "Permutation p-values
  /// should never be zero", 2010, doi:10.2202/1544-6115.1585.
  public func modularitySignificance(
    resolution: Double = 1, runsPerReplicate: Int = 1, replicates: Int = 1_999, seed: UInt64
  ) -> ModularitySignificance? {
    precondition(runsPerReplicate > 0 && replicates > 0, "a test needs runs and replicates")
    guard edgeCount > 0 else { return nil }
    let union = undirected
    let null = ReplicateModularity(
      graph: union, quality: .modularity(resolution: resolution), runs: runsPerReplicate,
      seed: seed)
    let chunkCount = min(replicates, 32)
    let modularities = chunkedResults(
      count: chunkCount, concurrently: replicates * edgeCount > 3_000
    ) { chunk in
      (replicates * chunk / chunkCount..<replicates * (chunk + 1) / chunkCount).map {
        null.modularity(ofReplicate: $0)
      }
    }
    .flatMap(\.self)
    return ModularitySignificance(observed: null.observed, null: modularities)
  }
}

/// How the modularity of a graph stands among those of graphs with the same degrees.
public struct ModularitySignificance: Hashable, Sendable {
  /// The modularity found in the graph.
  public var observed: Double
  /// The mean over the replicates.
  public var nullMean: Double
  /// The standard deviation over the replicates; 0 for a single one.
  public var nullSD: Double
  /// How many standard deviations `observed` is above the mean, or `nil` where all replicates
  /// have the same modularity.
  public var z: Double?
  /// The share of replicates that reach `observed`, the graph itself counted among them.
  public var p: Double
  /// How many replicates were made.
  public var replicates: Int

  init(observed: Double, null: [Double]) {
    let count = Double(null.count)
    let mean = null.reduce(0, +) / count
    let squares = null.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.observed = observed
    nullMean = mean
    nullSD = null.count > 1 ? (squares / (count - 1)).squareRoot() : 0
    z = nullSD > 1e-12 ? (observed - mean) / nullSD : nil
    p = Double(1 + null.count { $0 >= observed - 1e-12 }) / (1 + count)
    replicates = null.count
  }
}

/// The modularity of the groups found in rewired copies of an undirected graph.
private struct ReplicateModularity {
  let graph: Graph
  let quality: PartitionQuality
  let runs: Int
  let seed: UInt64

  /// The modularity found in the graph itself.
  var observed: Double { best(of: LeidenLevel(graph, for: quality), seed: seed) }

  func modularity(ofReplicate number: Int) -> Double {
    var streams = SeededGenerator(seed: seed, stream: number)
    var generator = SeededGenerator(seed: streams.next())
    var swaps = TieSwaps(graph)
    swaps.attempt(times: 10 * graph.edgeCount, using: &generator)
    return best(of: level(of: swaps, using: &generator), seed: streams.next())
  }

  private func best(of level: LeidenLevel, seed: UInt64) -> Double {
    var search = LeidenSearch(level, by: quality)
    return (0..<runs).reduce(-Double.infinity) { best, run in
      max(best, search.run(using: SeededGenerator(seed: seed, stream: run)).quality)
    }
  }

  /// The ties as rows; degrees are as they were, and so are the offsets.
  private func level(
    of swaps: TieSwaps, using generator: inout SeededGenerator
  ) -> LeidenLevel {
    let offsets = graph.outgoing.offsets
    var tieWeights = graph.isWeighted ? graph.edges.map(\.weight) : []
    generator.shuffle(&tieWeights)
    var next = offsets
    var targets = Array(repeating: NodeID(0), count: 2 * swaps.sources.count)
    var weights = Array(repeating: 1.0, count: targets.count)
    for tie in swaps.sources.indices {
      let (source, target) = (swaps.sources[tie], swaps.targets[tie])
      for (from, to) in [(source, target), (target, source)] {
        targets[next[from]] = NodeID(to)
        if !tieWeights.isEmpty { weights[next[from]] = tieWeights[tie] }
        next[from] += 1
      }
    }
    return LeidenLevel(offsets: offsets, targets: targets, weights: weights)
  }
}
