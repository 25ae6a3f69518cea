import Insights
import SystemMaps
import Testing

/// A map written as lines of cells parted by `;`, with the questions that it leaves open.
struct AskedMap {
  var sheets: [Sheet]

  init(_ texts: KeyValuePairs<Sheet.Kind, String>) {
    sheets = texts.map { kind, text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      }
      let rows = lines.dropFirst().enumerated().map {
        Sheet.Row(number: $0.offset + 2, cells: $0.element)
      }
      return Sheet(kind: kind, file: kind.rawValue, header: lines.first ?? [], rows: rows)
    }
  }

  var reading: MapReading { MapReading(sheets: sheets) }

  func questions(for audience: Audience = .team) -> [Question] {
    Questions(of: reading, sheets: sheets, for: audience).all
  }

  func questions(_ kind: Question.Kind) -> [Question] { questions().filter { $0.kind == kind } }

  /// Answers the first question of each kind.
  func answering(_ answers: KeyValuePairs<Question.Kind, String>) throws -> Answering {
    let given = answers.compactMap { kind, answer in
      questions(kind).first.map { self.answer($0, answer) }
    }
    return try answering(given)
  }

  func answering(_ answers: [GivenAnswer]) throws -> Answering {
    let day = try #require(CalendarDate("2026-06-01"))
    return Answering(answers, of: sheets, on: day)
  }

  func answer(_ question: Question, _ answer: String, note: String = "") -> GivenAnswer {
    GivenAnswer(
      key: question.id, answer: answer, note: note, place: Place(file: "list", row: 2))
  }
}

extension Answering {
  /// The new map.
  var map: AskedMap {
    var map = AskedMap([:])
    map.sheets = sheets
    return map
  }

  /// The rows of a sheet of the new map, cells parted by `;`.
  func rows(_ kind: Sheet.Kind) -> [String] {
    sheets.filter { $0.kind == kind }.flatMap(\.rows).map { $0.cells.joined(separator: ";") }
  }
}
