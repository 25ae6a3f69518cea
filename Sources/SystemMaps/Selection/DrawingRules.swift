/// How a map asks to be drawn: the settings `Colour by`, `Size by`, `Label by`, `Filter`, `Hide`,
/// `Highlight`, `Focus` and `Focus steps`.
///
/// What somebody asks for on the spot holds instead.
public struct DrawingRules: Hashable, Sendable {
  /// The attribute that colours the elements; `nil` is the sector.
  public var colorBy: AttributeName?
  /// The measure that sizes the labels; `nil` is one size for all.
  public var sizeBy: String?
  /// The attribute that is written instead of the label; the label stays where it is blank.
  public var labelBy: AttributeName?
  /// The elements that are drawn; `nil` draws all.
  public var filter: ElementFilter?
  /// The elements that are not drawn.
  public var hide: ElementFilter?
  /// The elements that get a heavy border.
  public var highlight: ElementFilter?
  /// The element around which is drawn, by its label or ID.
  public var focus: String?
  /// How many steps around the focus are drawn.
  public var focusSteps = 1

  /// Creates rules that ask for nothing.
  public init() {}

  /// Whether an element is drawn.
  public func shows(_ element: Element) -> Bool {
    (filter?.matches(element) ?? true) && !(hide?.matches(element) ?? false)
  }
}

extension DrawingRules {
  /// The rules without conditions that cannot be used on a map: see ``ElementFilter/check(for:)``.
  public func usable(on map: SystemMap) -> DrawingRules {
    func usable(_ condition: ElementFilter?) -> ElementFilter? {
      condition.flatMap { Self.error(of: $0, on: map) == nil ? $0 : nil }
    }
    var rules = self
    rules.filter = usable(filter)
    rules.hide = usable(hide)
    rules.highlight = usable(highlight)
    return rules
  }

  /// What is wrong with conditions that cannot be used on a map.
  public func findings(on map: SystemMap) -> [Finding] {
    [("Filter", filter), ("Hide", hide), ("Highlight", highlight)].compactMap {
      setting, condition in
      guard let error = condition.flatMap({ Self.error(of: $0, on: map) }) else { return nil }
      return Finding(
        .warning, "the setting \(setting), character \(error.offset + 1): \(error.message)",
        expected: "expected \(error.expected); nothing is chosen by it")
    }
  }

  private static func error(of condition: ElementFilter, on map: SystemMap) -> FilterError? {
    do throws(FilterError) {
      try condition.check(for: map)
      return nil
    } catch {
      return error
    }
  }
}
