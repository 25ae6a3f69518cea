public import Insights
public import SystemMaps

extension SeatsPicture {
  /// Creates the picture of a map's tables beside the population of one attribute.
  ///
  /// Whether figures or only bands are shown was decided by `Inclusion.shared(with:for:)`; nothing
  /// that it withholds is drawn.
  ///
  /// - Parameters:
  ///   - map: The map, for the names of its tables.
  ///   - inclusion: Who sits where, as the audience may see it.
  ///   - attribute: The attribute to compare by; the first that a population is known of if `nil`.
  ///   - tables: The tables to show; all if `nil`.
  ///   - title: The title; the map's if `nil`.
  /// - Returns: `nil` if no table is compared by the attribute.
  public init?(
    map: SystemMap, inclusion: SharedInclusion, by attribute: AttributeName? = nil,
    tables: Set<ElementID>? = nil, title: String? = nil
  ) {
    let defaults = inclusion.comparisons.filter {
      $0.isDefault && (tables?.contains($0.table) ?? true)
    }
    guard
      let first = defaults.first(where: { $0.population.attribute == attribute })
        ?? (attribute == nil ? defaults.first : nil)
    else { return nil }
    let shown = defaults.filter { $0.population == first.population }
    var caption = Caption(
      map: map, title: title, audience: inclusion.audience, showing: [])
    caption.notShown.append("who holds which seat; alternates, staff and vacant seats")
    let others = Set(defaults.map(\.table)).count - Set(shown.map(\.table)).count
    if others > 0 {
      caption.notShown.append("\(Noun("table").counted(others)) compared with another population")
    }
    self.init(
      caption: caption,
      tables: shown.map { comparison in
        let element = map[comparison.table]
        let name = element.map { map.mayName($0, to: inclusion.audience) ? $0.label : $0.type.name }
        return Table(
          name ?? comparison.table.text, tier: element?.table.tier,
          note: Self.note(comparison), rows: Self.rows(comparison.form))
      }, population: "\(first.population.citation), by \(first.population.attribute)")
  }

  private static func rows(_ form: SharedComparison.Form) -> [Row] {
    switch form {
    case .figures(let figures):
      figures.groups.map { Row($0.group, .seats(held: $0.seats, expected: $0.expected)) }
    case .bands(let bands):
      bands.map { Row($0.group, .band($0.band.map(Self.band))) }
    case .withheld: []
    }
  }

  private static func band(_ band: ParityBand) -> Band {
    switch band {
    case .below: .below
    case .near: .near
    case .above: .above
    }
  }

  /// How many seats were compared and of how many nothing is known, or why nothing is shown.
  private static func note(_ comparison: SharedComparison) -> String {
    var note: [String] = []
    switch comparison.form {
    case .withheld(let reason): note.append(reason)
    case .bands: break
    case .figures(let figures):
      note.append(Noun.seat.counted(figures.seats))
      let open = figures.composition.unknown + figures.composition.preferNotToSay
      if open > 0 { note.append("\(open) not known") }
      if figures.judgement == .tooFewSeats { note.append("too few to judge") }
    }
    return note.joined(separator: ", ")
  }
}

extension GridPicture {
  /// Creates the power–interest grid of a map, as an audience may see it.
  ///
  /// Elements whose names may not go to the audience are left out: a dot at an exact place could
  /// tell who it is.
  public init(
    map: SystemMap, title: String? = nil, audience: Audience,
    by attribute: AttributeName = "sector", palette: Palette = .standard
  ) {
    let column = attribute == "sector" ? map.sectorAttribute : attribute
    let isGuarded = map.selfIdentifiedAttributes.contains(column)
    let rated = map.elements.filter { $0.power != nil || $0.interest != nil }
    let whole = rated.filter { $0.power != nil && $0.interest != nil }
    let named = whole.filter { map.mayName($0, to: audience) }
    var caption = Caption(map: map, title: title, audience: audience, showing: [])
    if named.count < whole.count {
      caption.notShown.append("those whose names may not go to this audience")
    }
    if whole.count < rated.count {
      caption.notShown.append("those of whom only power or only interest is reported")
    }
    let types = Set(named.map(\.type))
    self.init(
      caption: caption,
      entries: named.map { element in
        Entry(
          element.label,
          group: isGuarded && element.type.isPerson ? nil : element.value(of: column),
          power: element.power ?? 0, interest: element.interest ?? 0, element: element.id)
      }, noun: types.count == 1 ? types.first.map(MapView.noun) ?? .element : .element,
      palette: palette.naming(groupsOf: map, by: attribute))
  }
}
