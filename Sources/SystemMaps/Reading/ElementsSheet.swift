/// The reading of the elements: first who there is, then what their rows say of others.
struct ElementsSheet {
  typealias Row = RowReader<ElementColumn>

  let table: SheetTable<ElementColumn>
  private var rowOfElement: [(index: Int, row: Row)] = []

  init(_ table: SheetTable<ElementColumn>) { self.table = table }

  private var log: FindingLog { table.log }

  /// Adds the elements of the rows; rows about the same element become one.
  mutating func addElements(to registry: ElementRegistry) {
    guard table.hasRequiredColumns else { return }
    table.reportCellsBeyondHeader()
    let rows = mergedRows(registry)
    registry.reserve(rows.compactMap { $0.text(.id) })
    for row in rows {
      guard let label = row.text(.label) else { continue }
      let index = registry.add(
        label: label, type: row.elementType, id: row.text(.id), place: row.place(of: .label),
        isListed: true)
      for alias in row.list(.alsoKnownAs) { registry.addAlias(alias, of: index) }
      rowOfElement.append((index, row))
    }
  }

  /// The rows, with those of one id, or of one label and type, laid over each other.
  private func mergedRows(_ registry: ElementRegistry) -> [Row] {
    var rows: [Row] = []
    var indexOfID: [String: Int] = [:]
    var indicesOfName: [String: [Int]] = [:]
    for row in table.rows {
      guard let label = row.requiredText(.label) else { continue }
      let id = row.text(.id)
      if let id, case .found(let index) = registry.match(id),
        registry.elements[index].id.text == id, registry.elements[index].isListed
      {
        reportConflict(of: row, with: registry.elements[index].place, "ID \(id.quoted)")
        continue
      }
      if let id, let known = indexOfID[id] {
        if rows[known].text(.label)?.comparisonKey == label.comparisonKey {
          rows[known] = merge(row, into: rows[known])
        } else {
          reportConflict(of: row, with: rows[known].place(of: .id), "ID \(id.quoted)")
        }
        continue
      }
      let name = label.comparisonKey + "\n" + row.elementType.name
      // Two ids are two elements, whatever they are called.
      let namesake = indicesOfName[name]?.first {
        id == nil || rows[$0].text(.id) == nil
      }
      if let namesake {
        rows[namesake] = merge(row, into: rows[namesake])
        if let id { indexOfID[id] = namesake }
        continue
      }
      if let id { indexOfID[id] = rows.count }
      indicesOfName[name, default: []].append(rows.count)
      rows.append(row)
    }
    return rows
  }

  private func reportConflict(of row: Row, with place: Place?, _ what: String) {
    log.add(
      .error, at: row.place(of: .id),
      "\(what) is given to two elements, here and in row \(place?.row ?? 0)",
      expected: "expected an ID of its own for each",
      summary: "rows have an ID that another row has")
  }

  /// One row of two about the same element; cells that contradict each other are an error.
  private func merge(_ second: Row, into first: Row) -> Row {
    var merged = first.row
    let label = (first.text(.label) ?? "").quoted
    for (position, cell) in second.row.cells.enumerated() {
      let text = cell.trimmedCell
      if text.isEmpty || position == table.position(of: .label)
        || position == table.position(of: .type)
      {
        // They are the same already, but for their case.
        continue
      }
      while merged.cells.count <= position { merged.cells.append("") }
      let known = merged.cells[position].trimmedCell
      if known.isEmpty {
        merged.cells[position] = cell
      } else if known != text {
        let title = position < table.sheet.header.count ? table.sheet.header[position] : ""
        log.add(
          .error,
          at: table.sheet.place(row: second.row.number, column: position + 1),
          "\(label) is there twice, and rows \(first.row.number) and \(second.row.number) "
            + "disagree on \(title.trimmedCell): \(known.quoted) and \(text.quoted)",
          expected: "expected one row, or an ID for each",
          summary: "cells disagree with another row about the same element")
        return first
      }
    }
    log.add(
      .notice, at: second.place(of: .label),
      "\(label) is there twice; rows \(first.row.number) and \(second.row.number) were merged",
      summary: "rows repeat an element and were merged with its first row")
    return RowReader(table: table, row: merged)
  }

