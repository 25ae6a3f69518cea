import Insights
import Reports
import SystemMaps
import Testing

@Suite struct SiloReportTests {
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
    let effort = Silos.Effort(runs: 5, replicates: 19, runsPerReplicate: 1)
    return SiloReport(
      Silos(of: network, in: map, audience: audience, effort: effort), of: map, for: audience)
  }

  @Test func fewResidentsCannotBeCounted() {
    let few = report(residents: 3, for: .members)
    #expect(few.text.contains("– members"))
    #expect(few.text.contains("fewer than 11 not named"))
    #expect(!few.text.contains("Resident"))
    #expect(few.json.text.contains("\"size\": null"))
    #expect(few.json.text.contains("\"elements\": null"))
    #expect(!few.json.text.contains("\"elements\": 5"))
  }

  @Test func manyResidentsAreCountedAndNotNamed() {
    let many = report(residents: 12, for: .members)
    #expect(many.text.contains("14 members"))
    #expect(many.text.contains("12 not named"))
    #expect(!many.text.contains("Resident"))
  }

  @Test func theTeamSeesAll() {
    let team = report(residents: 3, for: .team)
    #expect(team.text.contains("5 members"))
    #expect(team.text.contains("Resident 2"))
    #expect(team.json.text.contains("\"size\": 5"))
  }
}
