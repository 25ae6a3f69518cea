import Insights
import SystemMaps

extension ConditionsReport {
  /// The conditions as a part of a page: a table for each, its definitions below.
  var markup: HTML {
    let tables = Condition.allCases.map { condition -> HTML in
      let entries = entries(of: condition)
      let table = HTML.table(
        caption: condition.title,
        columns: [.text("What was asked"), .text("Known how"), .text("What is known")],
        rows: entries.map { entry in
          [entry.cell.title, Self.word(for: entry.basis), entry.sentence]
        })
      let cases = entries.compactMap { entry in
        evidence(of: entry).map { "\(entry.cell.title): \($0)" }
      }
      return """
        <h3>\(condition.title)</h3>
        \(table)\(cases.isEmpty ? .empty : HTML.details("Evidence", .list(cases)))
        """
    }
    let definitions = ConditionCell.allCases.map { cell -> HTML in
      "<dt>\(cell.title)</dt><dd>\(cell.definition)</dd>\n"
    }
    let likeness = conditions.isolatedImpact.map { HTML.paragraph($0.sentence) } ?? .empty
    return """
      <p>Each cell is computed from the map, declared by its makers, or unknown. They are not added \
      up, and what is not reported does not count as 0.</p>
      \(likeness)\(tables)\(
        HTML.details("What the cells mean", "<dl class=\"definitions\">\(definitions)</dl>\n"))
      """
  }
}

extension ReportPage {
  /// The five conditions.
  var conditions: Section? {
    guard report.purpose == .full else { return nil }
    return Section(
      id: "conditions", title: "The five conditions", content: report.conditions.markup)
  }
}
