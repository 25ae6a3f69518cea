/// Steps in lanes, time from left to right, with lines between them.
struct LaneContent: Hashable, Sendable {
  /// The rows of one silo.
  struct Lane: Hashable, Sendable {
    var title: String
    var style: GroupStyle
    /// What each row is called.
    var rows: [String]
  }

  /// Where a step lies: a lane, and a row of it.
  struct Place: Hashable, Sendable, Comparable {
    var lane: Int
    var row: Int

    static func < (first: Place, second: Place) -> Bool {
      (first.lane, first.row) < (second.lane, second.row)
    }
  }

  /// A small tag on a step that the legend explains.
  struct Tag: Hashable, Sendable {
    var text: String
    var outline: Sheet.Outline
    var ink: Color
  }

  /// One step.
  struct Step: Hashable, Sendable {
    /// Its number in order, as in "7" or "7–9".
    var number: String
    var label: String
    var place: Place
    /// The heading of the time it begins in, as in "Sep 2025"; `nil` where not known.
    var month: String?
    /// Its day, counted from any day; `nil` where not known.
    var day: Int?
    var tags: [Tag] = []
    /// Drawn with a dashed border.
    var isOpen = false
    /// What a screen reader says of it.
    var title: String
  }

  /// A day with a heading.
  struct Tick: Hashable, Sendable {
    var day: Int
    var text: String
  }

  /// A line from one step to another, or to a word beside it.
  struct Link: Hashable, Sendable {
    /// Where a line leads.
    enum End: Hashable, Sendable {
      case step(Int)
      /// Nowhere: who was not reached.
      case word(String)
    }

    var from: Int
    var to: End
    var style: StrokeStyle
    var title: String
  }

  var lanes: [Lane]
  /// The steps in the order of time.
  var steps: [Step]
  var links: [Link]
  /// The beginnings of months, if distances show days; `nil` if only the order counts.
  var ticks: [Tick]?
  /// Whether words have a place beside their step's number only where nothing has to move for it to
  /// another row, and else stand below all lanes.
  var listsWords = false
}

extension LaneContent {
  /// Whether steps have no more than one line of words, so that rows can stand close.
  var isClose: Bool { listsWords || steps.allSatisfy(\.label.isEmpty) }

  var regularTexts: [String] {
    lanes.flatMap(\.rows) + steps.map(\.label)
      + links.compactMap { link in
        guard case .word(let word) = link.to else { return nil }
        return word
      }
  }

  var boldTexts: [String] {
    lanes.map(\.title) + steps.map(\.number) + steps.compactMap(\.month) + (ticks ?? []).map(\.text)
      + steps.flatMap { $0.tags.map(\.text) }
  }

  /// The words beside a step that its lines lead to, with the places of the lines.
  func words(after step: Int) -> [(link: Int, word: String)] {
    links.indices.compactMap { place in
      guard links[place].from == step, case .word(let word) = links[place].to else { return nil }
      return (place, word)
    }
  }
}
