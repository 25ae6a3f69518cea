import Graphs
public import SystemMaps

/// What the map knows and what it does not, in the words of a report.
///
/// Every count beside it rests on this: an absent tie is only known to be absent where someone was
/// asked.
public struct Knowledge: Sendable, Hashable {
  /// Something the map leaves open.
  public struct Gap: Sendable, Hashable {
    /// What is not known: "no sector".
    public let what: String
    /// Of how many.
    public let unknown: Int
    /// Among how many.
    public let total: Int
    /// What they are: "organizations", "ties".
    public let of: String

    /// The gap as words: "no sector: 3 of 52 organizations".
    public var sentence: String {
      "\(what): \(ChanceWords.grouped(unknown)) of \(ChanceWords.grouped(total)) \(of)"
    }
  }

  /// The answers to the survey, among the elements of the network.
  public let response: Response
  /// What is not known, in the order of the sheets; never empty cells that nobody needs.
  public let gaps: [Gap]

  /// Looks at what a map leaves open.
  ///
  /// - Parameters:
  ///   - map: The map of one day.
  ///   - network: Its network, see `SystemMap.network(_:)`.
  ///   - audience: Who will read it: seats are counted as it may count them.
  /// - Complexity: O(elements + connections + seats).
  public init(of map: SystemMap, network: Network, for audience: Audience = .team) {
    let elements = network.elements.compactMap { map[$0] }
    response = Response(of: network, in: map)

    let kind = network.types.count == 1 ? "\(network.types[0])s" : "elements"
    let sector = map.sectorAttribute
    let degrees = network.graph.undirected.degree()
    func every(_ type: ElementType) -> [Element] { map.elements.filter { $0.type == type } }
    let tables = map.tables
    let seats = map.seats(countedBy: audience).filter(\.role.countsAsSeat)
    let questions: [(unknown: Int, total: Int, of: String, what: String)] = [
      (
        elements.count { ($0.value(of: sector)?.trimmed ?? "").isEmpty }, elements.count, kind,
        "no \(sector)"
      ),
      (degrees.count { $0 == 0 }, elements.count, kind, "no reported tie"),
      (
        every(.person).count { $0.worksFor == .unknown }, every(.person).count, "people",
        "no employer recorded"
      ),
      (
        every(.barrier).count { map.owners(of: $0.id) == .unknown }, every(.barrier).count,
        "barriers", "owner left blank, which is not the same as nobody"
      ),
      (
        every(.objective).count { map.owners(of: $0.id) == .unknown },
        every(.objective).count, "objectives", "owner left blank"
      ),
      (
        every(.indicator).count { $0.indicator.trend == nil }, every(.indicator).count,
        "indicators", "no trend"
      ),
      (tables.count { $0.table.tier == nil }, tables.count, "tables", "no tier"),
      (network.ties.count { $0.level == nil }, network.ties.count, "ties", "no level"),
      (seats.count { $0.holder == nil }, seats.count, "filled seats", "no holder named"),
      (
        seats.count { map.organization(of: $0) == nil }, seats.count, "filled seats",
        "no organization that they speak for"
      ),
    ]
    gaps = questions.filter { $0.unknown > 0 }.map {
      Gap(what: $0.what, unknown: $0.unknown, total: $0.total, of: $0.of)
    }
  }

  /// What was not known, as findings.
  public var findings: [Finding] {
    let answers = Finding(response.isLow ? .warning : .notice, response.sentence)
    return [answers] + gaps.map { Finding(.notice, $0.sentence) }
  }
}
