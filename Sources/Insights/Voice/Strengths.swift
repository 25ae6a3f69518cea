public import SystemMaps

/// What is there already, before what is missing: who joins tables, who leads, what residents give.
///
/// Only what may be told to anyone who sees the map: no group of people is counted.
public struct Strengths: Sendable, Hashable {
  /// The strengths, a plain sentence each.
  public let sentences: [String]

  /// Looks for what is present.
  ///
  /// - Parameters:
  ///   - map: The map, whole.
  ///   - audience: Who will read it: names that may not go so far are counted.
  public init(of map: SystemMap, for audience: Audience) {
    let seats = map.seats(countedBy: audience).filter(\.role.countsAsSeat)
    let deciding = Set(DecidingTables(of: map).tables.map(\.id))
    var sentences: [String] = []

    let decided = seats.filter { deciding.contains($0.table) }
    let led = decided.compactMap(map.organization(of:)).filter { map[$0]?.isCommunityLed == true }
    if !led.isEmpty {
      sentences.append(
        "\(led.count) of \(ChanceWords.count(decided.count, "seat")) at tables that decide "
          + "\(led.count == 1 ? "speaks" : "speak") for organizations that the community leads: "
          + "\(Self.names(led, in: map, for: audience)).")
    }
    let conveners = map.tables.filter { table in
      table.table.convenedBy.elements.contains { map[$0]?.isCommunityLed == true }
    }
    if !conveners.isEmpty {
      sentences.append(
        "\(ChanceWords.list(conveners.map(\.label))) "
          + "\(conveners.count == 1 ? "is" : "are") called together by organizations that the "
          + "community leads.")
    }
    let lists = Set(map.tables.compactMap(\.table.drawnFrom))
    let joining = SeveralTables.all(in: map).filter { entry in
      map[entry.element]?.type == .organization
        && entry.tables.count(where: { !lists.contains($0) }) > 1
    }
    if !joining.isEmpty {
      sentences.append(
        "\(ChanceWords.count(joining.count, "organization sits", "organizations sit")) at two "
          + "tables or more and can carry news between them: "
          + "\(Self.names(joining.map(\.element), in: map, for: audience)).")
    }
    let given = map.connections.filter {
      $0.type == .provides && map[$0.from]?.type == .resident && map[$0.to]?.type == .service
    }
    if !given.isEmpty {
      sentences.append(
        "Residents themselves offer \(Self.names(given.map(\.to), in: map, for: audience)).")
    }
    let open = map.seats.filter { $0.role == .vacant }
    if !open.isEmpty {
      sentences.append(
        "\(ChanceWords.count(open.count, "seat is", "seats are")) open at "
          + "\(Self.names(open.map(\.table), in: map, for: audience)): an invitation can be sent.")
    }
    self.sentences = sentences
  }

  /// The names of some elements, each once, six at most.
  private static func names(
    _ elements: [ElementID], in map: SystemMap, for audience: Audience
  ) -> String {
    var met: Set<ElementID> = []
    let all = elements.compactMap { map[$0] }.filter { met.insert($0.id).inserted }
    let named = all.filter { map.mayName($0, to: audience) }.prefix(6).map(\.label)
    let others = all.count - named.count
    return ChanceWords.list(named + (others > 0 ? ["\(others) more"] : []))
  }
}
