import Foundation
import SystemMaps
import Testing

@testable import Interchange

@Suite("Event logs") struct EventLogTests {
  private func read(
    _ text: String, as name: String = "log.xes", columns: [ColumnAlias] = []
  ) throws -> EventLogReading {
    let folder = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return try EventLogFile.read(file.path(percentEncoded: false), columns: columns)
  }

  @Test(
    "the same permits as CSV and as compressed XES are one log",
    SharedData.needs("data/event-logs/receipt.csv"),
    SharedData.needs("data/event-logs/08_receipt.xes.gz"))
  func receipts() throws {
    let table = try EventLogFile.read(SharedData.path("data/event-logs/receipt.csv"))
    let stream = try EventLogFile.read(SharedData.path("data/event-logs/08_receipt.xes.gz"))
    for log in [table.log, stream.log] {
      #expect(log.cases.count == 1434)
      #expect(log.events.count == 8577)
      #expect(log.activities.count == 27)
      #expect(log.workers.count == 48)
      #expect(log.organizations.count == 10)
    }
    // The one is in the order of names, the other in its own.
    func lines(_ log: EventLog) -> [String] {
      log.events.map { event in
        [
          log.cases[Int(event.caseNumber)], log.activities[Int(event.activity)],
          event.worker.map { log.workers[Int($0)].label } ?? "",
          event.organization.map { log.organizations[Int($0)].label } ?? "",
          event.end.map(String.init) ?? "",
        ].joined(separator: ",")
      }.sorted()
    }
    // XES keeps milliseconds, and so do these rows.
    #expect(lines(table.log) == lines(stream.log))
    #expect(table.columns.names[.organization] == "org:group")
    #expect(table.columns.sentence.hasPrefix("Case is \"case:concept:name\", Step is"))
  }

  @Test func nestedAttributesGlobalsAndListsAreNotEvents() throws {
    let reading = try read(
      """
      <?xml version="1.0"?>
      <x:log xmlns:x="http://www.xes-standard.org/">
        <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
        <float key="meta" value="1"><string key="concept:name" value="inner"/></float>
        <trace>
          <list key="l"><values><string key="concept:name" value="listed"/></values></list>
          <event>
            <string key="concept:name" value="Visit">
              <string key="org:resource" value="nobody"/>
            </string>
            <string key="org:resource" value=" Ann &amp; Ben "/>
            <date key="time:timestamp" value="2026-01-02T10:00:00.000+01:00"/>
          </event>
          <event><string key="org:group" value="Clinic"/></event>
          <string key="concept:name" value="late name"/>
        </trace>
        <trace><event><string key="concept:name" value="Call"/></event></trace>
      </x:log>
      """)
    #expect(reading.log.cases == ["late name", "trace 2"])
    #expect(reading.log.activities == ["Visit", "(not named)", "Call"])
    #expect(reading.log.workers.map(\.label) == ["Ann & Ben"])
    #expect(reading.log.organizations.map(\.label) == ["Clinic"])
    #expect(reading.log.events[0].end == JourneyStep.Moment("2026-01-02 09:00")?.instant)
    #expect(reading.log.events[1].end == nil)
    #expect(reading.findings.map(\.message) == ["1 event does not say what happened"])
  }

