internal import SystemMaps

/// Which tables have members in common: a table of tables, with the number who sit at both.
public struct OverlapPicture: Hashable, Sendable {
  /// The tables with their seats.
  public var tables: TablePicture

  /// Creates a picture.
  public init(_ tables: TablePicture) { self.tables = tables }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    // The top tier first, as in the picture of the tables.
    let order = tables.tables.indices.sorted {
      (tables.tables[$0].tier ?? .max, $0) < (tables.tables[$1].tier ?? .max, $1)
    }.map { tables.tables[$0] }
    let names = order.map { DOTText($0.title).plain }
    let holders = order.map { Set($0.seats.compactMap(\.holder)) }
    var most = 1
    var counts: [[Int]] = []
    for row in order.indices {
      counts.append((0...row).map { holders[row].intersection(holders[$0]).count })
      most = max(most, counts[row].dropLast().max() ?? 0)
    }
    let content = MatrixContent(
      heads: names.enumerated().map { place, name in
        MatrixContent.Head(label: name, number: place + 1)
      },
      cells: counts.enumerated().map { row, counts in
        counts.enumerated().map { column, count in
          cell(
            count, of: most, isOwn: row == column,
            names: row == column ? names[row] : "\(names[row]) and \(names[column])")
        }
      }, styles: [], tone: tables.palette.shade, rowNoun: Noun("table"))
    let joined = counts.reduce(0) { $0 + $1.dropLast().count { $0 > 0 } }
    let pairs = order.count * (order.count - 1) / 2
    return Diagram(
      title: tables.caption.title,
      facts: tables.caption.facts([
        Noun("table").counted(order.count),
        "\(joined) of \(Noun("pair").counted(pairs)) share a member",
      ]),
      notShown: tables.caption.printableNotShown
        + (tables.caption.audience < .team
          ? ["members whose names may not go to this audience"] : []),
      summary: summary(counts, names: names),
      notes: ["A member is the organization that a seat represents, else who holds it."],
      content: .matrix(content),
      legend: [
        LegendEntry(
          sample: .outline(
            Sheet.Outline(fill: content.fill(0.6), stroke: .paper, width: 0), text: "3"),
          text: "members with a seat at both tables"),
        LegendEntry(
          sample: .outline(Sheet.Outline(fill: .panel, stroke: .border, width: 1), text: "9"),
          text: "members of the table"),
      ])
  }

  private func cell(_ count: Int, of most: Int, isOwn: Bool, names: String) -> MatrixContent.Cell {
    let words = "\(names): \(Noun("member").counted(count))"
    if isOwn { return MatrixContent.Cell(text: String(count), isFramed: true, title: words) }
    return MatrixContent.Cell(
      text: count > 0 ? String(count) : "", shade: Double(count) / Double(most),
      title: words + " in common")
  }

  private func summary(_ counts: [[Int]], names: [String]) -> String {
    var shared: [(count: Int, row: Int, column: Int)] = []
    for (row, counts) in counts.enumerated() {
      for (column, count) in counts.dropLast().enumerated() where count > 0 {
        shared.append((count, row, column))
      }
    }
    shared.sort { ($1.count, $0.row, $0.column) < ($0.count, $1.row, $1.column) }
    let list = shared.prefix(8).map { "\(names[$0.row]) and \(names[$0.column]) \($0.count)" }
    let apart = counts.indices.filter { table in
      !shared.contains { $0.row == table || $0.column == table }
    }.map { names[$0] }
    var sentences = [
      list.isEmpty
        ? "No two tables share a member." : "Most in common: \(list.joined(separator: ", "))."
    ]
    if !apart.isEmpty && !list.isEmpty {
      sentences.append("Nobody in common with another table: \(apart.joined(separator: ", ")).")
    }
    return sentences.joined(separator: " ")
  }
}
