import Graphs
public import SystemMaps

extension DifferencePicture {
  /// Creates the picture of what has changed between two maps.
  ///
  /// Elements are the same if they have the same label and type: ids move until they are written.
  /// Levels are compared only where both maps use one ladder.
  ///
  /// - Parameters:
  ///   - before: The earlier map, whole.
  ///   - after: The later map, whole; it gives title, date, sectors and colours.
  ///   - networks: The networks of the two, without elements that the audience may not know by
  ///     name.
  ///   - title: The title; the later map's if `nil`.
  ///   - audience: Who may see the picture.
  ///   - attribute: What colours the elements.
  ///   - palette: The colours.
  public init(
    before: SystemMap, after: SystemMap, networks: (before: Network, after: Network),
    title: String? = nil, audience: Audience, by attribute: AttributeName = "sector",
    palette: Palette = .standard
  ) {
    func content(_ map: SystemMap, _ network: Network) -> MapContent {
      MapContent(
        map: map, network: network, title: title, audience: audience, attribute: attribute,
        sizes: nil, partition: nil)
    }
    let (old, new) = (content(before, networks.before), content(after, networks.after))
    var system = SystemPicture(
      new, isDirected: networks.after.graph.isDirected, sizeMeaning: nil,
      palette.naming(groupsOf: after, by: attribute))
    var placeOf: [Key: Int] = [:]
    for (place, id) in networks.after.elements.enumerated() {
      placeOf[Key(id, in: after)] = new.view.placeOf[place]
    }
    var changes = system.nodes.map { _ in Change.new }
    let moved = networks.before.elements.enumerated().map { place, id -> Int in
      let key = Key(id, in: before)
      if let known = placeOf[key] {
        if changes.indices.contains(known), changes[known] == .new { changes[known] = .kept }
        return known
      }
      placeOf[key] = system.nodes.count
      system.nodes.append(old.view.nodes[old.view.placeOf[place]])
      changes.append(.gone)
      return system.nodes.count - 1
    }
    let isComparable = before.settings.levelScale == after.settings.levelScale
    var levels: [SystemPicture.Tie: Int?] = [:]
    for (edge, tie) in zip(networks.before.graph.edges, networks.before.ties) {
      let ends = (moved[edge.source.index], moved[edge.target.index])
      levels[Self.tie(ends.0, ends.1, isDirected: system.isDirected)] =
        isComparable ? tie.level : nil
    }
    var tieChanges = zip(system.ties, new.view.tieNumbers).map { tie, number -> TieChange in
      let key = Self.tie(tie.first, tie.second, isDirected: system.isDirected)
      guard let was = levels.removeValue(forKey: key) else { return .new }
      guard let was, let now = networks.after.ties[number].level, was != now else { return .kept }
      return was < now ? .stronger(from: was, to: now) : .weaker(from: was, to: now)
    }
    let gone = levels.keys.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    system.ties += gone
    tieChanges += gone.map { _ in .gone }
    self.init(
      system: system, changes: changes, tieChanges: tieChanges,
      before: before.settings.date?.description)
  }

  private static func tie(_ first: Int, _ second: Int, isDirected: Bool) -> SystemPicture.Tie {
    isDirected || first < second
      ? SystemPicture.Tie(first, second) : SystemPicture.Tie(second, first)
  }

  /// What makes elements of two maps the same.
  private struct Key: Hashable {
    let label: String
    let type: ElementType?

    init(_ id: ElementID, in map: SystemMap) {
      label = (map[id]?.label ?? id.text).comparisonKey
      type = map[id]?.type
    }
  }
}
