import Foundation
import Testing

/// Asking what a map leaves open, and putting the answers into a new one.
@Suite("Questions and answers")
struct QuestionTests {
  private static let map = [
    "elements.csv": """
    Label,Type,Sector,Responded,Owner,Weather
    St. Mary's,organization,faith,yes,,fine
    Saint Marys Church,organization,faith,,,
    Elm School,organization,schools,no,,
    No bus,barrier,,,,
    Xenobia Quill,resident,,,,
    =cmd|calc,organization,"a <script>alert(1)</script>",no,,

    """,
    "connections.csv": "From,To,Mood\nElm School,Saint Marys Church,glad\nElm Shcool,No bus,\n",
    "seats.csv": "Table,Holder\nCouncil,Xenobia Quill\n",
    "settings.csv": "Setting,Value\nTitle,Quiet Valley\nDate,2026-06-01\n",
  ]

  /// A list with some of its questions answered, by words in the question.
  private static func fill(_ list: String, _ answers: [String: String]) throws -> String {
    let lines = list.components(separatedBy: "\r\n").map { line -> String in
      guard let answer = answers.first(where: { line.contains($0.key) })?.value,
        let comma = line.lastIndex(of: ",")
      else { return line }
      // Answer and Note are the blank cells before the key.
      #expect(line[..<comma].hasSuffix(",,"))
      return line[..<comma].dropLast() + "\(answer),Ann said so" + line[comma...]
    }
    return lines.joined(separator: "\r\n")
  }

  @Test func answersGoIntoANewMapThatAsksNoMore() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let list = folder.path("list.csv")
      let check = try await Tool.run("check", map, "-o", list, "--share", "team")
      #expect(check.status == 0)
      #expect(check.output.isEmpty)
      #expect(check.errors.contains("list.csv: 8 questions, the most useful first."))
      let asked = try folder.text("list.csv")
      #expect(asked.contains("Whom to ask,Question,Why it matters,Where it stands"))
      #expect(asked.contains("“Elm School” answered by now?"))
      #expect(!asked.contains("\r\n=") && !asked.contains(",=cmd"))

      let filled = try Self.fill(
        asked,
        [
          "duplicate-": "the same: name 1 is right", "misspelling-": "yes", "barrier-": "nobody",
          "“Elm School” answered": "yes", "privacy-": "no",
          "“=cmd|calc” answered": "perhaps",
        ])
      try folder.write("filled.csv", filled)
      let answer = try await Tool.run(
        "answer", map, folder.path("filled.csv"), "-o", folder.path("new"))
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(answer.errors.contains("5 put in, 1 left out, 2 blank."))
      #expect(answer.output.contains("filled.csv:"))
      #expect(answer.output.contains("\"perhaps\" is none of the answers"))
      let elements = try folder.text("new/elements.csv")
      #expect(elements.contains("St. Mary's,organization,faith,yes,,fine"))
      #expect(!elements.contains("Saint Marys Church,organization"))
      #expect(elements.contains("Elm School,organization,schools,yes"))
      #expect(elements.contains("No bus,barrier,,,nobody"))
      let connections = try folder.text("new/connections.csv")
      #expect(connections.contains("Elm School,St. Mary's,glad"))
      #expect(connections.contains("Elm School,No bus"))
      let trail = try folder.text("new/answers.csv")
      #expect(trail.contains("Date,Key,Question,Answer,Note,Cell,Before,After"))
      #expect(trail.contains("Ann said so"))
      #expect(try folder.text("map/elements.csv") == Self.map["elements.csv"])

