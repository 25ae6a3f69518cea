import Synchronization

extension Graph {
  /// Returns whether the groups that Leiden finds are more than the degrees alone would give.
  ///
  /// Groups can be found in any graph, random ones included, and a high quality is no evidence by
  /// itself. The graph is rewired many times, groups are looked for in each replicate with the same
  /// effort as here, and the qualities are compared.
  ///
  ///     let test = graph.communitySignificance(seed: 1)
  ///     test?.p  // below 0.05: silos beyond what the degrees explain
  ///
  /// *p* = (1 + number of replicates at or above) / (1 + replicates), so never 0. Read *p* before
  /// *z*: the qualities of replicates are skewed. Weights are dealt out anew in each replicate. By
  /// directed modularity both in-degrees and out-degrees are kept; by the others directions are
  /// ignored. Values compare between maps by *z*, not by quality.
  ///
  /// - Parameters:
  ///   - quality: What divisions are judged by, with its resolution.
  ///   - runsPerReplicate: How many runs of Leiden are made, the best of which counts, on this
  ///     graph and on each replicate alike.
  ///   - replicates: How many times the graph is rewired.
  ///   - seed: The seed of everything; the same result on any number of cores.
  ///   - progress: Told now and then how many replicates are done, from any thread.
  /// - Returns: The test, or `nil` where there are no ties.
  /// - Precondition: `runsPerReplicate` and `replicates` are 1 or more.
  /// - Complexity: About O(*m* log *n*) in practice for each run on each replicate.
  ///
  /// Guimerà, Sales-Pardo and Amaral, "Modularity from fluctuations in random graphs and complex
  /// networks", 2004, doi:10.1103/PhysRevE.70.025101. Phipson and Smyth, "Permutation p-values
  /// should never be zero", 2010, doi:10.2202/1544-6115.1585.
  public func communitySignificance(
    by quality: PartitionQuality = .modularity(), runsPerReplicate: Int = 10,
    replicates: Int = 1_999, seed: UInt64, progress: @Sendable (Int) -> Void = { _ in }
  ) -> CommunitySignificance? {
    precondition(runsPerReplicate > 0 && replicates > 0, "a test needs runs and replicates")
    guard edgeCount > 0 else { return nil }
    if isDirected, case .directedModularity(let resolution) = quality {
      return NullModel(graph: self, runs: runsPerReplicate, seed: seed) {
        LeidenObjective(
          directed: Graph(nodeCount: nodeCount, kind: .directed, edges: $0.edges),
          resolution: resolution)
      }
      .test(replicates: replicates, progress: progress)
    }
    let union = undirected
    return NullModel(graph: union, runs: runsPerReplicate, seed: seed) {
      LeidenObjective(rows: $0.rows(offsets: union.outgoing.offsets), by: quality)
    }
    .test(replicates: replicates, progress: progress)
  }

  /// Returns whether the groups that Leiden finds by modularity are more than the degrees alone
  /// would give.
  ///
  /// As `communitySignificance(by:runsPerReplicate:replicates:seed:progress:)`.
  public func modularitySignificance(
    resolution: Double = 1, runsPerReplicate: Int = 1, replicates: Int = 1_999, seed: UInt64
  ) -> ModularitySignificance? {
    communitySignificance(
      by: .modularity(resolution: resolution), runsPerReplicate: runsPerReplicate,
      replicates: replicates, seed: seed)
  }
}

/// The test by the quality that it is mostly made with.
public typealias ModularitySignificance = CommunitySignificance

/// How the quality of the groups of a graph stands among those of graphs with the same degrees.
public struct CommunitySignificance: Hashable, Sendable {
  /// The quality found in the graph.
  public var observed: Double
  /// The mean over the replicates.
  public var nullMean: Double
  /// The standard deviation over the replicates; 0 for a single one.
  public var nullSD: Double
  /// How many standard deviations `observed` is above the mean, or `nil` where all replicates
  /// have the same quality.
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

/// The quality of the groups found in a graph and in rewired copies of it, with the same effort.
private struct NullModel<Mass: ChanceMass>: Sendable {
  let graph: Graph
  let runs: Int
  let seed: UInt64
  /// What is searched in a rewired copy.
  let objective: @Sendable (RewiredTies) -> LeidenObjective<Mass>

  func test(replicates: Int, progress: @Sendable (Int) -> Void) -> CommunitySignificance {
    let chunkCount = min(replicates, 128)
    let done = Mutex(0)
    let qualities = chunkedResults(
      count: chunkCount, concurrently: replicates * graph.edgeCount > 3_000
    ) { chunk in
      let range = replicates * chunk / chunkCount..<replicates * (chunk + 1) / chunkCount
      let qualities = range.map(quality(ofReplicate:))
      done.withLock { done in
        done += range.count
        progress(done)
      }
      return qualities
    }
    .flatMap(\.self)
    let observed = bestQuality(of: objective(RewiredTies(graph)), seed: seed)
    return CommunitySignificance(observed: observed, null: qualities)
  }

  private func quality(ofReplicate number: Int) -> Double {
    var streams = SeededGenerator(seed: seed, stream: number)
    var generator = SeededGenerator(seed: streams.next())
    let ties = RewiredTies(graph, attemptsPerEdge: 10, using: &generator)
    return bestQuality(of: objective(ties), seed: streams.next())
  }

  private func bestQuality(of objective: LeidenObjective<Mass>, seed: UInt64) -> Double {
    var search = LeidenSearch(objective)
    return (0..<runs).reduce(-Double.infinity) { best, run in
      max(best, search.leiden(using: SeededGenerator(seed: seed, stream: run)).quality)
    }
  }
}
