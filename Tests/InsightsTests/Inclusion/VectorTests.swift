import Foundation
import Testing

@testable import Insights

/// The published test vectors, to the printed digits.
///
/// `check_against_scipy.py` beside the table computes the same ones with SciPy.
@Suite("Test vectors of representation")
struct VectorTests {
  /// One row of `vectors.json`.
  struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    let measure: String
    let counts: [Int]?
    let shares: [Double]?
    let list: [Int]?
    let seats: Int?
    let threshold: Double?
    let tables: [[Int]]?
    let values: [Double]?
    let ranks: [Double]?
    let expected: [Double]
    let digits: Int

    var testDescription: String { "\(measure) \(expected)" }
  }

  static let vectors: [Vector] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "vectors.json")
    do {
      return try JSONDecoder().decode([Vector].self, from: Data(contentsOf: file))
    } catch {
      Issue.record("vectors.json cannot be read: \(error)")
      return []
    }
  }()

  @Test func allAreThere() {
    #expect(Self.vectors.count == 43)
  }

  @Test(arguments: vectors)
  func vector(_ vector: Vector) throws {
    let found = try values(of: vector)
    #expect(found.count == vector.expected.count)
    for (value, printed) in zip(found, vector.expected) {
      #expect(rounds(value, to: printed, digits: vector.digits))
    }
  }

  private func values(of vector: Vector) throws -> [Double?] {
    let counts = vector.counts ?? []
    let shares = vector.shares ?? []
    let seats = vector.seats ?? counts.reduce(0, +)
    func groups(_ value: KeyPath<GroupComparison, Double?>) throws -> [Double?] {
      try comparison(counts, shares).groups.map { $0[keyPath: value] }
    }
    switch vector.measure {
    case "ratio": return try groups(\.ratio)
    case "parity gap": return try groups(\.parityGap)
    case "seat gap": return try comparison(counts, shares).groups.map(\.seatGap)
    case "four-fifths": return try groups(\.fourFifths)
    case "binomial":
      return zip(counts, shares).map { Binomial(trials: seats, probability: $1).twoSided($0) }
        .prefix(vector.expected.count).map(\.self)
    case "seats to swap":
      return try comparison(counts, shares).groups.map { $0.seatsToSwap.map(Double.init) }
    case "seats to add":
      return zip(counts, shares).map { held, share in
        seatsToAdd(held: held, of: seats, share: share, threshold: vector.threshold ?? 1)
          .map(Double.init)
      }
    case "hamilton", "webster":
      let method: Apportionment = vector.measure == "webster" ? .webster : .hamilton
      return (method.seats(seats, among: shares) ?? []).map(Double.init)
    case "wilson", "clopper-pearson":
      let interval =
        vector.measure == "wilson"
        ? ConfidenceInterval.wilson(successes: counts[0], trials: seats)
        : ConfidenceInterval.clopperPearson(successes: counts[0], trials: seats)
      return [interval?.lower, interval?.upper]
    default: return [try value(of: vector, counts: counts, shares: shares, seats: seats)]
    }
  }

  private func value(
    of vector: Vector, counts: [Int], shares: [Double], seats: Int
  ) throws -> Double? {
    switch vector.measure {
    case "dissimilarity": return dissimilarity(of: counts, from: shares)
    case "blau": return Diversity(of: counts)?.blau
    case "blau normalized": return Diversity(of: counts)?.blauNormalized
    case "blau unbiased": return Diversity(of: counts)?.blauUnbiased
    case "shannon": return Diversity(of: counts)?.shannon
    case "kullback-leibler": return kullbackLeibler(of: counts, from: shares)
    case "jensen-shannon": return jensenShannon(of: counts, from: shares)
    case "multinomial":
      return ExactTest(counts: counts, population: .shares(shares), seed: 1)?.p
    case "binomial at most":
      return Binomial(trials: seats, probability: shares[0]).lowerTail(counts[0])
    case "hypergeometric at most":
      let list = try #require(vector.list)
      return Hypergeometric(population: list.reduce(0, +), marked: list[0], draws: seats)
        .lowerTail(counts[0])
    case "fewest seats for zero":
      return (1...).first { Binomial(trials: $0, probability: shares[0]).lowerTail(0) < 0.05 }
        .map(Double.init)
    case "theil h": return theilH(of: try #require(vector.tables))
    case "dissimilarity across tables":
      return dissimilarity(across: try #require(vector.tables))
    case "gini": return gini(of: try #require(vector.values))
    case "gini corrected":
      let values = try #require(vector.values)
      let correction = Double(values.count) / Double(values.count - 1)
      return gini(of: values).map { $0 * correction }
    case "concentration index":
      return concentrationIndex(
        of: try #require(vector.values), rankedBy: try #require(vector.ranks))
    case "compositions":
      return ExactTest.compositionCount(seats: seats, groups: shares.count).map(Double.init)
    default:
      Issue.record("no measure is called \(vector.measure)")
      return nil
    }
  }

  /// A table of a map with these seats and this benchmark, compared as any table is.
  private func comparison(_ counts: [Int], _ shares: [Double]) throws -> TableComparison {
    let names = counts.indices.map { "group \($0)" }
    var seated = SeatedMap(shares: Array(zip(names, shares)))
    seated.table("Table", answers: Array(zip(names, counts)))
    return try #require(Inclusion(of: seated.map).comparisons.first)
  }
}
