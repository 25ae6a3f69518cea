import Graphs
public import SystemMaps

/// How many of those who were asked have answered, and how far the ties rest on both ends.
public struct Response: Sendable, Hashable {
  /// Who told of the ties of a network.
  public struct Reports: Sendable, Hashable {
    /// Ties that both ends reported.
    public internal(set) var confirmed = 0
    /// Ties that one end reported and the other, who responded, did not.
    public internal(set) var oneSided = 0
    /// Ties that one end reported, of which the other did not respond.
    public internal(set) var unanswered = 0
    /// Ties that neither end reported: the map maker or a third did.
    public internal(set) var byOthers = 0

    /// The confirmed ties as a share of those that both ends could have reported; `nil` without one.
    public var confirmedShare: Double? {
      confirmed + oneSided > 0 ? Double(confirmed) / Double(confirmed + oneSided) : nil
    }
  }

  /// Elements whose Responded says yes or no.
  public let invited: Int
  /// Those that say yes.
  public let responded: Int
  /// Elements of the network whose Responded is blank: they were not invited.
  public let notInvited: Int
  /// Who told of the ties; `nil` if no reporter of any is recorded.
  public let reports: Reports?
  /// All pairs of the network, and the observed ones, of which at least one end responded.
  public let pairs: BlockTies.Block

  /// The share of the invited who answered; `nil` if nobody was invited.
  public var rate: Double? { invited > 0 ? Double(responded) / Double(invited) : nil }

  /// The lowest response rate at which a picture of ties is read without a warning.
  public static let sufficientRate = 0.75

  /// Whether so few answered that ties are missed and ranks are rough.
  public var isLow: Bool { rate.map { $0 < Self.sufficientRate } ?? false }

  /// Looks at who answered.
  ///
  /// - Complexity: O(elements + connections).
  public init(of network: Network, in map: SystemMap) {
    let answers = network.elements.compactMap { map[$0]?.responded }
    invited = answers.count
    responded = answers.count(where: \.self)
    notInvited = network.elements.count - answers.count
    let hasResponded = network.hasResponded(in: map)
    reports =
      map.connections.contains { !$0.reportedBy.isEmpty }
      ? Reports(of: network, in: map, hasResponded: hasResponded) : nil
    pairs =
      BlockTies(
        of: network.graph, labels: Array(repeating: 0, count: network.elements.count),
        groupCount: 1, hasResponded: hasResponded
      ).blocks[0][0]
  }

  /// The answers to the survey as a sentence.
  public var sentence: String {
    guard let rate else { return "No response is recorded, so no absent tie is claimed." }
    let others = notInvited > 0 ? " \(notInvited) were not invited." : ""
    let warning = isLow ? " With fewer than 3 in 4, ties are missed and ranks are rough." : ""
    return "\(responded) of \(invited) invited responded (\(ChanceWords.percent(rate)))."
      + others + warning
  }

  /// How far the ties rest on both ends, as a sentence; `nil` if no reporter is recorded.
  public var reportsSentence: String? {
    guard let reports else { return nil }
    var parts = [
      "\(reports.confirmed) \(reports.confirmed == 1 ? "tie was" : "ties were") reported by both "
        + "ends", "\(reports.oneSided) by one although the other answered",
    ]
    if reports.unanswered > 0 {
      parts.append("\(reports.unanswered) by one whose other end did not answer")
    }
    if reports.byOthers > 0 { parts.append("\(reports.byOthers) by the makers of the map") }
    return ChanceWords.list(parts) + "."
  }

  /// How dense the network is where it was observed, as a sentence; `nil` where nobody answered.
  public var densitySentence: String? {
    guard let observed = pairs.observedDensity, let all = pairs.density else { return nil }
    return "Of \(ChanceWords.grouped(pairs.observedPairs)) pairs of which one or both answered, "
      + "\(ChanceWords.grouped(pairs.observedTies)) have a tie (\(ChanceWords.percent(observed))); "
      + "of all \(ChanceWords.grouped(pairs.pairs)) pairs \(ChanceWords.percent(all)) have one as "
      + "reported."
  }
}

extension Response.Reports {
  fileprivate init(of network: Network, in map: SystemMap, hasResponded: [Bool]) {
    let ends = NetworkEnds(of: network, in: map)
    var reporters: [NodePair: Set<Int>] = [:]
    for connection in map.connections {
      guard let pair = ends.pair(of: connection) else { continue }
      let reporting = connection.reportedBy.compactMap(ends.node(of:))
        .filter { $0 == pair.first || $0 == pair.second }
      reporters[pair, default: []].formUnion(reporting)
    }
    for (edge, tie) in zip(network.graph.edges, network.ties) {
      guard let pair = NodePair(edge.source.index, edge.target.index) else { continue }
      let reporting = reporters[pair] ?? []
      if tie.isConfirmed {
        confirmed += 1
      } else if reporting.isEmpty {
        byOthers += 1
      } else if hasResponded[pair.first] && hasResponded[pair.second] || reporting.count > 1 {
        oneSided += 1
      } else {
        unanswered += 1
      }
    }
  }
}
