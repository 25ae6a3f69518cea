import Graphs
import Insights
import SystemMaps

// The parts of the page that tell of tables, of figures, and of what is not known.
extension ReportPage {
  var tables: Section? {
    let hasTables = report.map.seats.contains { $0.role.countsAsSeat }
    guard hasTables else { return nil }
    let strengths = report.inclusion.strengths.sentences
    let present: HTML =
      strengths.isEmpty ? .empty : "<h3>What is there already</h3>\n\(HTML.list(strengths))"
    let list = HTML.details("The tables as a list", seatList)
    var content: HTML = "\(present)\(figure("tables"))\(list)\(figure("overlap"))"
    let concentration = report.inclusion.inclusion.concentration.compactMap(\.sentence)
    if !concentration.isEmpty { content = "\(content)\(HTML.list(concentration))" }
    if report.purpose == .full {
      let gathered = LorenzFigure(of: report.inclusion.inclusion.concentration)
      content = """
        \(content)\(gathered?.markup ?? .empty)\(figure("seats"))\(parity)\(
          report.inclusion.power.markup)
        """
    }
    return Section(id: "tables", title: "Who sits at the tables", content: content)
  }

  /// Who sits where in words: whom a seat represents, else who holds it, as the picture has it.
  private var seatList: HTML {
    let map = report.map
    let seats = Dictionary(
      grouping: map.seats(countedBy: report.audience)
        .filter { $0.role.countsAsSeat || $0.role == .vacant }, by: \.table)
    let others = Dictionary(
      uniqueKeysWithValues: Set(map.seats.map(\.table)).map {
        ($0, map.wordsForUncounted(at: $0, by: report.audience))
      })
    let tables = map.elements.filter {
      seats[$0.id] != nil || others[$0.id]?.isEmpty == false
    }.enumerated().sorted {
      ($0.element.table.tier ?? .max, $0.offset) < ($1.element.table.tier ?? .max, $1.offset)
    }.map(\.element)
    return .table(
      caption: "Who sits at which table",
      columns: [.text("Table"), .text("Tier"), .text("Seats")],
      rows: tables.map { table in
        let names = (seats[table.id] ?? []).map { seat -> String in
          guard seat.role != .vacant else { return "vacant" }
          guard let who = seat.representing ?? seat.holder else { return "not reported" }
          return report.isNamed(who) ? report.label(of: who) : map[who]?.type.name ?? "not named"
        }
        return [
          report.label(of: table.id), table.table.tier.map(String.init) ?? "",
          (names + (others[table.id] ?? [])).joined(separator: ", "),
        ]
      })
  }

  private var parity: HTML {
    let comparisons = report.inclusion.defaultComparisons
    guard !comparisons.isEmpty else {
      return """
        <h3>Beside the people the tables are there for</h3>
        <p>Nothing to compare: the map names no benchmark.</p>

        """
    }
    let between =
      report.inclusion.inclusion.tiers.compactMap(\.sentence)
      + report.inclusion.mixing.map(\.sentence)
    let (leading, others) = leadingFirst(comparisons)
    let consent =
      report.inclusion.inclusion.consent.map { note -> HTML in
        "<p class=\"stamp\">Figures are shown by consent: \(note)</p>\n"
      } ?? .empty
    return """
      <h3>Beside the people the tables are there for</h3>
      \(HTML.list(between))<p>Seats are appointed, not drawn: a test only says how often a draw at \
      random would be as far from parity. What people say of themselves is counted, and shown \
      beside no name.</p>
      \(consent)\(leading.map(entry))\(
        others.isEmpty
          ? .empty : HTML.details("The other \(others.count) comparisons", "\(others.map(entry))"))
      """
  }

  /// The comparisons of the top tier, and of tables that chance would rarely give, before the rest.
  private func leadingFirst(
    _ comparisons: [SharedComparison]
  ) -> (leading: [SharedComparison], others: [SharedComparison]) {
    let top = comparisons.compactMap { report.map[$0.table]?.table.tier }.min()
    func leads(_ comparison: SharedComparison) -> Bool {
      if let tier = report.map[comparison.table]?.table.tier, tier == top { return true }
      guard case .figures(let figures) = comparison.form, let p = figures.wholeTable?.p else {
        return false
      }
      return p < 0.05
    }
    return (comparisons.filter(leads), comparisons.filter { !leads($0) })
  }

  private func entry(_ comparison: SharedComparison) -> HTML {
    """
    <h4>\(report.label(of: comparison.table)): \(comparison.population.attribute.text)</h4>
    <p>\(comparison.sentence)</p>
    \(detail(comparison))
    """
  }

