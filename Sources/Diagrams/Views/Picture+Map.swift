public import Graphs
public import Insights
public import SystemMaps

extension SystemPicture {
  /// Creates the picture of a network of a map, as an audience may see it.
  ///
  /// Elements whose names may not go to the audience stand together by type and group, and below
  /// the map's privacy threshold without their number.
  ///
  /// - Parameters:
  ///   - map: The whole map: the picture keeps to the audience by itself.
  ///   - network: The network to draw.
  ///   - title: The title; the map's if `nil`.
  ///   - audience: Who may see the picture.
  ///   - attribute: What groups the elements. An attribute that only people themselves can state
  ///     gives no groups.
  ///   - sizes: What the size of the labels shows; labels of one size if `nil`.
  ///   - sizeMeaning: What `sizes` are, as in "ties to other sectors".
  ///   - palette: The colours.
  public init(
    map: SystemMap, network: Network, title: String? = nil, audience: Audience,
    by attribute: AttributeName = "sector", sizes: NodeMap<Double>? = nil,
    sizeMeaning: String? = nil, palette: Palette = .standard
  ) {
    let content = MapContent(
      map: map, network: network, title: title, audience: audience, attribute: attribute,
      sizes: sizes, partition: nil)
    self.init(
      content, isDirected: network.graph.isDirected, sizeMeaning: sizeMeaning,
      palette.naming(groupsOf: map, by: attribute))
  }

  init(
    _ content: MapContent, isDirected: Bool, sizeMeaning: String?, _ palette: Palette
  ) {
    self.init(
      caption: content.caption, nodes: content.view.nodes, ties: content.view.ties,
      noun: content.noun, groupNoun: content.groupNoun, isDirected: isDirected,
      sizeMeaning: sizeMeaning, palette: palette)
  }
}

extension SiloPicture {
  /// Creates the picture of the silos of a network of a map, as an audience may see it.
  ///
  /// - Parameters:
  ///   - map: The whole map: the picture keeps to the audience by itself.
  ///   - network: The network to draw.
  ///   - partition: The silo of each node of the network.
  ///   - titles: The titles of the silos; missing ones are "Silo 1", "Silo 2", ….
  ///   - title: The title; the map's if `nil`.
  ///   - audience: Who may see the picture.
  ///   - attribute: What colours the members.
  ///   - palette: The colours.
  public init(
    map: SystemMap, network: Network, partition: Partition, titles: [String] = [],
    title: String? = nil, audience: Audience, by attribute: AttributeName = "sector",
    palette: Palette = .standard
  ) {
    let content = MapContent(
      map: map, network: network, title: title, audience: audience, attribute: attribute,
      sizes: nil, partition: partition)
    self.init(
      system: SystemPicture(
        content, isDirected: network.graph.isDirected, sizeMeaning: nil,
        palette.naming(groupsOf: map, by: attribute)),
      boxOf: content.view.boxOf, titles: titles)
  }
}

extension SiloPicture {
  /// Creates the picture of the silos that were found in a network of a map.
  ///
  /// Those without a tie have a box of their own, which counts as no silo. The boxes are called
  /// silos only if that is the verdict of `Silos`, else groups.
  ///
  /// - Parameters:
  ///   - map: The whole map: the picture keeps to the audience by itself.
  ///   - network: The network in which the silos were found.
  ///   - silos: The silos.
  ///   - title: The title; the map's if `nil`.
  ///   - audience: Who may see the picture.
  ///   - attribute: What colours the members.
  ///   - palette: The colours.
  public init(
    map: SystemMap, network: Network, silos: Silos, title: String? = nil, audience: Audience,
    by attribute: AttributeName = "sector", palette: Palette = .standard
  ) {
    let numbers = network.elements.map { silos.groupNumber(of: $0) }
    let partition = Partition(labels: numbers)
    var titles = Array(repeating: "No tie reported", count: partition.groupCount)
    var untied: Int?
    let word = silos.verdict == .silos ? "Silo" : "Group"
    for (number, group) in zip(numbers, partition.groups) {
      if let number { titles[group] = "\(word) \(number)" } else { untied = group }
    }
    self.init(
      map: map, network: network, partition: partition, titles: titles, title: title,
      audience: audience, by: attribute, palette: palette)
    untiedBox = untied
    boxNoun = silos.verdict == .silos ? .silo : Noun("group")
  }
}

