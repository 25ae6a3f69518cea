public import Graphs
public import SystemMaps

/// Which pairs of a network have no tie as reported, and of which nobody can tell.
///
/// A tie is known to be absent only where at least one of the two has answered: where neither did,
/// the pair is unknown.
public struct AbsentTies: Sendable, Hashable {
  /// What the map says of a pair.
  public enum Standing: Sendable, Hashable {
    /// A tie was reported.
    case tied
    /// At least one of the two answered, and reported none.
    case absent
    /// Neither answered.
    case unknown
  }

  /// How many pairs of two groups, or of one, stand how.
  public struct Count: Sendable, Hashable {
    /// Pairs with a reported tie.
    public var tied = 0
    /// Pairs that have not met as reported.
    public var absent = 0
    /// Pairs of which neither end answered.
    public var unknown = 0

    /// Creates a count.
    public init(tied: Int = 0, absent: Int = 0, unknown: Int = 0) {
      self.tied = tied
      self.absent = absent
      self.unknown = unknown
    }

    /// Pairs of which something is known.
    public var known: Int { tied + absent }
    /// The share of the known pairs that are tied; `nil` where nothing is known.
    public var share: Double? { known > 0 ? Double(tied) / Double(known) : nil }
  }

  private let graph: Graph
  private let hasAnswered: [Bool]

  /// Looks at a network; directions do not matter.
  public init(of network: Network, in map: SystemMap) {
    graph = network.graph.undirected
    hasAnswered = network.elements.map { map[$0]?.responded == true }
  }

  /// What the map says of two different nodes.
  public func standing(of first: NodeID, and second: NodeID) -> Standing {
    if graph.hasEdge(from: first, to: second) { return .tied }
    return hasAnswered[first.index] || hasAnswered[second.index] ? .absent : .unknown
  }

  /// The pairs that have no tie as reported, or `nil` if they are more than `most`.
  ///
  /// - Complexity: O(*n*²), less where there are more than `most`.
  public func pairs(most: Int) -> [(first: Int, second: Int)]? {
    var pairs: [(first: Int, second: Int)] = []
    for first in 0..<graph.nodeCount {
      for second in (first + 1)..<max(first + 1, graph.nodeCount)
      where standing(of: NodeID(first), and: NodeID(second)) == .absent {
        guard pairs.count < most else { return nil }
        pairs.append((first, second))
      }
    }
    return pairs
  }

  /// How the pairs between groups, and within each, stand.
  ///
  /// - Parameters:
  ///   - groupOf: The group of each node, from 0.
  ///   - groupCount: How many groups there are.
  /// - Returns: A row for each group, with the groups up to itself.
  /// - Complexity: O(*n* + *m* + groups²).
  public func counts(between groupOf: [Int], groupCount: Int) -> [[Count]] {
    var sizes = Array(repeating: 0, count: groupCount)
    var silent = sizes
    for (node, group) in groupOf.enumerated() {
      sizes[group] += 1
      if !hasAnswered[node] { silent[group] += 1 }
    }
    var counts = (0..<groupCount).map { Array(repeating: Count(), count: $0 + 1) }
    var silentTies = counts.map { $0.map { _ in 0 } }
    for edge in graph.edges where edge.source != edge.target {
      let (first, second) = (groupOf[edge.source.index], groupOf[edge.target.index])
      counts[max(first, second)][min(first, second)].tied += 1
      if !hasAnswered[edge.source.index] && !hasAnswered[edge.target.index] {
        silentTies[max(first, second)][min(first, second)] += 1
      }
    }
    for row in counts.indices {
      for column in counts[row].indices {
        func pairs(_ numbers: [Int]) -> Int {
          row == column ? numbers[row] * (numbers[row] - 1) / 2 : numbers[row] * numbers[column]
        }
        counts[row][column].unknown = pairs(silent) - silentTies[row][column]
        counts[row][column].absent =
          pairs(sizes) - counts[row][column].tied - counts[row][column].unknown
      }
    }
    return counts
  }
}