  private func detail(_ comparison: SharedComparison) -> HTML {
    let others = report.inclusion.beside(comparison)
    switch comparison.form {
    case .withheld: return .empty
    case .bands(let bands):
      let beside = others.compactMap { other -> (name: String, bands: [GroupBand])? in
        guard case .bands(let bands) = other.form else { return nil }
        return (other.population.name, bands)
      }
      return HTML.table(
        caption: "Bands: near is 0.8 to 1.2 times the share of the population",
        columns: [.text("Group"), .text("Seats beside its share of \(comparison.population.name)")]
          + beside.map { .text("of \($0.name)") },
        rows: bands.map { band in
          [band.group, band.band?.words ?? "not known"]
            + beside.map { other in
              other.bands.first { $0.group == band.group }?.band?.words ?? "not known"
            }
        })
    case .figures(let figures):
      let beside = others.compactMap { other -> TableComparison? in
        if case .figures(let figures) = other.form { figures } else { nil }
      }
      let words = [figures.testSentence, figures.seatsForParitySentence].compactMap(\.self)
      let cautions = [figures.thisFewSentence, figures.fourFifthsSentence].compactMap(\.self)
      let table = FigureTable(figures, beside: beside).markup
      return """
        \(words.map(HTML.paragraph))\(
          HTML.details("Figures", "\(table)\(cautions.map(HTML.paragraph))"))
        """
    }
  }

  var measures: Section? {
    let scores = report.measures.influence.scores
    guard !scores.isEmpty, report.network.graph.nodeCount > 0 else { return nil }
    let rows = report.measures.rows
    let network = HTML.table(
      caption: "The network as a whole", columns: [.text("Measure"), .figure("Value")],
      rows: report.measures.networkRows)
    let elements = HTML.table(
      caption: "Each element, in the order of the map; names of the columns as in measures.csv",
      columns: [.text("Name"), .text("Type")]
        + report.measures.columnTitles.map { .figure($0) },
      rows: Array(rows.prefix(Self.longestTable)))
    return Section(
      id: "measures", title: "Figures",
      content: """
        \(network)\(HTML.details("Figures of each element", elements))<p>Undefined values are \
        shown as –. Values of few elements, or where answers are not reported, are rough: read no ranks \
        from small differences.</p>

        """)
  }

  var unknown: Section {
    let knowledge = report.knowledge
    let gaps = knowledge.gaps.map(\.sentence)
    let summary = FindingSummary(report.findings)
    var content: HTML = "<p>\(knowledge.response.sentence)</p>\n\(rests)"
    if !gaps.isEmpty { content = "\(content)\(HTML.list(gaps))" }
    let odd =
      report.network.findings + report.silos.study.introductions.findings
      + report.inclusion.inclusion.findings
    let notes = report.map.shared(odd, with: report.audience).map(\.description)
    if !notes.isEmpty { content = "\(content)\(HTML.list(notes))" }
    if !report.findings.isEmpty {
      let table = HTML.table(
        caption: "Findings in the files and pictures of the map",
        columns: [.text("Place"), .text("What was found"), .text("What was expected")],
        rows: report.findings.prefix(Self.longestTable).map {
          [$0.place?.description ?? "", $0.message, $0.expected ?? ""]
        })
      content = "\(content)\(HTML.details("In files and pictures: \(summary.counts)", table))"
    }
    return Section(id: "unknown", title: "What was not known", content: content)
  }

  var definitions: Section {
    let measures =
      report.measures.influence.scores.map(\.measure)
      + report.measures.influence.network.map(\.measure)
    let entries = measures.map { measure -> HTML in
      "<dt>\(measure.title) <code>\(measure.name)</code></dt><dd>\(measure.definition)</dd>\n"
    }
    let words: [(String, String)] = [
      (
        "Working tie",
        "Who works with, knows, shares data with or refers to whom, as reported. A tie of two "
          + "workers counts as one of the organizations they work for."
      ),
      (
        "Silo",
        "A group with more ties inside than chance would give: found by Leiden communities "
          + "(Traag, Waltman and van Eck 2019), and called a silo only if networks with the same "
          + "numbers of ties, joined at random, are less grouped (p below .05)."
      ),
      (
        "Seat gap",
        "Seats held less the seats that a group's share of the population would give. The ratio "
          + "is the one divided by the other."
      ),
      (
        "Exact test",
        "How probable a number of seats as improbable as this, either way, is in a draw at "
          + "random (binomial, or hypergeometric from a list of members). Holm's correction "
          + "accounts for the number of groups."
      ),
      (
        "Seats in proportion",
        "Webster's method gives seat after seat to the group with the largest share ÷ (2 × its "
          + "seats so far + 1); Hamilton's gives each group the whole part of its due and the rest "
          + "by the largest remainders."
      ),
      (
        "Presence and position",
        "A group's share of the influence ÷ its share of the population is the product of two: "
          + "its share of those in the network ÷ that of the population (presence), and its share "
          + "of their influence ÷ its share of them (position)."
      ),
      (
        "Concentration index",
        "0 where budget makes no difference to influence, towards 1 where the largest budgets "
          + "have it all (Kakwani, Wagstaff and van Doorslaer 1997)."
      ),
      (
        "Wilson interval",
        "The shares from which this many seats would not be surprising, at 95 % (Wilson 1927)."
      ),
    ]
    let common = words.map { word -> HTML in "<dt>\(word.0)</dt><dd>\(word.1)</dd>\n" }
    return Section(
      id: "definitions", title: "Definitions",
      content: "<dl class=\"definitions\">\(common)\(entries)</dl>\n")
  }
}