  /// Adds what the rows say.
  func describe(in registry: ElementRegistry, sectorColumn: AttributeName?) {
    for (index, row) in rowOfElement {
      let attributes = row.attributes
      var element = registry.elements[index]
      element.attributes = attributes
      let sector = sectorColumn.map { attributes[$0] } ?? row.text(.sector)
      element.sector = sector?.trimmedCell
      row.describeActor(&element, registry)
      row.describeFacts(&element, registry)
      // Resolving names may have added elements: only this one is put back.
      registry.update(index) { $0 = element }
    }
  }
}

extension RowReader<ElementColumn> {
  /// The type of the row, in our words.
  var elementType: ElementType {
    statement(.type).map { ElementType(table.vocabulary.reading($0)) } ?? .element
  }

  /// What holds for whoever acts: role, place, employer, privacy, money.
  fileprivate func describeActor(_ element: inout Element, _ registry: ElementRegistry) {
    element.role = statement(.role)
    element.worksFor = others(.worksFor, as: .organization, of: element, registry)
    element.partOf = others(.partOf, of: element, registry)
    element.places = others(.place, as: .place, of: element, registry)
    element.owner = answer(.owner, among: registry)
    if statement(.privacy) != nil {
      // A word that is not understood must not make anyone more visible.
      element.privacy = choice(.privacy, of: Privacy.self) ?? .resident
    }
    element.responded = yesNo(.responded)
    element.budget = number(
      .budget, from: 0, expected: "an amount such as 25000 or 25,000", isMoney: true)
    element.summary = text(.description)
    element.tags = list(.tags)
    element.aliases = list(.alsoKnownAs)
    element.isFrontline = yesNo(.frontline)
    element.isCommunityLed = yesNo(.communityLed)
    element.hasLivedExperience = yesNo(.livedExperience)
    element.power = number(.power, from: 0, to: 10, expected: "a number from 0 to 10")
    element.interest = number(.interest, from: 0, to: 10, expected: "a number from 0 to 10")
    element.period = period(since: .since, until: .until)
  }

  /// What holds for tables, indicators, services and decisions.
  fileprivate func describeFacts(_ element: inout Element, _ registry: ElementRegistry) {
    element.table.seats = wholeNumber(.seats, from: 0)
    element.table.tier = wholeNumber(.tier, from: 1)
    element.table.drawnFrom = single(.drawnFrom, as: .table, among: registry)
    element.table.mandate = choice(.decides)
    element.table.decisionRule = statement(.decisionRule)
    element.table.quota = number(.quota, from: 0, expected: "a number of votes")
    element.table.promisedParticipation = statement(.promisedParticipation)
    element.table.convenedBy = answer(.convenedBy, among: registry)
    element.table.agendaBy = answer(.agendaBy, among: registry)
    element.table.paidBy = answer(.paidBy, among: registry)
    element.table.meetingsHeld = wholeNumber(.meetingsHeld, from: 0)
    element.table.lastMet = date(.lastMet)
    element.indicator.trend = choice(.trend)
    element.indicator.reporters = answer(.reporters, among: registry)
    element.indicator.asOf = date(.asOf)
    element.service.kind = statement(.kind)
    element.service.serves = list(.serves)
    element.isBinding = yesNo(.binding)
  }

  /// The elements that a cell names beside the row's own.
  private func others(
    _ column: ElementColumn, as type: ElementType? = nil, of element: Element,
    _ registry: ElementRegistry
  ) -> Answer<[ElementID]> {
    let answer = answer(column, as: type, among: registry)
    guard let named = answer.value, named.contains(element.id) else { return answer }
    log.add(
      .warning, at: place(of: column), "\(element.label.quoted) names itself as \(column.title)",
      expected: "expected another element", summary: "elements name themselves as \(column.title)")
    let others = named.filter { $0 != element.id }
    return others.isEmpty ? .unknown : .given(others)
  }
}
