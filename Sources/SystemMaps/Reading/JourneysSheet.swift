/// The reading of the journeys.
struct JourneysSheet {
  let table: SheetTable<JourneyColumn>
  let registry: ElementRegistry
  let employers: Employers

  private var log: FindingLog { table.log }

  /// The steps of the rows.
  func steps() -> [JourneyStep] {
    guard table.hasRequiredColumns else { return [] }
    table.reportCellsBeyondHeader()
    return table.rows.compactMap(step)
  }

  private func step(_ row: RowReader<JourneyColumn>) -> JourneyStep? {
    let name = row.requiredText(.case)
    guard let activity = row.requiredText(.step), let name else { return nil }
    if activity.unicodeScalars.allSatisfy({
      $0.properties.numericType != nil || $0 == "." || $0 == ","
    }) {
      log.add(
        .error, at: row.place(of: .step), "Step \(activity.quoted) is a number",
        expected: "expected what happened, in words", summary: "steps are numbers")
      return nil
    }
    var step = JourneyStep(caseName: name, activity: activity)
    // Nobody but a household is the case: a resident of the same name may hold a seat.
    if case .found(let index) = registry.match(name, preferring: .household),
      registry.elements[index].type == .household
    {
      step.household = registry.elements[index].id
    }
    step.start = moment(.startDate, in: row)
    step.end = moment(.endDate, in: row)
    if let start = step.start, let end = step.end, step.endsBeforeItBegins {
      log.add(
        .warning, at: row.place(of: .endDate),
        "the step ends on \(end.day), before it begins on \(start.day)",
        expected: "expected End date on or after Start date", summary: "steps end before they begin"
      )
    }
    describePeople(&step, in: row)
    step.handoff = row.choice(.handoff)
    step.collected = row.list(.collected)
    step.channel = row.statement(.channel)
    step.familyHours = row.number(.familyHours, from: 0, expected: "a number of hours")
    step.feeling = row.number(.feeling, from: -2, to: 2, expected: "a number from -2 to 2")
    step.notes = row.text(.notes)
    step.attributes = row.attributes
    step.place = row.place
    return step
  }

  private func describePeople(_ step: inout JourneyStep, in row: RowReader<JourneyColumn>) {
    step.worker = row.single(.worker, as: .person, among: registry)
    let employers = step.worker.map(employers.of) ?? []
    if row.text(.organization) != nil {
      step.organization = row.single(.organization, as: .organization, among: registry)
    } else if employers.count > 1 {
      let worker = step.worker.flatMap { registry.element(of: $0)?.label } ?? ""
      log.add(
        .warning, at: row.place(of: .worker),
        "\(worker.quoted) works for several organizations: for which was the step?",
        expected: "expected one of them in Organization",
        summary: "steps are of workers with several employers: for which is not said")
    } else {
      step.organization = employers.first
    }
    step.sector =
      row.statement(.sector) ?? step.worker.flatMap { registry.element(of: $0)?.sector }
      ?? step.organization.flatMap { registry.element(of: $0)?.sector }
    step.referredTo = row.answer(.referredTo, as: .organization, among: registry).elements
    step.barriers = row.answer(.barrier, as: .barrier, among: registry).elements
  }

  private func moment(
    _ column: JourneyColumn, in row: RowReader<JourneyColumn>
  ) -> JourneyStep.Moment? {
    guard let text = row.statement(column) else { return nil }
    if let moment = JourneyStep.Moment(text) { return moment }
    row.reportUnread(column, expected: "a day as YYYY-MM-DD, with or without a time")
    return nil
  }
}
