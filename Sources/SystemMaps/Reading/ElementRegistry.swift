/// The elements of a map while it is read, found by id, label and other names.
final class ElementRegistry {
  private(set) var elements: [Element] = []
  private let vocabulary: Vocabulary
  private var indexOfID: [String: Int] = [:]
  private var indicesOfLabel: [String: [Int]] = [:]
  private var indicesOfAlias: [String: [Int]] = [:]
  /// The other names of elements, as typed.
  private var aliases: [String] = []
  private var countOfType: [ElementType: Int] = [:]
  private lazy var nearLabels = NearLabels(of: elements.filter(\.isListed).map(\.label) + aliases)
  /// The listed labels that unlisted elements may mean.
  private var likelyLabels: [Int: String] = [:]
  /// Unlisted elements that only confidential cells have named so far.
  private var namedInConfidence: Set<Int> = []
  /// Ids that rows state, which made ones must not meet.
  private var statedIDs: Set<String> = []

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Whether any element has a row of its own.
  var hasListedElements: Bool { elements.first?.isListed == true }

  /// The label or other name of a listed element that the name of an unlisted one may be a misspelling of.
  func nearestListedLabel(to unlisted: Int) -> String? {
    let near = nearLabels.nearest(to: elements[unlisted].label)
    likelyLabels[unlisted] = near
    return near
  }

  /// Lets a name go no further than the one that it may be a misspelling of.
  func guardMisspeltNames() {
    for (index, label) in likelyLabels {
      let key = label.comparisonKey
      let namesakes = (indicesOfLabel[key] ?? []) + (indicesOfAlias[key] ?? [])
      let privacies = namesakes.map { elements[$0].privacy } + [elements[index].privacy]
      elements[index].privacy =
        privacies.max { $0.widestAudience < $1.widestAudience } ?? .resident
    }
  }

  /// Remembers who named an unlisted element: one that any open cell names is no secret.
  func note(_ index: Int, isNew: Bool, inConfidence: Bool) {
    if !inConfidence {
      if !namedInConfidence.isEmpty { namedInConfidence.remove(index) }
    } else if isNew {
      namedInConfidence.insert(index)
    }
  }

  /// Lets names that only confidential cells hold go no further than those cells: to the team.
  func guardNamesInConfidence() {
    for index in namedInConfidence { elements[index].privacy = .resident }
  }

  /// Reserves the ids that rows state, so that no made one meets them.
  func reserve(_ ids: some Sequence<String>) { statedIDs.formUnion(ids) }

  /// Adds an element and returns its index.
  func add(label: String, type: ElementType, id stated: String?, place: Place?, isListed: Bool)
    -> Int
  {
    let index = elements.count
    let id = stated ?? madeID(of: type)
    var element = Element(id: ElementID(id), label: label, type: type)
    element.place = place
    element.isListed = isListed
    elements.append(element)
    indexOfID[id] = index
    indicesOfLabel[label.comparisonKey, default: []].append(index)
    return index
  }

  /// Makes an element known by another name too.
  func addAlias(_ alias: String, of index: Int) {
    indicesOfAlias[alias.comparisonKey, default: []].append(index)
    aliases.append(alias)
  }

  /// Changes an element.
  func update(_ index: Int, _ change: (inout Element) -> Void) { change(&elements[index]) }

  func element(of id: ElementID) -> Element? { indexOfID[id.text].map { elements[$0] } }

  private func madeID(of type: ElementType) -> String {
    // Ids become file names: nothing but letters, digits and hyphens of the type may enter them.
    var stem = ""
    for character in type.name.prefix(40) {
      if character.isLetter || character.isNumber {
        stem.append(character)
      } else if !stem.isEmpty, !stem.hasSuffix("-") {
        stem.append("-")
      }
    }
    if stem.hasSuffix("-") { stem.removeLast() }
    if stem.isEmpty { stem = "element" }
    while true {
      countOfType[type, default: 0] += 1
      let id = "\(stem)-\(countOfType[type, default: 0])"
      if !statedIDs.contains(id), indexOfID[id] == nil { return id }
    }
  }
}

extension ElementRegistry {
  /// What a name in a cell means among the elements there are.
  enum Match: Equatable {
    case found(Int)
    case ambiguous([Int])
    case absent
  }

  /// Finds an element by its id, else its label, `label (type)` or another name.
  ///
  /// - Parameter type: The type that the column speaks of, which decides among equal labels.
  func match(_ name: String, preferring type: ElementType? = nil) -> Match {
    if let index = indexOfID[name] { return .found(index) }
    if let match = match(among: indicesOfLabel[name.comparisonKey], preferring: type) {
      return match
    }
    if let (label, type) = labelAndType(name),
      let candidates = indicesOfLabel[label.comparisonKey]?.filter({ elements[$0].type == type }),
      let match = match(among: candidates, preferring: nil)
    {
      return match
    }
    if indicesOfAlias.isEmpty { return .absent }
    return match(among: indicesOfAlias[name.comparisonKey], preferring: type) ?? .absent
  }

  private func match(among candidates: [Int]?, preferring type: ElementType?) -> Match? {
    guard let candidates, let first = candidates.first else { return nil }
    if candidates.count == 1 { return .found(first) }
    let preferred = candidates.filter { elements[$0].type == type }
    return preferred.count == 1 ? .found(preferred[0]) : .ambiguous(candidates)
  }

