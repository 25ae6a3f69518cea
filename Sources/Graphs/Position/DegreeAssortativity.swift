extension Graph {
  /// Returns the degree assortativity: whether nodes with many ties have them with each other.
  ///
  /// Pearson's correlation of the degrees of the two ends, over all ties.
  ///
  ///     Graph.star(4).degreeAssortativity()   // −1
  ///     Graph.cycle(4).degreeAssortativity()  // nil
  ///
  /// In a directed graph directions are ignored. Equals networkx
  /// `degree_assortativity_coefficient` and igraph `assortativity_degree`, but for the undefined
  /// case.
  ///
  /// - Returns: From −1 to 1, or `nil` where all ends have the same degree, or there are no ties.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Newman, "Mixing patterns in networks", 2003, doi:10.1103/PhysRevE.67.026126.
  public func degreeAssortativity() -> Double? {
    let rows = contacts
    let (offsets, targets) = (rows.offsets, rows.targets)
    // Sums over both ends of every tie, in whole numbers: a spread of 0 is found to be 0.
    var (sum, squares, products): (Int128, Int128, Int128) = (0, 0, 0)
    for node in 0..<nodeCount {
      let degree = offsets[node + 1] - offsets[node]
      var ofContacts = 0
      for arc in offsets[node]..<offsets[node + 1] {
        let contact = targets[arc].index
        ofContacts += offsets[contact + 1] - offsets[contact]
      }
      let wide = Int128(degree)
      sum += wide * wide
      squares += wide * wide * wide
      products += wide * Int128(ofContacts)
    }
    let ends = Int128(targets.count)
    let spread = ends * squares - sum * sum
    return spread > 0 ? Double(ends * products - sum * sum) / Double(spread) : nil
  }
}
