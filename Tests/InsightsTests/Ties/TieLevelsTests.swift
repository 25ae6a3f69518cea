import SystemMaps
import Testing

@testable import Insights

@Suite("Levels of ties")
struct TieLevelsTests {
  private func levels(within: Int?, across: Int?) throws -> TieLevels {
    var map = TiedMap.twoSilos
    map.connections.append(Connection(from: "o0", to: "o6", type: .worksWith))
    map.connections.append(Connection(from: "o1", to: "o7", type: .worksWith))
    map.settings.levelScale = .himmelman
    for place in map.connections.indices {
      let isWithin =
        map[map.connections[place].from]?.sector == map[map.connections[place].to]?.sector
      map.connections[place].level = isWithin ? within : across
    }
    let sectors = Silos(of: map.network(), in: map, effort: .quick).sectors
    return try #require(sectors?.levels)
  }

  @Test func theUsualPattern() throws {
    let levels = try levels(within: 4, across: 1)
    #expect(levels.rungs.map(\.within) == [0, 0, 0, 30])
    #expect(levels.rungs.map(\.across) == [3, 0, 0, 0])
    #expect(levels.rungs[0].between == [[0, 3], [3, 0]])
    #expect(
      levels.rungs.map(\.word) == ["networking", "coordinating", "cooperating", "collaborating"])
    #expect(levels.meanWithin == 4 && levels.meanAcross == 1)
    #expect((levels.p ?? 1) < 0.05)
    #expect(levels.sentence?.contains("the usual pattern") == true)
  }

  @Test func theSameLevelEverywhereSaysNothing() throws {
    let levels = try levels(within: 2, across: 2)
    #expect(levels.p == 1)
    #expect(levels.sentence?.contains("as far as chance lets one tell") == true)
  }

  @Test func unknownLevelsAreCountedAndNotGuessed() throws {
    let levels = try levels(within: 3, across: nil)
    #expect(levels.unknownAcross == 3 && levels.unknownWithin == 0)
    #expect(levels.meanAcross == nil && levels.p == nil && levels.sentence == nil)
    let map = TiedMap.twoSilos
    #expect(Silos(of: map.network(), in: map, effort: .quick).sectors?.levels == nil)
  }
}
