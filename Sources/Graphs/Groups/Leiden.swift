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
  /// Weights are used; `unweighted` leaves them out. Directions are used by
  /// `PartitionQuality.directedModularity(resolution:)` alone: by the others a directed graph is
  /// divided as `undirected` is. A node without ties is a group of its own. One run is not enough
  /// for a result to be shown: see `bestCommunities(by:method:runs:seed:)`.
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
    let start = SeededGenerator(seed: generator.next())
    return search(by: quality, method: .leiden(), runs: 1) { _ in start }.best.partition
  }

  /// Returns the best division that several runs of the Leiden algorithm find.
  ///
  ///     let silos = Graph.path(4).bestLeidenCommunities(runs: 10, seed: 1)
  ///     silos.partition.groups  // [0, 0, 1, 1]
  ///
  /// The same as `bestCommunities(by:method:runs:seed:)` by its own method.
  public func bestLeidenCommunities(
    by quality: PartitionQuality = .modularity(), runs: Int = 100, seed: UInt64
  ) -> DetectedCommunities {
    bestCommunities(by: quality, runs: runs, seed: seed)
  }
}
