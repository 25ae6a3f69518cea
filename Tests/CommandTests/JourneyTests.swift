import Foundation
import Testing

@Suite("Journeys from the command line") struct JourneyTests {
  private let household = Tool.sample("household-h07")
  private let families = Tool.sample("forty-families")

  @Test func oneCaseHasTheShapeThatIsPromised() async throws {
    let run = try await Tool.run(
      "journey", household, "--case", "H-07", "--share", "team", "--before", "2025-12-01",
      "--on", "2026-04-01", "--json")
    #expect(run.status == 0)
    #expect(hasSortedKeys(run.output))
    let json = try run.json
    #expect(
      json.keys.isSuperset(of: [
        "case", "steps", "workers", "organizations", "silos", "silo_crossings",
        "organization_crossings", "loops", "handoffs", "warm_share", "asked_again", "dead_ends",
        "open_ends", "unowned_barriers", "care_team", "throughput_days", "idle_days",
      ]))
    #expect(json["case"].text == "H-07")
    #expect(json["steps"].number == 36)
    #expect(json["workers"].number == 15)
    #expect(json["organizations"].number == 11)
    #expect(json["silos"].number == 5)
    #expect(json["loops"].number == 1)
    #expect(json["handoffs"].keys == ["cold", "warm", "closed_loop", "self", "none"])
    #expect(json["handoffs"]["cold"].number == 9)
    #expect(json["handoffs"]["self"].number == 2)
    #expect(json["asked_again"].items.map { $0["times"].number } == [9])
    #expect(json["asked_again"].items.map { $0["organizations"].number } == [9])
    #expect(json["dead_ends"].number == 2)
    #expect(json["open_ends"].number == 0)
    #expect(json["unowned_barriers"].items.isEmpty)
    #expect(json["care_team"].keys.isSuperset(of: ["size", "ties", "possible", "density"]))
    #expect(json["care_team"]["ties"].number == 38)
    #expect(json["before"]["care_team"]["ties"].number == 4)
    let unowned = json["before"]["unowned_barriers"].items
    #expect(unowned.map { $0["barrier"].text } == ["Electricity cut off"])
    #expect(unowned.map { $0["told"].number } == [9])
  }

  @Test func workersAreNamedToTheTeamAlone() async throws {
    let arguments = ["journey", household, "--case", "H-07"]
    for extra in [[], ["--json"]] {
      let team = try await Tool.run(arguments + extra + ["--share", "team"])
      let members = try await Tool.run(arguments + extra)
      #expect(members.status == 0)
      #expect(members.output.contains("Electricity cut off"))
      #expect(team.output.contains("Imani Brookes"))
      for worker in ["Brookes", "Pruett", "Vance", "Osgood"] {
        #expect(!members.output.contains(worker))
      }
    }
    let text = try await Tool.run(arguments)
    #expect(
      text.lines.dropFirst().first
        == "Nobody's job: Electricity cut off. 9 workers were told, of 8 organizations.")
  }

  @Test func withoutConsentOthersSeeNothing() async throws {
    try await withTemporaryFolder { folder in
      let map = folder.path("h07")
      try FileManager.default.copyItem(atPath: household, toPath: map)
      let settings = try folder.text("h07/settings.csv").split(separator: "\n")
      try folder.write(
        "h07/settings.csv",
        settings.filter { !$0.hasPrefix("Consent") }.joined(separator: "\n") + "\n")
      for audience in ["members", "public"] {
        let run = try await Tool.run("journey", map, "--case", "H-07", "--share", audience)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("has not agreed"))
      }
      let late = try await Tool.run("journey", household, "--case", "H-07", "--on", "2027-03-01")
      #expect(late.status == 1)
      #expect(late.errors.contains("it ended on 2027-02-28"))
    }
  }

  private func namesAFamily(_ text: String) -> Bool { text.contains(/Family \d/) }

  @Test func fortyFamiliesShowNothingSmall() async throws {
    for audience in ["members", "public"] {
      let run = try await Tool.run("journey", families, "--share", audience, "--json")
      let json = try run.json
      #expect(json["cases"].number == 40)
      #expect(json["events"].isNull)
      let rows =
        json["directly_follows"].items + json["handover"].items + json["handover_silos"].items
      #expect(rows.count == 9)
      #expect(rows.allSatisfy { ($0["families"].number ?? 0) >= 11 })
      #expect(json["handover_workers"].isNull)
      #expect(json["suppressed"]["handover"].number == 4)
      #expect(!namesAFamily(run.output))
    }
    let team = try await Tool.run("journey", families, "--share", "team", "--json")
    #expect(try team.json["handover"].items.count == 7)
    #expect(!namesAFamily(team.output))
    let text = try await Tool.run("journey", families)
    #expect(text.output.contains("Left out, for fewer than 11 families"))
    #expect(!namesAFamily(text.output))
  }

  @Test func wrongUsageIsTold() async throws {
    #expect(try await Tool.run("journey", families, "--before", "2026-01-01").status == 64)
    #expect(try await Tool.run("journey", families, "--threshold", "-1").status == 64)
    let absent = try await Tool.run("journey", families, "--case", "Family 99")
    #expect(absent.status == 1)
    #expect(absent.errors.contains("there is no such case"))
    let larkspur = try await Tool.run("journey", Tool.sample("larkspur"))
    #expect(larkspur.status == 0)
    #expect(larkspur.errors.contains("nothing to follow"))
  }

  private static let receipt = "data/event-logs/receipt.csv"
  private static let packed = "data/event-logs/08_receipt.xes.gz"

  @Test(Tool.needs(receipt), Tool.needs(packed))
  func theSamePermitsGiveTheSameResult() async throws {
    let arguments = ["--threshold", "0", "--share", "team", "--json"]
    let table = try await Tool.run(["journey", Tool.shared(Self.receipt)] + arguments)
    let stream = try await Tool.run(["journey", Tool.shared(Self.packed)] + arguments)
    #expect(table.status == 0 && stream.status == 0)
    #expect(table.output == stream.output)
    #expect(table.errors.contains("Case is \"case:concept:name\""))
    let json = try table.json
    #expect(json["cases"].number == 1434)
    #expect(json["events"].number == 8577)
    #expect(json["directly_follows"].items.count == 99)
    #expect(json["handover_workers"].items.count == 286)
    #expect(json["handover"].items.count == 47)
    let members = try await Tool.run("journey", Tool.shared(Self.receipt), "--json")
    let small = try members.json["handover"].items.filter { ($0["families"].number ?? 0) < 11 }
    #expect(small.isEmpty)
    #expect(try members.json["handover_workers"].isNull)
    let one = try await Tool.run(
      "journey", Tool.shared(Self.packed), "--case", "case-10011", "--share", "team", "--json")
    #expect(try one.json["steps"].number == 4)
    // A log says nothing of who works with whom: that is not known, and not none.
    #expect(try one.json["care_team"]["ties"].isNull)
    #expect(try one.json["care_team"]["density"].isNull)
    #expect(!stream.errors.contains("start_timestamp"))
    let refused = try await Tool.run("journey", Tool.shared(Self.packed), "--case", "case-10011")
    #expect(refused.status == 1)
  }

  /// `PM4PY` may name a Python that has it.
  private static let python = ProcessInfo.processInfo.environment["PM4PY"] ?? "python3"
  private static let hasPM4PY = (try? output(of: ["-c", "import pm4py"])) != nil

  private static func output(of arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return data
  }

  @Test(
    .enabled(if: hasPM4PY, "pm4py is not installed: the test is skipped"), Tool.needs(receipt),
    arguments: [receipt, packed, "data/event-logs/running-example.xes"])
  func countsAndNetworkAreThoseOfPM4PY(log: String) async throws {
    let script = Tool.root.appending(path: "Tests/CommandTests/Peers/pm4py_flows.py")
    let theirs = try JSON(
      Self.output(of: [script.path(percentEncoded: false), Tool.shared(log)]))
    let ours = try await Tool.run(
      "journey", Tool.shared(log), "--threshold", "0", "--share", "team", "--json"
    ).json
    func pairs(_ rows: [JSON]) -> [[String]: Double] {
      Dictionary(
        uniqueKeysWithValues: rows.map { row in
          let cells = row.items
          return ([cells[0].text ?? "", cells[1].text ?? ""], cells[2].number ?? -1)
        })
    }
    func pairs(_ rows: [JSON], _ value: String) -> [[String]: Double] {
      Dictionary(
        uniqueKeysWithValues: rows.map {
          ([$0["from"].text ?? "", $0["to"].text ?? ""], $0[value].number ?? -1)
        })
    }
    #expect(
      pairs(ours["directly_follows"].items, "count") == pairs(theirs["directly_follows"].items))
    let network = pairs(theirs["handover"].items)
    let shares = pairs(ours["handover_workers"].items, "share")
    #expect(shares.keys.count == network.keys.count)
    for (pair, share) in network {
      #expect(abs((shares[pair] ?? -1) - share) < 1e-12, "\(pair)")
    }
  }
}
