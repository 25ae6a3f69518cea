/// Who has not met yet as reported: absent ties drawn faint, or for larger maps a table of sectors
/// that says how many of all pairs have a tie.
///
/// A tie is called absent only where at least one of the two has answered.
public struct MissingPicture: Hashable, Sendable {
  /// How the pairs of two groups stand.
  public struct Pairs: Hashable, Sendable {
    /// Pairs with a reported tie.
    public var tied: Int
    /// Pairs that have not met yet as reported.
    public var absent: Int
    /// Pairs of which neither has answered.
    public var unknown: Int

    /// Creates a count.
    public init(tied: Int, absent: Int, unknown: Int = 0) {
      self.tied = tied
      self.absent = absent
      self.unknown = unknown
    }
  }

  /// The nodes and reported ties, and what stands around the picture.
  public var system: SystemPicture
  /// The pairs that have not met yet as reported; `nil` where they are too many to draw.
  public var absent: [SystemPicture.Tie]?
  /// The groups, in the order of the table.
  public var groups: [String?]
  /// A row for each group, with the groups up to itself.
  public var pairs: [[Pairs]]

  /// The most absent ties that are drawn one by one.
  public static let mostLines = 30
  /// The most names among which absent ties are drawn one by one.
  public static let mostNames = 40

  /// Creates a picture.
  public init(
    system: SystemPicture, absent: [SystemPicture.Tie]?, groups: [String?], pairs: [[Pairs]]
  ) {
    self.system = system
    self.absent = absent
    self.groups = groups
    self.pairs = pairs
  }

  private var total: Pairs {
    pairs.joined().reduce(into: Pairs(tied: 0, absent: 0)) { sum, pairs in
      sum.tied += pairs.tied
      sum.absent += pairs.absent
      sum.unknown += pairs.unknown
    }
  }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    if let absent, absent.count <= Self.mostLines, system.nodes.count <= Self.mostNames {
      return lines(absent)
    }
    return table()
  }

  private var facts: [String] {
    let total = total
    var facts = [
      system.noun.counted(system.countedNodes),
      "\(Noun.grouped(total.tied)) of \(Noun.pair.counted(total.tied + total.absent)) have a tie",
    ]
    if total.unknown > 0 { facts.append("\(Noun.pair.counted(total.unknown)) not known") }
    return system.caption.facts(facts)
  }

  /// Why some absent ties are not claimed.
  private var notShown: [String] {
    system.caption.printableNotShown
      + (total.unknown > 0
        ? ["pairs of which neither has answered: whether they have met is not known"] : [])
  }

  private func lines(_ absent: [SystemPicture.Tie]) -> Diagram {
    var diagram = system.diagram()
    guard case .network(var content) = diagram.content else { return diagram }
    for place in content.ties.indices { content.ties[place].style = .met }
    content.ties += absent.map { tie in
      Tie(
        first: tie.first, second: tie.second, style: .notMet, isAbsent: true,
        title: "\(content.chips[tie.first].label) and \(content.chips[tie.second].label): "
          + "have not met yet as reported")
    }
    diagram.content = .network(content)
    diagram.facts = facts
    diagram.notShown = notShown
    diagram.legend =
      Grouping(nodes: system.nodes, palette: system.palette).legend
      + (content.ties.count > absent.count
        ? [LegendEntry(sample: .line(.met), text: "tie")] : [])
      + (absent.isEmpty
        ? [] : [LegendEntry(sample: .line(.notMet), text: "have not met yet, as reported")])
      + system.highlightLegend
    let names = absent.map { tie in
      "\(content.chips[tie.first].label) and \(content.chips[tie.second].label)"
    }
    diagram.summary +=
      names.isEmpty
      ? " Nobody is known not to have met."
      : " Have not met yet as reported: \(names.joined(separator: ", "))."
    diagram.replaceIfSmall(by: table(), "pairs of \(system.groupNoun.many) are counted")
    return diagram
  }

  private func table() -> Diagram {
    let names = groups.map { name in
      name.map { DOTText($0).plain } ?? "\(system.groupNoun.one) not reported"
    }
    let sizes = groups.map { group in
      system.nodes.count { $0.group.map { DOTText($0).plain } == group && $0.standsFor == nil }
    }
    let looks = system.palette.styles(names: groups, sizes: sizes)
    let content = MatrixContent(
      heads: groups.indices.map { place in
        MatrixContent.Head(label: "\(names[place]) (\(sizes[place]))", style: looks.styleOf[place])
      },
      cells: pairs.enumerated().map { row, cells in
        cells.enumerated().map { column, pairs in
          cell(
            pairs,
            names: row == column ? "within \(names[row])" : "\(names[row]) and \(names[column])")
        }
      }, styles: looks.styles, tone: system.palette.shade, rowNoun: system.groupNoun)
    return Diagram(
      title: system.caption.title, facts: facts,
      notShown: notShown + ["single \(system.noun.many)"], summary: summary(names), notes: [],
      content: .matrix(content),
      legend: [
        LegendEntry(
          sample: .outline(
            Sheet.Outline(fill: content.fill(0.7), stroke: .paper, width: 0), text: "3 of 4"),
          text: "pairs with a tie, of all pairs of the two \(system.groupNoun.many)"),
        LegendEntry(
          sample: .outline(
            Sheet.Outline(fill: .paper, stroke: .border, width: 1, isDashed: true),
            text: "0 of 9"),
          text: "no pair has met yet, as reported"),
      ])
  }

  private func cell(_ pairs: Pairs, names: String) -> MatrixContent.Cell? {
    let known = pairs.tied + pairs.absent
    guard known > 0 else {
      guard pairs.unknown > 0 else { return nil }
      return MatrixContent.Cell(text: "not known", title: "\(names): not known")
    }
    let text = "\(Noun.grouped(pairs.tied)) of \(Noun.grouped(known))"
    return MatrixContent.Cell(
      text: text, shade: Double(pairs.tied) / Double(known), isOpen: pairs.tied == 0,
      title: "\(names): \(text) pairs have a tie as reported")
  }

  private func summary(_ names: [String]) -> String {
    var none: [String] = []
    for (row, cells) in pairs.enumerated() {
      for (column, pairs) in cells.enumerated() where pairs.tied == 0 && pairs.absent > 0 {
        none.append(row == column ? "within \(names[row])" : "\(names[row]) with \(names[column])")
      }
    }
    let total = total
    let first =
      "\(total.tied) of \(total.tied + total.absent) pairs have a tie as reported, by "
      + "\(system.groupNoun.one)."
    return none.isEmpty
      ? first : first + " No pair has met yet as reported: \(Noun.listed(none))."
  }
}

extension Noun {
  fileprivate static let pair = Noun("pair")
}

extension LineStyle {
  fileprivate static let met = LineStyle(stroke: .strongLine, width: 1.6)
  fileprivate static let notMet = LineStyle(stroke: .faintLine, width: 0.7, pattern: .dashed)
}
