public import SystemMaps

/// A file format of a drawing.
public enum DrawingFormat: String, CaseIterable, Hashable, Sendable {
  /// Scalable Vector Graphics, for a web page.
  case svg
  /// For a printer; the text can be searched.
  case pdf
  /// Pixels, for a slide or a letter.
  case png
}

/// A diagram on its page, every place settled.
public struct Drawing: Hashable, Sendable {
  /// The drawing in Graphviz's language: for `neato -n2`.
  public let dot: String
  /// The page; for ``Page/fit`` as large as it has become.
  public let page: Page
  /// The size of the smallest labels in points, 0 where there are none.
  public let labelSize: Double
  /// The title.
  public let title: String
  /// The picture in words.
  public let summary: String
  /// What the reader of a report should know about the picture.
  public let notes: [String]
  /// What whoever makes the picture should do, because some of its text is too small for the page;
  /// `nil` if none is.
  public let advice: String?
  /// Where everything lies.
  let sheet: Sheet
  /// What the lines between boxes cost, in crossings.
  let tangle: Double

  /// Returns the drawing in one format.
  public func rendered(
    as format: DrawingFormat, identifier: String = "diagram", dotsPerInch: Double = 150
  ) throws(GraphvizError) -> [UInt8] {
    try rendered(as: [format], identifier: identifier, dotsPerInch: dotsPerInch).first ?? []
  }

  /// Returns the drawing in several formats, in their order, from one layout.
  ///
  /// - Parameters:
  ///   - formats: The formats.
  ///   - identifier: What the ids in an SVG begin with, so that several can stand in one web page.
  ///   - dotsPerInch: The pixels to an inch of a PNG, from 36 to 600, and not more than
  ///     ``Page/mostDotsPerInch``. The file records them.
  public func rendered(
    as formats: [DrawingFormat], identifier: String = "diagram", dotsPerInch: Double = 150
  ) throws(GraphvizError) -> [[UInt8]] {
    let wanted = dotsPerInch.isFinite ? min(max(dotsPerInch, 36), 600) : 150
    let dots = min(wanted, page.mostDotsPerInch)
    let targets = formats.map { format in
      Graphviz.Target(
        format.rawValue,
        dotsPerInch: format == .png ? dots : 0)
    }
    let drawings = try Graphviz.render(
      text: dot, engine: Graphviz.Engine.asGiven.rawValue, as: targets)
    return zip(formats, drawings).map { format, bytes in
      switch format {
      case .svg:
        SVGText(identifier: identifier, title: title, summary: summary, parts: sheet.parts)
          .rewritten(bytes)
      case .pdf: PDFDate.fixed(in: bytes)
      case .png: PNGResolution.recorded(dots, in: bytes)
      }
    }
  }
}

extension Page {
  /// The most pixels to an inch that a PNG of this page can have: 20 million in all, and no side
  /// longer than cairo can draw.
  public var mostDotsPerInch: Double {
    let squareInches = width * height / 5_184
    return min((20_000_000 / squareInches).squareRoot(), 32_000 / (max(width, height) / 72))
  }
}

extension Diagram {
  /// Puts the diagram on a page, with the largest text that fits.
  ///
  /// Where its labels would be too small to read, a table loses its last rows and a box some of its
  /// names; of other pictures a simpler one of the same map takes the place, and a note says so.
  /// A picture that sets ``keepsAll``, or whose places are kept, becomes simpler only with more than
  /// 300 labels. What can neither be cut nor made simpler is drawn small, and ``Drawing/advice`` says
  /// so.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - positions: Where elements stood in an earlier drawing. In a network those that are still
  ///     there stay, and others find a place among them; if more than half are new, or the page has
  ///     too little room, all are placed anew.
  public func drawn(
    on page: Page, keeping positions: [KeptPosition] = []
  ) throws(GraphvizError) -> Drawing {
    let texts = Composition.texts(of: self)
    let measure = try TextMeasure(words: texts.regular, bold: texts.bold)
    // A network whose places somebody keeps stays what it is when a label is added.
    let isMany = labelCount > Self.manyLabels
    let yields = isMany || !keepsAll && (positions.isEmpty || !content.isNetwork)
    // There is no need then to place small labels, which takes long.
    let least =
      yields && !simpler.isEmpty && (isMany || content.isNetwork) ? page.smallestReadable : 0
    let drawing =
      page.fitsContent
      ? try fitted(page, keeping: positions, measure: measure)
      : try composed(page, keeping: positions, measure: measure, smallestLabel: least)
    let isReadable = drawing.map { $0.labelSize >= page.smallestReadable - 0.05 } ?? false
    if !isReadable, !keepsAll, simpler.isEmpty || !isMany,
      let shorter = try shortened(on: page, measure: measure)
    {
      return shorter
    }
    if !isReadable, let instead = simpler.first, yields || drawing == nil {
      var instead = instead
      instead.notes.append(
        "\(labelCount) labels cannot be read on \(page.name): \(simplerWords) instead. "
          + "To see them all, \(page.roomier), or choose some with a focus or a filter.")
      return try instead.drawn(on: page)
    }
    guard let drawing else {
      throw GraphvizError(
        reason: .size,
        message: "\(labelCount) labels do not fit on \(page.name); choose a larger page, or fit")
    }
    return drawing
  }

