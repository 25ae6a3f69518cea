import ArgumentParser
import Foundation
import Insights
import Interchange
import Reports
import SystemMaps

/// `sightline answer`: put the answers of a list of questions into a new map.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Put the answers of a filled-in list of questions into a new map.",
    discussion: """
      The list is the workbook or CSV file that `sightline check MAP -o` wrote. The new map is a \
      folder, an .xlsx or a .json file; MAP stays as it is. What was asked, answered and changed is \
      kept in the new map's sheet of answers. Answers that do not fit are listed and left out.

      sightline answer Samples/larkspur questions.xlsx -o larkspur-2.xlsx
      """)

  @OptionGroup var file: MapFileArguments

  @Argument(help: "The filled-in list: .xlsx or .csv.")
  var list: String

  @Option(name: .shortAndLong, help: "The new map: a folder, .xlsx or .json.")
  var output: String

  @Option(help: "Who may see what is printed: team, members or public.")
  var share: Audience = .members

  func validate() throws {
    let inputs = [file.map, list] + [file.connections].compactMap { $0 }
    for input in inputs where Self.isSame(output, orHolds: input) {
      throw ValidationError("-o \(output): this is where \(input) is; name another place.")
    }
  }

  /// Whether writing to a path could replace another.
  private static func isSame(_ path: String, orHolds other: String) -> Bool {
    func parts(_ path: String) -> [String] {
      URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
    }
    return parts(other).starts(with: parts(path))
  }

  func run() throws {
    let sheets = try file.sheets()
    let answers = try QuestionList.answers(in: list)
    guard let today = CalendarDate.today else {
      throw CommandFailure("the machine's clock shows no day of the calendar; set it first")
    }
    let answering = showingProgress("Putting in the answers") {
      Answering(answers, of: sheets.sheets, findings: sheets.findings, on: today)
    }
    try MapFile.write(answering.sheets, to: output)
    let map = MapReading(sheets: sheets.sheets).map
    for finding in map.shared(answering.findings, with: share) {
      Console.print("\(finding)")
    }
    Console.note("\(output): \(Self.summary(of: answering))")
  }

  private static func summary(of answering: Answering) -> String {
    [
      (answering.applied, "put in"), (answering.noted, "noted, changing nothing"),
      (answering.repeated, "there already"), (answering.findings.count, "left out"),
      (answering.blank, "blank"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + "."
  }
}

extension CalendarDate {
  /// Today, where the machine is; `nil` if its clock shows a day that no calendar has.
  fileprivate static var today: CalendarDate? {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
