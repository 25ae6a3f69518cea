/// What the makers of a map are told about a known column: what belongs in it, in plain words.
///
///     Sheet.Kind.elements.guides.first { $0.need == .required }?.title  // "Label"
public struct ColumnGuide: Hashable, Sendable {
  /// How much a sheet needs a column.
  public enum Need: Hashable, Sendable {
    /// Every row must fill it.
    case required
    /// A sheet has it from the start.
    case usual
    /// It is added when there is something to say.
    case special
  }

  /// The words that a column offers.
  public enum Words: Hashable, Sendable {
    /// Whatever the map's makers say.
    case any
    /// Some that are common or have a meaning; others are as good.
    case suggested([String])
    /// The ones that are understood; others are kept and left out of the measures.
    case known([String])
  }

  /// The title in the header.
  public let title: String
  /// How much the sheet needs the column.
  public let need: Need
  /// What belongs in the column, in one to three sentences for someone who has never seen a map.
  public let note: String
  /// The words that it offers.
  public let words: Words
}

extension Sheet.Kind {
  /// The known columns of the sheet, in the order of the design; none where we alone write.
  public var guides: [ColumnGuide] {
    func guides<Column: GuidedColumn>(_: Column.Type) -> [ColumnGuide] {
      Column.allCases.map { column in
        let entry = column.entry
        let need: ColumnGuide.Need =
          Column.required.contains(column) ? .required : entry.isSpecial ? .special : .usual
        return ColumnGuide(title: column.title, need: need, note: entry.note, words: entry.words)
      }
    }
    return switch self {
    case .elements: guides(ElementColumn.self)
    case .connections: guides(ConnectionColumn.self)
    case .seats: guides(SeatColumn.self)
    case .journeys: guides(JourneyColumn.self)
    case .benchmarks: guides(BenchmarkColumn.self)
    case .settings: guides(SettingColumn.self)
    case .positions, .answers: []
    }
  }

  /// What a header's title is known as, in any case and under other programs' names.
  ///
  ///     Sheet.Kind.connections.guide(of: "source")?.title  // "From"
  public func guide(of title: String) -> ColumnGuide? {
    let name = AttributeName(title.trimmedCell)
    func known<Column: SheetColumn>(_: Column.Type) -> String? { Column.synonyms[name]?.title }
    let synonym: String? =
      switch self {
      case .elements: known(ElementColumn.self)
      case .connections: known(ConnectionColumn.self)
      case .journeys: known(JourneyColumn.self)
      case .seats, .benchmarks, .settings, .positions, .answers: nil
      }
    return guides.first { AttributeName($0.title) == name } ?? guides.first { $0.title == synonym }
  }
}

/// What the table of the guide says of a column.
struct GuideEntry {
  let note: String
  let words: ColumnGuide.Words
  let isSpecial: Bool

  static func usual(_ note: String, _ words: ColumnGuide.Words = .any) -> GuideEntry {
    GuideEntry(note: note, words: words, isSpecial: false)
  }

  static func special(_ note: String, _ words: ColumnGuide.Words = .any) -> GuideEntry {
    GuideEntry(note: note, words: words, isSpecial: true)
  }
}

/// A column that the guide describes.
protocol GuidedColumn: SheetColumn {
  /// What the guide says of it.
  var entry: GuideEntry { get }
}

extension ColumnGuide.Words {
  /// An answer to a yes-or-no question.
  static let yesNo = ColumnGuide.Words.known(["yes", "no"])

  /// The words of a type that has one for each case.
  static func known<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> ColumnGuide.Words
  where Choice.RawValue == String {
    .known(Choice.allCases.map(\.rawValue))
  }
}
