import Graphs
import Insights
import SystemMaps

// The part of the page that tells of what joins the system.
extension ReportPage {
  private var study: SiloStudy { report.silos.study }

  var bridges: Section? {
    guard !study.bridges.bridging.isEmpty else { return nil }
    let backbone =
      study.bridges.backbone.map { backbone -> HTML in
        "<h3>What rests on the backbone</h3>\n\(dependence(backbone))"
      } ?? .empty
    let rest: HTML =
      report.purpose == .full
      ? "\(roles)\(ties)\(agreements)\(overlap)\(HTML.definitions(SiloDefinition.bridges))" : .empty
    return Section(
      id: "bridges", title: "Bridging organizations",
      content: """
        <p>These are strengths of the system: through them, others are a step apart who would \
        otherwise not be joined.</p>
        \(figure("bridges"))\(report.purpose == .kickoff ? namesAlone : shares)\(backbone)\(rest)
        """)
  }

  private var leading: [Bridges.Bridging] { Array(study.bridges.bridging.prefix(12)) }

  /// Nobody is ranked in front of fifty leaders: names in alphabetical order, no figures.
  private var namesAlone: HTML {
    HTML.table(
      caption: "\(leading.count) of \(study.bridges.bridging.count) through which others are "
        + "joined, in alphabetical order",
      columns: [.text("Name"), .text("Joins")],
      rows: leading.map { [report.label(of: $0.element), joins($0)] }
        .sorted { $0[0].lowercased() < $1[0].lowercased() })
  }

  private var shares: HTML {
    HTML.table(
      caption: "The \(leading.count) with the most shortest paths running through them",
      columns: [
        .text("Name"), .text("Joins"), .figure("Share of paths"), .text("Holds parts together"),
      ],
      rows: leading.map {
        [
          report.label(of: $0.element), joins($0), FigureText.percent($0.share),
          $0.isArticulationPoint ? "yes" : "",
        ]
      })
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
    guard !dependence.tables.isEmpty else { return "\(sentence)\(figures(of: dependence))" }
    let table = HTML.table(
      caption: "\(dependence.tables.count) tables joined only through the backbone",
      columns: [.text("Table"), .text("Its organizations")],
      rows: dependence.tables.map { table in
        [report.label(of: table.table), report.silos.labels(of: table.organizations)]
      })
    return "\(sentence)\(table)\(figures(of: dependence))"
  }

  private func figures(of dependence: Dependence) -> HTML {
    guard report.purpose == .full else { return .empty }
    return HTML.table(
      caption: "The network with it and without it",
      columns: [.text(""), .figure("With it"), .figure("Without it")],
      rows: [
        [
          "Separate parts", String(dependence.componentsBefore), String(dependence.componentsAfter),
        ],
        [
          "Elements in the largest part", String(dependence.largestBefore),
          String(dependence.largestAfter),
        ],
        [
          "Nearness of the others (global efficiency)",
          FigureText.short(dependence.efficiencyBefore),
          FigureText.short(dependence.efficiencyAfter),
        ],
        [
          "Silos with no way to another", "0", String(dependence.silosCutOff.count),
        ],
      ])
  }

  private var roles: HTML {
    guard let brokers = study.brokers, let sentence = brokers.sentence else { return .empty }
    func cell(_ broker: Brokers.Broker, _ roles: [BrokerageRole]) -> String {
      let pairs = roles.reduce(0) { $0 + broker.pairs[$1] }
      guard pairs > 0 else { return "0" }
      let p = roles.map { broker.p[$0] }.min()
      return "\(FigureText.short(pairs)) (p \(FigureText.probability(p)))"
    }
    let table = HTML.table(
      caption: "Pairs they stand between, by \(brokers.attribute.text.lowercased()); p by dealing "
        + "it out at random, \(brokers.permutations) times",
      columns: [
        .text("Name"), .figure("All"), .figure("Both of its own"),
        .figure("Its own and another"), .figure("Both of one other"),
        .figure("Of two others"),
      ],
      rows: brokers.brokers.prefix(12).map {
        [
          report.label(of: $0.element), FigureText.short($0.pairs.total), cell($0, [.coordinator]),
          cell($0, [.representative, .gatekeeper]), cell($0, [.itinerant]), cell($0, [.liaison]),
        ]
      })
    return "\(HTML.details("Between whom they stand", "\(table)\(HTML.paragraph(sentence))"))"
  }

  private var ties: HTML {
    let ties = study.bridges.ties
    guard !ties.isEmpty else { return .empty }
    let table = HTML.table(
      caption: "Ties that nothing else replaces",
      columns: [.text("One"), .text("The other"), .text("What it joins")],
      rows: ties.prefix(Self.longestTable).map { tie in
        [
          report.label(of: tie.pair.first), report.label(of: tie.pair.second),
          [
            tie.silos.map { "the only tie between groups \($0[0]) and \($0[1])" },
            tie.partsNetwork ? "without it the network falls apart" : nil,
          ].compactMap(\.self).joined(separator: "; "),
        ]
      })
    return HTML.details("Bridging ties: \(ties.count)", table)
  }

  private var agreements: HTML {
    guard let agreements = study.agreements else { return .empty }
    func words(_ contact: Agreements.Contact) -> String {
      switch contact {
      case .frontline: "frontline workers have contact"
      case .noneReported: "no frontline contact reported"
      case .unknown: "not known"
      }
    }
    let without = agreements.contactsWithoutAgreement.map { ($0, "contact, no agreement reported") }
    let rows = agreements.agreements.map { ($0.pair, words($0.contact)) } + without
    let table = HTML.table(
      caption: "Agreements and frontline contact",
      columns: [.text("One"), .text("The other"), .text("As reported")],
      rows: rows.map { [report.label(of: $0.0.first), report.label(of: $0.0.second), $0.1] })
    return """
      <h3>On paper and at work</h3>
      <p>\(agreements.sentence)</p>
      \(HTML.details("The agreements", table))
      """
  }

  private var overlap: HTML {
    guard let sentence = study.overlap.sentence else { return .empty }
    let shared = HTML.table(
      caption: "Tables that share people",
      columns: [
        .text("Table"), .text("Other table"), .figure("At both"),
        .figure("Share of those at either"),
        .text("Who"),
      ],
      rows: study.overlap.shared.prefix(30).map {
        [
          report.label(of: $0.tables.first), report.label(of: $0.tables.second),
          String($0.holders.count), FigureText.percent($0.jaccard),
          report.silos.labels(of: $0.holders),
        ]
      })
    return """
      <h3>Who sits at several tables</h3>
      <p>\(sentence)</p>
      \(study.overlap.shared.isEmpty ? .empty : HTML.details("Tables that share people", shared))
      """
  }
}