extension SectorPicture {
  /// Creates the picture of the groups of a network of a map.
  ///
  /// Elements whose names may not go to the audience are not counted, so that no number of them
  /// can be read off.
  public init(
    map: SystemMap, network: Network, title: String? = nil, audience: Audience,
    by attribute: AttributeName = "sector", palette: Palette = .standard
  ) {
    self.init(
      SystemPicture(
        map: map, network: network, title: title, audience: audience, by: attribute,
        palette: palette))
  }
}

extension TablePicture {
  /// Creates the picture of a map's tables, as an audience may see it.
  ///
  /// A seat shows whom it represents, else who holds it, else, where the name may not go to the
  /// audience, what kind of element that is. Residents who may not be named stand together, and are
  /// not counted. Alternates and staff are left out.
  public init(
    map: SystemMap, title: String? = nil, audience: Audience,
    by attribute: AttributeName = "sector",
    palette: Palette = .standard
  ) {
    let column = attribute == "sector" ? map.sectorAttribute : attribute
    let shown = map.seats(countedBy: audience)
      .filter { $0.role.countsAsSeat || $0.role == .vacant }
    var seats: [ElementID: [Seat]] = [:]
    for seat in shown {
      seats[seat.table, default: []].append(
        Self.seat(seat, map: map, audience: audience, by: column))
    }
    for table in Set(map.seats.map(\.table)) {
      let others = map.wordsForUncounted(at: table, by: audience)
      if !others.isEmpty { seats[table, default: []] += others.map(Seat.uncounted) }
    }
    let tables = map.elements.filter { $0.type == .table || seats[$0.id] != nil }
    var caption = Caption(map: map, title: title, audience: audience, showing: [])
    if map.seats.contains(where: { !$0.role.countsAsSeat && $0.role != .vacant }) {
      caption.notShown.append("alternates and staff of tables")
    }
    self.init(
      caption: caption,
      tables: tables.map { table in
        Table(
          map.mayName(table, to: audience) ? table.label : table.type.name,
          tier: table.table.tier, seats: seats[table.id] ?? [])
      }, palette: palette.naming(groupsOf: map, by: attribute))
  }

  private static func seat(
    _ seat: SystemMaps.Seat, map: SystemMap, audience: Audience, by column: AttributeName
  ) -> Seat {
    let isGuarded = map.selfIdentifiedAttributes.contains(column)
    guard seat.role != .vacant else { return .vacant }
    let holder = seat.holder.flatMap { map[$0] }
    let represented = seat.representing.flatMap { map[$0] }
    guard let element = represented ?? holder else { return Seat("not reported") }
    guard map.mayName(element, to: audience) else { return Seat(element.type.name) }
    return Seat(
      element.label, holder: element.id.text,
      group: isGuarded && element.type.isPerson ? nil : element.value(of: column))
  }
}

extension Palette {
  /// The palette with a tone for each group of a map, so that all its pictures agree.
  ///
  /// The groups with most organizations come first; equal ones stand in the order of the map.
  func naming(groupsOf map: SystemMap, by attribute: AttributeName) -> Palette {
    let column = attribute == "sector" ? map.sectorAttribute : attribute
    var names: [String] = []
    var counts: [String: Int] = [:]
    for element in map.elements {
      guard let name = element.value(of: column).map({ DOTText($0).plain }), !name.isEmpty else {
        continue
      }
      if counts[name] == nil { names.append(name) }
      counts[name, default: 0] += element.type == .organization ? 1 : 0
    }
    var palette = self
    palette.groups = names.enumerated().sorted {
      (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
    }.map(\.element)
    return palette
  }
}
