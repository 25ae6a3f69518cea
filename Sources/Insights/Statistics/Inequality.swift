import Foundation

/// Returns the Gini coefficient: from 0, all have the same, towards 1, one has all.
///
/// With few values its largest value is 1 − 1/*n*; × *n*/(*n* − 1) corrects for that.
///
///     gini(of: [1, 2, 3, 4])  // 0.25
///
/// - Parameter values: What each has; finite and not below 0.
/// - Returns: `nil` where there is nothing to share.
///
/// Gini, *Variabilità e mutabilità*, 1912.
func gini(of values: [Double]) -> Double? {
  concentrationIndex(of: values, rankedBy: values)
}

/// Returns the concentration index of what each has, ranked by something else: from −1, the lowest
/// has all, over 0, rank makes no difference, to 1, the highest has all.
///
/// 2/(*n*μ) Σ *hᵢRᵢ* − 1, where *Rᵢ* = (*i* − ½)/*n*; equal ranks share their mean. Ranked by itself
/// it is the Gini coefficient.
///
/// - Parameters:
///   - values: What each has; finite and not below 0.
///   - keys: What they are ranked by, the lowest first.
/// - Returns: `nil` where there is nothing to share.
///
/// Kakwani, Wagstaff and van Doorslaer, "Socioeconomic inequalities in health", 1997,
/// doi:10.1016/S0304-4076(96)01807-6.
func concentrationIndex(of values: [Double], rankedBy keys: [Double]) -> Double? {
  precondition(values.count == keys.count, "a rank for every value")
  let total = values.reduce(0, +)
  guard total > 0 else { return nil }
  let ranks = fractionalRanks(of: keys)
  return 2 / total * zip(values, ranks).reduce(0) { $0 + $1.0 * $1.1 } - 1
}

/// The rank (*i* − ½)/*n* of each key, the lowest first; equal keys share the mean of their ranks.
func fractionalRanks(of keys: [Double]) -> [Double] {
  let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  var ranks = Array(repeating: 0.0, count: keys.count)
  var first = 0
  while first < order.count {
    var end = first + 1
    while end < order.count, keys[order[end]] == keys[order[first]] { end += 1 }
    let rank = Double(first + end) / 2 / Double(keys.count)
    for place in order[first..<end] { ranks[place] = rank }
    first = end
  }
  return ranks
}

/// Returns Theil's *T*, the mean of (*y*/μ) ln(*y*/μ): from 0, all have the same, to ln *n*, one has
/// all.
///
/// - Parameter values: What each has; finite and not below 0.
/// - Returns: `nil` where there is nothing to share.
///
/// Theil, *Economics and Information Theory*, 1967. Not ``theilH(of:)``, which is of groups.
func theilT(of values: [Double]) -> Double? {
  let total = values.reduce(0, +)
  guard total > 0 else { return nil }
  let mean = total / Double(values.count)
  return values.reduce(0) { $1 > 0 ? $0 + $1 / mean * log($1 / mean) : $0 } / Double(values.count)
}
