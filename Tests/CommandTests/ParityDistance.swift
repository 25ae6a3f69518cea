/// How far the seats of groups at one place can be from parity, as a reader knows their numbers.
///
/// The distance is the dissimilarity ½ Σ |*x*/*n* − *p*|. Where few compositions agree with what is
/// known each is tried; where many do, it lies between bounds that are wide and true.
struct ParityDistance {
  /// The unknown seats of each group, and its share of the population.
  let groups: [(unknown: Int, share: Double)]
  /// The seats of all together.
  let seats: Int

  /// How many compositions are tried.
  private static let mostCompositions = 4_000

  /// Between what it lies; `nil` if no composition agrees with the ranges.
  func range(in ranges: [ClosedRange<Int>]) -> ClosedRange<Double>? {
    if let all = distances(in: ranges) {
      return all.min().flatMap { least in all.max().map { least...$0 } }
    }
    // What is over in some groups is missing in the others.
    func over(_ count: (ClosedRange<Int>) -> Int) -> Double {
      groups.reduce(0) { $0 + max(0, Double(count(ranges[$1.unknown])) / Double(seats) - $1.share) }
    }
    func missing(_ count: (ClosedRange<Int>) -> Int) -> Double {
      groups.reduce(0) { $0 + max(0, $1.share - Double(count(ranges[$1.unknown])) / Double(seats)) }
    }
    let least = max(over(\.lowerBound), missing(\.upperBound))
    return least...max(least, min(over(\.upperBound), missing(\.lowerBound)))
  }

  /// Whether it may be a number, so far as that is printed.
  func mayBe(_ value: Double, within error: Double, in ranges: [ClosedRange<Int>]) -> Bool {
    if let all = distances(in: ranges) { return all.contains { abs($0 - value) <= error } }
    return range(in: ranges).map {
      $0.lowerBound - error <= value && value <= $0.upperBound + error
    }
      ?? false
  }

  /// That of every composition; `nil` where there are too many.
  private func distances(in ranges: [ClosedRange<Int>]) -> [Double]? {
    let own = groups.map { ranges[$0.unknown].clamped(to: 0...seats) }
    var count = 1
    for range in own.dropLast() {
      count *= range.count
      guard count <= Self.mostCompositions else { return nil }
    }
    var partial: [(left: Int, sum: Double)] = [(seats, 0)]
    for (place, group) in groups.enumerated() {
      let isLast = place == groups.count - 1
      partial = partial.flatMap { part in
        // Who is left over is of the last group.
        let held =
          isLast ? [part.left].filter(own[place].contains) : own[place].filter { $0 <= part.left }
        return held.map { held in
          (part.left - held, part.sum + abs(Double(held) / Double(seats) - group.share) / 2)
        }
      }
    }
    return partial.map(\.sum)
  }
}
