import Graphs
import SystemMaps

/// How far the ties of one sector, or of one element, lead out of the sector, beside chance.
///
/// Chance deals the sectors out anew to the elements, and leaves the ties as they are.
public struct OutwardTies: Sendable, Hashable {
  /// Ties to the same sector.
  public let within: Int
  /// Ties to other sectors.
  public let across: Int
  /// What the E-I index would be on average.
  public let expected: Double?
  /// The standard deviation of the index by chance.
  public let standardDeviation: Double?
  /// The share of deals with an index as low or lower: small for whoever keeps to their own.
  public let pInward: Double?
  /// The share of deals with an index as high or higher: small for whoever reaches out.
  public let pOutward: Double?

  /// (Across − within) ÷ both together, each tie once; `nil` without a tie.
  public var index: Double? {
    within + across > 0 ? Double(across - within) / Double(across + within) : nil
  }
}

extension OutwardTies {
  /// The ties of each element, with exact moments and tests.
  ///
  /// An element keeps its sector while all others are dealt theirs: how many of its contacts are
  /// of its sector is then a draw without putting back.
  ///
  /// - Returns: `nil` for an element whose sector is not known.
  static func ofElements(in graph: Graph, labels: [Int?]) -> [OutwardTies?] {
    let known = labels.count { $0 != nil }
    let sizes = Dictionary(grouping: labels.compactMap(\.self), by: \.self).mapValues(\.count)
    return graph.nodes.map { node in
      guard let own = labels[node.index], let size = sizes[own] else { return nil }
      let contacts = graph.neighbors(of: node).filter { $0 != node }.compactMap {
        labels[$0.index]
      }
      let within = contacts.count { $0 == own }
      guard !contacts.isEmpty else {
        return OutwardTies(
          within: 0, across: 0, expected: nil, standardDeviation: nil, pInward: nil, pOutward: nil)
      }
      let draw = Hypergeometric(population: known - 1, marked: size - 1, draws: contacts.count)
      let share = Double(size - 1) / Double(known - 1)
      let degree = Double(contacts.count)
      let rest = known > 2 ? (Double(known - 1) - degree) / Double(known - 2) : 0
      return OutwardTies(
        within: within, across: contacts.count - within, expected: 1 - 2 * share,
        standardDeviation: 2 * (share * (1 - share) * rest / degree).squareRoot(),
        pInward: draw.upperTail(within), pOutward: draw.lowerTail(within))
    }
  }

  /// The ties of each sector, tested by dealing the sectors out at random.
  ///
  /// Deals that leave a sector without a tie have no index and are not counted.
  ///
  /// - Complexity: O((*n* + *m*) · `permutations`).
  static func ofSectors(
    in graph: Graph, labels: [Int?], sectorCount: Int, permutations: Int, seed: UInt64
  ) -> [OutwardTies] {
    let ties = graph.edges.filter {
      $0.source != $0.target && labels[$0.source.index] != nil && labels[$0.target.index] != nil
    }
    func counts(_ labels: [Int?]) -> (within: [Int], across: [Int]) {
      var within = Array(repeating: 0, count: sectorCount)
      var across = within
      for tie in ties {
        guard let one = labels[tie.source.index], let other = labels[tie.target.index] else {
          continue
        }
        if one == other {
          within[one] += 1
        } else {
          across[one] += 1
          across[other] += 1
        }
      }
      return (within, across)
    }
    let observed = counts(labels)
    var chance = Array(repeating: ChanceIndex(), count: sectorCount)
    var generator = SeededGenerator(seed: seed)
    var dealt = labels.compactMap(\.self)
    for _ in 0..<permutations {
      dealt.shuffle(using: &generator)
      var next = dealt.makeIterator()
      let (within, across) = counts(labels.map { $0 == nil ? nil : next.next() })
      for sector in chance.indices {
        chance[sector].add(
          index(across[sector], within[sector]),
          beside: index(observed.across[sector], observed.within[sector]))
      }
    }
    return chance.indices.map { sector in
      chance[sector].ties(within: observed.within[sector], across: observed.across[sector])
    }
  }

  private static func index(_ across: Int, _ within: Int) -> Double? {
    across + within > 0 ? Double(across - within) / Double(across + within) : nil
  }
}

/// The indices of one sector over many deals.
private struct ChanceIndex {
  private var deals = 0.0
  private var sum = 0.0
  private var squares = 0.0
  private var asLow = 0.0
  private var asHigh = 0.0

  mutating func add(_ index: Double?, beside observed: Double?) {
    guard let index, let observed else { return }
    deals += 1
    sum += index
    squares += index * index
    if index <= observed + 1e-12 { asLow += 1 }
    if index >= observed - 1e-12 { asHigh += 1 }
  }

  func ties(within: Int, across: Int) -> OutwardTies {
    let isTested = deals > 1
    let mean = sum / deals
    let variance = max(0, (squares - deals * mean * mean) / (deals - 1))
    return OutwardTies(
      within: within, across: across, expected: isTested ? mean : nil,
      standardDeviation: isTested ? variance.squareRoot() : nil,
      pInward: isTested ? (1 + asLow) / (1 + deals) : nil,
      pOutward: isTested ? (1 + asHigh) / (1 + deals) : nil)
  }
}
