import Foundation

extension Graph {
  /// Returns what groups are found at many resolutions, and the stretches over which they hold.
  ///
  /// A division into groups that is really there is found over a stretch of resolutions and by
  /// most runs; one that comes and goes with the resolution is a choice of the method. Every
  /// division that was found at any resolution is weighed at every other, so that a step is not
  /// worse than its neighbours by bad luck.
  ///
  ///     let scan = graph.resolutionScan(seed: 1)
  ///     scan.plateaus.map(\.groupCount)  // [3]: three groups, or none that hold
  ///
  /// - Parameters:
  ///   - quality: What divisions are judged by. Its own resolution stands in the middle of the
  ///     resolutions; for the constant Potts model the density of the graph is a good one.
  ///   - resolutions: The resolutions in rising order; `nil` for 17 from half to twice that of
  ///     `quality`, each nine percent above the last.
  ///   - runs: How many runs of Leiden are made at each.
  ///   - seed: The seed of all runs.
  /// - Returns: The steps and plateaus, or `nil` where there are no ties.
  /// - Precondition: `runs` is 1 or more, `resolutions` rise.
  /// - Complexity: As `bestCommunities(by:method:runs:seed:)` for each resolution.
  ///
  /// Lambiotte, "Multi-scale modularity in complex networks", 2010, arXiv:1004.4268. Weir et al.,
  /// "Post-processing partitions to identify domains of modularity optimization", 2017,
  /// doi:10.3390/a10030093.
  public func resolutionScan(
    by quality: PartitionQuality = .modularity(), at resolutions: [Double]? = nil,
    runs: Int = 10, seed: UInt64
  ) -> ResolutionScan? {
    guard edgeCount > 0 else { return nil }
    let resolutions = resolutions ?? (-8...8).map { quality.resolution * exp2(Double($0) / 8) }
    precondition(zip(resolutions, resolutions.dropFirst()).allSatisfy(<), "resolutions rise")
    let found = resolutions.enumerated().map { place, resolution in
      var seeds = SeededGenerator(seed: seed, stream: place)
      return bestCommunities(by: quality.at(resolution), runs: runs, seed: seeds.next())
    }
    var known: Set<Partition> = []
    let candidates = found.flatMap(\.partitionsOfRuns).filter { known.insert($0).inserted }
      .map { ScannedDivision($0, of: self, by: quality) }
    let steps = found.map { detected in
      let resolution = detected.measure.resolution
      let best = candidates.reduce(candidates[0]) {
        $1.quality(at: resolution) > $0.quality(at: resolution) + 1e-12 ? $1 : $0
      }
      return ResolutionScan.Step(
        resolution: resolution, partition: best.partition,
        quality: best.quality(at: resolution), stability: detected.stability() ?? 0)
    }
    return ResolutionScan(steps: steps)
  }
}

/// The groups found at several resolutions.
public struct ResolutionScan: Hashable, Sendable {
  /// The groups found at one resolution.
  public struct Step: Hashable, Sendable {
    /// The resolution.
    public var resolution: Double
    /// The best groups known at it.
    public var partition: Partition
    /// Their quality.
    public var quality: Double
    /// How far the runs at this resolution agree, from 1 for the same groups every time.
    public var stability: Double
    /// How many groups have two nodes or more.
    public var groupCount: Int { partition.sizes.count { $0 > 1 } }
  }

  /// A stretch of resolutions over which the same groups are found.
  public struct Plateau: Hashable, Sendable {
    /// The first and the last resolution at which they were found.
    public var resolutions: ClosedRange<Double>
    /// The groups in the middle of the stretch.
    public var partition: Partition
    /// How many groups have two nodes or more.
    public var groupCount: Int
    /// How far the runs agree, on average over the stretch.
    public var stability: Double
  }

  /// How far the groups of a plateau agree at the least: adjusted Rand index with its first step.
  public static let leastAgreement = 0.95
  /// How far the runs agree at the least, on average over a plateau.
  public static let leastStability = 0.9
  /// How many steps a plateau has at the least.
  public static let leastSteps = 3

  /// The resolutions, in rising order.
  public var steps: [Step]

  /// The stretches that hold, in rising order of resolution; none where everything shifts.
  ///
  /// One group of all nodes is a plateau too: it says that larger resolutions are to be tried, or
  /// that there is nothing to divide.
  public var plateaus: [Plateau] {
    var plateaus: [Plateau] = []
    var start = 0
    while start < steps.count {
      let first = steps[start].partition
      let end =
        steps[start...].firstIndex {
          $0.partition.adjustedRandIndex(first) < Self.leastAgreement
        } ?? steps.count
      let stretch = steps[start..<end]
      let stability = stretch.reduce(0) { $0 + $1.stability } / Double(stretch.count)
      if stretch.count >= Self.leastSteps, stability >= Self.leastStability {
        let middle = steps[(start + end) / 2]
        plateaus.append(
          Plateau(
            resolutions: steps[start].resolution...steps[end - 1].resolution,
            partition: middle.partition, groupCount: middle.groupCount, stability: stability))
      }
      start = end
    }
    return plateaus
  }
}

/// A division with its quality at every resolution, which falls on a straight line.
private struct ScannedDivision {
  let partition: Partition
  private let inside: Double
  private let expected: Double

  init(_ partition: Partition, of graph: Graph, by quality: PartitionQuality) {
    self.partition = partition
    inside = graph.quality(of: partition, by: quality.at(0)) ?? 0
    expected = inside - (graph.quality(of: partition, by: quality.at(1)) ?? 0)
  }

  func quality(at resolution: Double) -> Double { inside - resolution * expected }
}
