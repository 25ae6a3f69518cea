public import Diagrams
public import Insights
public import SystemMaps

/// How a network is drawn: whose eyes it is for, and what colour and size say.
public struct DiagramOptions: Sendable {
  /// Who may see the picture.
  public var audience: Audience
  /// What colours the elements.
  public var attribute: AttributeName
  /// The measure that sizes the labels; all are of one size if `nil`.
  public var size: Measure?
  /// Which elements are drawn, which are highlighted, and what is written on them.
  public var rules = DrawingRules()
  /// The element in the middle of `ego`, or the one table of `seats`.
  public var focus: ElementID?
  /// How many steps around the focus are drawn.
  public var steps = 1
  /// The earlier map of `difference`.
  public var before: SystemMap?
  /// Which part of the maps is the network, for views that make one themselves.
  public var scope = NetworkScope()
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

extension DiagramOptions {
  /// Creates the options that a map's own settings ask for.
  ///
  /// A setting that cannot be used, as a measure that does not exist or a condition on an attribute
  /// that no element has, asks for nothing; `DrawingRules.findings(on:)` says so.
  public init(following map: SystemMap, audience: Audience, seed: UInt64 = 1) {
    let rules = map.settings.drawing.usable(on: map)
    self.init(
      audience: audience, attribute: rules.colorBy ?? map.sectorAttribute,
      size: rules.sizeBy.flatMap { Measure(named: $0) }, seed: seed)
    if size?.subject != .element { size = nil }
    self.rules = rules
    steps = rules.focusSteps
    if let name = rules.focus, case .found(let id) = map.element(named: name) { focus = id }
  }
}
