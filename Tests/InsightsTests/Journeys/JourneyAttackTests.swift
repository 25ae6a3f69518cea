import Foundation
import Interchange
import SystemMaps
import Testing

@testable import Insights

/// Someone who reads every table of a publication at once, and knows which journeys there are but
/// not how many families made each, tries to work the numbers out.
@Suite("Attack on journeys") struct JourneyAttackTests {
  private static func sample() throws -> SystemMap {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try MapFile.read(root.appending(path: "Samples/forty-families").path).usableMap().on()
  }

  /// Everything that is counted of a case, each thing with how often.
  private static func figures(_ journeys: Journeys) -> [String: Int] {
    var figures: [String: Int] = [:]
    for way in journeys.handovers { figures["handover \(way.from) \(way.to)"] = way.count }
    for way in journeys.directlyFollows { figures["activity \(way.from) \(way.to)"] = way.count }
    for way in journeys.siloHandovers { figures["silo \(way.from) \(way.to)"] = way.count }
    for route in journeys.routes { figures["route \(route.organizations)"] = 1 }
    for loss in journeys.losses { figures["loss \(String(describing: loss.from)) \(loss.to)"] = 1 }
    return figures
  }

  private func attack(_ map: SystemMap) {
    let told = Journeys(of: map.eventLog, in: map, for: .members)
    var kinds: [[String: Int]: Int] = [:]
    for journey in map.journeyCases {
      var one = map
      one.journeySteps = journey.steps
      kinds[Self.figures(Journeys(of: one.eventLog, in: one, for: .team)), default: 0] += 1
    }
    func text(_ kind: [String: Int]) -> String { "\(kind.sorted { $0.key < $1.key })" }
    let order = kinds.sorted { text($0.key) < text($1.key) }
    let hidden = HiddenCounts(values: order.map(\.value))
    func families(_ name: String) -> CountSum {
      CountSum(order.indices.filter { order[$0].key[name] != nil })
    }
    func times(_ name: String) -> CountSum {
      CountSum(
        terms: order.indices.compactMap { place in
          order[place].key[name].map { CountSum.Term(count: place, factor: $0) }
        })
    }
    var facts: [HiddenCounts.Fact] = []
    func learn(_ sum: CountSum, is number: Int) {
      facts.append(HiddenCounts.Fact(sum, is: number))
      #expect(sum.value(of: hidden.values) == number, "the attack knows the truth")
    }
    let all = CountSum(Array(order.indices))
    if let cases = told.cases { learn(all, is: cases) }
    for way in told.handovers {
      learn(families("handover \(way.from) \(way.to)"), is: way.families)
      learn(times("handover \(way.from) \(way.to)"), is: way.count)
    }
    for way in told.directlyFollows {
      learn(families("activity \(way.from) \(way.to)"), is: way.families)
      learn(times("activity \(way.from) \(way.to)"), is: way.count)
    }
    for way in told.siloHandovers {
      learn(families("silo \(way.from) \(way.to)"), is: way.families)
      learn(times("silo \(way.from) \(way.to)"), is: way.count)
    }
    for route in told.routes {
      learn(families("route \(route.organizations)"), is: route.families)
    }
    for loss in told.losses {
      learn(families("loss \(String(describing: loss.from)) \(loss.to)"), is: loss.lost)
    }
    let secrets = Set(order.flatMap(\.key.keys)).sorted().flatMap { name in
      [families(name), all + -1 * families(name)]
    }.filter { (1...10).contains($0.value(of: hidden.values)) }
    let exposed = DisclosureAudit().exposed(
      secrets.map(HiddenCounts.Secret.init), of: hidden, knowing: facts)
    for number in exposed {
      let kinds = secrets[number].terms.map { order[$0.count].key.keys.sorted() }
      Issue.record("\(secrets[number].value(of: hidden.values)) families: \(kinds)")
    }
  }

  @Test func nothingFollowsOfFortyFamilies() throws { attack(try Self.sample()) }
}
