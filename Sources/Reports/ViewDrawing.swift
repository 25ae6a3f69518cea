import Diagrams
import Graphs
import Insights
import SystemMaps

/// One view of one map on its way to a picture.
struct ViewDrawing {
  let view: MapDiagram
  /// The map with what the audience may not see: only for those who keep to the audience.
  let whole: SystemMap
  /// The map as the audience may see it, on which conditions are tried: groups of unnamed elements
  /// could be called by what their rows say of them.
  let shared: SystemMap
  /// The same with what is written instead of labels.
  let map: SystemMap
  let network: Network
  let options: DiagramOptions
  /// What the rules leave out, in words.
  let leftOut: [String]

  /// Takes the part of a network that the rules ask for.
  init(view: MapDiagram, of whole: SystemMap, network: Network, options: DiagramOptions) {
    let shared = whole.shared(with: options.audience)
    var leftOut: [String] = []
    var part = network.keeping { shared[$0].map(options.rules.shows) ?? true }
    if view.isOfTies, part.elements.count < network.elements.count {
      leftOut.append(Self.filtered)
    }
    if let focus = options.focus, view.isCutByFocus,
      shared[focus].map({ shared.mayName($0, to: options.audience) }) ?? false
    {
      let near = part.within(options.steps, of: focus)
      if near.elements.count < part.elements.count {
        leftOut.append("what is farther than the focus reaches")
      }
      part = near
    }
    var drawn = shared.labelled(by: options.rules.labelBy, for: options.audience)
    if view.isOfTables {
      let focus = options.focus.flatMap { shared[$0] }
        .flatMap { shared.mayName($0, to: options.audience) ? $0.id : nil }
      let tables = SeatedPart(
        of: shared, by: options.rules, around: view == .tables ? focus : nil)
      if tables.leavesOut { leftOut.append(Self.filtered) }
      drawn = tables.part(of: drawn)
    }
    self.shared = shared
    self.view = view
    self.whole = whole
    self.network = part
    self.options = options
    self.leftOut = leftOut
    map = drawn
  }

  private static let filtered = "what the filter leaves out"

  private var title: String { view.title(of: network) }

  /// The named part: counts of groups would tell how many unnamed elements they hold.
  private var figures: Network { network.named(in: map, for: options.audience) }

  func diagram(silos: Silos?, inclusion: SharedInclusion?) -> Diagram? {
    switch view {
    case .system: return system
    case .silos:
      let groups = groups(silos)
      var diagram = silosPicture(groups).diagram()
      diagram.notes.append(groups.sentence)
      return diagram
    case .sectors:
      return SectorPicture(
        map: map, network: figures, title: title, audience: options.audience,
        by: options.attribute, palette: options.palette
      ).diagram()
    case .bridges:
      let groups = groups(silos)
      guard groups.groups.count > 1 else { return nothing(because: groups.sentence) }
      var diagram = BridgePicture(silosPicture(groups)).diagram()
      diagram.notes.append(groups.sentence)
      return diagram
    case .ladder: return ladder
    case .missing:
      var picture = MissingPicture(
        map: map, network: figures, title: title, audience: options.audience,
        by: options.attribute, palette: options.palette)
      if let highlight { picture.system.highlight(highlight, in: shared) }
      var diagram = picture.diagram()
      diagram.sharePlaces(with: network.ties.contains { $0.level != nil } ? ladder : system)
      return diagram
    case .ego:
      guard let focus = options.focus ?? map.settings.backbone else { return nil }
      var picture = EgoPicture(
        map: map, network: network, focus: focus, steps: options.steps,
        audience: options.audience, by: options.attribute, palette: options.palette)
      if let highlight { picture?.highlight(highlight, in: shared) }
      return picture?.diagram()
    case .tables: return tables.diagram()
    case .overlap: return OverlapPicture(tables).diagram()
    case .seats: return seats(inclusion)
    case .grid: return grid
    case .difference: return difference
    }
  }

  private func nothing(because reason: String) -> Diagram {
    .nothing(
      Caption(map: whole, title: title, audience: options.audience, showing: []), because: reason)
  }

  private func groups(_ known: Silos?) -> Silos {
    known
      ?? Silos(
        of: figures, in: map, against: options.attribute, audience: options.audience,
        seed: options.seed)
  }

  private func silosPicture(_ silos: Silos) -> SiloPicture {
    var picture = SiloPicture(
      map: map, network: figures, silos: silos, title: title, audience: options.audience,
      by: options.attribute, palette: options.palette)
    if let highlight { picture.system.highlight(highlight, in: shared) }
    return picture
  }

  private var highlight: ElementFilter? { options.rules.highlight }

