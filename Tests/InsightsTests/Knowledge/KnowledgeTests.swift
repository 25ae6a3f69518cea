import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("What is known")
struct KnowledgeTests {
  private func map(yes: Int, no: Int, blank: Int) -> SystemMap {
    let count = yes + no + blank
    var map = TiedMap.organizations(
      count, ties: [(0, 1)], sectors: Array(repeating: "a", count: count - 1))
    for place in 0..<yes { map.elements[place].responded = true }
    for place in yes..<yes + no { map.elements[place].responded = false }
    return map
  }

  @Test func theResponseRate() throws {
    let map = map(yes: 46, no: 19, blank: 2)
    let knowledge = Knowledge(of: map, network: map.network())
    #expect(knowledge.response.invited == 65)
    #expect(knowledge.response.rate == 46.0 / 65)
    #expect(
      knowledge.response.sentence
        == "46 of 65 invited responded (71 %). 2 were not invited. With fewer than 3 in 4, ties "
        + "are missed and ranks are rough.")
    #expect(knowledge.findings.first?.severity == .warning)
  }

  @Test func nobodyWasAsked() {
    let map = map(yes: 0, no: 0, blank: 3)
    let knowledge = Knowledge(of: map, network: map.network())
    #expect(knowledge.response.rate == nil)
    #expect(knowledge.response.sentence.hasPrefix("No response is recorded"))
  }

  @Test func whatIsOpen() {
    var map = map(yes: 3, no: 0, blank: 0)
    map.elements += [
      Element(id: "b", label: "Electricity", type: .barrier),
      Element(id: "c", label: "Transport", type: .barrier),
    ]
    map.elements[4].owner = .nobody
    let knowledge = Knowledge(of: map, network: map.network())
    #expect(
      knowledge.gaps.map(\.sentence) == [
        "no Sector: 1 of 3 organizations", "no reported tie: 1 of 3 organizations",
        "owner left blank, which is not the same as nobody: 1 of 2 barriers",
        "no level: 1 of 1 ties",
      ])
    #expect(knowledge.response.reports == nil)
  }
}
