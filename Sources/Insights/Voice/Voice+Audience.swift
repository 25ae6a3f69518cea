public import SystemMaps

extension Voice {
  /// What may be shown of it to those who see no counts of what people say of themselves.
  ///
  /// Shares of the people at tables are counts of a few, so groups of people are left out, and
  /// numbers of residents' ties below the privacy threshold too. What holds of organizations stays.
  public func withoutCounts(of map: SystemMap) -> Voice {
    var shown = self
    shown.groups = groups.filter { !$0.isOfPeople }
    if shown.groups.count < groups.count {
      shown.findings.append(
        Finding(
          .notice, "the influence of groups of people is not shown",
          expected: "the team sees it: shares of so few give single answers away"))
    }
    let selfIdentified = map.selfIdentifiedAttributes
    shown.reach?.groups.removeAll { group in
      group.attribute.map {
        selfIdentified.contains($0) && $0.isOfPeople(in: map)
      } ?? false
    }
    if let ties = residents,
      [ties.giving, ties.receiving, ties.oneWay, ties.twoWay].contains(
        where: map.isSuppressed(count:))
    {
      shown.residents = nil
      shown.findings.append(
        Finding(
          .notice,
          "ties of residents are not shown: there are fewer than "
            + "\(map.settings.privacyThreshold) of a kind", expected: "the team sees them"))
    }
    return shown
  }
}
