public import SystemMaps

/// Something that the map does not know and someone does: a question that can be asked on the phone.
public struct Question: Hashable, Sendable, Identifiable {
  /// What a question is about, the most useful first.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A cell keeps the map from being used.
    case error
    /// Two names may be one.
    case duplicate
    /// A name without a row may be another's misspelt.
    case misspelling
    /// A resident has a seat, and nobody wrote down who may see the name.
    case privacy
    /// Someone with several employers has a seat, and for whom is not said.
    case representing
    /// Nobody wrote down who is responsible for a barrier.
    case barrier
    /// Someone has not answered.
    case responded
    /// Nobody wrote down who is responsible for something that others of its type have someone for.
    case owner
    /// An element has no sector.
    case sector
    /// A cell was left out.
    case cell
    /// A name has no row of its own.
    case unlisted
  }

  /// A word that answers a question, and what it changes.
  public struct Choice: Hashable, Sendable {
    /// The word.
    public let text: String
    /// What it changes.
    public let changes: [SheetChange]
    /// Whether the question is settled by it although nothing in the map may show that.
    public let settles: Bool
  }

  /// What an answer in other words than the choices does.
  public enum OwnWords: Hashable, Sendable {
    /// It is not understood.
    case refused
    /// It is the text of the cell.
    case fill(SheetCell)
    /// It is the right name of an element.
    case rename(Element)
  }

  /// What ties the question to its cell, whatever else changes in the map: the same in every
  /// audience's list, and no name can be told from it.
  public let key: QuestionKey
  /// What it is about.
  public let kind: Kind
  /// Whom to ask.
  public let whom: String
  /// The question, in plain words.
  public let text: String
  /// Why it matters.
  public let reason: String
  /// The cell that it is about.
  public let cell: SheetCell
  /// The answers to choose from, without "don't know".
  public let choices: [Choice]
  /// What other words do.
  public let ownWords: OwnWords

  /// The key in one word.
  public var id: String { key.text }

  /// The answer that leaves a question open.
  public static let unknown = "don't know"

  /// What the drop-down of the answer offers.
  public var offers: [String] { choices.map(\.text) + [Self.unknown] }

  /// What an answer changes.
  ///
  /// - Returns: `nil` if the answer is none of the choices, and the question wants one.
  public func changes(for answer: String) -> [SheetChange]? {
    let word = AttributeName(answer)
    if let choice = choices.first(where: { AttributeName($0.text) == word }) {
      return choice.changes
    }
    switch ownWords {
    case .refused: return nil
    case .fill(let cell): return [.cell(cell, text: answer)]
    case .rename(let element): return [.rename(element, to: answer)]
    }
  }
}

/// What ties a question to its cell: what is asked of whom, and a mark of what the cell holds.
public struct QuestionKey: Hashable, Sendable {
  /// What is asked of whom.
  public let stem: String
  /// A mark of what the cell held when the question was asked.
  public let mark: String

  /// The key in one word.
  public var text: String { "\(stem)-\(mark)" }

  /// Creates the key of a question.
  ///
  /// - Parameters:
  ///   - subject: What the question is about. It must not be a name that anyone may not read: those
  ///     who can guess a name can compute its key.
  ///   - before: What the cell holds.
  init(_ kind: Question.Kind, about subject: [String], before: String) {
    let number = Self.number(of: subject.joined(separator: "\n"))
    stem = "\(kind.rawValue)-\(Self.digits(number, count: 10))"
    mark = Self.digits(Self.number(of: before.lowercased()), count: 4)
  }

  /// Reads a key; `nil` if the text is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "-")
    guard parts.count == 3, Question.Kind(rawValue: String(parts[0])) != nil, parts[1].count == 10,
      parts[2].count == 4, parts.dropFirst().allSatisfy({ $0.allSatisfy(\.isHexDigit) })
    else { return nil }
    stem = "\(parts[0])-\(parts[1])"
    mark = String(parts[2])
  }

  private static func digits(_ number: UInt64, count: Int) -> String {
    let digits = String(number, radix: 16)
    return String((String(repeating: "0", count: 16) + digits).suffix(count))
  }

  /// A number of a text that is the same on every run (FNV-1a, stirred).
  private static func number(of text: String) -> UInt64 {
    var number: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { number = (number ^ UInt64(byte)) &* 0x100_0000_01B3 }
    number = (number ^ (number >> 31)) &* 0x7FB5_D329_728E_A185
    return number ^ (number >> 29)
  }
}
