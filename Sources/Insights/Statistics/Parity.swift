/// Returns the share of seats that would have to change hands for parity: ½ Σ |*s* − *p*|.
///
/// Biased upward when there are few seats: also a fair draw is never quite at parity.
///
/// - Returns: `nil` if either has nobody in it.
///
/// Duncan and Duncan, "A methodological analysis of segregation indexes", 1955.
func dissimilarity(of counts: [Int], from sizes: [Double]) -> Double? {
  precondition(counts.count == sizes.count, "a size for every group")
  let seats = Double(counts.reduce(0, +))
  let total = sizes.reduce(0, +)
  guard seats > 0, total > 0 else { return nil }
  return zip(counts, sizes).reduce(0) { $0 + abs(Double($1.0) / seats - $1.1 / total) } / 2
}

/// Returns the dissimilarity that fair draws of so many seats have on average: exactly, as the sum of
/// half the mean deviations of the groups' binomials.
///
/// - Returns: `nil` without a seat, or if nobody is in the population.
func expectedDissimilarity(ofSeats seats: Int, from sizes: [Double]) -> Double? {
  let total = sizes.reduce(0, +)
  guard seats > 0, total > 0 else { return nil }
  return sizes.reduce(0) { sum, size in
    let draw = Binomial(trials: seats, probability: min(1, size / total))
    return sum
      + draw.support.reduce(0) { deviation, count in
        deviation + draw.mass(at: count) * abs(Double(count) / Double(seats) - size / total)
      } / 2
  }
}

/// Returns how many seats a table must add, all for one group, until the group's share is at least
/// `threshold` × its share of the population: ⌈(*tn* − *x*) / (1 − *t*)⌉, where *t* is that
/// product; 0 where it already is.
///
/// - Returns: `nil` if no number of seats is enough, which is so from *t* = 1.
func seatsToAdd(held: Int, of seats: Int, share: Double, threshold: Double = 1) -> Int? {
  let target = threshold * share
  guard target < 1 else { return nil }
  let needed = (target * Double(seats) - Double(held)) / (1 - target)
  return max(0, Int((needed - 1e-9).rounded(.up)))
}
