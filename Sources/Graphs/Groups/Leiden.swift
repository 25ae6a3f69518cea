extension Graph {
  /// Returns groups that one run of the Leiden algorithm finds.
  ///
  /// Groups have more weight of ties inside than chance would give, or by the constant Potts model
  /// more than the density asked for. Every group is connected,
  /// which Louvain does not promise. Passes are repeated until one brings nothing.
  ///
  ///     var generator = SeededGenerator(seed: 1)
  ///     let graph = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)])
  ///     graph.leidenCommunities(using: &generator).groups  // [0, 0, 1, 1]
  ///
  /// Weights are used; `unweighted` leaves them out. Directions are ignored: a directed graph is
  /// divided as `undirected` is. A node without ties is a group of its own. One run is not enough
  /// for a result to be shown: see `bestLeidenCommunities(by:runs:seed:)`.
  ///
  /// - Parameters:
  ///   - quality: What divisions are judged by, with its resolution: larger, smaller groups.
  ///   - generator: The source of randomness, from which one number is drawn.
  /// - Complexity: About O(*m* log *n*) in practice, O(*n* + *m*) space.
  ///
  /// Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected
  /// communities", 2019, doi:10.1038/s41598-019-41695-z.
  public func leidenCommunities(
    by quality: PartitionQuality = .modularity(),
    using generator: inout some RandomNumberGenerator
  ) -> Partition {
    var search = LeidenSearch(LeidenLevel(undirected, for: quality), by: quality)
    let outcome = search.run(using: SeededGenerator(seed: generator.next()))
    return Partition(labels: outcome.labels, below: nodeCount)
  }

  /// Returns the best division that several runs of the Leiden algorithm find.
  ///
  /// Run *i*, from 0, draws from stream *i* of the seed. Of divisions of the same quality, to within
  /// 10⁻¹², the first is taken.
  ///
  ///     let silos = Graph.path(4).bestLeidenCommunities(runs: 10, seed: 1)
  ///     silos.partition.groups  // [0, 0, 1, 1]
  ///
  /// Directions are ignored, weights are used.
  ///
  /// - Parameters:
  ///   - quality: What divisions are judged by, with its resolution: larger, smaller groups.
  ///   - runs: How many runs.
  ///   - seed: The seed of all runs.
  /// - Returns: The division and what the runs reached; the same on any number of cores.
  /// - Precondition: `runs` is 1 or more.
  /// - Complexity: `runs` times that of `leidenCommunities(by:using:)`.
  public func bestLeidenCommunities(
    by quality: PartitionQuality = .modularity(), runs: Int = 100, seed: UInt64
  ) -> DetectedCommunities {
    precondition(runs > 0, "a best division needs a run")
    let level = LeidenLevel(undirected, for: quality)
    let chunkCount = min(runs, 16)
    let outcomes = chunkedResults(
      count: chunkCount, concurrently: runs * edgeCount > 10_000
    ) { chunk in
      var search = LeidenSearch(level, by: quality)
      return (runs * chunk / chunkCount..<runs * (chunk + 1) / chunkCount).map { run in
        search.run(using: SeededGenerator(seed: seed, stream: run))
      }
    }
    .flatMap(\.self)
    let largest = outcomes.reduce(-Double.infinity) { max($0, $1.quality) }
    let reached = outcomes.filter { $0.quality >= largest - 1e-12 }
    return DetectedCommunities(
      partition: Partition(labels: reached.first?.labels ?? [], below: nodeCount),
      measure: quality,
      quality: edgeCount > 0 ? reached.first?.quality : nil,
      runs: runs,
      runsReachingBest: reached.count,
      qualityOfRuns: edgeCount > 0 ? outcomes.map(\.quality) : [],
      partitionsOfRuns: outcomes.map { Partition(labels: $0.labels, below: nodeCount) })
  }
}

/// The best division that several runs have found, and how sure they were of it.
public struct DetectedCommunities: Hashable, Sendable {
  /// The groups.
  public var partition: Partition
  /// What divisions were judged by.
  public var measure: PartitionQuality
  /// Their quality by that measure, of the undirected graph, or `nil` where there are no ties.
  public var quality: Double?
  /// How many runs were made.
  public var runs: Int
  /// How many runs reached that quality, to within 10⁻¹²; their groups may differ.
  public var runsReachingBest: Int
  /// The quality that each run reached, in order; empty where there are no ties.
  public var qualityOfRuns: [Double]
  /// The groups that each run found, in order.
  public var partitionsOfRuns: [Partition]

  /// Their modularity at the resolution asked for, or `nil` where there are no ties or they were
  /// not judged by it.
  public var modularity: Double? {
    if case .modularity = measure { quality } else { nil }
  }
}
