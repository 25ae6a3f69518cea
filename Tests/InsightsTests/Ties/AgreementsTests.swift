import SystemMaps
import Testing

@testable import Insights

@Suite("Agreements")
struct AgreementsTests {
  /// Six organizations of which 4 and 5 did not answer, with agreements on four pairs.
  private var map: SystemMap {
    var map = TiedMap.organizations(
      6, ties: [(0, 1), (0, 2), (1, 3), (4, 5)], type: .agreement)
    for place in 0..<6 { map.elements[place].responded = place < 4 }
    return map
  }

  private func tie(_ one: Int, _ other: Int, _ between: Connection.Between?) -> Connection {
    var tie = Connection(from: TiedMap.id(one), to: TiedMap.id(other), type: .worksWith)
    tie.between = between
    return tie
  }

  private func agreements(_ map: SystemMap) throws -> Agreements {
    try #require(Agreements(in: map.network(NetworkScope(types: [.organization])), of: map))
  }

  @Test func contactIsOfFrontlineWorkers() throws {
    var map = map
    map.connections += [tie(1, 0, .frontline), tie(0, 2, .leaders), tie(1, 3, nil)]
    let found = try agreements(map)
    #expect(found.agreements.map(\.contact) == [.frontline, .noneReported, .unknown, .unknown])
    #expect(found.withoutContact == [ElementPair("o0", "o2")])
    #expect(
      found.sentence
        == "1 of 2 agreements are lived by frontline workers (50 %); 1 has no frontline contact "
        + "reported. Of 2 it is not known. 0 pairs with frontline contact have no agreement "
        + "reported.")
  }

  @Test func nothingIsClaimedWhereNeitherAnswered() throws {
    let found = try agreements(map)
    #expect(
      found.agreements.map(\.contact) == [.noneReported, .noneReported, .noneReported, .unknown])
  }

  @Test func contactWithoutAgreement() throws {
    var map = map
    map.connections += [tie(0, 3, .frontline), tie(2, 4, .frontline)]
    map.connections.removeAll { $0.from == "o4" && $0.to == "o5" }
    map.connections.append(tie(4, 5, .frontline))
    let found = try agreements(map)
    #expect(found.contactsWithoutAgreement == [ElementPair("o0", "o3"), ElementPair("o2", "o4")])
    #expect(found.unknownContacts == 1)
  }

  @Test func workersStandForWhomTheyWorkFor() throws {
    var map = map
    for number in 0..<2 {
      var worker = Element(id: ElementID("w\(number)"), label: "Worker", type: .person)
      worker.worksFor = .given([TiedMap.id(number)])
      map.elements.append(worker)
    }
    var tie = Connection(from: "w0", to: "w1", type: .knows)
    tie.between = .frontline
    map.connections.append(tie)
    #expect(try agreements(map).agreements.first?.contact == .frontline)
  }

  @Test func withoutAgreementsThereIsNothingToCompare() {
    let map = TiedMap.twoSilos
    #expect(Agreements(in: map.network(), of: map) == nil)
  }
}
