public import Diagrams
public import Insights
public import SystemMaps

extension MapDiagram {
  /// The view of a map, ready for a page.
  ///
  /// - Parameters:
  ///   - map: The whole map: the picture keeps to the audience by itself.
  ///   - network: The network to draw.
  ///   - silos: The groups of its named part (`Network.named(in:for:)`), where they are known
  ///     already.
  ///   - inclusion: Who sits where, where it is known already.
  ///   - options: How it is drawn.
  /// - Returns: The picture, or where the map has nothing to show in it a page that says why: see
  ///   ``obstacle(in:network:options:)``.
  public func diagram(
    of map: SystemMap, network: Network, silos: Silos? = nil, inclusion: SharedInclusion? = nil,
    options: DiagramOptions
  ) -> Diagram {
    let drawing = ViewDrawing(view: self, of: map, network: network, options: options)
    var diagram =
      drawing.diagram(silos: silos, inclusion: inclusion)
      ?? .nothing(
        Caption(map: map, title: title(of: network), audience: options.audience, showing: []),
        because: obstacle(in: map, network: network, options: options)
          ?? "The map has nothing to show here.")
    diagram.notShown += drawing.leftOut
    diagram.ground = options.palette.ground
    return diagram
  }

  /// Why a map has nothing to show in this view, and what would help; `nil` if it has something.
  public func obstacle(
    in map: SystemMap, network: Network, options: DiagramOptions
  ) -> String? {
    switch self {
    case .system, .silos, .sectors, .bridges, .missing: return nil
    case .ladder:
      return network.ties.contains { $0.level != nil }
        ? nil : "No tie has a level: fill in the column Level of the connections."
    case .ego: return focusObstacle(in: map, network: network, options: options)
    case .tables, .overlap:
      return map.elements.contains { $0.type == .table }
        ? nil : "The map has no table: add the sheet seats, with a row for each seat at one."
    case .seats:
      return map.benchmarks.isEmpty
        ? "No table can be compared: add the sheet benchmarks with the shares of a population."
        : nil
    case .grid:
      return map.elements.contains { $0.power != nil && $0.interest != nil }
        ? nil : "No element has both Power and Interest: add the two columns, from 0 to 10."
    case .difference:
      return options.before == nil ? "There is no earlier map to compare with." : nil
    }
  }

  private func focusObstacle(
    in map: SystemMap, network: Network, options: DiagramOptions
  ) -> String? {
    guard let focus = options.focus ?? map.settings.backbone else {
      return "Say who stands in the middle: the map names no backbone."
    }
    guard let element = map[focus], network.node(of: focus) != nil else {
      return "The element in the middle is not part of the network that is drawn."
    }
    return map.mayName(element, to: options.audience)
      ? nil : "The element in the middle may not be named to this audience."
  }
}