  /// How many labels the picture has, besides title and legend.
  var labelCount: Int {
    switch content {
    case .network(let content): content.chips.count
    case .boxes(let content): content.bands.flatMap(\.boxes).reduce(0) { $0 + $1.chips.count }
    case .matrix(let content): content.heads.count
    case .plane(let content): content.chips.count
    case .gauges(let content): content.rows.count
    case .lanes(let content): content.steps.count
    case .rings(let content): content.panels.reduce(0) { $0 + $1.chips.count }
    }
  }

  func composed(
    _ page: Page, keeping positions: [KeptPosition] = [], measure: TextMeasure,
    smallestLabel: Double = 0
  ) throws(GraphvizError) -> Drawing? {
    var plan: [Point]?
    return try composed(
      page, keeping: positions, measure: measure, smallestLabel: smallestLabel, plan: &plan)
  }

  /// - Parameter plan: Where the elements of a network lie, in shares of a page of these proportions:
  ///   it takes long to find and serves pages of every size.
  private func composed(
    _ page: Page, keeping positions: [KeptPosition], measure: TextMeasure, smallestLabel: Double,
    plan: inout [Point]?
  ) throws(GraphvizError) -> Drawing? {
    var composition = Composition(self, page: page, measure: measure)
    composition.plan = plan
    defer { plan = composition.plan }
    composition.keep(positions)
    composition.typography.smallestLabel = max(
      composition.typography.smallestLabel, smallestLabel)
    let room = composition.frame()
    let fits =
      switch content {
      case .network(let content): try composition.arrange(content, in: room)
      case .boxes(let content): composition.arrange(content, in: room)
      case .matrix(let content): composition.arrange(content, in: room)
      case .plane(let content): composition.arrange(content, in: room)
      case .gauges(let content): composition.arrange(content, in: room)
      case .lanes(let content): composition.arrange(content, in: room)
      case .rings(let content): composition.arrange(content, in: room)
      }
    guard fits else { return nil }
    composition.sheet = composition.sheet.repainted(on: ground)
    let smallest = composition.fontSize * smallestScale
    // Notes and numbers beside the labels may be smaller than they.
    let least = min(smallest, composition.sheet.smallestText ?? smallest)
    var advice: String?
    if labelCount > 0 && least < page.smallestReadable - 0.05 {
      advice = Self.advice(smallestText: least, page: page)
    }
    return Drawing(
      dot: composition.sheet.dot.text, page: page, labelSize: labelCount == 0 ? 0 : smallest,
      title: title, summary: summary, notes: notes, advice: advice,
      sheet: composition.sheet, tangle: composition.tangle)
  }

  /// The size of the smallest chip's text against the others'.
  private var smallestScale: Double {
    guard case .network(let content) = content else { return 1 }
    return content.chips.map(\.scale).min() ?? 1
  }

  /// The size of text from which on it is comfortable to read.
  private static let comfortable = 10.0

  /// Tries larger and larger pages until the labels have a comfortable size.
  private func fitted(
    _ page: Page, keeping positions: [KeptPosition], measure: TextMeasure
  ) throws(GraphvizError) -> Drawing? {
    var page = page
    let aspect = page.width / page.height
    var plan: [Point]?
    for _ in 0..<24 {
      if let drawing = try composed(
        page, keeping: positions, measure: measure, smallestLabel: Self.comfortable, plan: &plan),
        drawing.labelSize >= Self.comfortable || labelCount == 0
      {
        return drawing
      }
      page.width *= 1.18
      page.height = page.width / aspect
      guard page.width <= 14_400 else { return nil }
    }
    return nil
  }

  private static func advice(smallestText: Double, page: Page) -> String {
    let tenths = Int((smallestText * 10).rounded(.down))
    let size = "\(tenths / 10).\(tenths % 10)"
    let least = Int(page.smallestReadable)
    let remedy =
      switch page.reading {
      case .projected: "print it on a3 or a4, or show the groups only"
      case .held: "choose a larger page (a3, a0, fit), or show the groups only"
      case .poster: "show the groups only, or fewer elements"
      }
    return "The smallest text is \(size) points high, and \(page.name) needs \(least) or more: "
      + "\(remedy)."
  }
}
