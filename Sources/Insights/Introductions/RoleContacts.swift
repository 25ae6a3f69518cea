public import SystemMaps
import Graphs

/// Which roles of one place know each other: teachers, pastors, youth workers, block leaders.
///
/// Of people whom the audience may know by name and whose role is known. That nobody of two roles
/// knows one of the other is claimed only where at least one of a pair responded.
public struct RoleContacts: Sendable, Hashable {
  /// Two roles, or one, among whom no tie is reported.
  public struct Gap: Sendable, Hashable {
    /// The one.
    public let first: String
    /// The other; the same for a role within itself.
    public let second: String
    /// The pairs of people of whom at least one responded.
    public let observedPairs: Int
    /// All pairs of people.
    public let pairs: Int
  }

  /// The place; `nil` where the map places nobody, and all people stand together.
  public let place: ElementID?
  /// The roles, those of most people first.
  public let roles: [String]
  /// How many people have each role.
  public let people: [Int]
  /// The ties within and between roles, in their order.
  public let ties: BlockTies
  /// How many roles have too few people to be shown beside the others.
  public let rolesLeftOut: Int

  /// The most roles that a matrix shows.
  public static let mostRoles = 10

  /// Roles among whom no tie is reported although someone could have told, different ones first.
  public var gaps: [Gap] {
    let found = roles.indices.flatMap { row in
      roles.indices[row...].compactMap { column -> Gap? in
        let block = ties.blocks[row][column]
        guard block.isEmptyAsReported else { return nil }
        return Gap(
          first: roles[row], second: roles[column], observedPairs: block.observedPairs,
          pairs: block.pairs)
      }
    }
    return found.filter { $0.first != $0.second } + found.filter { $0.first == $0.second }
  }

  /// The neighbourhoods of a map in which people of several roles are placed.
  ///
  /// - Complexity: O(places × (people + ties)).
  public static func all(in map: SystemMap, for audience: Audience) -> [RoleContacts] {
    guard audience == .team || !map.selfIdentifiedAttributes.contains("Role") else { return [] }
    let scope = NetworkScope(types: [.person, .resident], direction: .undirected)
    let network = map.network(scope).named(in: map, for: audience)
    let places = map.elements.filter { $0.type == .place }.map(\.id)
    let found = places.compactMap { RoleContacts(at: $0, in: network, of: map) }
    if !found.isEmpty { return found }
    let isPlaced = network.elements.contains { !(map[$0]?.places.elements ?? []).isEmpty }
    return isPlaced ? [] : [RoleContacts(at: nil, in: network, of: map)].compactMap(\.self)
  }

  /// - Returns: `nil` unless two roles have two people or more there.
  private init?(at place: ElementID?, in network: Network, of map: SystemMap) {
    let isThere = network.elements.map { id in
      place.map { map[id]?.places.elements.contains($0) ?? false } ?? true
    }
    let roleOf = zip(network.elements, isThere).map { id, isThere in
      isThere ? map[id]?.role?.lowercased() : nil
    }
    let counts = Dictionary(grouping: roleOf.compactMap(\.self), by: \.self).mapValues(\.count)
      .filter { $0.value > 1 }
    guard counts.count > 1 else { return nil }
    let ordered = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    let roles = Array(ordered.prefix(Self.mostRoles))
    self.roles = roles
    people = roles.map { counts[$0] ?? 0 }
    rolesLeftOut = Set(roleOf.compactMap(\.self)).count - roles.count
    self.place = place
    ties = BlockTies(
      of: network.graph, labels: roleOf.map { $0.flatMap(roles.firstIndex(of:)) },
      groupCount: roles.count, hasResponded: network.hasResponded(in: map))
  }

  /// The gaps between different roles as one plain sentence; `nil` where there is none.
  public func sentence(in map: SystemMap) -> String? {
    let across = gaps.filter { $0.first != $0.second }
    guard !across.isEmpty else { return nil }
    let name = place.map { map[$0]?.label ?? $0.text }
    let pairs = roles.count * (roles.count - 1) / 2
    let lead = name.map { "In \($0) no" } ?? "No"
    let what =
      across.count == pairs
      ? "\(lead) tie is reported between any two of these roles: \(ChanceWords.list(roles))"
      : "\(lead) tie is reported between "
        + ChanceWords.list(across.map { "\($0.first) and \($0.second)" })
    let observed = across.reduce(0) { $0 + $1.observedPairs }
    let all = across.reduce(0) { $0 + $1.pairs }
    return "\(what). Of \(ChanceWords.grouped(all)) pairs of people at least one responded in "
      + "\(ChanceWords.grouped(observed))."
  }
}
