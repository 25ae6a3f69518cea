/// What has changed between two maps: who and which ties are new, which are no longer reported,
/// and which stand higher or lower on the ladder.
public struct DifferencePicture: Hashable, Sendable {
  /// What became of an element.
  public enum Change: Hashable, Sendable {
    /// On both maps.
    case kept
    /// Only on the later map.
    case new
    /// Only on the earlier map.
    case gone
  }

  /// What became of a tie.
  public enum TieChange: Hashable, Sendable {
    /// As before, or not comparable.
    case kept
    /// Only on the later map.
    case new
    /// Only on the earlier map.
    case gone
    /// Higher on the ladder: the level before and now.
    case stronger(from: Int, to: Int)
    /// Lower on the ladder: the level before and now.
    case weaker(from: Int, to: Int)
  }

  /// The elements and ties of both maps.
  public var system: SystemPicture
  /// What became of each element.
  public var changes: [Change]
  /// What became of each tie.
  public var tieChanges: [TieChange]
  /// The day of the earlier map, or another name for it.
  public var before: String?

  /// Creates a picture; whatever has no change given is kept.
  public init(
    system: SystemPicture, changes: [Change], tieChanges: [TieChange], before: String? = nil
  ) {
    self.system = system
    self.changes = system.nodes.indices.map { changes.indices.contains($0) ? changes[$0] : .kept }
    self.tieChanges = system.ties.indices.map {
      tieChanges.indices.contains($0) ? tieChanges[$0] : .kept
    }
    self.before = before
  }

  /// The most elements that are all drawn; of more, only those around whom something has changed:
  /// what is new would be lost among so many names and lines.
  public static let mostNames = 30

  /// The picture, ready for a page.
  ///
  /// Of more than ``mostNames`` elements, and where the names of all cannot be read, those are drawn
  /// around whom something has changed.
  public func diagram() -> Diagram {
    let changed = whereChanged
    guard changed.system.nodes.count < system.nodes.count else { return drawn() }
    var part = changed.drawn()
    part.notShown.append("\(system.noun.many) around whom nothing has changed")
    if system.nodes.count > Self.mostNames { return part }
    var whole = drawn()
    whole.replaceIfSmall(by: part, "those around whom something has changed are drawn")
    return whole
  }

  /// The elements and ties that have changed, and the elements at the ends of such ties.
  private var whereChanged: DifferencePicture {
    var isShown = changes.map { $0 != .kept }
    for (tie, change) in zip(system.ties, tieChanges) where change != .kept {
      isShown[tie.first] = true
      isShown[tie.second] = true
    }
    let kept = system.nodes.indices.filter { isShown[$0] }.prefix(SystemPicture.mostNodes)
    var placeOf: [Int: Int] = [:]
    for (new, old) in kept.enumerated() { placeOf[old] = new }
    var part = self
    part.system.nodes = kept.map { system.nodes[$0] }
    part.changes = kept.map { changes[$0] }
    part.system.ties = []
    part.tieChanges = []
    for (tie, change) in zip(system.ties, tieChanges) {
      guard let first = placeOf[tie.first], let second = placeOf[tie.second] else { continue }
      part.system.ties.append(SystemPicture.Tie(first, second))
      part.tieChanges.append(change)
    }
    return part
  }

  private func drawn() -> Diagram {
    var diagram = system.diagram()
    guard case .network(var content) = diagram.content else { return diagram }
    for (place, change) in changes.enumerated() {
      content.chips[place].isMarked = change == .new
      content.chips[place].isOpen = change == .gone
      if let word = change.word { content.chips[place].title += ": \(word)" }
    }
    for (place, change) in tieChanges.enumerated() {
      content.ties[place].style = .of(change)
      content.ties[place].label = change.step
      content.ties[place].title = content.ties[place].title.map { title in
        change.word.map { "\(title): \($0)" } ?? title
      }
    }
    // Between the names there must be room for what stands on the lines.
    content.isSparse = content.chips.count <= Self.mostNames
    diagram.content = .network(content)
    diagram.facts = system.caption.facts(facts)
    diagram.legend = Grouping(nodes: system.nodes, palette: system.palette).legend + legend
    diagram.summary = summary(content)
    diagram.simpler = []
    return diagram
  }

