import Diagrams
import Graphs
import Insights
import SystemMaps

/// One view of one map on its way to a picture.
struct ViewDrawing {
  let view: MapDiagram
  /// The map with what the audience may not see: only for those who keep to the audience.
  let whole: SystemMap
  /// The map as the audience may see it: groups of unnamed elements could be called by what their
  /// rows say of them.
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
      leftOut.append("what the filter leaves out")
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
    self.view = view
    self.whole = whole
    self.network = part
    self.options = options
    self.leftOut = leftOut
    map = shared.labelled(by: options.rules.labelBy, for: options.audience)
  }

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
      var diagram = BridgePicture(silosPicture(groups)).diagram()
      diagram.notes.append(groups.sentence)
      return diagram
    case .ladder:
      return LadderPicture(
        map: map, network: figures, title: title, audience: options.audience,
        by: options.attribute, palette: options.palette
      ).diagram()
    case .missing:
      return MissingPicture(
        map: map, network: figures, title: title, audience: options.audience,
        by: options.attribute, palette: options.palette
      ).diagram()
    case .ego:
      guard let focus = options.focus ?? map.settings.backbone else { return nil }
      return EgoPicture(
        map: map, network: network, focus: focus, steps: options.steps,
        audience: options.audience, by: options.attribute, palette: options.palette)?.diagram()
    case .tables: return tables.diagram()
    case .overlap: return OverlapPicture(tables).diagram()
    case .seats:
      let inclusion =
        inclusion
        ?? Inclusion(of: whole, seed: options.seed).shared(with: options.audience, for: whole)
      return SeatsPicture(
        map: map, inclusion: inclusion, table: options.focus, title: title
      )?.diagram()
    case .grid:
      guard view.obstacle(in: map, network: network, options: options) == nil else { return nil }
      return GridPicture(
        map: map, title: title, audience: options.audience, by: options.attribute,
        palette: options.palette
      ).diagram()
    case .difference: return difference
    }
  }

  private func groups(_ known: Silos?) -> Silos {
    known
      ?? Silos(
        of: figures, in: map, against: options.attribute, audience: options.audience,
        seed: options.seed)
  }

  private func silosPicture(_ silos: Silos) -> SiloPicture {
    SiloPicture(
      map: map, network: figures, silos: silos, title: title, audience: options.audience,
      by: options.attribute, palette: options.palette)
  }

  private var system: Diagram {
    let sizes = options.size.flatMap { measure in
      Influence(of: network, in: map, measures: MeasureSet([measure])).scores.first
        .map { NodeMap($0.values.map { $0 ?? 0 }) }
    }
    return SystemPicture(
      map: map, network: network, title: title, audience: options.audience,
      by: options.attribute, sizes: sizes,
      sizeMeaning: sizes == nil ? nil : options.size?.title.lowercased(),
      highlight: options.rules.highlight, palette: options.palette
    ).diagram()
  }

  private var tables: TablePicture {
    TablePicture(
      map: map, title: title, audience: options.audience, by: options.attribute,
      palette: options.palette)
  }

  private var difference: Diagram? {
    guard let whole = options.before else { return nil }
    let before = whole.shared(with: options.audience)
    let earlier = whole.network(options.scope).named(in: before, for: options.audience)
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
