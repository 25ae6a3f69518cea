extension SystemMap {
  /// The connections that other sheets hold in their cells: who works for whom, who owns what, who
  /// sits where, who was told of a barrier.
  ///
  /// Each names the column, seat or step it comes from as its ``Connection/origin-swift.property``.
  ///
  /// - Complexity: O(elements + seats + steps).
  public var impliedConnections: [Connection] {
    elements.flatMap(Self.connections(impliedBy:)) + seats.compactMap(Self.connection(impliedBy:))
      + journeySteps.flatMap(Self.connections(impliedBy:))
  }

  private static func connections(impliedBy element: Element) -> [Connection] {
    func ties(
      _ answer: Answer<[ElementID]>, _ type: ConnectionType, _ column: AttributeName,
      outward: Bool = false
    ) -> [Connection] {
      answer.elements.map { other in
        var tie =
          outward
          ? Connection(from: element.id, to: other, type: type)
          : Connection(from: other, to: element.id, type: type)
        tie.origin = .column(column)
        tie.place = element.place
        tie.period = element.period
        return tie
      }
    }
    return ties(element.worksFor, .worksFor, "Works for", outward: true)
      + ties(element.partOf, .partOf, "Part of", outward: true)
      + ties(element.owner, .responsibleFor, "Owner")
      + ties(element.table.convenedBy, .convenes, "Convened by")
      + ties(element.table.agendaBy, .setsAgendaOf, "Agenda by")
      + ties(element.table.paidBy, .funds, "Paid by")
      + ties(element.indicator.reporters, .reports, "Reporters")
  }

  private static func connection(impliedBy seat: Seat) -> Connection? {
    guard let holder = seat.holder, seat.role != .vacant else { return nil }
    let chairs = seat.role == .chair || seat.role == .coChair
    var tie = Connection(from: holder, to: seat.table, type: chairs ? .chairs : .sitsOn)
    tie.origin = .seat
    tie.place = seat.place
    tie.period = seat.period
    return tie
  }

  private static func connections(impliedBy step: JourneyStep) -> [Connection] {
    step.barriers.flatMap { barrier in
      let facing = step.household.map { Connection(from: $0, to: barrier, type: .faces) }
      let told = step.worker.map { Connection(from: $0, to: barrier, type: .toldAbout) }
      return [facing, told].compactMap { $0 }.map { tie in
        var tie = tie
        tie.origin = .step
        tie.place = step.place
        return tie
      }
    }
  }

  /// Who is responsible for an element, by its Owner cell and the `responsible for` rows.
  ///
  /// A row outweighs a cell that says `nobody`: someone has taken it on since. Ask a map of one
  /// day (``on(_:)``), so that only rows which hold that day count.
  ///
  /// - Complexity: O(connections).
  public func owners(of element: ElementID) -> Answer<[ElementID]> {
    let cell = self[element]?.owner ?? .unknown
    let named = connections.filter { $0.type == .responsibleFor && $0.to == element }.map(\.from)
    guard !named.isEmpty else { return cell }
    return .given(cell.elements + named.filter { !cell.elements.contains($0) })
  }
}
