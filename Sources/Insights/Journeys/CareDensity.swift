import Graphs
import SystemMaps

/// Which families organizations share, and how closely those who serve one family are joined by
/// the families they share.
///
/// The care density of a family is the number of families that each two of its organizations share,
/// over those pairs on average: Σ shared ÷ (*n*(*n* − 1)/2). It is high where the same organizations
/// meet again and again, and can get to know each other. Undefined for fewer than two organizations.
///
/// Pollack et al., "Patient Sharing Among Physicians and Costs of Care", 2013,
/// doi:10.1007/s11606-012-2219-4.
struct CareDensity {
  /// The organizations of each case, ascending.
  private let organizations: [[UInt32]]
  /// How many families each organization met.
  let families: [Int]
  /// How many families each pair met, by the lower and the higher number.
  private var shared: [UInt64: Int] = [:]

  /// - Complexity: O(events + Σ *n*²) for cases with *n* organizations.
  init(of sequences: CaseSequences) {
    var families = Array(repeating: 0, count: sequences.log.organizations.count)
    organizations = sequences.log.cases.indices.map { number in
      Set(sequences.events(of: number).compactMap(\.organization)).sorted()
    }
    for met in organizations {
      for (place, first) in met.enumerated() {
        families[Int(first)] += 1
        for second in met[(place + 1)...] {
          shared[UInt64(first) << 32 | UInt64(second), default: 0] += 1
        }
      }
    }
    self.families = families
  }

  /// The care densities of the cases that have one.
  var densities: [Double] {
    organizations.filter { $0.count > 1 }.map { met in
      var sum = 0
      for (place, first) in met.enumerated() {
        for second in met[(place + 1)...] {
          sum += shared[UInt64(first) << 32 | UInt64(second)] ?? 0
        }
      }
      return Double(sum) / (Double(met.count * (met.count - 1)) / 2)
    }
  }

  /// The pairs that share enough families, with what a map says of them.
  ///
  /// Where small counts are left out the numbers are too, and the order is that of the ids: the
  /// difference of two numbers would be the families that one of the two does not meet.
  func pairs(of log: EventLog, in map: SystemMap, threshold: Int) -> [Journeys.SharedFamilies] {
    let ties = ReportedTies(of: map)
    let isCounted = threshold <= 1
    return shared.filter { $0.value >= max(threshold, 1) }.map { key, count in
      let ids = [key >> 32, key & 0xFFFF_FFFF].map { log.organizations[Int($0)].id }.sorted()
      return Journeys.SharedFamilies(
        first: ids[0], second: ids[1], families: isCounted ? count : nil,
        tie: ties.tie(of: ids[0], and: ids[1]))
    }.sorted {
      ($0.tie.need, $1.families ?? 0, $0.first, $0.second)
        < ($1.tie.need, $0.families ?? 0, $1.first, $1.second)
    }
  }
}

/// Who works with whom, as far as a map says.
private struct ReportedTies {
  private let map: SystemMap
  private let network: Network

  init(of map: SystemMap) {
    self.map = map
    network = map.network(NetworkScope(types: [.organization], direction: .undirected))
  }

  func tie(of first: ElementID, and second: ElementID) -> Journeys.SharedFamilies.Tie {
    if let one = network.node(of: first), let other = network.node(of: second),
      network.graph.hasEdge(from: one, to: other)
    {
      return .reported
    }
    let hasAnswer = map[first]?.responded == true || map[second]?.responded == true
    return hasAnswer ? .noneReported : .notKnown
  }
}

extension Journeys.SharedFamilies.Tie {
  /// The order in which pairs are told: first whom an introduction would help.
  fileprivate var need: Int {
    switch self {
    case .noneReported: 0
    case .notKnown: 1
    case .reported: 2
    }
  }
}
