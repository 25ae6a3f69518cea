import Insights
import SystemMaps

// The part of the page that tells who is heard.
extension ReportPage {
  var voice: Section? {
    let voice = report.inclusion.voice
    let sentences = [
      voice.reach?.sentence, voice.residents?.sentence, voice.referrals?.sentence,
    ].compactMap(\.self)
    guard !voice.groups.isEmpty || voice.budgets != nil || !sentences.isEmpty else { return nil }
    let groups = voice.groups.map { group -> HTML in
      """
      <h3>\(group.attribute.text): influence by group</h3>
      <p>\(group.sentence)</p>
      \(HTML.details("Figures", table(of: group)))
      """
    }
    return Section(
      id: "voice", title: "Who is heard",
      content: """
        <p>Influence is harmonic closeness: how near, on average, everyone else is in what was \
        reported. It says who is well placed to be heard, not who is. Presence × is a group's share \
        of those in the network ÷ its share of the population; position × is its share of their \
        influence ÷ its share of them.</p>
        \(groups)\(voice.budgets.map(budgets) ?? .empty)\(
          sentences.isEmpty
            ? .empty : "<h3>Near those who decide, and both ways</h3>\n\(HTML.list(sentences))")\(
          voice.reach.map { HTML.details("Reach by group", table(of: $0)) } ?? .empty)
        """)
  }

  private func table(of group: GroupVoice) -> HTML {
    let network = group.isOfPeople ? "people who hold seats" : "the network of working ties"
    let without = Dictionary(
      (group.withoutBackbone ?? []).map { ($0.group, $0.influenceShare) },
      uniquingKeysWith: { first, _ in first })
    return HTML.table(
      caption: "Among \(network)",
      columns: [
        .text("Group"), .figure("Population"), .figure("In the network"), .figure("Influence"),
        .figure("without the backbone"), .figure("Presence ×"), .figure("Position ×"),
        .figure("p (Holm)"),
      ],
      rows: group.parts.map { part in
        [
          part.group, FigureText.percent(part.benchmark), FigureText.percent(part.memberShare),
          FigureText.percent(part.influenceShare),
          FigureText.percent(without[part.group].flatMap(\.self)),
          FigureText.factor(part.presence), FigureText.factor(part.position),
          FigureText.probability(part.p),
        ]
      })
  }

  private func budgets(_ budgets: BudgetVoice) -> HTML {
    let table = HTML.table(
      caption: "\(budgets.organizations) organizations with a known budget, in five parts; of "
        + "\(budgets.unknown) it is not known",
      columns: [
        .text("Budgets"), .figure("Organizations"), .figure("Of the influence"),
        .figure("Of the seats at tables that decide"),
      ],
      rows: budgets.fifths.map { fifth in
        [
          "\(FigureText.grouped(fifth.smallest)) to \(FigureText.grouped(fifth.largest))",
          String(fifth.organizations), FigureText.percent(fifth.influenceShare),
          FigureText.percent(fifth.seatShare),
        ]
      })
    return """
      <h3>Influence by budget</h3>
      <p>\(budgets.sentence)</p>
      \(LorenzFigure(of: budgets).markup)\(table)
      """
  }

  private func table(of reach: TableReach) -> HTML {
    HTML.table(
      caption: "Within two steps of \(reach.tables.map(report.label(of:)).joined(separator: ", "))",
      columns: [
        .text("Group"), .figure("Members"), .figure("With a seat"), .figure("One tie away"),
        .figure("Within two steps"),
      ],
      rows: ([reach.all] + reach.groups).map { group in
        [
          group.attribute.map { "\($0): \(group.group)" } ?? group.group, String(group.members),
          String(group.seated), String(group.nextTo), FigureText.percent(group.share),
        ]
      })
  }
}
