public import Diagrams
import Foundation
import Graphs
import Insights
import Synchronization
public import SystemMaps

extension MapReport {
  /// A file format of a report.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// One page with everything, diagrams inline.
    case html
    /// Diagrams for a web page.
    case svg
    /// Diagrams for a printer.
    case pdf
    /// Diagrams for a slide or letter.
    case png
    /// Diagrams in Graphviz's language.
    case dot
    /// Every result for a program.
    case json
    /// The measures of elements for a spreadsheet.
    case csv

    /// What a report holds if nobody says otherwise: at a kickoff nobody is ranked, so the files
    /// of figures are left out.
    public static func usual(for purpose: Purpose) -> Set<Format> {
      let all = Set(allCases)
      return purpose == .kickoff ? all.subtracting([.json, .csv]) : all
    }
  }

  /// What a report is once it is made.
  public struct Edition: Sendable {
    /// The files, `index.html` first.
    public let files: [OutputFile]
    /// What whoever makes the report should know about its pictures.
    public let advice: [String]
    /// The pictures that could not be drawn.
    public let findings: [Finding]
  }

  /// Is told of each picture that is settled: its name, and how many are settled of how many.
  ///
  /// Pictures are drawn at once, so it is called from several threads.
  public typealias Progress = @Sendable (_ view: String, _ settled: Int, _ of: Int) -> Void

  /// Makes the files of the report.
  ///
  /// A diagram that cannot be drawn becomes a finding, on the page and in `measures.json`, and a
  /// note in its place; the rest of the report is there.
  ///
  /// - Parameters:
  ///   - formats: What to write; `nil` is what is usual for the purpose.
  ///   - page: The page of the diagrams; a view whose labels could not be read on it takes a3.
  ///   - progress: Is told of each picture.
  public func edition(
    formats: Set<Format>? = nil, page: Page = .slide, progress: Progress = { _, _, _ in }
  ) -> Edition {
    let formats = formats ?? Format.usual(for: purpose)
    var files: [OutputFile] = []
    var advice: [String] = []
    var figures: [ReportFigure] = []
    var undrawn: [Finding] = []
    for (view, drawn) in zip(views, draw(views, on: page, formats: formats, progress: progress)) {
      switch drawn {
      case .success(let drawn):
        files += drawn.files
        figures.append(drawn.figure)
        if let words = drawn.advice { advice.append("\(view.rawValue): \(words)") }
      case .failure(let error):
        figures.append(.undrawn(view.rawValue, because: error))
        undrawn.append(Finding(of: view.rawValue, notDrawn: error))
      }
    }
    var report = self
    report.findings += undrawn
    report.measures.findings += undrawn
    if formats.contains(.json) {
      files += [
        OutputFile(name: "measures.json", text: report.measures.json.text),
        OutputFile(name: "silos.json", text: silos.json.text),
        OutputFile(name: "inclusion.json", text: inclusion.json.text),
        OutputFile(name: "conditions.json", text: conditions.json.text),
      ]
    }
    if formats.contains(.csv) {
      files.append(OutputFile(name: "measures.csv", text: measures.csv))
    }
    if formats.contains(.html) {
      if let cards = IntroductionCards(of: self) {
        files.append(OutputFile(name: IntroductionCards.fileName, text: cards.markup))
      }
      let page = ReportPage(report: report, figures: figures, fileNames: files.map(\.name))
      files.insert(OutputFile(name: "index.html", text: page.markup), at: 0)
    }
    return Edition(files: files, advice: advice, findings: undrawn)
  }

  /// The views that this map has something to show in.
  private var views: [MapDiagram] {
    var views: [MapDiagram] = [.system]
    if network.graph.edgeCount > 0 { views.append(.silos) }
    if let sectors = silos.silos.sectors, sectors.sectors.count > 1 { views.append(.sectors) }
    if silos.silos.groups.count > 1 { views.append(.bridges) }
    if network.ties.contains(where: { $0.level != nil }) { views.append(.ladder) }
    if knowledge.response.responded > 0 { views.append(.missing) }
    let seated = Set(map.seats.filter(\.role.countsAsSeat).map(\.table))
    if !seated.isEmpty { views.append(.tables) }
    if seated.count > 1 { views.append(.overlap) }
    if purpose == .full, inclusion.inclusion.comparisons.contains(where: \.isDefault) {
      views.append(.seats)
    }
    return views
  }

  /// Below this size, in points, a label on a slide cannot be read from a few rows away.
  private static let smallestProjected = 10.0

  /// Pixels to an inch of the diagrams of a report: 1,600 across a slide.
  private static let dotsPerInch = 120.0

  /// A view that is drawn, and its files.
  private struct DrawnView: Sendable {
    var files: [OutputFile]
    var figure: ReportFigure
    var advice: String?
  }

  /// Draws several views at once, each for itself.
  private func draw(
    _ views: [MapDiagram], on page: Page, formats: Set<Format>, progress: Progress
  ) -> [Result<DrawnView, GraphvizError>] {
    let host = Graphviz.host
    let drawn = Mutex<[Int: Result<DrawnView, GraphvizError>]>([:])
    DispatchQueue.concurrentPerform(iterations: views.count) { place in
      let result = Graphviz.$host.withValue(host) { () -> Result<DrawnView, GraphvizError> in
        do throws(GraphvizError) {
          return .success(try draw(views[place], on: page, formats: formats))
        } catch {
          return .failure(error)
        }
      }
      let count = drawn.withLock { drawn in
        drawn[place] = result
        return drawn.count
      }
      progress(views[place].rawValue, count, views.count)
    }
    return drawn.withLock { drawn in views.indices.compactMap { drawn[$0] } }
  }

  private func draw(
    _ view: MapDiagram, on page: Page, formats: Set<Format>
  ) throws(GraphvizError) -> DrawnView {
    let options = DiagramOptions(following: map, audience: audience, seed: seed)
    var diagram = view.diagram(
      of: map, network: pictured, silos: silos.silos, inclusion: inclusion.inclusion,
      options: options)
    // A reader can enlarge a page, or turn to the larger one.
    diagram.keepsAll = true
    let kept = map.positions(of: view.rawValue, else: MapDiagram.system.rawValue)
    let drawing = try drawing(of: diagram, on: page, keeping: kept)
    // The page always shows the picture; the files are those that were asked for.
    let wanted = DrawingFormat.allCases.filter { format in
      format == .svg || formats.contains { $0.rawValue == format.rawValue }
    }
    let rendered = try drawing.rendered(
      as: wanted, identifier: "\(view.rawValue)-diagram", dotsPerInch: Self.dotsPerInch)
    var files: [OutputFile] = []
    var svg = ""
    for (format, bytes) in zip(wanted, rendered) {
      if format == .svg { svg = String(decoding: bytes, as: UTF8.self) }
      if formats.contains(where: { $0.rawValue == format.rawValue }) {
        files.append(OutputFile(name: "\(view.rawValue).\(format.rawValue)", bytes: bytes))
      }
    }
    if formats.contains(.dot) {
      files.append(OutputFile(name: "\(view.rawValue).dot", text: drawing.dot))
    }
    let figure = ReportFigure(
      view: view.rawValue, svg: svg, caption: view.caption,
      notes: drawing.notes.filter { $0 != silos.silos.sentence })
    return DrawnView(files: files, figure: figure, advice: drawing.advice)
  }

  /// A diagram on a page, or where a slide would not hold it, or only in letters too small, on one
  /// that is larger: the page of a report can be scrolled.
  private func drawing(
    of diagram: Diagram, on page: Page, keeping kept: [KeptPosition]
  ) throws(GraphvizError) -> Drawing {
    guard page.reading == .projected else { return try diagram.drawn(on: page, keeping: kept) }
    do throws(GraphvizError) {
      let drawing = try diagram.drawn(on: page, keeping: kept)
      if drawing.labelSize >= Self.smallestProjected { return drawing }
    } catch {
      guard error.reason == .size else { throw error }
    }
    return try diagram.drawn(on: .a3, keeping: kept)
  }
}

extension Finding {
  /// A picture that could not be drawn, because its worker hung, crashed, or would not.
  init(of picture: String, notDrawn error: GraphvizError) {
    self.init(
      .warning, "the picture \(picture) could not be drawn: \(error)",
      expected: "everything else in the report is complete")
  }
}

extension ReportFigure {
  /// What stands in the place of a picture that could not be drawn.
  static func undrawn(_ view: String, because error: GraphvizError) -> ReportFigure {
    ReportFigure(
      view: view, svg: "", caption: "This diagram could not be drawn.", notes: ["\(error)"])
  }
}
