/// How groups are looked for.
public enum CommunityMethod: Hashable, Sendable {
  /// Leiden: groups are connected, and better than those of the others in less time.
  ///
  /// Passes are repeated until one brings nothing; `passes` sets an end to them, of which 2 bring
  /// most of the quality in a fifth of the time.
  case leiden(passes: Int? = nil)
  /// Louvain, its predecessor, which Gephi has: a group may fall apart into pieces without a tie
  /// between them.
  case louvain
  /// Label propagation, which has no quality in mind: each node takes the label that most of its
  /// ties lead to. For comparison only: it often finds one group or very many.
  case labelPropagation
}

extension Graph {
  /// Returns the best division that several runs of a method find.
  ///
  /// Run *i*, from 0, draws from stream *i* of the seed. Runs of Leiden are then joined, two by two,
  /// until one division is left: what both have together is kept together, and the search begins
  /// again from there. That finds better ones on large graphs, in less time than more runs would. Of
  /// divisions of the same quality, to within 10⁻¹², the first is taken.
  ///
  ///     let silos = Graph.path(4).bestCommunities(runs: 10, seed: 1)
  ///     silos.partition.groups  // [0, 0, 1, 1]
  ///     silos.stability()       // how far the runs agree
  ///     silos.consensus(seed: 1)  // what they have in common
  ///
  /// Weights are used; `unweighted` leaves them out. Directions are used by
  /// `PartitionQuality.directedModularity(resolution:)` alone: by the others a directed graph is
  /// divided as `undirected` is. A node without ties is a group of its own, by every method.
  ///
  /// - Parameters:
  ///   - quality: What divisions are judged by, with its resolution: larger, smaller groups.
  ///   - method: How groups are looked for.
  ///   - runs: How many runs.
  ///   - seed: The seed of all runs.
  /// - Returns: The division and what the runs reached; the same on any number of cores.
  /// - Precondition: `runs` is 1 or more.
  /// - Complexity: About O(*m* log *n*) for each run in practice; O(*n* + *m*) space for each
  ///   thread, and O(*n*) for each run.
  ///
  /// Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected
  /// communities", 2019, doi:10.1038/s41598-019-41695-z. Blondel et al., "Fast unfolding of
  /// communities in large networks", 2008, doi:10.1088/1742-5468/2008/10/P10008. Raghavan, Albert
  /// and Kumara, "Near linear time algorithm to detect community structures in large-scale
  /// networks", 2007, doi:10.1103/PhysRevE.76.036106. Ovelgönne and Geyer-Schulz, "An ensemble
  /// learning strategy for graph clustering", 2013, doi:10.1090/conm/588/11701.
  public func bestCommunities(
    by quality: PartitionQuality = .modularity(), method: CommunityMethod = .leiden(),
    runs: Int = 100, seed: UInt64
  ) -> DetectedCommunities {
    precondition(runs > 0, "a best division needs a run")
    let found = search(by: quality, method: method, runs: runs) {
      SeededGenerator(seed: seed, stream: $0)
    }
    let best = found.best.partition
    return DetectedCommunities(
      partition: best, measure: quality, method: method,
      // The figure that is shown is that of `quality(of:by:)`, to the last bit.
      quality: self.quality(of: best, by: quality),
      runs: runs, runsReachingBest: found.runs.count { $0.quality >= found.best.quality - 1e-12 },
      qualityOfRuns: edgeCount > 0 ? found.runs.map(\.quality) : [],
      partitionsOfRuns: found.runs.map(\.partition))
  }

  /// What runs find, in their order, and the best that comes of them.
  ///
  /// - Parameter start: What each run, and after the last each joining of two, draws from.
  func search(
    by quality: PartitionQuality, method: CommunityMethod, runs: Int,
    from start: (Int) -> SeededGenerator
  ) -> (runs: [LabelledDivision], best: LabelledDivision) {
    let isLong = runs * edgeCount > 10_000
    if isDirected, case .directedModularity(let resolution) = quality {
      return LeidenObjective(directed: self, resolution: resolution)
        .search(method: method, runs: runs, from: start, concurrently: isLong)
    }
    return LeidenObjective(undirected, by: quality)
      .search(method: method, runs: runs, from: start, concurrently: isLong)
  }
}

extension LeidenObjective {
  fileprivate func search(
    method: CommunityMethod, runs: Int, from start: (Int) -> SeededGenerator, concurrently: Bool
  ) -> (runs: [LabelledDivision], best: LabelledDivision) {
    let divisions = divisions(
      method: method, from: (0..<runs).map(start), concurrently: concurrently)
    let best =
      if case .leiden(let passes) = method {
        joined(
          divisions, passes: passes, from: (runs..<2 * runs).map(start), concurrently: concurrently)
      } else {
        divisions.dropFirst().reduce(divisions[0]) { $0.orBetter($1) }
      }
    return (divisions, best)
  }

  /// What runs that begin with these generators find, in their order.
  func divisions(
    method: CommunityMethod, from starts: [SeededGenerator], concurrently: Bool
  ) -> [LabelledDivision] {
    let chunkCount = min(starts.count, 16)
    return chunkedResults(count: chunkCount, concurrently: concurrently) { chunk in
      var search = LeidenSearch(self)
      return starts[starts.count * chunk / chunkCount..<starts.count * (chunk + 1) / chunkCount]
        .map { start in
          switch method {
          case .leiden(let passes): search.leiden(passes: passes, using: start)
          case .louvain: search.louvain(using: start)
          case .labelPropagation: search.labelPropagation(using: start)
          }
        }
    }
    .flatMap(\.self)
  }
}
