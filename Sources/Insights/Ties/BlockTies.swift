import Graphs
import SystemMaps

/// The ties within and between sectors beside the pairs that could have one.
///
/// A pair is observed if at least one of the two responded: only there is an absent tie known to be
/// absent. Directions are ignored.
public struct BlockTies: Sendable, Hashable {
  /// The pairs of elements of two sectors, or of one.
  public struct Block: Sendable, Hashable {
    /// Pairs with a tie.
    public internal(set) var ties = 0
    /// All pairs.
    public internal(set) var pairs = 0
    /// Observed pairs with a tie.
    public internal(set) var observedTies = 0
    /// Observed pairs.
    public internal(set) var observedPairs = 0

    /// Ties as a share of all pairs; `nil` without a pair.
    public var density: Double? { pairs > 0 ? Double(ties) / Double(pairs) : nil }
    /// The same over the observed pairs alone; `nil` without one.
    public var observedDensity: Double? {
      observedPairs > 0 ? Double(observedTies) / Double(observedPairs) : nil
    }
    /// Whether no tie is reported although someone could have reported one.
    public var isEmptyAsReported: Bool { ties == 0 && observedPairs > 0 }
  }

  /// The block of each two sectors, in the order of the sectors; the same either way round.
  public let blocks: [[Block]]

  /// The sum of all blocks, each counted once.
  public var whole: Block {
    blocks.indices.reduce(into: Block()) { sum, row in
      for block in blocks[row][row...] { sum.add(block) }
    }
  }

  /// - Complexity: O(*n* + *m* + sectors²).
  init(of graph: Graph, labels: [Int?], groupCount: Int, hasResponded: [Bool]) {
    var sizes = Array(repeating: 0, count: groupCount)
    var silent = sizes
    for (label, answered) in zip(labels, hasResponded) {
      guard let label else { continue }
      sizes[label] += 1
      if !answered { silent[label] += 1 }
    }
    func pairs(_ counts: [Int], _ row: Int, _ column: Int) -> Int {
      row == column ? counts[row] * (counts[row] - 1) / 2 : counts[row] * counts[column]
    }
    var blocks = sizes.indices.map { row in
      sizes.indices.map { column in
        let all = pairs(sizes, row, column)
        return Block(pairs: all, observedPairs: all - pairs(silent, row, column))
      }
    }
    for edge in graph.undirected.edges where edge.source != edge.target {
      guard let row = labels[edge.source.index], let column = labels[edge.target.index] else {
        continue
      }
      let isObserved = hasResponded[edge.source.index] || hasResponded[edge.target.index]
      for (row, column) in Set([[row, column], [column, row]]).map({ ($0[0], $0[1]) }) {
        blocks[row][column].ties += 1
        if isObserved { blocks[row][column].observedTies += 1 }
      }
    }
    self.blocks = blocks
  }
}

extension BlockTies.Block {
  fileprivate mutating func add(_ other: BlockTies.Block) {
    ties += other.ties
    pairs += other.pairs
    observedTies += other.observedTies
    observedPairs += other.observedPairs
  }
}

extension Network {
  /// Whether each element said that it responded, in the order of the network.
  func hasResponded(in map: SystemMap) -> [Bool] {
    elements.map { map[$0]?.responded == true }
  }
}
