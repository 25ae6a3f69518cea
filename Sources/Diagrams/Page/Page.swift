/// The paper or screen that a diagram is made for, in points of 1/72 inch.
public struct Page: Hashable, Sendable {
  /// How a page is read, which says how small its text may be.
  public enum Reading: Hashable, Sendable {
    /// On a wall, from the back of a room.
    case projected
    /// In the hand or on a screen.
    case held
    /// On a wall, from two steps away.
    case poster
  }

  /// What the page is called on the command line.
  public var name: String
  /// The width in points.
  public var width: Double
  /// The height in points.
  public var height: Double
  /// How the page is read.
  public var reading: Reading
  /// Whether width and height are grown or shrunk to what the drawing needs.
  public var fitsContent: Bool

  /// Creates a page; sides are kept between 100 and 14,400 points.
  public init(
    name: String, width: Double, height: Double, reading: Reading = .held,
    fitsContent: Bool = false
  ) {
    self.name = name
    self.width = width.isFinite ? min(max(width, 100), 14_400) : 842
    self.height = height.isFinite ? min(max(height, 100), 14_400) : 595
    self.reading = reading
    self.fitsContent = fitsContent
  }

  /// A slide of 16 to 9.
  public static let slide = Page(name: "slide", width: 960, height: 540, reading: .projected)
  /// A4, landscape.
  public static let a4 = Page(name: "a4", width: 842, height: 595)
  /// US Letter, landscape.
  public static let letter = Page(name: "letter", width: 792, height: 612)
  /// A3, landscape.
  public static let a3 = Page(name: "a3", width: 1191, height: 842)
  /// A0, landscape, for a wall.
  public static let a0 = Page(name: "a0", width: 3370, height: 2384, reading: .poster)
  /// As large as the drawing needs at a comfortable size of text.
  public static let fit = Page(name: "fit", width: 842, height: 595, fitsContent: true)

  /// All pages that have a name.
  public static let all = [slide, a4, letter, a3, a0, fit]

  /// Creates the page of a name, in any letter case, or `nil`.
  public init?(name: String) {
    guard let page = Page.all.first(where: { $0.name == name.lowercased() }) else { return nil }
    self = page
  }

  /// The same page standing upright.
  public var portrait: Page {
    var page = self
    (page.width, page.height) = (min(width, height), max(width, height))
    return page
  }

  /// The smallest text that can be read on this page, in points.
  public var smallestReadable: Double {
    switch reading {
    case .projected: 14
    case .held: 7
    case .poster: 18
    }
  }
}

/// The sizes of text and space on one page, in points.
struct Typography: Hashable, Sendable {
  var title: Double
  var facts: Double
  var legend: Double
  var small: Double
  /// The largest and smallest sizes of labels that are tried.
  var largestLabel: Double
  var smallestLabel: Double
  var margin: Double
  /// How much room is left around title and legend: a slide has none to spare.
  var air: Double
  /// Below this no text is drawn that could be larger.
  private let readable: Double

  init(page: Page) {
    switch page.reading {
    case .projected:
      (title, facts, legend, small, largestLabel) = (24, 14, 14, 14, 20)
    case .held:
      let factor = max(1, (min(page.width, page.height) / 595).squareRoot())
      (title, facts, legend, small, largestLabel) = (
        17 * factor, 10 * factor, 9 * factor, 8 * factor, 13 * factor
      )
    case .poster:
      let factor = min(page.width, page.height) / 2384
      (title, facts, legend, small, largestLabel) = (
        76 * factor, 36 * factor, 34 * factor, 26 * factor, 48 * factor
      )
    }
    air = page.reading == .projected ? 0.5 : 0.8
    smallestLabel = 4
    readable = page.smallestReadable
    margin = (page.width * page.height).squareRoot() * (page.reading == .held ? 0.028 : 0.032)
  }

  /// The size of a mark beside text of a size: a little smaller where it can still be read.
  func mark(beside size: Double) -> Double { max(size * 0.82, min(size, readable)) }
}
