/// Where an element stood in a drawing, so that the next drawing leaves it there.
public struct KeptPosition: Hashable, Sendable {
  /// The view, as the command line calls it.
  public var view: String
  /// The element.
  public var element: ElementID
  /// From the left edge of the page, in points.
  public var x: Double
  /// From the upper edge of the page, in points.
  public var y: Double
  /// The width of the page in points; `nil` for the page that is drawn next.
  public var pageWidth: Double?
  /// The height of the page in points; `nil` for the page that is drawn next.
  public var pageHeight: Double?

  /// Creates a position.
  public init(
    view: String, element: ElementID, x: Double, y: Double, pageWidth: Double? = nil,
    pageHeight: Double? = nil
  ) {
    self.view = view
    self.element = element
    self.x = x
    self.y = y
    self.pageWidth = pageWidth
    self.pageHeight = pageHeight
  }
}

extension SystemMap {
  /// The kept positions of a view; where it has none, those of another.
  public func positions(of view: String, else other: String) -> [KeptPosition] {
    let own = positions.filter { $0.view == view }
    return own.isEmpty ? positions.filter { $0.view == other } : own
  }
}
