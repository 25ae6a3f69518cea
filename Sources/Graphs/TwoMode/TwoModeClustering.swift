extension TwoModeGraph {
  /// Returns how often a path of three ties is closed to a ring of four.
  ///
  /// Do those who share one event share another?
  ///
  /// Four times the number of rings of four ties, divided by the number of paths of three. There are
  /// no triangles between two modes.
  ///
  ///     let ring = TwoModeGraph(.cycle(4), isEvent: [false, true, false, true])
  ///     ring?.clustering()  // 1
  ///
  /// - Returns: A share, or `nil` where there is no path of three ties.
  /// - Complexity: That of `projection(_:)`.
  ///
  /// Robins and Alexander, "Small worlds among interlocking directors", 2004,
  /// doi:10.1023/B:CMOT.0000032580.12184.c0.
  public func clustering() -> Double? {
    let paths = graph.edges.reduce(0) { sum, tie in
      let ends = [tie.source, tie.target].map { graph.neighbors(of: $0).count - 1 }
      return sum + ends[0] * ends[1]
    }
    guard paths > 0 else { return nil }
    var rings = 0.0
    forEachPair(contribution: { _ in 1 }) { _, _, shared in rings += shared * (shared - 1) / 2 }
    return 4 * rings / Double(paths)
  }
}
