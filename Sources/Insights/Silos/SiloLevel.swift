import Graphs
import SystemMaps

/// The silos at one level of the system: among workers, among organizations, among places.
///
/// A collaborative may work across its organizations while their workers, or the neighbourhoods,
/// stay apart.
public struct SiloLevel: Sendable, Hashable {
  /// Who the nodes are.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// People.
    case worker
    /// Organizations, with the ties of their workers.
    case organization
    /// Places, joined where elements of two have a tie.
    case place
  }

  /// The level.
  public let level: Level
  /// How many elements there are, among those whom the audience may know by name.
  public let elements: Int
  /// How many ties join two of them.
  public let ties: Int
  /// What their ties show.
  public let silos: Silos
  /// Why silos cannot be looked for, as one plain sentence; `nil` where there is a tie.
  public let absence: String?

  /// Looks for silos at a level of a map.
  ///
  /// - Parameters:
  ///   - known: The silos of `network`, which may be those of this level.
  init(
    _ level: Level, in map: SystemMap, beside known: Silos, of network: Network,
    audience: Audience, seed: UInt64
  ) {
    let source = level.source(in: map, for: audience)
    let levelled = source.map.network(NetworkScope(types: level.types))
      .named(in: source.map, for: audience)
    let isKnown = levelled.elements == network.elements && levelled.graph == network.graph
    self.level = level
    elements = levelled.graph.nodeCount
    ties = levelled.graph.edgeCount
    silos =
      isKnown
      ? known : Silos(of: levelled, in: source.map, audience: audience, effort: .side, seed: seed)
    if ties > 0 {
      absence = nil
    } else if elements == 0 {
      absence = "No \(level.noun.one) is in the map, as far as this audience may see it."
    } else {
      absence = "\(ChanceWords.count(elements, level.noun.one, level.noun.many)): \(source.absence)"
    }
  }

  /// The result as one plain sentence.
  public var sentence: String {
    absence ?? "\(ChanceWords.count(elements, level.noun.one, level.noun.many)), "
      + "\(ChanceWords.count(ties, "tie")): \(silos.sentence)"
  }
}

extension Silos.Effort {
  /// Enough for a verdict that stands beside the main one: p of .005 at the smallest.
  static let side = Silos.Effort(runs: 20, replicates: 199, runsPerReplicate: 1)
}

extension SiloLevel.Level {
  /// The types of its elements.
  fileprivate var types: [ElementType] {
    switch self {
    case .worker: [.person, .resident]
    case .organization: [.organization]
    case .place: [.place]
    }
  }

  fileprivate var noun: (one: String, many: String) {
    switch self {
    case .worker: ("person", "people")
    case .organization: ("organization", "organizations")
    case .place: ("place", "places")
    }
  }

  /// The map whose working ties are those of the level, and what to say if there are none.
  fileprivate func source(
    in map: SystemMap, for audience: Audience
  ) -> (map: SystemMap, absence: String) {
    guard self == .place else {
      return (map, "no tie among \(noun.many) is reported, so silos cannot be looked for.")
    }
    let (places, located) = map.ofPlaces(for: audience)
    return (
      places,
      located == 0
        ? "no reported tie has a place at both ends, so silos cannot be looked for."
        : "of \(ChanceWords.count(located, "reported tie")) with a place at both ends none joins two "
          + "places, so silos cannot be looked for."
    )
  }
}

extension SystemMap {
  /// The places of a map, joined where elements of two have a working tie, and how many working ties
  /// have a place at both ends.
  ///
  /// Only elements that the audience may know by name join places.
  fileprivate func ofPlaces(for audience: Audience) -> (map: SystemMap, located: Int) {
    var places: [ElementID: ElementID] = [:]
    for element in elements where mayName(element, to: audience) {
      if element.places.elements.count == 1 { places[element.id] = element.places.elements.first }
    }
    let located = connections.compactMap { connection -> Connection? in
      guard connection.type.part == .always, let from = places[connection.from],
        let to = places[connection.to]
      else { return nil }
      return Connection(from: from, to: to, type: .worksWith)
    }
    return (
      SystemMap(
        elements: elements.filter { $0.type == .place },
        connections: located.filter { $0.from != $0.to }),
      located.count
    )
  }
}
