/// How a fixed number of seats would be shared out among groups in proportion to their size.
public enum Apportionment: Sendable, Hashable, CaseIterable {
  /// Seat after seat to the group with the largest share ÷ (2 × its seats so far + 1).
  case webster
  /// The whole part of every group's quota, then one each to the largest remainders.
  case hamilton

  /// Returns the seats of each group.
  ///
  /// Of two groups with an equal claim the larger one comes first, then the one that stands first.
  /// Hamilton's method has the Alabama paradox: with one seat more in all a group may get one
  /// less; Webster's has not.
  ///
  /// - Parameters:
  ///   - seats: The number of seats; 0 or more.
  ///   - sizes: The share or size of each group, in any unit; finite and not below 0.
  /// - Returns: One number for each group, or `nil` if there is nobody to seat.
  ///
  /// Balinski and Young, *Fair Representation*, 1982.
  public func seats(_ seats: Int, among sizes: [Double]) -> [Int]? {
    precondition(
      seats >= 0 && sizes.allSatisfy { $0 >= 0 && $0.isFinite }, "seats and sizes are not below 0")
    let total = sizes.reduce(0, +)
    guard total > 0 else { return nil }
    switch self {
    case .webster:
      var given = Array(repeating: 0, count: sizes.count)
      for _ in 0..<seats {
        let claims = sizes.indices.map { sizes[$0] / Double(2 * given[$0] + 1) }
        given[Self.first(of: claims, sizes: sizes)] += 1
      }
      return given
    case .hamilton:
      // A quota that rounding leaves a hair below a whole number is that number.
      let quotas = sizes.map { Double(seats) * $0 / total }
      var given = quotas.map { Int(($0 + 1e-9).rounded(.down)) }
      var remainders = zip(quotas, given).map { max(0, $0 - Double($1)) }
      for _ in 0..<max(0, seats - given.reduce(0, +)) {
        let next = Self.first(of: remainders, sizes: sizes)
        given[next] += 1
        remainders[next] = -1
      }
      return given
    }
  }

  /// The group with the largest claim.
  private static func first(of claims: [Double], sizes: [Double]) -> Int {
    var best = 0
    for group in claims.indices.dropFirst() {
      let tolerance = 1e-12 * max(1, abs(claims[best]))
      let difference = claims[group] - claims[best]
      if difference > tolerance
        || (abs(difference) <= tolerance && sizes[group] > sizes[best])
      {
        best = group
      }
    }
    return best
  }
}
