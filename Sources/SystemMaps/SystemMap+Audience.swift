extension SystemMap {
  /// Whether an audience may see an element's name.
  public func mayName(_ element: Element, to audience: Audience) -> Bool {
    element.privacy.widestAudience <= audience
  }

  /// Whether a number of elements that may not be named is too small to be shown.
  public func isSuppressed(count: Int) -> Bool {
    count >= 1 && count < settings.privacyThreshold
  }

  /// How many may not be named, in words: "12 not named", or "fewer than 11 not named".
  public func wordsForUnnamed(_ count: Int) -> String {
    isSuppressed(count: count)
      ? "fewer than \(settings.privacyThreshold) not named" : "\(count) not named"
  }

  /// The seats that an audience may count.
  ///
  /// Below the team these are all but the seats of residents and households who may not be named,
  /// unless they speak for an organization. Everybody else at a table is named or counted there, so
  /// a number of all its seats would give the number of theirs by subtraction.
  public func seats(countedBy audience: Audience) -> [Seat] {
    audience < .team ? seats.filter { unnamedResident(on: $0, to: audience) == nil } : seats
  }

  /// Who sits at a table and is not counted, in words: "residents (<11)", or "residents (11 or
  /// more)".
  public func wordsForUncounted(at table: ElementID, by audience: Audience) -> [String] {
    guard audience < .team else { return [] }
    return wordsForUncounted(on: seats.filter { $0.table == table }, by: audience)
  }

  /// The same of some seats.
  public func wordsForUncounted(on seats: [Seat], by audience: Audience) -> [String] {
    guard audience < .team else { return [] }
    let here = seats.filter(\.role.countsAsSeat)
      .compactMap { unnamedResident(on: $0, to: audience)?.type }
    return [ElementType.resident, .household, .person].compactMap { type in
      let count = here.count { $0 == type }
      guard count > 0 else { return nil }
      let noun = type == .person ? "people" : "\(type.name)s"
      return isSuppressed(count: count)
        ? "\(noun) (<\(settings.privacyThreshold))"
        : "\(noun) (\(settings.privacyThreshold) or more)"
    }
  }

  /// The resident or household on a seat that an audience may not count.
  private func unnamedResident(on seat: Seat, to audience: Audience) -> Element? {
    guard seat.representing == nil, let holder = seat.holder.flatMap({ self[$0] }),
      holder.privacy == .resident || holder.type == .resident || holder.type == .household
    else { return nil }
    return mayName(holder, to: audience) ? nil : holder
  }

  /// The map as an audience may see it.
  ///
  /// Below the team, confidential connections, trust and reporters are taken out, and an element
  /// whose name may not go so far is called by its type. Such an element keeps its type, sector
  /// and place, so that counts stay right, and nothing else; whoever lists elements leaves it out.
  /// Text that somebody typed says "a resident" where it names one who may not be named, in whole or
  /// by a word of the name.
  ///
  /// - Complexity: O(size of the map).
  public func shared(with audience: Audience) -> SystemMap {
    guard audience < .team else { return self }
    var shared = self
    let counted = selfIdentifiedAttributes.union([settings.sectorColumn].compactMap { $0 })
    // Most maps hold nothing to take out, and a large one has too many connections to copy.
    if elements.contains(where: { !mayName($0, to: audience) }) {
      shared.elements = elements.map {
        mayName($0, to: audience) ? $0 : Self.unnamed($0, keeping: counted)
      }
    }
    if connections.contains(where: { $0.type.isConfidential || Self.mayHoldOpinions($0) }) {
      shared.connections = connections.filter { !$0.type.isConfidential }.map(Self.withoutOpinions)
    }
    shared.journeySteps = unnamedSteps(for: audience)
    return NameGuard(of: self, from: audience).reading(shared, keeping: counted)
  }

  /// Findings in the words that an audience may read.
  ///
  /// Below the team, names that may not go so far are replaced, with the values that are quoted
  /// beside them, and cells of trust and reporters, which findings quote, are left out. What is then
  /// said in the same words of several is said once.
  ///
  /// - Complexity: O(findings × guarded elements).
  public func shared(_ findings: [Finding], with audience: Audience) -> [Finding] {
    let findings = audience < .team ? findings.filter { !Self.quotesOpinion($0) } : findings
    let guarded = guardedNames(from: audience)
    guard !guarded.isEmpty else { return findings }
    let words = Set(guarded.map(\.word))
    // Said of one and of the next in the same words, it would be a count of them.
    var said: Set<String> = []
    return findings.compactMap { original -> Finding? in
      var finding = original
      for (name, word) in guarded {
        finding.message = finding.message.replacing(name, with: word)
        finding.expected = finding.expected?.replacing(name, with: word)
      }
      guard finding != original else { return original }
      // The row tells whose the values are.
      finding.message = finding.message.withoutQuotedValues(but: words)
      finding.expected = finding.expected?.withoutQuotedValues(but: words)
      return said.insert(finding.message).inserted ? finding : nil
    }
  }

  /// The names that an audience may not read, the longest first, and the words in their place.
  private func guardedNames(from audience: Audience) -> [(name: String, word: String)] {
    var names: [(name: String, word: String)] = []
    for element in elements where !mayName(element, to: audience) {
      let word = Self.publicName(of: element)
      for name in [element.label] + element.aliases where !name.isEmpty {
        names.append((name, word))
      }
    }
    return names.sorted { ($1.name.count, $0.name) < ($0.name.count, $1.name) }
  }

  /// The columns that only the team may see.
  private static let opinions = ["Trust", "Reliability", "Mission", "Openness", "Reported by"]

  private static let opinionColumns = opinions.map { AttributeName($0) }

  private static func quotesOpinion(_ finding: Finding) -> Bool {
    opinions.contains {
      finding.message.hasPrefix("\($0) ") || finding.message.contains(" cells of \($0) ")
    }
  }

  private static func publicName(of element: Element) -> String { "(\(element.type.name))" }

  private static func unnamed(
    _ element: Element, keeping counted: Set<AttributeName>
  ) -> Element {
    var unnamed = Element(
      id: element.id, label: publicName(of: element), type: element.type, sector: element.sector)
    unnamed.privacy = element.privacy
    unnamed.places = element.places
    unnamed.worksFor = element.worksFor
    unnamed.responded = element.responded
    unnamed.period = element.period
    unnamed.isListed = element.isListed
    unnamed.hasLivedExperience = element.hasLivedExperience
    unnamed.isFrontline = element.isFrontline
    // Kept for counts by group; nothing shows them beside an element.
    unnamed.attributes = element.attributes.filter { counted.contains($0.key) }
    return unnamed
  }

  private static func mayHoldOpinions(_ connection: Connection) -> Bool {
    connection.trust != nil || !connection.reportedBy.isEmpty || !connection.attributes.isEmpty
  }

  private static func withoutOpinions(_ connection: Connection) -> Connection {
    var connection = connection
    connection.trust = nil
    connection.reportedBy = []
    if !connection.attributes.isEmpty {
      for column in opinionColumns { connection.attributes[column] = nil }
    }
    return connection
  }

  /// The steps, those of families that did not agree to be shown under a number.
  private func unnamedSteps(for audience: Audience) -> [JourneyStep] {
    var names: [String: String] = [:]
    var unnamed = 0
    for journey in journeyCases {
      if case .given = consent(toShow: journey) { continue }
      unnamed += 1
      for step in journey.steps { names[step.caseName] = "case \(unnamed)" }
    }
    return journeySteps.map { step in
      guard let name = names[step.caseName] else { return step }
      var step = step
      step.caseName = name
      step.notes = nil
      step.attributes = [:]
      return step
    }
  }
}

extension String {
  /// The text with … for each value between quotation marks, but for some words.
  ///
  /// Values may hold quotation marks themselves. Where it is not clear which mark opens and which
  /// closes, everything from the first to the last is one value.
  fileprivate func withoutQuotedValues(but words: Set<String>) -> String {
    let characters = Array(self)
    var (text, value, depth) = ("", "", 0)
    for (index, character) in characters.enumerated() {
      if character == "\"" {
        let opens = index == 0 || " (".contains(characters[index - 1])
        let closes =
          index + 1 == characters.count || " .,;:?!)".contains(characters[index + 1])
        if depth > 0, closes {
          depth -= 1
          if depth > 0 { continue }
          text += words.contains(value) ? value.quoted : "…".quoted
          value = ""
          continue
        }
        if opens {
          depth += 1
          continue
        }
        if depth == 0 { return withoutAllBetweenQuotes }
      }
      if depth > 0 { value.append(character) } else { text.append(character) }
    }
    return depth == 0 ? text : withoutAllBetweenQuotes
  }

  private var withoutAllBetweenQuotes: String {
    guard let first = firstIndex(of: "\""), let last = lastIndex(of: "\"") else { return self }
    return self[..<first] + "…".quoted + self[index(after: last)...]
  }
}
