internal import SystemMaps

/// Questions about names: which two are one, and which have no row of their own.
struct NameQuestions {
  private let source: QuestionSource

  init(_ source: QuestionSource) { self.source = source }

  /// The questions, in the order of the elements.
  var questions: [Question] {
    var meant: [ElementID: [Element]] = [:]
    var questions: [Question] = []
    for (first, second, likeness) in likelyPairs {
      if first.isListed == second.isListed {
        questions += [duplicate(first, second, likeness)].compactMap { $0 }
      } else {
        let (unlisted, listed) = first.isListed ? (second, first) : (first, second)
        meant[unlisted.id, default: []].append(listed)
      }
    }
    guard source.map.elements.contains(where: \.isListed) else { return questions }
    for element in source.map.elements where !element.isListed {
      questions += [unlisted(element, meant: meant[element.id] ?? [])].compactMap { $0 }
    }
    return questions
  }

  /// Elements of one type, or of a type that nobody wrote down, whose names may be one.
  private var likelyPairs: [(Element, Element, NameLikeness)] {
    var names: [String] = []
    var owners: [Element] = []
    for element in source.map.elements {
      for name in [element.label] + element.aliases {
        names.append(name)
        owners.append(element)
      }
    }
    var seen: Set<[ElementID]> = []
    return NameMatching(names).likelyPairs().compactMap { pair in
      let (first, second) = (owners[pair.first], owners[pair.second])
      guard first.id != second.id,
        first.type == second.type || !(first.isListed && second.isListed),
        seen.insert([first.id, second.id]).inserted
      else { return nil }
      return (first, second, pair.likeness)
    }
  }

  private func duplicate(
    _ first: Element, _ second: Element, _ likeness: NameLikeness
  ) -> Question? {
    guard let place = second.place else { return nil }
    let noun = first.type == .element ? "" : " \(first.type)"
    return Question(
      key: QuestionKey(.duplicate, about: source.subjects(first, second), before: ""),
      kind: .duplicate, whom: "Whoever knows both",
      text: "Are (1) \(source.quoted(first, beside: [second])) and "
        + "(2) \(source.quoted(second, beside: [first])) the same\(noun)? "
        + "They look alike: \(likeness).",
      reason: "Counted as two, their ties are split between them.",
      cell: SheetCell(.elements, row: place, column: "Label"),
      choices: [
        Question.Choice(
          text: "the same: name 1 is right", changes: [.merge(second, into: first)], settles: false),
        Question.Choice(
          text: "the same: name 2 is right", changes: [.merge(first, into: second)], settles: false),
        Question.Choice(text: "they are different", changes: [], settles: true),
      ], ownWords: .refused)
  }

  private func unlisted(_ element: Element, meant: [Element]) -> Question? {
    guard let place = element.place, let cell = source.cell(at: place)?.cell else { return nil }
    let meant = Array(meant.prefix(3))
    let others = meant.map { source.quoted($0, beside: [element]) }.joined(separator: " or ")
    let name = source.quoted(element, beside: meant)
    let same = meant.enumerated().map { offset, other in
      Question.Choice(
        text: meant.count == 1 ? "yes" : "yes, number \(offset + 1)",
        changes: [.merge(element, into: other)], settles: false)
    }
    let added = Question.Choice(
      text: "it is right: add it to the elements", changes: [.list(element)], settles: false)
    let kind: Question.Kind = meant.isEmpty ? .unlisted : .misspelling
    return Question(
      key: QuestionKey(kind, about: source.subjects(element), before: ""), kind: kind,
      whom: "Whoever filled in \(place.ofRow)",
      text: meant.isEmpty
        ? "Who or what is \(name)? It has no row among the elements. If the name is wrong, what is "
          + "the right one?"
        : "Does \(name) mean \(others)?",
      reason: "It counts as one more \(element.type), of which nothing is known.",
      cell: cell, choices: same + [added], ownWords: .rename(element))
  }
}
