import Insights
import SystemMaps

extension PowerReport {
  /// Participation and power as a part of a page; nothing where no table has seats.
  var markup: HTML {
    guard !power.tables.isEmpty else { return .empty }
    let words = power.tables.flatMap { sentences(of: $0).dropFirst() } + decisionSentences
    return """
      <h3>Who set the tables, and who decides there</h3>
      <p>A checklist with its evidence, not a score: where institutions begin, control and pay for \
      the work Himmelman calls it betterment, where the community does, empowerment. The community \
      are residents, and organizations that its members lead.</p>
      \(words.isEmpty ? .empty : .list(words))\(
        HTML.details("Who convenes, sets the agenda, chairs, pays and appoints", checklist))\(
          HTML.details("Decision rights", rights))\(participation)\(grid)\(towers)
      """
  }

  private var checklist: HTML {
    .table(
      caption: "Who set the tables",
      columns: [.text("Table")] + TableGovernance.Item.allCases.map { .text($0.rawValue) },
      rows: power.tables.map { table in
        [label(of: table.table)] + table.governance.checks.map(words(for:))
      })
  }

  private func words(for check: TableGovernance.Check) -> String {
    let who = check.who.map(label(of:)).joined(separator: ", ")
    let answer =
      check.isCommunity.map { $0 ? "community" : "institutions" } ?? check.reason ?? "not reported"
    return who.isEmpty ? answer : "\(answer): \(who)"
  }

  private var rights: HTML {
    .table(
      caption: "Filled seats by what their holders may do",
      columns: [.text("Table")] + DecisionRight.allCases.map { .figure($0.rawValue) }
        + [.figure("not reported")],
      rows: power.tables.map { table in
        [label(of: table.table)] + DecisionRight.allCases.map { String(table.rights[$0] ?? 0) }
          + [String(table.rightsUnknown)]
      })
  }

  private var participation: HTML {
    let rows = power.tables.flatMap { table in
      table.participation.map { part in
        [
          label(of: table.table), part.scale.rawValue,
          zip(part.scale.levels, part.counts).filter { $0.1 > 0 }
            .map { "\($0.0) \($0.1)" }.joined(separator: ", "),
          part.median ?? "", FigureText.percent(part.sharing),
        ]
      }
    }
    guard !rows.isEmpty else { return .empty }
    return HTML.details(
      "How far holders of seats take part, in their own eyes",
      .table(
        caption: "Levels on their own scales; levels are in order and are not averaged",
        columns: [
          .text("Table"), .text("Scale"), .text("Seats by level"), .text("Middle level"),
          .figure("Power is shared"),
        ], rows: rows))
  }

  private var grid: HTML {
    guard !power.grid.isEmpty else { return .empty }
    return HTML.details(
      "Power and interest",
      .table(
        caption: "Power and interest from 0 to 10, as the map’s makers see it",
        columns: [.text("Who"), .figure("Power"), .figure("Interest"), .text("Quarter")],
        rows: power.grid.map { place in
          [
            label(of: place.element), FigureText.short(place.power),
            FigureText.short(place.interest), place.quarter.rawValue,
          ]
        }))
  }

  private var towers: HTML {
    let rows = power.towers.flatMap { tower in
      tower.heights.map { height in
        [
          label(of: tower.element), label(of: height.interviewee),
          FigureText.short(height.height), FigureText.percent(height.standing),
          FigureText.percent(tower.structure),
        ]
      }
    }
    guard !rows.isEmpty else { return .empty }
    let words = power.towers.compactMap(sentence(of:))
    let table = HTML.table(
      caption: "How much influence interviewees say that others have, on their own scales",
      columns: [
        .text("Who"), .text("Said by"), .figure("Height"), .figure("Above of those rated"),
        .figure("Above of others by ties"),
      ], rows: rows)
    return HTML.details(
      "Influence as told, beside the ties", "\(words.isEmpty ? .empty : .list(words))\(table)")
  }
}
