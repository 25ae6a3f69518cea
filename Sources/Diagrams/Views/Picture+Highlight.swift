public import SystemMaps

extension SystemPicture {
  /// Gives a heavy border to the elements that meet a condition, and to no others.
  ///
  /// - Parameters:
  ///   - condition: The condition.
  ///   - map: The map, as the audience may see it.
  public mutating func highlight(_ condition: ElementFilter, in map: SystemMap) {
    for place in nodes.indices {
      nodes[place].isHighlighted = map.meets(condition, nodes[place].element)
    }
  }
}

extension EgoPicture {
  /// Gives a heavy border to the elements that meet a condition; the one in the middle has one.
  public mutating func highlight(_ condition: ElementFilter, in map: SystemMap) {
    system.highlight(condition, in: map)
  }
}

extension TablePicture {
  /// Gives a heavy border to the seats of whoever meets a condition, and to no others.
  public mutating func highlight(_ condition: ElementFilter, in map: SystemMap) {
    for table in tables.indices {
      for seat in tables[table].seats.indices {
        let holder = tables[table].seats[seat].holder
        tables[table].seats[seat].isHighlighted = map.meets(
          condition, holder.map { ElementID($0) })
      }
    }
  }
}

extension GridPicture {
  /// Gives a heavy border to the elements that meet a condition, and to no others.
  public mutating func highlight(_ condition: ElementFilter, in map: SystemMap) {
    for place in entries.indices {
      entries[place].isHighlighted = map.meets(condition, entries[place].element)
    }
  }
}

extension SystemMap {
  /// Whether an element meets a condition; none where names are not shown.
  fileprivate func meets(_ condition: ElementFilter, _ element: ElementID?) -> Bool {
    element.flatMap { self[$0] }.map { condition.matches($0) } ?? false
  }
}
