import Graphs

/// How far the detected groups and the declared sectors are one and the same division.
///
/// Of the elements that have both a group and a sector.
public struct GroupAgreement: Sendable, Hashable {
  /// The adjusted Rand index: 1 for the same division, about 0 for two that have nothing to do with
  /// each other.
  public let adjustedRandIndex: Double
  /// The share of divisions with sectors dealt out at random that agree as well or better, the
  /// division itself counted among them.
  public let p: Double
  /// The mutual information beyond what chance gives: 1 for the same division, about 0 by chance.
  public let adjustedMutualInformation: Double
  /// The mutual information as a share of the mean entropy, from 0 to 1; high by chance where
  /// groups are many and small.
  public let normalizedMutualInformation: Double
  /// How far the divisions are apart, in nats: 0 for the same division.
  public let variationOfInformation: Double
  /// How many elements of each sector, column, are in each group, row.
  public let counts: [[Int]]

  /// Compares two divisions.
  ///
  /// - Parameters:
  ///   - groups: The number of each element's group, from 1; `nil` outside groups.
  ///   - sectors: The place of each element's sector; `nil` if it is not known.
  /// - Returns: `nil` unless two elements have both.
  init?(
    groups: [Int?], sectors: [Int?], groupCount: Int, sectorCount: Int, permutations: Int,
    seed: UInt64
  ) {
    let both = zip(groups, sectors).compactMap { group, sector in
      group.flatMap { group in sector.map { (group: group, sector: $0) } }
    }
    guard both.count > 1 else { return nil }
    let (found, declared) = (
      Partition(labels: both.map(\.group)), Partition(labels: both.map(\.sector))
    )
    let test = found.agreementSignificance(declared, permutations: permutations, seed: seed)
    adjustedRandIndex = test.adjustedRandIndex
    p = test.p
    adjustedMutualInformation = found.adjustedMutualInformation(declared)
    normalizedMutualInformation = found.normalizedMutualInformation(declared)
    variationOfInformation = found.variationOfInformation(declared)
    var counts = Array(repeating: Array(repeating: 0, count: sectorCount), count: groupCount)
    for pair in both { counts[pair.group - 1][pair.sector] += 1 }
    self.counts = counts
  }

  /// The result as one plain sentence.
  public func sentence(against attribute: String) -> String {
    let figures =
      "(adjusted Rand index \(ChanceWords.decimal(adjustedRandIndex)), where 1 is the same division "
      + "and 0 is chance; \(ChanceWords.p(p)))"
    guard p < Silos.level else {
      return "The groups and \(attribute) agree no more than chance would give \(figures)."
    }
    let words = adjustedRandIndex > 0.8 ? "are nearly the same division" : "agree in part"
    return "The groups and \(attribute) \(words) \(figures)."
  }
}
