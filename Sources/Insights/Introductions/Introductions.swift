public import SystemMaps
import Graphs

/// Pairs who have not met yet as reported, although they share a table, a place or those they
/// serve.
///
/// An absent tie is claimed only where at least one of the two responded. The backbone is left
/// out: it meets everyone.
public struct Introductions: Sendable, Hashable {
  /// Why two should meet.
  public struct Grounds: Sendable, Hashable {
    /// Tables at which both have a seat, in the order of the map.
    public let tables: [ElementID]
    /// Places that both are in.
    public let places: [ElementID]
    /// Services and people that both provide or serve.
    public let services: [ElementID]
    /// The number of families that both work with.
    ///
    /// `nil` for none, and below the team also under the map's privacy threshold.
    public let sharedClients: Int?
  }

  /// Two who have not met yet as reported.
  public struct Introduction: Sendable, Hashable {
    /// The two, in the order of the network.
    public let pair: ElementPair
    /// Why they should meet.
    public let grounds: Grounds
    /// Whether they are in different silos, or one of them in none; `nil` if the groups are no
    /// silos.
    public let crossesSilos: Bool?
    /// Whether they are of different sectors; `nil` if one is not known.
    public let crossesSectors: Bool?
  }

  /// The pairs: those who would join silos and sectors first, then those with fewest shared
  /// tables, most other grounds, and the order of the network.
  ///
  /// Who sits together at many tables knows each other, whatever was reported.
  public let introductions: [Introduction]
  /// What was left out.
  public let findings: [Finding]

  /// The most elements that one place or client may bring together to be grounds.
  public static let largestGathering = 150

  /// Looks for pairs.
  ///
  /// - Parameters:
  ///   - network: The network, see `SystemMap.network(_:)`.
  ///   - map: The map it is of, not yet cut for the audience.
  ///   - silos: The groups of the same network.
  ///   - audience: Who will see them: elements that may not be named to it are in no pair.
  /// - Complexity: O(pairs who share something).
  public init(
    of network: Network, in map: SystemMap, silos: Silos, audience: Audience = .team
  ) {
    var gatherings = Gatherings(of: network, in: map, audience: audience)
    let graph = network.graph.undirected
    let hasAnswered = network.hasResponded(in: map)
    let sectors = silos.sectors.map {
      AttributeLabels($0.attribute, of: network, in: map).labels
    }
    var found: [(introduction: Introduction, order: [Int])] = []
    var silent = 0
    for (pair, shared) in gatherings.pairs() {
      guard !graph.hasEdge(from: NodeID(pair.first), to: NodeID(pair.second)) else { continue }
      guard hasAnswered[pair.first] || hasAnswered[pair.second] else {
        silent += 1
        continue
      }
      let crossesSilos =
        silos.verdict == .silos
        ? !(silos.groupNumbers[pair.first] != nil
          && silos.groupNumbers[pair.first] == silos.groupNumbers[pair.second])
        : nil
      let crossesSectors = sectors.flatMap { sectors -> Bool? in
        guard let first = sectors[pair.first], let second = sectors[pair.second] else {
          return nil
        }
        return first != second
      }
      let introduction = Introduction(
        pair: ElementPair(network.elements[pair.first], network.elements[pair.second]),
        grounds: shared, crossesSilos: crossesSilos, crossesSectors: crossesSectors)
      let crossings = [crossesSilos, crossesSectors].count { $0 == true }
      let others = shared.places.count + shared.services.count + (shared.sharedClients ?? 0)
      found.append(
        (introduction, [-crossings, shared.tables.count, -others, pair.first, pair.second]))
    }
    introductions = found.sorted { $0.order.lexicographicallyPrecedes($1.order) }
      .map(\.introduction)
    var findings = gatherings.findings
    if silent > 0 {
      findings.append(
        Finding(
          .notice,
          "\(ChanceWords.count(silent, "pair")) share something and have no reported tie, but "
            + "neither end responded",
          expected: "whether they have met is not known"))
    }
    self.findings = findings
  }
}

extension Introductions {
  /// The first pairs in which nobody stands more often than `share` times, so that a short list is
  /// not about one organization.
  public func selection(_ count: Int, perElement share: Int = 2) -> [Introduction] {
    var times: [ElementID: Int] = [:]
    var selected: [Introduction] = []
    for introduction in introductions where selected.count < count {
      let pair = [introduction.pair.first, introduction.pair.second]
      guard pair.allSatisfy({ times[$0, default: 0] < share }) else { continue }
      for element in pair { times[element, default: 0] += 1 }
      selected.append(introduction)
    }
    return selected
  }
}

extension Introductions.Introduction {
  /// The pair as one plain sentence; the names come from the map as the audience may see it.
  public func sentence(in map: SystemMap) -> String {
    let names = [pair.first, pair.second].map { map[$0]?.label ?? $0.text }
    return "\(names[0]) and \(names[1]) have not met yet as reported, though \(reasons(in: map))."
  }

  /// What the two have in common, in words: "both sit at the Data Committee".
  public func reasons(in map: SystemMap) -> String {
    func names(_ elements: [ElementID]) -> String {
      ChanceWords.list(elements.map { map[$0]?.label ?? $0.text })
    }
    var reasons: [String] = []
    if !grounds.tables.isEmpty { reasons.append("both sit at \(names(grounds.tables))") }
    if !grounds.places.isEmpty { reasons.append("both are in \(names(grounds.places))") }
    if !grounds.services.isEmpty {
      reasons.append("both are there for \(names(grounds.services))")
    }
    if let clients = grounds.sharedClients {
      reasons.append("both work with \(ChanceWords.count(clients, "family", "families"))")
    }
    return ChanceWords.list(reasons)
  }
}
