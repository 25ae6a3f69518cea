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
