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
  /// How many elements there are.
  public let elements: Int
  /// How many ties join two of them.
  public let ties: Int
  /// What their ties show.
  public let silos: Silos

  /// The levels at which a map has a tie, among those whom the audience may know by name.
  ///
  /// - Parameter organizations: The silos of organizations if they are known already.
  static func all(
    in map: SystemMap, beside known: Silos, of network: Network, audience: Audience, seed: UInt64
  ) -> [SiloLevel] {
    Level.allCases.compactMap { level in
      let (source, scope) = level.source(in: map, for: audience)
      let levelled = source.network(scope).named(in: source, for: audience)
      guard levelled.graph.edgeCount > 0 else { return nil }
      let isKnown = levelled.elements == network.elements && levelled.graph == network.graph
      return SiloLevel(
        level: level, elements: levelled.graph.nodeCount, ties: levelled.graph.edgeCount,
        silos: isKnown
          ? known
          : Silos(of: levelled, in: source, audience: audience, effort: .side, seed: seed))
    }
  }

  /// The result as one plain sentence.
  public var sentence: String {
    let noun =
      switch level {
      case .worker: ("person", "people")
      case .organization: ("organization", "organizations")
      case .place: ("place", "places")
      }
    return "\(ChanceWords.count(elements, noun.0, noun.1)), \(ChanceWords.count(ties, "tie")): "
      + silos.sentence
  }
}

extension Silos.Effort {
  /// Enough for a verdict that stands beside the main one: p of .005 at the smallest.
  static let side = Silos.Effort(runs: 20, replicates: 199, runsPerReplicate: 1)
}

extension SiloLevel.Level {
  /// The map whose working ties are those of the level, and what to take of it.
  fileprivate func source(
    in map: SystemMap, for audience: Audience
  ) -> (map: SystemMap, scope: NetworkScope) {
    switch self {
    case .worker: (map, NetworkScope(types: [.person, .resident]))
    case .organization: (map, NetworkScope(types: [.organization]))
    case .place: (map.ofPlaces(for: audience), NetworkScope(types: [.place]))
    }
  }
}

extension SystemMap {
  /// The places of a map, joined where elements of two have a working tie.
  ///
  /// Only elements that the audience may know by name join places.
  fileprivate func ofPlaces(for audience: Audience) -> SystemMap {
    var places: [ElementID: ElementID] = [:]
    for element in elements where mayName(element, to: audience) {
      if element.places.elements.count == 1 { places[element.id] = element.places.elements.first }
    }
    let joined = connections.compactMap { connection -> Connection? in
      guard connection.type.part == .always, let from = places[connection.from],
        let to = places[connection.to], from != to
      else { return nil }
      return Connection(from: from, to: to, type: .worksWith)
    }
    return SystemMap(elements: elements.filter { $0.type == .place }, connections: joined)
  }
}
