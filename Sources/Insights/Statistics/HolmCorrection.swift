/// Returns p-values corrected for their number by Holm's step-down method.
///
/// The *i*-th smallest of *k* p-values is multiplied by *k* − *i* + 1; none becomes smaller than
/// one before it, or larger than 1. The chance of a false alarm among all of them then stays at
/// the level at which each is read. The order of the input is kept.
///
/// Holm, "A simple sequentially rejective multiple test procedure", 1979.
func holmAdjusted(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  var adjusted = values
  var largest = 0.0
  for (rank, index) in order.enumerated() {
    largest = min(1, max(largest, Double(values.count - rank) * values[index]))
    adjusted[index] = largest
  }
  return adjusted
}
