import Insights
import SystemMaps
import Testing

@testable import Reports

@Suite("Reports of silos")
struct SiloReportTests {
  /// Two triangles: one of organizations, one of two organizations and so many residents.
  private func report(residents: Int, for audience: Audience) -> SiloReport {
    var elements = (0..<5).map {
      Element(
        id: ElementID("o\($0)"), label: "Org \($0)", type: .organization,
        sector: $0 < 3 ? "a" : "b")
    }
    var ties = [(0, 1), (1, 2), (0, 2), (3, 4)].map {
      Connection(from: ElementID("o\($0.0)"), to: ElementID("o\($0.1)"), type: .worksWith)
    }
    for number in 0..<residents {
      let id = ElementID("r\(number)")
      elements.append(Element(id: id, label: "Resident \(number)", type: .resident, sector: "b"))
      ties += [
        Connection(from: id, to: "o3", type: .knows), Connection(from: id, to: "o4", type: .knows),
      ]
    }
    let map = SystemMap(elements: elements, connections: ties)
    let network = map.network(NetworkScope(types: [.organization, .resident]))
    let study = SiloStudy(of: network, in: map, audience: audience, effort: .quick)
    return SiloReport(study, of: map, for: audience)
  }

  @Test(arguments: [Audience.members, .public], [3, 12])
  func residentsAreInNoFigureThatOthersSee(_ audience: Audience, residents: Int) {
    let shared = report(residents: residents, for: audience)
    #expect(shared.text.contains("2. 2 members, 1 ties within"))
    #expect(shared.text.contains("are left out of the figures"))
    #expect(!shared.text.contains("Resident"))
    let json = shared.json
    #expect(!json.text.contains("Resident") && !json.text.contains("\"r0\""))
    #expect(
      json["labels"]
        == .object(
          Dictionary(uniqueKeysWithValues: (0..<5).map { ("o\($0)", .string("Org \($0)")) })))
  }

  @Test func theTeamSeesAll() {
    let team = report(residents: 3, for: .team)
    #expect(team.text.contains("5 members"))
    #expect(team.text.contains("Resident 2"))
    #expect(team.json.text.contains("\"size\": 5"))
  }

  @Test func theJSONHasEveryPart() throws {
    let json = report(residents: 0, for: .members).json
    for key in [
      "method", "resolution", "seed", "runs", "modularity", "silos", "stability", "confidence",
      "null", "verdict", "against", "ei", "bridges", "brokers", "strangers", "response",
    ] {
      #expect(json[key] != nil, "\(key)")
    }
    for key in ["replicates", "mean", "sd", "z", "p"] { #expect(json["null"]?[key] != nil) }
    for key in ["attribute", "ari", "ari_p", "ami", "nmi", "vi", "matrix"] {
      #expect(json["against"]?[key] != nil)
    }
    #expect(json["confidence"]?["o0"] == .number(1))
    #expect(json["against"]?["matrix"]?["counts"] == [[3, 0], [0, 2]])
    #expect(json["densities"]?["observed_density"] == [[nil, nil], [nil, nil]])
  }

  @Test func everyFigureHasItsDefinition() throws {
    let report = report(residents: 0, for: .members)
    let definitions = try #require(report.json["definitions"])
    for key in ["modularity", "stability", "confidence", "null", "ari", "ei", "response"] {
      #expect(definitions[key] != nil, "\(key)")
    }
    for definition in SiloDefinition.all {
      #expect(report.text.contains("\(definition.title): \(definition.text)"))
    }
    #expect(Set(SiloDefinition.all.map(\.key)).count == SiloDefinition.all.count)
  }
}

extension Silos.Effort {
  /// Little, for tests.
  fileprivate static let quick = Silos.Effort(runs: 5, replicates: 19, runsPerReplicate: 1)
}
