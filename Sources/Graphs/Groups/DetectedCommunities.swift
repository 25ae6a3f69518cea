/// The best division that several runs have found, and how sure they were of it.
public struct DetectedCommunities: Hashable, Sendable {
  /// The groups.
  ///
  /// Every node is in one; a node without ties, which is no silo, is a group of its own.
  public var partition: Partition
  /// What divisions were judged by.
  public var measure: PartitionQuality
  /// How groups were looked for.
  public var method: CommunityMethod
  /// Their quality by that measure, or `nil` where there are no ties.
  public var quality: Double?
  /// How many runs were made.
  public var runs: Int
  /// How many runs reached that quality, to within 10⁻¹²; their groups may differ.
  ///
  /// None where only the joining of runs did.
  public var runsReachingBest: Int
  /// The quality that each run reached, in order; empty where there are no ties.
  public var qualityOfRuns: [Double]
  /// The groups that each run found, in order.
  public var partitionsOfRuns: [Partition]

  /// Their modularity at the resolution asked for, or `nil` where there are no ties or they were
  /// not judged by it.
  public var modularity: Double? {
    switch measure {
    case .modularity, .directedModularity: quality
    case .constantPotts: nil
    }
  }
}