  /// The names in a cell that may name several elements.
  ///
  /// A semicolon may be part of a name: it parts names only if the whole cell is none, and a part
  /// is one.
  func names(in cell: String) -> [String] {
    let names = cell.listedValues
    guard names.count > 1, !cell.utf8.contains(UInt8(ascii: "|")) else { return names }
    let isList = match(cell) == .absent && names.contains { match($0) != .absent }
    return isList ? names : [cell]
  }

  /// The parts of `Hope House (service)`.
  func labelAndType(_ name: String) -> (label: String, type: ElementType)? {
    guard name.utf8.last == UInt8(ascii: ")"), let open = name.lastIndex(of: "(") else {
      return nil
    }
    let label = name[..<open].trimmedCell
    let word = name[name.index(after: open)...].dropLast().trimmedCell
    guard !label.isEmpty, !word.isEmpty else { return nil }
    return (label, ElementType(vocabulary.reading(word)))
  }
}

extension RowReader {
  /// The element that a name in a cell means; one that is named only here is added.
  ///
  /// - Parameters:
  ///   - type: The type that the column speaks of.
  ///   - inConfidence: Whether the cell is for the team only.
  func resolve(
    _ name: String, in column: Column, as type: ElementType? = nil, inConfidence: Bool = false,
    among registry: ElementRegistry
  ) -> ElementID? {
    switch registry.match(name, preferring: type) {
    case .found(let index):
      registry.note(index, isNew: false, inConfidence: inConfidence)
      return registry.elements[index].id
    case .ambiguous(let candidates):
      reportAmbiguous(name, in: column, candidates.map { registry.elements[$0] })
      return nil
    case .absent: break
    }
    var label = name
    var newType = type ?? .element
    if type == nil, let parts = registry.labelAndType(name), ElementType.known.contains(parts.type)
    {
      (label, newType) = parts
    }
    let place = place(of: column)
    let index = registry.add(label: label, type: newType, id: nil, place: place, isListed: false)
    registry.note(index, isNew: true, inConfidence: inConfidence)
    reportUnlisted(index, at: place, among: registry)
    return registry.elements[index].id
  }

  /// Says that an element is named, but has no row.
  private func reportUnlisted(_ index: Int, at place: Place, among registry: ElementRegistry) {
    let (label, type) = (registry.elements[index].label, registry.elements[index].type)
    guard registry.hasListedElements else {
      log.add(
        .notice, at: place, "\(label.quoted) is known by its name only",
        expected: "a sheet of elements would tell types and sectors",
        summary: "elements are known by their names only", limit: 1)
      return
    }
    let kind = type == .element ? "an element without a type" : "type \(type)"
    let near = registry.nearestListedLabel(to: index)
    log.add(
      .notice, at: place, "\(label.quoted) has no row among the elements; it was added as \(kind)",
      expected: near.map { "did you mean \($0.quoted)?" } ?? "give it a row, or correct the name",
      summary: "elements have no row of their own; they were added as they are named")
  }

  private func reportAmbiguous(_ name: String, in column: Column, _ candidates: [Element]) {
    let types = Set(candidates.map(\.type))
    let ways =
      types.count == candidates.count
      ? candidates.prefix(3).map { "\($0.label) (\($0.type))".quoted }
      : candidates.prefix(3).map(\.id.text.quoted)
    log.add(
      .warning, at: place(of: column),
      "\(name.quoted) is the name of \(candidates.count.grouped) elements, and was left out",
      expected: "write \(ways.joined(separator: " or "))",
      summary: "cells of \(column.title) name several elements alike, and were left out")
  }

  /// What a cell says that names elements.
  func answer(
    _ column: Column, as type: ElementType? = nil, inConfidence: Bool = false,
    among registry: ElementRegistry
  ) -> Answer<[ElementID]> {
    guard let text = text(column) else { return .unknown }
    if CellWord.isDeclined(text) { return .preferNotToSay }
    let names = registry.names(in: text)
    let named = names.filter { !CellWord.isNobody($0) }
    if named.isEmpty { return names.isEmpty ? .unknown : .nobody }
    if named.count < names.count {
      log.add(
        .warning, at: place(of: column), "\(column.title) says nobody, and names someone",
        expected: "expected either nobody or names",
        summary: "cells of \(column.title) say nobody, and name someone")
    }
    var elements: [ElementID] = []
    for name in named where !CellWord.isDeclined(name) {
      let id = resolve(
        name, in: column, as: type, inConfidence: inConfidence, among: registry)
      if let id, !elements.contains(id) { elements.append(id) }
    }
    return elements.isEmpty ? .unknown : .given(elements)
  }

  /// The one element that a cell names.
  func single(
    _ column: Column, as type: ElementType? = nil, among registry: ElementRegistry
  ) -> ElementID? {
    let elements = answer(column, as: type, among: registry).elements
    if elements.count > 1 {
      reportUnread(column, expected: "one name")
      return nil
    }
    return elements.first
  }
}

extension SheetTable {
  /// Adds the elements that are named only in columns that tell their type.
  ///
  /// Done before other names are read, so that a table named first by a connection is a table.
  func addNamedElements(to registry: ElementRegistry) {
    for (column, type) in Column.namedTypes where has(column) {
      for row in rows { _ = row.answer(column, as: type, among: registry) }
    }
  }
}
