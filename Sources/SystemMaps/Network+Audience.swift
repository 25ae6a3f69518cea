import Graphs

extension SystemMap {
  /// The network of those whom an audience may know by name.
  ///
  /// A number of unnamed elements could be worked out from almost any figure of a network that
  /// holds them, so they and their ties are left out of all figures, and a finding says so.
  public func network(_ scope: NetworkScope = NetworkScope(), for audience: Audience) -> Network {
    network(scope).named(in: self, for: audience)
  }
}

extension Network {
  /// The part of the network whose elements an audience may know by name.
  ///
  /// - Complexity: O(*n* + *m*).
  public func named(in map: SystemMap, for audience: Audience) -> Network {
    let isNamed = elements.map { id in map[id].map { map.mayName($0, to: audience) } ?? true }
    guard isNamed.contains(false) else { return self }
    let left = Finding(
      .notice,
      "elements that may not be named to this audience, and their ties, are left out of the figures",
      expected: "the team sees them")
    return part(keeping: isNamed, findings: findings + [left])
  }
}
