extension SystemMap {
  /// The map as it stood on a day: rows whose Since and Until do not hold that day are left out.
  ///
  /// Both days are included and a blank one is open. Steps of journeys are history and stay, and so
  /// do decisions: their days say when they were taken, not when they joined and left.
  ///
  /// - Parameter day: The day, or `nil` for the setting Date; a map without one keeps every row.
  /// - Complexity: O(elements + connections + seats).
  public func on(_ day: CalendarDate? = nil) -> SystemMap {
    guard let day = day ?? settings.date else { return self }
    var snapshot = self
    snapshot.settings.date = day
    let gone = Set(
      elements.lazy.filter { $0.type != .decision && !$0.period.contains(day) }.map(\.id))
    if !gone.isEmpty { snapshot.elements.removeAll { gone.contains($0.id) } }
    snapshot.connections.removeAll {
      !$0.period.contains(day) || gone.contains($0.from) || gone.contains($0.to)
    }
    snapshot.seats.removeAll {
      !$0.period.contains(day) || gone.contains($0.table)
        || ($0.holder.map(gone.contains) ?? false)
    }
    return snapshot
  }
}
