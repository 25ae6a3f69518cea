import Foundation
import Testing

/// Event logs in the place of a map.
@Suite("Event logs on the command line")
struct EventLogCommandTests {
  /// Two cases, one of them with a single step.
  private static let csv = """
    case,activity,start time,end time,resource,group
    K1,Intake,2026-03-28T22:00:00+01:00,2026-03-28T23:00:00+01:00,Ann,Elm School
    K1,Visit,2026-03-29T04:00:00+02:00,2026-03-29T05:00:00+02:00,Ben,Oak Clinic
    K1,Close,2026-03-30T09:00:00+02:00,2026-03-29T09:00:00+02:00,,
    K2,Intake,2026-04-01,,Ann,Elm School

    """
  private static let xes = """
    <?xml version="1.0" encoding="UTF-8"?>
    <log>
    <trace><string key="concept:name" value="K1"/>
    <event><string key="concept:name" value="Intake"><string key="org:group" value="no"/></string>
    <string key="org:group" value="Elm School"/>
    <date key="time:timestamp" value="2026-03-28T22:00:00+01:00"/></event>
    <event><string key="concept:name" value="Visit"/><string key="org:group" value="Oak Clinic"/>
    <date key="time:timestamp" value="2026-03-29T04:00:00+02:00"/></event>
    </trace></log>
    """

  @Test(arguments: [("log.csv", csv), ("log.xes", xes)])
  func aCaseOfALogIsDrawnAndReported(name: String, text: String) async throws {
    try await withTemporaryFolder { folder in
      let log = try folder.write(name, text)
      for view in ["journey", "care-team", "ecomap", "flow"] {
        let file = folder.path("\(view).svg")
        let run = try await Tool.run(
          "draw", log, view, "-o", file, "--case", "K1", "--share", "team")
        #expect(run.status == 0, "\(view): \(run.errors)")
        #expect(run.errors.contains("Case is"))
      }
      let svg = try folder.text("journey.svg")
      for word in ["Intake", "Elm School", "Oak Clinic"] { #expect(svg.contains(word), "\(word)") }
      let report = try await Tool.run(
        "report", log, "--for", "journey", "--case", "K1", "--share", "team", "-o",
        folder.path("report"), "--formats", "html,svg")
      #expect(report.status == 0, "\(report.errors)")
      #expect(try folder.text("report/index.html").contains("Elm School"))
      // A log holds no consent.
      let members = try await Tool.run(
        "draw", log, "journey", "-o", folder.path("no.svg"), "--case", "K1")
      #expect(members.status == 1 && members.errors.contains("has not agreed"))
      #expect(!folder.contents.contains("no.svg"))
    }
  }

  @Test func theOnlyCaseNeedsNoNameAndSeveralDo() async throws {
    try await withTemporaryFolder { folder in
      let one = try folder.write("one.xes", Self.xes)
      let file = folder.path("one.svg")
      #expect(
        try await Tool.run("draw", one, "journey", "-o", file, "--share", "team").status == 0)
      let two = try folder.write("two.csv", Self.csv)
      let run = try await Tool.run("draw", two, "journey", "-o", file, "--share", "team")
      #expect(run.status == 1 && run.errors.contains("the log has 2 cases: name one with --case"))
      let single = try await Tool.run(
        "draw", two, "journey", "-o", file, "--share", "team", "--case", "K2")
      #expect(single.status == 0, "\(single.errors)")
    }
  }

  /// A CSV file whose columns are called otherwise is a log as soon as they are named.
  @Test func columnsOfALogCanBeNamed() async throws {
    try await withTemporaryFolder { folder in
      let log = try folder.write("visits.csv", "who,what,when\nF1,Visit,2026-01-02\n")
      let unnamed = try await Tool.run("journey", log)
      #expect(unnamed.status == 1)
      #expect(unnamed.errors.contains("--column journeys.Case=THEIRS"))
      let named = try await Tool.run(
        "journey", log, "--threshold", "0", "--column", "journeys.Case=who", "--column",
        "journeys.Step=what", "--column", "journeys.Start date=when")
      #expect(named.status == 0, "\(named.errors)")
      #expect(named.lines.first == "1 case, 1 step.")
    }
  }

  /// Every other command says what to do, and makes no map of a log's rows.
  @Test(arguments: [
    ["draw", "LOG", "system", "-o", "x.svg"], ["report", "LOG", "-o", "x"], ["measure", "LOG"],
    ["silos", "LOG"], ["check", "LOG"], ["inclusion", "LOG"], ["conditions", "LOG"], ["LOG"],
  ])
  func aLogIsNoMap(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      for (name, text) in [("log.csv", Self.csv), ("log.xes", Self.xes)] {
        let log = try folder.write(name, text)
        let run = try await Tool.run(
          arguments.map { $0 == "LOG" ? log : $0.hasPrefix("x") ? folder.path($0) : $0 })
        #expect(run.status == 1, "\(run.output)")
        #expect(run.output.isEmpty)
        #expect(
          run.errors.contains("is an event log, the steps of many cases, and no map"),
          "\(run.errors)")
      }
      #expect(folder.contents == ["log.csv", "log.xes"])
    }
  }
}
