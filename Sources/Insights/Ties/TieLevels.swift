import Graphs
import SystemMaps

/// On which rung of the ladder the ties inside sectors stand, and on which those across.
///
/// The usual pattern of a collaborative that begins: people network across, and collaborate within.
public struct TieLevels: Sendable, Hashable {
  /// The ties of one level.
  public struct Rung: Sendable, Hashable {
    /// The level, from 1 to 4.
    public let level: Int
    /// Its word on the map's ladder; `nil` if the map does not say which ladder it uses.
    public let word: String?
    /// Ties that join two elements of one sector.
    public let within: Int
    /// Ties that join two sectors.
    public let across: Int
    /// Ties between each two sectors, each tie once, in the order of the sectors.
    public let between: [[Int]]
  }

  /// The four rungs, lowest first.
  public let rungs: [Rung]
  /// Ties inside sectors whose level is not known.
  public let unknownWithin: Int
  /// Ties across whose level is not known.
  public let unknownAcross: Int
  /// The mean level of the ties inside sectors; `nil` where none is known.
  public let meanWithin: Double?
  /// The mean level of the ties across; `nil` where none is known.
  public let meanAcross: Double?
  /// The share of random deals of the levels to these ties that part the two means as far, either
  /// way; `nil` where one of them is not known.
  public let p: Double?

  /// The result as one plain sentence; `nil` where there is nothing to compare.
  public var sentence: String? {
    guard let meanWithin, let meanAcross, let p else { return nil }
    let figures =
      "(mean level \(ChanceWords.decimal(meanWithin)) inside, \(ChanceWords.decimal(meanAcross)) "
      + "across; \(ChanceWords.p(p)))"
    guard p < Silos.level else {
      return "Ties across stand as high on the ladder as ties inside, as far as chance lets one "
        + "tell \(figures)."
    }
    return meanWithin > meanAcross
      ? "Ties inside stand higher on the ladder than ties across \(figures): the usual pattern of "
        + "networking across and collaborating within."
      : "Ties across stand higher on the ladder than ties inside \(figures): more than the usual "
        + "networking across."
  }
}

extension TieLevels {
  /// - Returns: `nil` where no tie between known sectors has a level.
  init?(
    of network: Network, labels: [Int?], sectorCount: Int, ladder: Settings.LevelScale?,
    permutations: Int, seed: UInt64
  ) {
    var between = Array(
      repeating: Array(repeating: Array(repeating: 0, count: sectorCount), count: sectorCount),
      count: 4)
    var known: [(level: Int, isWithin: Bool)] = []
    var (unknownWithin, unknownAcross) = (0, 0)
    for (edge, tie) in zip(network.graph.edges, network.ties) {
      guard let source = labels[edge.source.index], let target = labels[edge.target.index] else {
        continue
      }
      let isWithin = source == target
      guard let level = tie.level, (1...4).contains(level) else {
        if isWithin { unknownWithin += 1 } else { unknownAcross += 1 }
        continue
      }
      known.append((level, isWithin))
      between[level - 1][source][target] += 1
      if !isWithin { between[level - 1][target][source] += 1 }
    }
    guard !known.isEmpty else { return nil }
    self.unknownWithin = unknownWithin
    self.unknownAcross = unknownAcross
    rungs = (1...4).map { level in
      Rung(
        level: level, word: ladder?.rungs[level - 1],
        within: known.count { $0.level == level && $0.isWithin },
        across: known.count { $0.level == level && !$0.isWithin }, between: between[level - 1])
    }
    let test = MeanDifference(
      known.map { Double($0.level) }, isFirst: known.map(\.isWithin), permutations: permutations,
      seed: seed)
    meanWithin = test.first
    meanAcross = test.second
    p = test.p
  }
}

/// Whether two groups of values differ in their means, by dealing the values out at random.
private struct MeanDifference {
  /// The mean of each group; `nil` of an empty one.
  let first: Double?
  let second: Double?
  /// Two-sided; `nil` where a group is empty.
  let p: Double?

  init(_ values: [Double], isFirst: [Bool], permutations: Int, seed: UInt64) {
    let firstCount = isFirst.count(where: \.self)
    let secondCount = isFirst.count - firstCount
    let all = values.reduce(0, +)
    let sum = zip(values, isFirst).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    first = firstCount > 0 ? sum / Double(firstCount) : nil
    second = secondCount > 0 ? (all - sum) / Double(secondCount) : nil
    guard firstCount > 0, secondCount > 0 else {
      p = nil
      return
    }
    // With the sizes fixed the sum of the first group says how far the means are apart.
    let expected = all * Double(firstCount) / Double(values.count)
    let distance = abs(sum - expected) - 1e-9
    var generator = SeededGenerator(seed: seed)
    var dealt = values
    let asFar = (0..<permutations).count { _ in
      dealt.shuffle(using: &generator)
      return abs(dealt.prefix(firstCount).reduce(0, +) - expected) >= distance
    }
    p = Double(1 + asFar) / Double(1 + permutations)
  }
}
