import ArgumentParser
import Insights
import Interchange
import Reports
import SystemMaps

/// `sightline check`: what is wrong or odd in a map, and where; and what to ask about it.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List errors and findings, each with its place; or write the questions to ask.",
    discussion: """
      One line each: file:row:column: what was found; what was expected. With -o the questions that \
      the map leaves open go into a workbook, a CSV file or a web page; filled in, `sightline answer` \
      puts the answers into a new map.

      sightline check Samples/larkspur
      sightline check Samples/larkspur -o questions.xlsx --before Tuesday --share team
      """)

  @OptionGroup var source: MapArguments

  @Flag(help: "Print the findings as JSON.")
  var json = false

  @Option(
    name: .shortAndLong,
    help: "Write the questions to ask into this file: .xlsx, .csv or .html.")
  var output: String?

  @Option(help: "Before what the questions are to be asked: a day, or words.")
  var before = "the meeting"

  /// In which form the questions are written.
  private enum Form: String, CaseIterable {
    case xlsx, csv, html
  }

  func validate() throws {
    if let output, form == nil {
      throw ValidationError("\(output): the name must end in .xlsx, .csv or .html.")
    }
  }

  private var form: Form? {
    output?.split(separator: ".").last.flatMap { Form(rawValue: $0.lowercased()) }
  }

  func run() throws {
    let sheets = try source.file.sheets()
    let reading = MapReading(sheets: sheets.sheets, findings: sheets.findings)
    if let form, let output {
      try write(reading, sheets: sheets.sheets, as: form, to: output)
    } else {
      printFindings(of: reading)
    }
    if !reading.isUsable { throw ExitCode.failure }
  }

  private func printFindings(of reading: MapReading) {
    let ids =
      reading.hasCountedIDs
      ? [
        Finding(
          .notice, "no column ID: ids such as organization-1 count the rows and move with them",
          expected: "add the column if ids have to last")
      ] : []
    let findings = reading.map.shared(reading.findings + ids, with: source.share)
    if json {
      Console.printVerbatim(JSONValue.object(["findings": .findings(findings)]).text)
    } else {
      for finding in findings { Console.print("\(finding.severity.rawValue): \(finding)") }
      Console.note(FindingSummary(findings).text)
    }
  }

  private func write(
    _ reading: MapReading, sheets: [Sheet], as form: Form, to path: String
  ) throws {
    let questions = showingProgress("Looking at the map") {
      Questions(of: reading, sheets: sheets, for: source.share, on: source.on)
    }
    let map = reading.map.on(source.on).shared(with: source.share)
    let list = QuestionList(questions, before: before, of: map, for: source.share)
    do {
      switch form {
      case .xlsx: try list.workbook.write(to: path)
      case .csv: try OutputFile(name: path, text: list.csv).write(to: path)
      case .html: try OutputFile(name: path, text: list.html).write(to: path)
      }
    } catch let error as OutputError {
      throw CommandFailure(error.description)
    }
    let count = questions.all.count
    Console.note(
      count == 0
        ? "There is nothing to ask; \(path) says so."
        : "\(path): \(count) question\(count == 1 ? "" : "s"), the most useful first.")
  }
}