  @Test func entitiesThatGrowAreRefused() throws {
    var declarations = "<!ENTITY a0 \"ha\">"
    for level in 1..<10 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      declarations += "<!ENTITY a\(level) \"\(inner)\">"
    }
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE log [\(declarations)]>
      <log><trace><event><string key="concept:name" value="&a9;"/></event></trace></log>
      """
    let error = #expect(throws: MapErrors.self) { try read(bomb) }
    #expect(error?.description.contains("declares entities of its own") == true)
  }

  @Test func whatIsNoWholeLogIsRefused() throws {
    func message(_ text: String, as name: String = "log.xes") -> String? {
      do {
        _ = try read(text, as: name)
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(message("<html><body/></html>")?.contains("no event log") == true)
    #expect(message("<log><trace>")?.contains("damaged or cut off") == true)
    let deep = String(repeating: "<list>", count: 300)
    #expect(message("<log>\(deep)")?.contains("nested more than 200") == true)
    #expect(message("a,b\n1,2\n", as: "log.csv")?.contains("--column journeys.Case=") == true)
    #expect(message("case,activity\n\"1,2\n", as: "log.csv")?.contains("never closes") == true)
  }

  @Test(SharedData.needs("data/event-logs/08_receipt.xes.gz"))
  func aCutOffArchiveIsRefused() throws {
    let whole = try Data(
      contentsOf: URL(filePath: SharedData.path("data/event-logs/08_receipt.xes.gz")))
    let file = FileManager.default.temporaryDirectory.appending(path: "cut-\(UUID()).xes.gz")
    defer { try? FileManager.default.removeItem(at: file) }
    for data in [whole.prefix(50_000), whole.prefix(20_000) + Data(repeating: 7, count: 1000)] {
      try data.write(to: file)
      let error = #expect(throws: MapErrors.self) {
        try EventLogFile.read(file.path(percentEncoded: false))
      }
      #expect(error?.description.contains("damaged or cut off") == true)
    }
  }

  @Test func startsAndCompletionsAreOneStep() throws {
    let reading = try read(
      """
      case,activity,lifecycle:transition,time:timestamp,org:resource
      1,Visit,schedule,2026-01-01T08:00:00Z,
      1,Visit,start,2026-01-01T09:00:00Z,Ann
      1,Call,start,2026-01-01T09:30:00Z,Ben
      1,Visit,complete,2026-01-01T10:00:00Z,Ann
      1,Form,complete,2026-01-01T11:00:00Z,Ann
      """, as: "log.csv")
    let log = reading.log
    #expect(log.events.map { log.activities[Int($0.activity)] } == ["Visit", "Call", "Form"])
    #expect(log.events.map { $0.start == nil } == [false, false, true])
    #expect(log.events.map { $0.end == nil } == [false, true, false])
    #expect(reading.findings.count == 1)
  }

  @Test func timesAreInstantsAndOddOnesAreTold() throws {
    let reading = try read(
      """
      Case ID;Activity;Start time;End time;Department
      1;Visit;2026-03-29T01:30:00+01:00;2026-03-29T03:30:00+02:00;Clinic
      1;Visit;2026-01-02;2026-01-01;
      ;Lost;2026-01-02;;
      1;Odd;02/01/2026;;
      """, as: "log.csv")
    let events = reading.log.events
    // The hour that the clock was put on did not pass.
    #expect(events[0].end.map { $0 - (events[0].start ?? 0) } == 3_600_000_000)
    #expect(events[1].end == nil)
    #expect(events[2].start == nil)
    #expect(reading.log.organizations.map(\.label) == ["Clinic"])
    #expect(
      reading.findings.map(\.message) == [
        "1 row has no case, and was left out", "1 time was left out",
        "1 event ends before it begins",
      ])
  }

  @Test func columnsCanBeNamed() throws {
    let reading = try read(
      "who,what,at,by\n1,Visit,2026-01-01,Ann\n", as: "log.csv",
      columns: try ["journeys.Case=who", "journeys.Step=what", "journeys.Start date=at"]
        .map { try ColumnAlias(parsing: $0) })
    #expect(reading.log.events.count == 1)
    #expect(reading.log.events[0].start != nil)
    let error = #expect(throws: MapErrors.self) {
      try read(
        "who,what\n1,2\n", as: "log.csv", columns: [ColumnAlias(parsing: "journeys.Case=whom")])
    }
    #expect(
      error?.description.contains("there is no such column; expected one of who, what") == true)
  }

  @Test func theMapsOwnElementsAreTaken() throws {
    let reading = try read(
      "case,activity,timestamp,resource,group\n1,Visit,2026-01-01,ann,OAK clinic\n"
        + "1,Call,2026-01-02,Zoe,Elm\n", as: "log.csv")
    var ann = Element(id: "W1", label: "Ann", type: .person, sector: "health")
    ann.aliases = ["A."]
    let map = SystemMap(elements: [
      ann,
      Element(id: "organization-1", label: "Oak Clinic", type: .organization, sector: "health"),
      Element(id: "H1", label: "1", type: .household),
    ])
    let (log, findings) = reading.log.matched(to: map)
    #expect(log.workers.map(\.id) == ["W1", "person-1"])
    #expect(log.organizations.map(\.id) == ["organization-1", "organization-2"])
    #expect(log.silos == ["health"])
    #expect(log.events.map(\.silo) == [0, nil])
    #expect(findings.count == 2)
    let one = try #require(map.taking(caseNamed: "1", from: log))
    #expect(one.journeySteps.map(\.worker) == ["W1", "person-1"])
    #expect(one.journeySteps[0].end == JourneyStep.Moment("2026-01-01 00:00Z"))
    #expect(one.journeySteps.allSatisfy { $0.household == nil })
    #expect(one.elements.count == 5)
  }
}
