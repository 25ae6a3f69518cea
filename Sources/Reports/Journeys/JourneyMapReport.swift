public import Diagrams
public import Insights
public import SystemMaps

/// A report on the journeys of a map: one family's, where it may be shown, and many together.
///
///     let report = try JourneyMapReport(of: map, case: "H-07", for: .team)
///     try OutputFile.write(report.edition().files, into: "h07-report")
public struct JourneyMapReport: Sendable {
  /// The map with all names, of the day.
  let map: SystemMap
  /// Who will read it.
  public let audience: Audience
  /// The family's case, if one is told of.
  public let shared: SharedCase?
  /// What the families' journeys show together, if there are several.
  public let families: Journeys?

  /// Makes the report.
  ///
  /// - Parameters:
  ///   - map: The map with all names, and the steps of the case that is told of.
  ///   - log: The cases that are counted together, if they are not the map's own.
  ///   - name: The case; without it the only one, and of several only what they show together.
  ///   - earlier: The map of days before, to stand beside it.
  ///   - audience: Who will read it.
  /// - Throws: `MapErrors` if the map has no journeys, or a case was named that is not there or
  ///   may not be shown.
  public init(
    of map: SystemMap, following log: EventLog? = nil, case name: String? = nil,
    beside earlier: [SystemMap] = [], for audience: Audience
  ) throws(MapErrors) {
    self.map = map
    self.audience = audience
    let cases = log?.cases.count ?? map.journeyCases.count
    if name != nil || cases <= 1 {
      shared = try SharedCase(named: name, in: map, beside: earlier, for: audience)
    } else {
      shared = nil
    }
    families = cases > 1 ? Journeys(of: log ?? map.eventLog, in: map, for: audience) : nil
  }

  static let style: HTML = """
    \(ReportPage.style)
    \(HTML(trusted: String(decoding: PackageResources.journeys_css, as: UTF8.self)))
    """

  /// Makes the files of the report, `index.html` first.
  ///
  /// A picture that cannot be drawn becomes a finding, and a note on the page.
  ///
  /// - Parameters:
  ///   - formats: What to write; `nil` is everything.
  ///   - page: The page of the pictures. A journey's words need more room than a slide has: beside
  ///     a slide its picture is drawn on a3.
  ///   - progress: Is told of each picture.
  public func edition(
    formats: Set<MapReport.Format>? = nil, page: Page = .slide,
    progress: MapReport.Progress = { _, _, _ in }
  ) -> MapReport.Edition {
    let formats = formats ?? MapReport.Format.usual(for: .full)
    var pictures = JourneyPictureFiles(formats: formats)
    let diagrams = diagrams
    for (place, (view, diagram)) in diagrams.enumerated() {
      pictures.add(view.rawValue, diagram, on: page, caption: view.caption)
      progress(view.rawValue, place + 1, diagrams.count)
    }
    var files = pictures.files
    files += familyPages
    if formats.contains(.html) {
      let page = JourneyMapPage(
        report: self, figures: pictures.figures, fileNames: files.map(\.name))
      files.insert(OutputFile(name: "index.html", text: page.markup), at: 0)
    }
    return MapReport.Edition(
      files: files, advice: pictures.advice, findings: pictures.findings)
  }

  private var diagrams: [(JourneyDiagram, Diagram)] {
    var diagrams: [(JourneyDiagram, Diagram)] = []
    if let shared {
      for view in JourneyDiagram.allCases {
        if view == .careTeam, shared.journey.careTeam.size < 2 { continue }
        if let diagram = view.diagram(of: shared) { diagrams.append((view, diagram)) }
      }
    }
    if let families {
      diagrams.append((.flow, FlowPicture(of: families, in: map).diagram()))
    }
    return diagrams
  }

  /// The pages for the family, where its consent holds.
  private var familyPages: [OutputFile] {
    guard let shared else { return [] }
    return FamilyLanguage.allCases.flatMap { language -> [OutputFile] in
      guard let page = try? FamilyPage(of: shared, in: language) else { return [] }
      let name = "family-\(language.rawValue)"
      return [
        OutputFile(name: "\(name).html", text: page.html),
        OutputFile(name: "\(name).md", text: page.markdown),
      ]
    }
  }
}

/// The pictures of a report as files, and as figures of its page.
private struct JourneyPictureFiles {
  let formats: Set<MapReport.Format>
  private(set) var files: [OutputFile] = []
  private(set) var figures: [ReportFigure] = []
  private(set) var advice: [String] = []
  private(set) var findings: [Finding] = []

  init(formats: Set<MapReport.Format>) { self.formats = formats }

  /// Pixels to an inch of the pictures: 1,600 across a slide.
  private static let dotsPerInch = 120.0

  mutating func add(_ name: String, _ diagram: Diagram, on page: Page, caption: String) {
    do throws(GraphvizError) {
      var drawing = try diagram.drawn(on: page)
      if page.reading == .projected, !drawing.notes.isEmpty || drawing.advice != nil {
        // What a slide shows in short stands beside the whole.
        add(try render(drawing, as: "\(name)-slide", for: formats.subtracting([.svg])).files)
        drawing = try diagram.drawn(on: .a3)
      }
      let rendered = try render(drawing, as: name, for: formats)
      add(rendered.files)
      figures.append(
        ReportFigure(view: name, svg: rendered.svg, caption: caption, notes: drawing.notes))
      if let words = drawing.advice { advice.append("\(name): \(words)") }
    } catch {
      figures.append(.undrawn(name, because: error))
      findings.append(Finding(of: name, notDrawn: error))
    }
  }

  private mutating func add(_ more: [OutputFile]) { files += more }

  private func render(
    _ drawing: Drawing, as name: String, for formats: Set<MapReport.Format>
  ) throws(GraphvizError) -> (files: [OutputFile], svg: String) {
    let wanted = DrawingFormat.allCases.filter { format in
      format == .svg || formats.contains { $0.rawValue == format.rawValue }
    }
    let rendered = try drawing.rendered(
      as: wanted, identifier: "\(name)-picture", dotsPerInch: Self.dotsPerInch)
    var files: [OutputFile] = []
    var svg = ""
    for (format, bytes) in zip(wanted, rendered) {
      if format == .svg { svg = String(decoding: bytes, as: UTF8.self) }
      if formats.contains(where: { $0.rawValue == format.rawValue }) {
        files.append(OutputFile(name: "\(name).\(format.rawValue)", bytes: bytes))
      }
    }
    if formats.contains(.dot) {
      files.append(OutputFile(name: "\(name).dot", text: drawing.dot))
    }
    return (files, svg)
  }
}
