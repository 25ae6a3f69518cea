import Graphs
import Insights
import SystemMaps

// The parts of the page that tell of ties: what there is, who joins it, who could meet.
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

  var bridges: Section? {
    let bridging = report.bridges.bridging.filter { report.isNamed($0.element) }
    guard !bridging.isEmpty else { return nil }
    let top = bridging.prefix(12)
    var content: HTML
    if report.purpose == .kickoff {
      // Nobody is ranked in front of fifty leaders: names in alphabetical order, no figures.
      let rows = top.map { bridge -> [String] in
        [report.label(of: bridge.element), joins(bridge)]
      }.sorted { $0[0].lowercased() < $1[0].lowercased() }
      content = HTML.table(
        caption:
          "\(top.count) of \(bridging.count) through which others are joined, in alphabetical order",
        columns: [.text("Name"), .text("Joins")], rows: rows)
    } else {
      content = HTML.table(
        caption: "The \(top.count) with the most shortest paths running through them",
        columns: [
          .text("Name"), .text("Joins"), .figure("Share of paths"), .text("Holds parts together"),
        ],
        rows: top.map {
          [
            report.label(of: $0.element), joins($0), FigureText.percent($0.share),
            $0.isArticulationPoint ? "yes" : "",
          ]
        })
    }
    content = """
      <p>These are strengths of the system: through them, others are a step apart who would \
      otherwise not be joined.</p>
      \(figure("bridges"))\(content)
      """
    if let backbone = report.bridges.backbone {
      content = "\(content)<h3>What rests on the backbone</h3>\n\(dependence(backbone))"
    }
    return Section(id: "bridges", title: "Bridging organizations", content: content)
  }

  private func joins(_ bridge: Bridges.Bridging) -> String {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    var parts: [String] = []
    if let ties = bridge.tiesToOtherSectors, let others = bridge.otherSectors, ties > 0 {
      let sectors = count(others, "other sector")
      // Numbers of ties beside names are a ranking, which a kickoff does not show.
      parts.append(report.purpose == .kickoff ? sectors : "\(count(ties, "tie")) to \(sectors)")
    }
    if let others = bridge.otherSilos, others > 0 { parts.append(count(others, "other silo")) }
    return parts.joined(separator: "; ")
  }

  private func dependence(_ dependence: Dependence) -> HTML {
    let sentence = HTML.paragraph(dependence.sentence(in: report.map))
    guard !dependence.tables.isEmpty else { return sentence }
    let table = HTML.table(
      caption: "Tables joined to others only through it",
      columns: [.text("Table"), .text("Its organizations")],
      rows: dependence.tables.map { table in
        [
          report.label(of: table.table),
          table.organizations.filter(report.isNamed).map(report.label(of:)).joined(
            separator: ", "),
        ]
      })
    return "\(sentence)\(table)"
  }

  var silos: Section? {
    let silos = report.silos.silos
    guard report.network.graph.edgeCount > 0 else { return nil }
    let sentence = report.purpose == .kickoff ? silos.plainSentence : silos.sentence
    var content: HTML = "<p>\(sentence)</p>\n\(figure("silos"))"
    let groups = HTML.table(
      caption: "Groups that the ties show",
      columns: [
        .figure("Group"), .figure("Members"), .figure("Ties within"), .figure("Ties across"),
        .text("Who"),
      ],
      rows: silos.groups.map { group in
        let names = group.members.filter(report.isNamed).map(report.label(of:))
        let unnamed = group.members.count - names.count
        return [
          String(group.number), figure(report.silos.count(of: group.members)),
          String(group.tiesWithin),
          String(group.tiesAcross),
          (names.prefix(60)
            + (names.count > 60 ? ["and \(names.count - 60) more"] : [])
            + (unnamed > 0 ? [report.map.wordsForUnnamed(unnamed)] : [])).joined(separator: ", "),
        ]
      })
    content = "\(content)\(HTML.details("The groups as a table", groups))"
    if let sectors = silos.sectors, sectors.sectors.count > 1, report.purpose == .full {
      content = """
        \(content)<h3>Beside the declared \(plural(of: sectors.attribute))</h3>
        <p>\(sectors.sentence)</p>
        \(figure("sectors"))\(mixing(sectors))
        """
    }
    return Section(id: "silos", title: "Groups that the ties show", content: content)
  }

  private func figure(_ count: Int?) -> String { count.map(String.init) ?? "–" }

  private func mixing(_ sectors: SectorComparison) -> HTML {
    let own = HTML.table(
      caption: "Ties of each \(sectors.attribute.text.lowercased())",
      columns: [
        .text(sectors.attribute.text), .figure("Members"), .figure("Ties within"),
        .figure("Ties across"), .figure("E-I index"),
      ],
      rows: sectors.sectors.map {
        [
          $0.name, figure(report.silos.count(of: $0, by: sectors.attribute)),
          String($0.tiesWithin), String($0.tiesAcross),
          FigureText.short($0.externalInternalIndex),
        ]
      })
    let between = HTML.table(
      caption: "Ties between \(plural(of: sectors.attribute)), each tie once",
      columns: [.text("")] + sectors.sectors.map { .figure($0.name) },
      rows: zip(sectors.sectors, sectors.tiesBetween).map { sector, counts in
        [sector.name] + counts.map(String.init)
      })
    return "\(own)\(HTML.details("Who is tied to whom", between))"
  }

  var introductions: Section? {
    let pairs = report.introductions.introductions
    guard !pairs.isEmpty else { return nil }
    let shown = report.introductions.selection(report.purpose == .kickoff ? 12 : 30)
    let more =
      pairs.count > shown.count
      ? "Shown are \(shown.count) of \(pairs.count) pairs, nobody in more than two: first those who "
        + "would join silos and sectors, then those who share fewest tables."
      : ""
    return Section(
      id: "introductions", title: "Introductions worth making",
      content: """
        <p>They share a table, a place or those they serve, and no tie between them is reported, \
        though at least one of the two answered. An introduction costs a cup of coffee.</p>
        \(figure("missing"))\(pairsTable(shown))<p class="stamp">\(more)</p>

        """)
  }

  private func pairsTable(_ pairs: [Introductions.Introduction]) -> HTML {
    .table(
      caption: "They have not met yet as reported",
      columns: [.text("One"), .text("The other"), .text("In common")],
      rows: pairs.map {
        [
          report.label(of: $0.pair.first), report.label(of: $0.pair.second),
          $0.reasons(in: report.map),
        ]
      })
  }

  var sectorAttribute: AttributeName { report.map.sectorAttribute }

  private var nodeNoun: String {
    report.network.types.count == 1 ? "\(report.network.types[0])s" : "elements"
  }

  private func plural(of attribute: AttributeName) -> String {
    attribute == "Sector" ? "sectors" : attribute == "Type" ? "types" : "groups by \(attribute)"
  }
}
