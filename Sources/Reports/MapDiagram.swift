public import Diagrams
import Graphs
public import Insights
public import SystemMaps

/// A view of a map that can be drawn.
public enum MapDiagram: String, Sendable, Hashable, CaseIterable {
  /// Who works with whom.
  case system
  /// The groups that ties show, side by side.
  case silos
  /// The sectors and the ties between them.
  case sectors
  /// Who sits at which table.
  case tables

  /// What the view of a network is called.
  public func title(of network: Network) -> String {
    switch self {
    case .system:
      // Maps that come from elsewhere may hold states or ideas, which do not work with each other.
      let actors: Set<ElementType> = [.organization, .person, .resident]
      let areActors = !network.types.isEmpty && network.types.allSatisfy(actors.contains)
      return areActors ? "Who works with whom" : "What is tied to what"
    case .silos: return "Groups that the ties show"
    case .sectors: return "Ties between sectors"
    case .tables: return "Who sits at which table"
    }
  }

  /// What the view shows, as a sentence.
  public var caption: String {
    switch self {
    case .system: "Everyone on the map and the working ties between them."
    case .silos: "The groups that the ties show; the wider a line, the more ties run between two."
    case .sectors: "The sectors; the wider a line, the more ties run between two of them."
    case .tables: "Who sits at which table, the top tier first."
    }
  }
}

/// How a network is drawn: whose eyes it is for, and what colour and size say.
public struct DiagramOptions: Sendable {
  /// Who may see the picture.
  public var audience: Audience
  /// What colours the elements.
  public var attribute: AttributeName
  /// The measure that sizes the labels; all are of one size if `nil`.
  public var size: Measure?
  /// The colours.
  public var palette: Palette
  /// The seed of the search for groups.
  public var seed: UInt64

  /// Creates options.
  public init(
    audience: Audience, attribute: AttributeName = "Sector", size: Measure? = nil,
    palette: Palette = .standard, seed: UInt64 = 1
  ) {
    self.audience = audience
    self.attribute = attribute
    self.size = size
    self.palette = palette
    self.seed = seed
  }
}

extension MapDiagram {
  /// The view of a map, ready for a page.
  ///
  /// - Parameters:
  ///   - map: The whole map: the picture keeps to the audience by itself.
  ///   - network: The network to draw.
  ///   - silos: The groups of its named part (`Network.named(in:for:)`), where they are known
  ///     already.
  ///   - options: How it is drawn.
  public func diagram(
    of map: SystemMap, network: Network, silos: Silos? = nil, options: DiagramOptions
  ) -> Diagram {
    // Groups of unnamed elements could be called by what their rows say of them.
    let map = map.shared(with: options.audience)
    // Counts of groups would tell how many unnamed elements they hold.
    let figures = network.named(in: map, for: options.audience)
    switch self {
    case .system:
      let sizes = options.size.flatMap { Self.sizes(by: $0, of: network, in: map) }
      return SystemPicture(
        map: map, network: network, title: title(of: network), audience: options.audience,
        by: options.attribute, sizes: sizes,
        sizeMeaning: sizes == nil ? nil : options.size?.title.lowercased(),
        palette: options.palette
      ).diagram()
    case .silos:
      let groups =
        silos
        ?? Silos(
          of: figures, in: map, against: options.attribute, audience: options.audience,
          seed: options.seed)
      var diagram = SiloPicture(
        map: map, network: figures, silos: groups, title: title(of: network),
        audience: options.audience,
        by: options.attribute, palette: options.palette
      ).diagram()
      diagram.notes.append(groups.sentence)
      return diagram
    case .sectors:
      return SectorPicture(
        map: map, network: figures, title: title(of: network), audience: options.audience,
        by: options.attribute, palette: options.palette
      ).diagram()
    case .tables:
      return TablePicture(
        map: map, title: title(of: network), audience: options.audience, by: options.attribute,
        palette: options.palette
      ).diagram()
    }
  }

  private static func sizes(
    by measure: Measure, of network: Network, in map: SystemMap
  ) -> NodeMap<Double>? {
    let influence = Influence(of: network, in: map, measures: MeasureSet([measure]))
    return influence.scores.first.map { NodeMap($0.values.map { $0 ?? 0 }) }
  }
}
