import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("Influence")
struct InfluenceTests {
  @Test func aPathOfThree() {
    let map = TiedMap.organizations(3, ties: [(0, 1), (1, 2)])
    let influence = Influence(of: map.network(), in: map)
    #expect(influence.score(.betweenness, of: "o1") == 1)
    #expect(influence.score(.betweenness, of: "o0") == 0)
    #expect(influence.score(.degree, of: "o1") == 2)
    #expect(influence.score(.harmonic, of: "o0") == 0.75)
    #expect(influence.score(.coreness, of: "o1") == 1)
    #expect(influence.value(.elementCount) == .count(3))
    #expect(influence.value(.tieCount) == .count(2))
    #expect(influence.value(.articulationPoints) == .elements(["o1"]))
    #expect(influence.value(.componentSizes) == MeasureValue([3]))
    #expect(influence.findings.contains { $0.message.contains("fewer than 10") })
  }

  @Test func theMediciBridgeFlorence() {
    let map = TiedMap.florentine
    let measures = MeasureSet([
      .betweenness, .betweennessNormalized, .harmonic, .globalEfficiency, .modularity,
    ])
    let influence = Influence(of: map.network(), in: map, measures: measures)
    #expect(rounds(influence.score(.betweenness, of: "o1"), to: 47.5, digits: 6))
    #expect(rounds(influence.score(.betweennessNormalized, of: "o1"), to: 0.521978, digits: 6))
    #expect(rounds(influence.score(.harmonic, of: "o1"), to: 0.678571, digits: 6))
    #expect(influence.ranking(by: .betweenness).first?.element == "o1")
    #expect(
      influence.ranking(by: .betweenness).filter { $0.value == 0 }.map(\.rank) == [12, 12, 12, 12])
    guard case .number(let efficiency) = influence.value(.globalEfficiency),
      case .number(let modularity) = influence.value(.modularity)
    else {
      Issue.record("both are numbers")
      return
    }
    #expect(rounds(modularity, to: 0.39875, digits: 5))
    #expect(rounds(efficiency, to: 0.500159, digits: 6))
  }

  /// The small directed graph of the reference values, whose sectors are X, X, Y, Y, Z, Z, X.
  private var directed: SystemMap {
    TiedMap.organizations(
      7, ties: [(0, 1), (1, 2), (2, 1), (2, 3), (3, 4), (1, 4), (4, 5), (3, 5)],
      sectors: ["X", "X", "Y", "Y", "Z", "Z", "X"], type: .refersTo)
  }

  @Test func sectorsOfADirectedNetwork() throws {
    let map = directed
    let influence = Influence(of: map.network(), in: map, measures: .all)
    #expect(influence.isDirected)
    let index = try #require(influence.value(.externalInternalIndex))
    #expect(rounds(index["ei"]?.number, to: 0.142857, digits: 6))
    #expect(rounds(index["expected_permutation"]?.number, to: 0.523810, digits: 6))
    #expect(rounds(index["z"]?.number, to: -1.445528, digits: 6))
    #expect(index["per_group"]?["Y"]?["internalTies"] == .count(1))
    #expect(rounds(influence.value(.modularityOfAttribute)?.number, to: 0.091837, digits: 6))
    #expect(rounds(influence.value(.assortativity)?.number, to: 0.130435, digits: 6))
    let mixing = try #require(influence.value(.mixingMatrix))
    #expect(mixing["classes"] == .list([.text("X"), .text("Y"), .text("Z")]))
    #expect(
      mixing["counts"]
        == .list([
          MeasureValue([1, 1, 1]), MeasureValue([1, 1, 2]), MeasureValue([0, 0, 1]),
        ]))
    #expect(rounds(influence.value(.colemanHomophily)?["Y"]?.number, to: 0.1, digits: 6))
    let nodes = try #require(influence.scores.first { $0.measure == .externalInternalOfElement })
    #expect(nodes.values[6] == nil)
    #expect(nodes.elements.undefinedReason != nil)
    #expect(influence.score(.inDegree, of: "o1") == 2)
  }

  @Test func whatTheNetworkHasNotIsLeftOut() {
    let map = TiedMap.organizations(3, ties: [(0, 1)])
    let influence = Influence(of: map.network(), in: map, measures: .all)
    #expect(influence.value(.reciprocity) == nil)
    #expect(influence.score(.inDegree, of: "o0") == nil)
    #expect(!influence.scores.contains { $0.measure == .strength })
    #expect(
      influence.value(.transitivity) == .undefined(reason: "no element has two contacts"))
    guard case .undefined = influence.value(.externalInternalIndex) else {
      Issue.record("no sector is known")
      return
    }
  }

  @Test func oneGroupAloneHasNothingToReach() throws {
    let map = TiedMap.organizations(
      4, ties: [(0, 1), (1, 2), (2, 3)], sectors: ["health", "health", "health"])
    let influence = Influence(of: map.network(), in: map, measures: .all)
    let reason = "all elements are of one group"
    for measure in [Measure.externalInternalIndex, .modularityOfAttribute, .assortativity] {
      #expect(influence.value(measure) == .undefined(reason: reason))
    }
    let nodes = try #require(influence.scores.first { $0.measure == .externalInternalOfElement })
    #expect(nodes.values == [nil, nil, nil, nil])
    #expect(nodes.elements.undefinedReason == reason)
    #expect(Silos(of: map.network(), in: map, effort: .quick).sectors == nil)
  }

  @Test func weightsMakeStrongTiesShort() {
    var map = TiedMap.organizations(3, ties: [])
    map.connections = [
      Connection(from: "o0", to: "o1", type: .worksWith, strength: 4),
      Connection(from: "o1", to: "o2", type: .worksWith, strength: 4),
      Connection(from: "o0", to: "o2", type: .worksWith, strength: 1),
    ]
    let network = map.network(NetworkScope(isWeighted: true))
    let influence = Influence(of: network, in: map)
    #expect(influence.isWeighted)
    #expect(influence.score(.betweenness, of: "o1") == 1)
    #expect(influence.score(.strength, of: "o1") == 8)
  }

  @Test func elementsWithoutASectorAreLeftOutAndCounted() throws {
    let map = TiedMap.organizations(
      5, ties: [(0, 1), (1, 2), (2, 3), (3, 4)], sectors: ["a", "a", "", "b|c", "d"])
    let influence = Influence(of: map.network(), in: map)
    let index = try #require(influence.value(.externalInternalIndex))
    #expect(index["per_group"]?["a"] != nil && index["per_group"]?["d"] != nil)
    #expect(index["internal"] == .count(1) && index["external"] == .count(0))
    #expect(influence.findings.contains { $0.message.hasPrefix("1 of 5 elements") })
    #expect(influence.findings.contains { $0.message.contains("several values") })
  }

  @Test(arguments: [Audience.members, .public, .team])
  func peopleAreNotGroupedByWhatTheyStated(audience: Audience) {
    var map = SystemMap()
    let race = AttributeName("Race")
    map.elements = (0..<4).map { place in
      var person = Element(id: ElementID("p\(place)"), label: "P\(place)", type: .person)
      person.attributes[race] = place < 2 ? "a" : "b"
      return person
    }
    map.connections = [
      Connection(from: "p0", to: "p1", type: .knows),
      Connection(from: "p2", to: "p3", type: .knows),
    ]
    map.benchmarks = [
      Benchmark(population: .named("community"), attribute: "Race × Age", group: "a × old")
    ]
    let network = map.network()
    let influence = Influence(of: network, in: map, by: race, audience: audience)
    let silos = Silos(of: network, in: map, against: race, audience: audience, effort: .quick)
    if audience == .team {
      #expect(influence.attribute == race)
      #expect(silos.sectors != nil)
    } else {
      #expect(influence.attribute == nil)
      #expect(influence.value(.externalInternalIndex) == nil)
      #expect(silos.sectors == nil)
      #expect(influence.findings.contains { $0.message.contains("not grouped by Race") })
    }
  }

  @Test func noTwoMeasuresHaveOneName() {
    #expect(Set(Measure.all.map(\.name)).count == Measure.all.count)
  }

  @Test func measuresAreChosenByName() throws {
    #expect(
      try MeasureSet(names: ["density", " Betweenness "]).measures == [.density, .betweenness])
    #expect(try MeasureSet(names: ["all"]) == .all)
    #expect(throws: UnknownMeasures(names: ["fame"])) { try MeasureSet(names: ["fame", "degree"]) }
    #expect(MeasureSet(Measure.all.reversed()).measures == Measure.all)
  }

  @Test(arguments: Measure.all)
  func everyMeasureIsDefinedInOneSentence(measure: Measure) {
    #expect(measure.definition.hasSuffix("."))
    #expect(!measure.title.isEmpty)
  }

  @Test func anEmptyNetworkHasNoValues() {
    let map = SystemMap()
    let influence = Influence(of: map.network(), in: map, measures: .all)
    #expect(influence.value(.elementCount) == .count(0))
    guard case .undefined = influence.value(.density) else {
      Issue.record("there is nothing to be dense")
      return
    }
  }
}
