internal import SystemMaps

/// Questions about what the rows of elements leave blank.
struct ElementQuestions {
  private let source: QuestionSource

  init(_ source: QuestionSource) { self.source = source }

  private var map: SystemMap { source.map }
  private var listed: [Element] { map.elements.filter(\.isListed) }

  /// The questions, kind by kind, in the order of the elements.
  var questions: [Question] { responded + owners + sectors }

  /// Elements that are invited together: the teachers of a map, not all of its people.
  private struct Circle: Hashable {
    let type: ElementType
    let role: String?

    init(of element: Element) {
      type = element.type
      role = element.role?.lowercased()
    }
  }

  /// Who was invited and has not answered, and whose circle was invited and whose cell is blank.
  private var responded: [Question] {
    let invited = Set(listed.filter { $0.responded != nil }.map(Circle.init))
    return listed.filter { element in
      element.responded == false
        || (element.attributes["Responded"] == nil && invited.contains(Circle(of: element))
          // Whoever makes the map is not asked by letter.
          && element.id != map.settings.backbone)
    }.compactMap { element in
      guard let place = element.place else { return nil }
      let cell = SheetCell(.elements, row: place, column: "Responded")
      func choice(_ text: String, _ word: String, settles: Bool = false) -> Question.Choice {
        Question.Choice(text: text, changes: [.cell(cell, text: word)], settles: settles)
      }
      let isInvited = element.responded != nil
      let blank = Question.Choice(text: "was not invited", changes: [], settles: true)
      return source.question(
        .responded, about: element, column: "Responded", whom: source.name(element),
        text: isInvited
          ? "Has \(source.quoted(element)) answered by now?"
          : "Was \(source.quoted(element)) asked about its ties, and has it answered?",
        reason: "An absent tie is only known between those who answered.",
        choices: [
          choice("yes", "yes"), choice("not yet", "no"),
          choice("will not answer", "no", settles: true),
        ] + (isInvited ? [] : [blank]))
    }
  }

  /// What nobody is known to answer for, and nobody is known not to: barriers, and what is of a type
  /// of which others have an owner.
  private var owners: [Question] {
    let types: [ElementType] = [.barrier, .objective, .decision, .indicator]
    // One pass over the ties, not one for each element.
    let named = Set(map.connections.lazy.filter { $0.type == .responsibleFor }.map(\.to))
    func isOpen(_ element: Element) -> Bool {
      element.owner == .unknown && !named.contains(element.id)
        && element.attributes["Owner"] == nil
    }
    let ownable = listed.filter { types.contains($0.type) }
    let owned = Set(ownable.filter { !isOpen($0) }.map(\.type)).union([.barrier])
    return ownable.filter { owned.contains($0.type) && isOpen($0) }.compactMap(owner)
  }

  private func owner(of element: Element) -> Question? {
    guard let place = element.place else { return nil }
    let cell = SheetCell(.elements, row: place, column: "Owner")
    let isBarrier = element.type == .barrier
    return source.question(
      isBarrier ? .barrier : .owner, about: element, column: "Owner", whom: "The team",
      text:
        "Who is responsible for the \(element.type) \(source.quoted(element))? Write the name as "
        + "it is in the map, or nobody if everyone agrees that there is no one.",
      reason: isBarrier
        ? "A barrier that nobody owns is not the same as one whose owner was not asked for."
        : "Without an owner nobody can be asked how it goes.",
      choices: [
        Question.Choice(text: "nobody", changes: [.cell(cell, text: "nobody")], settles: false)
      ], ownWords: .fill(cell))
  }

  /// Who has no sector among those of whose type most have one.
  private var sectors: [Question] {
    let column = map.sectorAttribute
    guard column != "Type" else { return [] }
    let types = Dictionary(grouping: listed.filter { $0.type != .person }, by: \.type)
    let words = Set(listed.compactMap(\.sector)).sorted()
    return listed.filter { element in
      guard element.sector == nil, element.attributes[column] == nil,
        let type = types[element.type]
      else { return false }
      return type.count(where: { $0.sector != nil }) * 2 >= type.count
    }.compactMap { element in
      guard let place = element.place else { return nil }
      let cell = SheetCell(.elements, row: place, column: column)
      return source.question(
        .sector, about: element, column: column, whom: source.name(element),
        text: "To which \(column.text.lowercased()) does \(source.quoted(element)) belong?",
        reason: "Without one its ties count neither as inside a sector nor as between two.",
        choices: words.map {
          Question.Choice(text: $0, changes: [.cell(cell, text: $0)], settles: false)
        }, ownWords: .fill(cell))
    }
  }
}