  private var system: Diagram {
    let sizes = options.size.flatMap { measure in
      Influence(of: network, in: map, measures: MeasureSet([measure])).scores.first
        .map { NodeMap($0.values.map { $0 ?? 0 }) }
    }
    var picture = SystemPicture(
      map: map, network: network, title: title, audience: options.audience,
      by: options.attribute, sizes: sizes,
      sizeMeaning: sizes == nil ? nil : options.size?.title.lowercased(),
      palette: options.palette)
    if let highlight { picture.highlight(highlight, in: shared) }
    var diagram = picture.diagram()
    // Larger labels have other places anyway.
    if sizes == nil, network.ties.contains(where: { $0.level != nil }) {
      diagram.sharePlaces(with: ladder)
    }
    return diagram
  }

  private var ladder: Diagram {
    var picture = LadderPicture(
      map: map, network: figures, title: MapDiagram.ladder.title(of: network),
      audience: options.audience, by: options.attribute, palette: options.palette)
    if let highlight { picture.system.highlight(highlight, in: shared) }
    return picture.diagram()
  }

  private var tables: TablePicture {
    var picture = TablePicture(
      map: map, title: title, audience: options.audience, by: options.attribute,
      palette: options.palette)
    if let highlight { picture.highlight(highlight, in: shared) }
    return picture
  }

  /// The seats of a table are compared whole, so rules choose among the tables: without some of
  /// those who sit there the figures would tell who they are.
  private func seats(_ known: SharedInclusion?) -> Diagram? {
    let inclusion =
      known
      ?? Inclusion(of: whole, seed: options.seed).shared(with: options.audience, for: whole)
    let compared = Set(inclusion.comparisons.map(\.table))
    var notes: [String] = []
    func part(_ meets: (Element) -> Bool) -> Set<ElementID> {
      compared.filter { shared[$0].map(meets) ?? true }
    }
    var tables = part { options.rules.hide?.matches($0) != true }
    if let filter = options.rules.filter {
      let chosen = part(filter.matches)
      if chosen.isEmpty {
        notes.append("The filter chooses no table: the seats of a table are compared whole.")
      } else {
        tables.formIntersection(chosen)
      }
    }
    let isLess = tables.count < compared.count
    if let focus = options.focus {
      if tables.contains(focus) {
        tables = [focus]
      } else {
        notes.append("The focus is no table that is compared here.")
      }
    }
    let isAsked = map.benchmarks.contains { $0.attribute == options.attribute }
    var diagram = SeatsPicture(
      map: map, inclusion: inclusion, by: isAsked ? options.attribute : nil, tables: tables,
      title: title
    )?.diagram()
    diagram?.notes += notes
    if isLess { diagram?.notShown.append(Self.filtered) }
    return diagram
  }

  private var grid: Diagram? {
    guard view.obstacle(in: map, network: network, options: options) == nil else { return nil }
    var picture = GridPicture(
      map: map, title: title, audience: options.audience, by: options.attribute,
      palette: options.palette)
    let count = picture.entries.count
    picture.entries.removeAll { entry in
      entry.element.flatMap { shared[$0] }.map { !options.rules.shows($0) } ?? false
    }
    if picture.entries.count < count { picture.caption.notShown.append(Self.filtered) }
    if let highlight { picture.highlight(highlight, in: shared) }
    return picture.diagram()
  }

  private var difference: Diagram? {
    guard let whole = options.before else { return nil }
    let before = whole.shared(with: options.audience)
    var scope = options.scope
    // What the earlier map would show by itself may be something else.
    scope.types = scope.types ?? network.types
    let earlier = whole.network(scope).named(in: before, for: options.audience)
      .keeping { before[$0].map(options.rules.shows) ?? true }
    return DifferencePicture(
      before: before, after: map, networks: (earlier, figures), title: title,
      audience: options.audience, by: options.attribute, palette: options.palette
    ).diagram()
  }
}

extension MapDiagram {
  /// Whether the view is made of the ties of a network, of which rules can leave out a part.
  fileprivate var isOfTies: Bool {
    switch self {
    case .system, .silos, .sectors, .bridges, .ladder, .missing, .ego, .difference: true
    case .tables, .overlap, .seats, .grid: false
    }
  }

  /// Whether the view is made of who sits where.
  fileprivate var isOfTables: Bool { self == .tables || self == .overlap }

  /// Whether a focus leaves out what is far from it: `ego` has its own middle, and of two maps the
  /// same steps reach differently far.
  fileprivate var isCutByFocus: Bool { isOfTies && self != .ego && self != .difference }
}

extension SystemMap {
  /// The map with an attribute in the place of labels, where it is known of those who may be named.
  ///
  /// What people state of themselves takes no label's place.
  fileprivate func labelled(by attribute: AttributeName?, for audience: Audience) -> SystemMap {
    guard let attribute, !selfIdentifiedAttributes.contains(attribute) else { return self }
    var map = self
    map.elements = elements.map { element in
      guard mayName(element, to: audience), let text = element.value(of: attribute) else {
        return element
      }
      var element = element
      element.label = text
      return element
    }
    return map
  }
}
