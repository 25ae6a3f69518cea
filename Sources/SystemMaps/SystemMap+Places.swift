extension SystemMap {
  /// The map without the places of its rows in the files.
  ///
  /// Two files say the same if their maps without places are equal.
  ///
  /// - Complexity: O(*n*) in the rows.
  public var withoutPlaces: SystemMap {
    func dropping<Row>(_ place: WritableKeyPath<Row, Place?>, from rows: [Row]) -> [Row] {
      rows.map { row in
        var row = row
        row[keyPath: place] = nil
        return row
      }
    }
    var map = self
    // All elements at once: setting them makes their index anew.
    map.elements = dropping(\.place, from: elements)
    map.connections = dropping(\.place, from: connections)
    map.seats = dropping(\.place, from: seats)
    map.journeySteps = dropping(\.place, from: journeySteps)
    map.benchmarks = dropping(\.place, from: benchmarks)
    return map
  }
}
