import Graphs
import Insights
public import SystemMaps

extension EgoPicture {
  /// Creates the picture of one element of a map and of those it is tied to.
  ///
  /// - Parameters:
  ///   - map: The whole map: the picture keeps to the audience by itself.
  ///   - network: The network in which the element stands.
  ///   - focus: The element in the middle.
  ///   - steps: How far to go, 1 or 2.
  ///   - title: The title; the element's name and "its ties" if `nil`.
  ///   - audience: Who may see the picture.
  ///   - attribute: What colours the elements.
  ///   - palette: The colours.
  /// - Returns: `nil` if the element is not in the network, or may not be named to the audience.
  public init?(
    map: SystemMap, network: Network, focus: ElementID, steps: Int = 1, title: String? = nil,
    audience: Audience, by attribute: AttributeName = "sector", palette: Palette = .standard
  ) {
    guard let node = network.node(of: focus), let element = map[focus],
      map.mayName(element, to: audience)
    else { return nil }
    let content = MapContent(
      map: map, network: network, title: title ?? "\(element.label) and its ties",
      audience: audience, attribute: attribute, sizes: nil, partition: nil)
    let system = SystemPicture(
      content, isDirected: network.graph.isDirected, sizeMeaning: nil,
      palette.naming(groupsOf: map, by: attribute))
    self.init(of: system, focus: content.view.placeOf[node.index], steps: steps)
  }
}

extension LadderPicture {
  /// Creates the picture of the levels of a network's ties.
  ///
  /// - Parameters:
  ///   - map: The whole map; its level scale gives the words of the rungs.
  ///   - network: The network to draw, without elements that the audience may not know by name.
  ///   - title: The title; the map's if `nil`.
  ///   - audience: Who may see the picture.
  ///   - attribute: What colours the elements.
  ///   - palette: The colours.
  public init(
    map: SystemMap, network: Network, title: String? = nil, audience: Audience,
    by attribute: AttributeName = "sector", palette: Palette = .standard
  ) {
    let content = MapContent(
      map: map, network: network, title: title, audience: audience, attribute: attribute,
      sizes: nil, partition: nil)
    let rungs = map.settings.levelScale?.rungs ?? (1...4).map { "level \($0)" }
    self.init(
      system: SystemPicture(
        content, isDirected: network.graph.isDirected, sizeMeaning: nil,
        palette.naming(groupsOf: map, by: attribute)),
      levels: content.view.tieNumbers.map { network.ties[$0].level }, rungs: rungs)
  }
}

extension MissingPicture {
  /// Creates the picture of those who have not met yet as reported.
  ///
  /// - Parameters:
  ///   - map: The whole map.
  ///   - network: The network to draw, without elements that the audience may not know by name.
  ///   - title: The title; the map's if `nil`.
  ///   - audience: Who may see the picture.
  ///   - attribute: What groups the elements.
  ///   - palette: The colours.
  public init(
    map: SystemMap, network: Network, title: String? = nil, audience: Audience,
    by attribute: AttributeName = "sector", palette: Palette = .standard
  ) {
    let content = MapContent(
      map: map, network: network, title: title, audience: audience, attribute: attribute,
      sizes: nil, partition: nil)
    var system = SystemPicture(
      content, isDirected: false, sizeMeaning: nil, palette.naming(groupsOf: map, by: attribute))
    // Whether two have met has no direction.
    var seen: Set<SystemPicture.Tie> = []
    system.ties = system.ties
      .map { SystemPicture.Tie(min($0.first, $0.second), max($0.first, $0.second)) }
      .filter { seen.insert($0).inserted }
    let groups = Grouping(nodes: system.nodes, palette: system.palette)
    let ties = AbsentTies(of: network, in: map)
    let order = groups.allNames.indices.sorted {
      (groups.allNames[$0] == nil ? 1 : 0, -groups.sizes[$0], $0)
        < (groups.allNames[$1] == nil ? 1 : 0, -groups.sizes[$1], $1)
    }
    var rank = order
    for (place, group) in order.enumerated() { rank[group] = place }
    self.init(
      system: system,
      absent: ties.pairs(most: Self.mostLines)?.map { SystemPicture.Tie($0.first, $0.second) },
      groups: order.map { groups.allNames[$0] },
      pairs: ties.counts(between: groups.groupOf.map { rank[$0] }, groupCount: order.count)
        .map { row in
          row.map { Pairs(tied: $0.tied, absent: $0.absent, unknown: $0.unknown) }
        })
  }
}
