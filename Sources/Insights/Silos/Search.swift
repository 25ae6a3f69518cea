import Graphs

extension Silos {
  /// How groups are looked for.
  public struct Search: Sendable, Hashable {
    /// The method, by its name on the command line and in JSON.
    public enum Method: String, Sendable, Hashable, CaseIterable {
      /// Leiden by modularity, directions ignored.
      case leiden
      /// Leiden by the modularity of directed ties (Leicht and Newman 2008).
      case directed = "leiden-directed"
      /// Leiden by the constant Potts model: groups denser inside than the resolution.
      case constantPotts = "leiden-cpm"
      /// Louvain by modularity, for comparison: its groups may fall apart.
      case louvain
      /// Label propagation, for comparison: it has no quality in mind.
      case labelPropagation = "label-propagation"
    }

    /// The method.
    public var method: Method
    /// The resolution, above 0: larger gives smaller groups.
    ///
    /// `nil` is 1, and for the constant Potts model the density of the network.
    public var resolution: Double?

    /// Creates a search; without more, for the groups of best modularity.
    public init(_ method: Method = .leiden, resolution: Double? = nil) {
      self.method = method
      self.resolution = resolution
    }

    /// What divisions of a network are judged by.
    func quality(for graph: Graph) -> PartitionQuality {
      switch method {
      case .leiden, .louvain, .labelPropagation: .modularity(resolution: resolution ?? 1)
      case .directed: .directedModularity(resolution: resolution ?? 1)
      case .constantPotts:
        .constantPotts(resolution: resolution ?? graph.undirected.density ?? 1)
      }
    }

    var communityMethod: CommunityMethod {
      switch method {
      case .leiden, .directed, .constantPotts: .leiden()
      case .louvain: .louvain
      case .labelPropagation: .labelPropagation
      }
    }

    /// What the quality is called in a sentence.
    var qualityName: String {
      switch method {
      case .leiden, .louvain, .labelPropagation: "modularity"
      case .directed: "directed modularity"
      case .constantPotts: "constant Potts quality"
      }
    }
  }

  /// A stretch of resolutions over which the search finds the same groups.
  public struct Plateau: Sendable, Hashable {
    /// The first and the last resolution of the stretch.
    public let resolutions: ClosedRange<Double>
    /// How many groups of two or more there are.
    public let groups: Int
    /// How far the runs agree over the stretch, from 1 for the same groups every time.
    public let stability: Double
  }

  /// What the runs of the search have in common.
  public struct Consensus: Sendable, Hashable {
    /// How many groups of two or more there are.
    public let groups: Int
    /// How far they are the groups shown: 1 for the same (adjusted Rand index).
    public let agreement: Double
  }
}

extension Silos.Consensus {
  /// More elements than this are too many to hold every pair of them.
  private static let mostElements = 1_000

  /// - Returns: `nil` where there is no tie, or there are too many elements.
  init?(of detected: DetectedCommunities, seed: UInt64) {
    guard detected.quality != nil, detected.partition.nodeCount <= Self.mostElements else {
      return nil
    }
    let consensus = detected.consensus(seed: seed).partition
    groups = consensus.sizes.count { $0 > 1 }
    agreement = consensus.adjustedRandIndex(detected.partition)
  }
}
