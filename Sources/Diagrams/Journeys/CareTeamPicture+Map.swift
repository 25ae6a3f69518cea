public import Insights
public import SystemMaps

extension CareTeamPicture {
  /// Creates the care team of one case, the map of each day beside the other.
  ///
  /// The team reads the names of workers; everyone else reads for whom they work. Whether the
  /// audience may see the case at all is for the caller to ask.
  ///
  /// - Parameters:
  ///   - journeys: The case on each day, the earlier first; at least one.
  ///   - days: The map with all names, of the same days.
  ///   - audience: Who will see the picture.
  ///   - palette: The colours.
  public init(
    of journeys: [CaseJourney], in days: [SystemMap], for audience: Audience,
    palette: Palette = .standard
  ) {
    let map = days.last ?? SystemMap()
    let names = JourneyNames(of: map, for: audience)
    let members = journeys.last?.careTeam.members ?? []
    self.init(
      caption: journeys.last.map {
        Caption(
          journey: $0, in: map, for: audience, title: "Who works with whom around the family",
          notShown: audience == .team ? [] : ["names of workers"])
      } ?? Caption(title: "Who works with whom around the family", audience: audience),
      members: members.map { id in
        Member(
          audience == .team
            ? names.name(of: id)
            : map[id]?.worksFor.elements.first.map(names.name(of:)) ?? names.name(of: id),
          group: map[id]?.value(of: map.sectorAttribute))
      },
      snapshots: zip(journeys, days).map { journey, day in
        Snapshot(
          days.count > 1 ? day.settings.date?.description ?? "undated" : nil,
          pairs: Self.pairs(of: members, careTeam: journey.careTeam, in: day))
      }, palette: palette.naming(groupsOf: map, by: map.sectorAttribute))
  }

  private static func pairs(
    of members: [ElementID], careTeam: CaseJourney.CareTeam, in map: SystemMap
  ) -> [Pair] {
    func key(_ first: ElementID, _ second: ElementID) -> Set<ElementID> { [first, second] }
    let coordinating = Set(careTeam.ties.map { key($0.first, $0.second) })
    let working: Set<ConnectionType> = [.worksWith, .knows, .sharesData, .refersTo]
    let acquainted = Set(
      map.connections.filter { working.contains($0.type) }.map { key($0.from, $0.to) })
    let asked = Set(members.filter { map[$0]?.responded == true })
    var pairs: [Pair] = []
    for (first, one) in members.enumerated() {
      for (second, other) in members.enumerated().dropFirst(first + 1) {
        let key = key(one, other)
        if coordinating.contains(key) {
          pairs.append(Pair(first, second, .coordinating))
        } else if acquainted.contains(key) {
          pairs.append(Pair(first, second, .acquainted))
        } else if asked.contains(one) || asked.contains(other) {
          pairs.append(Pair(first, second, .noneReported))
        }
      }
    }
    return pairs
  }
}
