internal import SystemMaps

/// Questions about who sits at a table: for whom, and whether the name may be shown.
struct SeatQuestions {
  private let source: QuestionSource

  init(_ source: QuestionSource) { self.source = source }

  private var map: SystemMap { source.map }

  /// The questions, in the order of the seats; of each resident one.
  var questions: [Question] {
    let employers = employers
    var residents: Set<ElementID> = []
    return map.seats.flatMap { seat -> [Question?] in
      guard let id = seat.holder, let holder = map[id] else { return [] }
      var questions: [Question?] = []
      if holder.type == .resident, holder.isListed, holder.attributes["Privacy"] == nil,
        residents.insert(id).inserted
      {
        questions.append(privacy(of: holder, at: seat.table))
      }
      if seat.representing == nil, seat.attributes["Representing"] == nil,
        let several = employers[id], several.count > 1
      {
        questions.append(representing(holder, seat, several))
      }
      return questions
    }.compactMap { $0 }
  }

  /// For whom people work, by their own rows and by connections.
  private var employers: [ElementID: [Element]] {
    var employers: [ElementID: [Element]] = [:]
    for tie in map.impliedConnections + map.connections where tie.type == .worksFor {
      guard let employer = map[tie.to],
        employers[tie.from]?.contains(where: { $0.id == employer.id }) != true
      else { continue }
      employers[tie.from, default: []].append(employer)
    }
    return employers
  }

  private func label(of table: ElementID) -> String {
    map[table].map { source.quoted($0) } ?? table.text
  }

  private func privacy(of resident: Element, at table: ElementID) -> Question? {
    let cell = resident.place.map { SheetCell(.elements, row: $0, column: "Privacy") }
    func choice(_ text: String, _ privacy: Privacy) -> Question.Choice {
      Question.Choice(
        text: text, changes: cell.map { [.cell($0, text: privacy.rawValue)] } ?? [], settles: false)
    }
    return source.question(
      .privacy, about: resident, column: "Privacy", whom: source.name(resident),
      text:
        "\(source.quoted(resident)) has a seat at \(label(of: table)). May the name be shown, and "
        + "to whom?",
      reason: "Until the resident says so, the seat stays unnamed in every picture and report.",
      choices: [
        choice("yes, to anyone", .publicRole),
        choice("yes, to members of the partnership", .member),
        choice("no", .resident),
      ])
  }

  private func representing(_ holder: Element, _ seat: Seat, _ employers: [Element]) -> Question? {
    guard let place = seat.place, let table = map[seat.table] else { return nil }
    let cell = SheetCell(.seats, row: place, column: "Representing")
    let names = employers.map { source.quoted($0) }.joined(separator: " and ")
    let choices = employers.map { employer in
      Question.Choice(
        text: source.name(employer), changes: [.cell(cell, text: employer.label)],
        settles: false)
    }
    let nobody = Question.Choice(
      text: "nobody but herself or himself", changes: [.cell(cell, text: "nobody")], settles: false)
    return Question(
      key: QuestionKey(
        .representing, about: source.subjects(holder, table), before: ""),
      kind: .representing, whom: source.name(holder),
      text: "\(source.quoted(holder)) works for \(names). For whom is the seat at "
        + "\(label(of: seat.table))?",
      reason: "Until then the seat counts for no organization and no sector.",
      cell: cell, choices: choices + [nobody], ownWords: .fill(cell))
  }
}
