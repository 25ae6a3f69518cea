/// Returns Theil's information index *H* of groups across tables: from 0, every table has the same
/// mix, to 1, no table has two groups.
///
/// Σ *nₜ*(*E* − *Eₜ*)/(*EN*), where *E* is the entropy of all seats and *Eₜ* that of a table. It is
/// above 0 by chance too where tables are small.
///
///     theilH(of: [[9, 1], [5, 5], [1, 9]])  // 0.354
///
/// - Parameter tables: The seats of each group at each table.
/// - Returns: `nil` where all seats are of one group, or there is none.
///
/// Theil, *Statistical Decomposition Analysis*, 1972. Not ``theilT(of:)``, which is of incomes.
func theilH(of tables: [[Int]]) -> Double? {
  let all = pooled(tables)
  let total = all.reduce(0, +)
  guard total > 0 else { return nil }
  let whole = entropy(all.lazy.map { Double($0) / Double(total) })
  guard whole > 0 else { return nil }
  return tables.reduce(0) { sum, table in
    let seats = table.reduce(0, +)
    guard seats > 0 else { return sum }
    let own = entropy(table.lazy.map { Double($0) / Double(seats) })
    return sum + Double(seats) * (whole - own) / (whole * Double(total))
  }
}

/// Returns the dissimilarity of groups across tables: from 0, every table has the same mix, to 1,
/// no table has two groups.
///
/// Σ *nₜ*|*sₜ* − *S*| / 2*N*Σ*S*(1 − *S*) over tables and groups; for two groups it is
/// ½ Σ |*aₜ*/*A* − *bₜ*/*B*|. It is above 0 by chance too where tables are small.
///
///     dissimilarity(across: [[9, 1], [5, 5], [1, 9]])  // 0.533
///
/// - Parameter tables: The seats of each group at each table.
/// - Returns: `nil` where all seats are of one group, or there is none.
///
/// Sakoda, "A generalized index of dissimilarity", 1981, doi:10.2307/2061096.
func dissimilarity(across tables: [[Int]]) -> Double? {
  let all = pooled(tables)
  let total = Double(all.reduce(0, +))
  guard total > 0 else { return nil }
  let shares = all.map { Double($0) / total }
  let interaction = shares.reduce(0) { $0 + $1 * (1 - $1) }
  guard interaction > 0 else { return nil }
  let distance = tables.reduce(0) { sum, table in
    let seats = Double(table.reduce(0, +))
    return sum + zip(table, shares).reduce(0) { $0 + abs(Double($1.0) - seats * $1.1) }
  }
  return distance / (2 * total * interaction)
}

/// The seats of each group at all tables together.
private func pooled(_ tables: [[Int]]) -> [Int] {
  var sums = Array(repeating: 0, count: tables.first?.count ?? 0)
  for table in tables {
    precondition(table.count == sums.count, "the same groups at every table")
    for (group, seats) in table.enumerated() { sums[group] += seats }
  }
  return sums
}