      // Nothing that was answered is asked again, and the sheet of answers is no stranger.
      let again = try await Tool.run("check", folder.path("new"), "-o", folder.path("again.csv"))
      #expect(again.errors.contains("again.csv: 2 questions"), "\(again.errors)")
      #expect(!(try await Tool.run("check", folder.path("new"))).output.contains("left alone"))
      let twice = try await Tool.run(
        "answer", folder.path("new"), folder.path("filled.csv"), "-o", folder.path("newer"))
      #expect(twice.errors.contains("5 there already, 1 left out, 2 blank."))
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("new")) {
        #expect(try folder.bytes("newer/\(name)") == folder.bytes("new/\(name)"), "\(name)")
      }
    }
  }

  /// The workbook is read as it was written, and as a spreadsheet would write it: any cell may hold
  /// the answer.
  @Test func theWorkbookIsReadBack() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      #expect(try await Tool.run("check", map, "-o", folder.path("list.xlsx")).status == 0)
      let blank = try await Tool.run(
        "answer", map, folder.path("list.xlsx"), "-o", folder.path("new.xlsx"))
      #expect(blank.status == 0, "\(blank.errors)")
      #expect(blank.errors.contains("new.xlsx: 8 blank."))
      let check = try await Tool.run("check", folder.path("new.xlsx"), "-o", folder.path("q.csv"))
      #expect(check.errors.contains("q.csv: 8 questions"))
      // A list made of one container answers the map in another.
      let list = try Self.fill(folder.text("q.csv"), ["duplicate-": "they are different"])
      let path = try folder.write("filled.csv", list)
      let answer = try await Tool.run("answer", map, path, "-o", folder.path("new.json"))
      #expect(answer.errors.contains("1 noted, changing nothing, 7 blank."), "\(answer.errors)")
      let again = try await Tool.run("check", folder.path("new.json"), "-o", folder.path("r.csv"))
      #expect(again.errors.contains("r.csv: 7 questions"))
    }
  }

  @Test func theListIsAWorkbookAPageOrCSV() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      for name in ["q.xlsx", "q.html", "Q.CSV"] {
        let check = try await Tool.run(
          "check", map, "-o", folder.path(name), "--before", "Tuesday", "--share", "team")
        #expect(check.status == 0, "\(check.errors)")
      }
      #expect(try folder.bytes("q.xlsx").starts(with: Data("PK".utf8)))
      let page = try folder.text("q.html")
      #expect(page.contains("<h1>Questions to ask before Tuesday</h1>"))
      #expect(page.contains("Quiet Valley · map of 2026-06-01 · for team"))
      #expect(page.contains("<html lang=\"en\">") && page.contains("<th scope=\"col\">No.</th>"))
      #expect(!page.contains("<script"))
      let odd = try await Tool.run("check", map, "-o", folder.path("q.docx"))
      #expect(odd.status == 64)
      #expect(odd.errors.contains("the name must end in .xlsx, .csv or .html"))
    }
  }

  @Test func aMapWithErrorsIsAskedAboutAndStillHasErrors() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write([
        "elements.csv": "Label,Type,Mood\nOak,organization,glad\nOak,organization,sad\n"
      ])
      let check = try await Tool.run("check", map, "-o", folder.path("q.csv"))
      #expect(check.status == 1)
      #expect(try folder.text("q.csv").contains("What belongs in Mood, elements.csv:3?"))
      let quiet = try folder.write(
        ["elements.csv": "Label,Type\nOak,organization\n"], into: "quiet")
      let nothing = try await Tool.run("check", quiet, "-o", folder.path("none.html"))
      #expect(nothing.status == 0)
      #expect(nothing.errors.contains("There is nothing to ask"))
      #expect(try folder.text("none.html").contains("There is nothing to ask."))
    }
  }

  @Test func theMapIsNeverOverwritten() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let list = try folder.write("list.csv", "Key,Answer\n")
      for target in [map, map + "/", map + "/../map", map + "/elements.csv/..", folder.path] {
        let answer = try await Tool.run("answer", map, list, "-o", target)
        #expect(answer.status == 64, "\(target)")
      }
      let over = try await Tool.run("answer", map, list, "-o", list)
      #expect(over.status == 64)
      #expect(try folder.text("map/elements.csv") == Self.map["elements.csv"])
    }
  }

  @Test func whatIsNoListIsToldInOneSentence() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let list = try folder.write("list.csv", "Question,Answer\nWho?,me\n")
      let answer = try await Tool.run("answer", map, list, "-o", folder.path("new"))
      #expect(answer.status == 1)
      #expect(
        answer.errorLines == [
          "error: list.csv: this is no list of questions: it has no columns Key and Answer; "
            + "expected a list that sightline check MAP -o wrote, filled in"
        ])
      #expect(!folder.contents.contains("new"))
      let absent = try await Tool.run(
        "answer", map, folder.path("no.csv"), "-o", folder.path("new"))
      #expect(absent.status == 1)
    }
  }
}
