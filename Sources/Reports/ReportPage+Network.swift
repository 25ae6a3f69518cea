import Graphs
import Insights
import SystemMaps

// The parts of the page that tell of the network: what there is, and who works with whom.
extension ReportPage {
  var glance: Section {
    let graph = report.network.graph
    let sectors = report.silos.silos.sectors
    let tables = report.map.elements.count { $0.type == .table }
    var facts: [(String, String)] = [
      (nodeNoun, String(graph.nodeCount)), ("working ties", String(graph.edgeCount)),
    ]
    if let sectors, sectors.sectors.count > 1 {
      facts.append((plural(of: sectors.attribute), String(sectors.sectors.count)))
    }
    if tables > 0 { facts.append(("tables", String(tables))) }
    let response = report.knowledge.response
    if response.invited > 0 {
      facts.append(("answered, of those invited", "\(response.responded) of \(response.invited)"))
    }
    let cards = facts.map { fact -> HTML in
      "<div><dt>\(fact.0)</dt><dd>\(fact.1)</dd></div>\n"
    }
    var content: HTML = "<dl class=\"glance\">\(cards)</dl>\n"
    if response.isLow {
      content = "\(content)<p class=\"notice\">\(response.sentence)</p>\n"
    }
    if let boundary = report.map.settings.boundary {
      content = "\(content)<p>On this map: \(boundary).</p>\n"
    }
    return Section(id: "glance", title: "At a glance", content: content)
  }

  var system: Section {
    let graph = report.network.graph.undirected
    let attribute = sectorAttribute
    let rows = report.network.elements.indices.filter {
      report.isNamed(report.network.elements[$0])
    }.map { place -> [String] in
      let id = report.network.elements[place]
      let node = NodeID(place)
      let contacts = graph.neighbors(of: node).map {
        report.network.element(of: $0)
      }
      let names = contacts.filter(report.isNamed).map(report.label(of:))
      let unnamed = contacts.count - names.count
      return [
        report.label(of: id), report.map[id]?.value(of: attribute) ?? "not reported",
        (names + (unnamed > 0 ? [report.map.wordsForUnnamed(unnamed)] : [])).joined(
          separator: ", "),
      ]
    }
    let table = HTML.table(
      caption: "Everyone on the map, in the order of the map",
      columns: [.text("Name"), .text(attribute.text), .text("Works with, as reported")],
      rows: Array(rows.prefix(Self.longestTable)))
    let cut =
      rows.count > Self.longestTable
      ? HTML.paragraph("The first \(Self.longestTable) of \(rows.count); all are in measures.csv.")
      : .empty
    return Section(
      id: "system", title: "Who works with whom",
      content:
        "\(figure("system"))\(figure("ladder"))\(HTML.details("The picture as a table", "\(table)\(cut)"))"
    )
  }

  /// More rows than this nobody reads on a page.
  static let longestTable = 500

  var sectorAttribute: AttributeName { report.map.sectorAttribute }

  private var nodeNoun: String {
    report.network.types.count == 1 ? "\(report.network.types[0])s" : "elements"
  }

  func plural(of attribute: AttributeName) -> String {
    attribute == "Sector" ? "sectors" : attribute == "Type" ? "types" : "groups by \(attribute)"
  }
}
