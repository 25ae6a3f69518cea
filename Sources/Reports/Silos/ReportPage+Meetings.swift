import Insights
import SystemMaps

// The part of the page that tells who has not met yet, and what that rests on.
extension ReportPage {
  private var study: SiloStudy { report.silos.study }

  var introductions: Section? {
    let pairs = study.introductions.introductions
    let gaps = study.roles.filter { !$0.gaps.isEmpty }
    guard !pairs.isEmpty || !gaps.isEmpty else { return nil }
    let isKickoff = report.purpose == .kickoff
    let met = pairs.isEmpty ? HTML.empty : strangers(among: pairs.count)
    return Section(
      id: "introductions",
      title: isKickoff ? "Introductions worth making" : "Who does not know whom",
      content: """
        \(gaps.map(neighborhood))\(met)\
        \(isKickoff ? .empty : HTML.definitions(SiloDefinition.meetings))
        """)
  }

  /// Who knows whom among the roles of a place; where nobody does, the cell says so in words.
  private func neighborhood(_ contacts: RoleContacts) -> HTML {
    let name = contacts.place.map(report.label(of:)) ?? "the whole map"
    let sentence = contacts.sentence(in: report.map).map(HTML.paragraph) ?? .empty
    func cell(_ block: BlockTies.Block) -> String {
      guard block.pairs > 0 else { return "–" }
      if block.isEmptyAsReported { return "none of \(block.pairs)" }
      return block.ties == 0 ? "not known" : "\(block.ties) of \(block.pairs)"
    }
    let table = HTML.table(
      caption: "\(name): pairs of people with a tie, by their roles",
      columns: [.text("")] + contacts.roles.map { .figure($0) },
      rows: contacts.roles.indices.map { row in
        ["\(contacts.roles[row]) (\(contacts.people[row]))"]
          + contacts.ties.blocks[row].map(cell)
      })
    return "<h3>\(name)</h3>\n\(sentence)\(table)"
  }

  /// So many pairs are read at once; the full report has more under a line that opens them.
  private static let pairsAtOnce = 12

  private func strangers(among all: Int) -> HTML {
    let isKickoff = report.purpose == .kickoff
    let shown = study.introductions.selection(isKickoff ? Self.pairsAtOnce : 30)
    let later = Array(shown.dropFirst(Self.pairsAtOnce))
    let more =
      all > shown.count
      ? "Shown are \(shown.count) of \(all) pairs, nobody in more than two: first those who "
        + "would join silos and sectors, then those who share fewest tables."
      : ""
    let rest: HTML =
      later.isEmpty ? .empty : HTML.details("\(later.count) more pairs", table(of: later))
    let cards: HTML =
      fileNames.contains(IntroductionCards.fileName)
      ? "<p><a href=\"\(IntroductionCards.fileName)\">The same as cards to hand out</a></p>\n"
      : .empty
    return """
      <h3>Pairs who could meet</h3>
      <p>They share a table, a place or those they serve, and no tie between them is reported, \
      though at least one of the two answered. An introduction costs a cup of coffee.</p>
      \(figure("missing"))\(table(of: shown.prefix(Self.pairsAtOnce)))\(rest)<p class="stamp">\(more)</p>
      \(cards)
      """
  }

  private func table(of pairs: some Sequence<Introductions.Introduction>) -> HTML {
    HTML.table(
      caption: "They have not met yet as reported",
      columns: [.text("One"), .text("The other"), .text("In common")],
      rows: pairs.map {
        [
          report.label(of: $0.pair.first), report.label(of: $0.pair.second),
          $0.reasons(in: report.map),
        ]
      })
  }

  /// How far the ties rest on both ends, and how dense the network is where it was observed.
  var rests: HTML {
    let sentences = [study.response.reportsSentence, study.response.densitySentence]
    return "\(sentences.compactMap(\.self).map(HTML.paragraph))"
  }
}
