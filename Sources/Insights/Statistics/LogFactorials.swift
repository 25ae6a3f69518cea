import Foundation

/// The natural logarithms of 0! to *n*!, as running sums of logarithms.
///
/// Counts of seats are small, so the sums are exact to the last digits, and no gamma function with
/// a hidden global sign is needed.
struct LogFactorials: Sendable {
  private let sums: [Double]

  init(upTo count: Int) {
    var sums = [0.0]
    sums.reserveCapacity(count + 1)
    for factor in 1..<max(1, count) + 1 { sums.append(sums[factor - 1] + log(Double(factor))) }
    self.sums = sums
  }

  /// ln(*n*!).
  subscript(count: Int) -> Double { sums[count] }

  /// The logarithm of the number of ways to choose, or −∞ where there is none.
  func choose(_ count: Int, _ chosen: Int) -> Double {
    guard chosen >= 0, chosen <= count else { return -.infinity }
    return sums[count] - sums[chosen] - sums[count - chosen]
  }
}