  private func count(_ kind: (TieChange) -> Bool) -> Int { tieChanges.count(where: kind) }

  private var facts: [String] {
    let since = before.map { "since \(DOTText($0).plain)" } ?? "since an undated map"
    let nodes = [(Change.new, "new"), (.gone, "no longer on the map")].compactMap { change, word in
      let count = changes.count { $0 == change }
      return count > 0 ? "\(system.noun.counted(count)) \(word)" : nil
    }
    let ties = [
      (count { $0 == .new }, "new"), (count { $0 == .gone }, "no longer reported"),
      (count(\.isStronger), "stronger"), (count(\.isWeaker), "weaker"),
    ].filter { $0.0 > 0 }
    guard let first = ties.first else {
      return [since] + nodes + ["no tie has changed"]
    }
    let rest = ties.dropFirst().map { "\(Noun.grouped($0.0)) \($0.1)" }
    return [since] + nodes
      + [(["\(system.tieNoun.counted(first.0)) \(first.1)"] + rest).joined(separator: ", ")]
  }

  private var legend: [LegendEntry] {
    var legend: [LegendEntry] = []
    if changes.contains(.new) {
      legend.append(
        LegendEntry(
          sample: .outline(Sheet.Outline(fill: .paper, stroke: .ink, width: 1.7), text: ""),
          text: "new on the map"))
    }
    if changes.contains(.gone) {
      legend.append(
        LegendEntry(
          sample: .outline(
            Sheet.Outline(fill: .paper, stroke: .border, width: 1, isDashed: true), text: ""),
          text: "no longer on the map"))
    }
    let lines: [(TieChange, String, Bool)] = [
      (.new, "new tie", tieChanges.contains(.new)),
      (.gone, "no longer reported", tieChanges.contains(.gone)),
      (
        .stronger(from: 1, to: 2), "level before → now",
        tieChanges.contains { $0.isStronger || $0.isWeaker }
      ),
      (.kept, "as before", tieChanges.contains(.kept)),
    ]
    return legend
      + lines.filter(\.2).map { LegendEntry(sample: .line(.of($0.0)), text: $0.1) }
  }

  private func summary(_ content: NetworkContent) -> String {
    var sentences = ["What has changed \(facts[0]): \(facts.dropFirst().joined(separator: "; "))."]
    for (change, word) in [(Change.new, "New"), (.gone, "No longer on the map")] {
      let names = changes.indices.filter { changes[$0] == change }.map { content.chips[$0].label }
      if !names.isEmpty { sentences.append("\(word): \(Noun.listed(names)).") }
    }
    let titles = content.ties.indices.filter { tieChanges[$0] != .kept }
      .compactMap { content.ties[$0].title }
    if !titles.isEmpty { sentences.append("Ties: \(Noun.listed(titles)).") }
    return sentences.joined(separator: " ")
  }
}

extension DifferencePicture.Change {
  fileprivate var word: String? {
    switch self {
    case .kept: nil
    case .new: "new on the map"
    case .gone: "no longer on the map"
    }
  }
}

extension DifferencePicture.TieChange {
  fileprivate var isStronger: Bool { if case .stronger = self { true } else { false } }
  fileprivate var isWeaker: Bool { if case .weaker = self { true } else { false } }

  /// What stands on the line.
  fileprivate var step: String? {
    switch self {
    case .stronger(let from, let to), .weaker(let from, let to): "\(from)→\(to)"
    case .kept, .new, .gone: nil
    }
  }

  fileprivate var word: String? {
    switch self {
    case .kept: nil
    case .new: "new"
    case .gone: "no longer reported"
    case .stronger(let from, let to): "stronger, level \(from) before and \(to) now"
    case .weaker(let from, let to): "weaker, level \(from) before and \(to) now"
    }
  }
}

extension LineStyle {
  fileprivate static func of(_ change: DifferencePicture.TieChange) -> LineStyle {
    switch change {
    case .kept: LineStyle(stroke: .faintLine, width: 0.5)
    case .new: LineStyle(stroke: .ink, width: 2.6)
    case .gone: LineStyle(stroke: .strongLine, width: 1.6, pattern: .dashed)
    case .stronger, .weaker: LineStyle(stroke: .firmLine, width: 1.4)
    }
  }
}
