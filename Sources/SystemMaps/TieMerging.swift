import Graphs

/// What a connection says as a tie between two elements of the network.
struct TieRow {
  /// An element at which a tie ends, and its node in the network.
  struct End {
    let node: Int
    let element: ElementID
  }

  /// The nodes that it joins.
  let from: Int
  let to: Int
  let type: ConnectionType
  let direction: Connection.Direction
  let level: Int?
  let strength: Double?
  /// Who reported it; empty is the map maker.
  let reportedBy: [ElementID]
  /// Its ends that reported it, themselves or by their worker.
  let reportingEnds: [Int]
  let isLifted: Bool

  init(tie: Connection, from: End, to: End) {
    self.from = from.node
    self.to = to.node
    type = tie.type
    direction = tie.direction
    level = tie.level
    strength = tie.strength
    reportedBy = tie.reportedBy
    func hasReported(_ end: End, _ original: ElementID) -> Bool {
      tie.reportedBy.contains(end.element) || tie.reportedBy.contains(original)
    }
    reportingEnds =
      (hasReported(from, tie.from) ? [from.node] : []) + (hasReported(to, tie.to) ? [to.node] : [])
    isLifted = tie.from != from.element || tie.to != to.element
  }
}

/// How much one row weighs.
enum TieWeight {
  case one
  case strength
  case level

  init(of ties: [TieRow], isWeighted: Bool, findings: inout [Finding]) {
    guard isWeighted else {
      self = .one
      return
    }
    self = ties.contains { $0.strength != nil } ? .strength : .level
    let unit = self
    let blank = ties.count { unit.value(of: $0) == nil }
    if blank > 0 {
      findings.append(
        Finding(
          .warning,
          "\(blank) of \(ties.count) ties have no \(self == .strength ? "Strength" : "Level")",
          expected: "they weigh 1"))
    }
  }

  func callAsFunction(_ tie: TieRow) -> Double { value(of: tie) ?? 1 }

  private func value(of tie: TieRow) -> Double? {
    switch self {
    case .one: 1
    case .strength: tie.strength
    case .level: tie.level.map(Double.init)
    }
  }
}

/// Rows brought together into one tie a pair.
struct TieMerging {
  private(set) var edges: [Edge] = []
  private(set) var ties: [Network.Tie] = []

  /// One row seen from a pair of nodes; an arc `source` → `target`, or an unordered pair.
  private struct Record {
    let source: Int
    let target: Int
    let kind: Kind
    let row: Int
  }

  /// What rows have in common whose weights are brought together: type and direction.
  private struct Kind: Comparable {
    let type: ConnectionType
    let direction: Connection.Direction
    /// Whether a directed row runs from the higher to the lower node of an unordered pair.
    let isReversed: Bool

    static func < (first: Kind, second: Kind) -> Bool {
      (first.type.name, first.direction.rawValue, first.isReversed ? 1 : 0)
        < (second.type.name, second.direction.rawValue, second.isReversed ? 1 : 0)
    }
  }

  init(rows: [TieRow], isDirected: Bool, weigh: TieWeight) {
    let isWeighted = if case .one = weigh { false } else { true }
    var records: [Record] = []
    records.reserveCapacity(rows.count)
    for (number, row) in rows.enumerated() {
      let (from, to) = (row.from, row.to)
      let isOneWay = row.direction == .directed
      let kind = Kind(
        type: row.type, direction: row.direction,
        isReversed: !isDirected && isOneWay && from > to)
      if isDirected {
        records.append(Record(source: from, target: to, kind: kind, row: number))
        if !isOneWay {
          records.append(Record(source: to, target: from, kind: kind, row: number))
        }
      } else {
        records.append(
          Record(source: min(from, to), target: max(from, to), kind: kind, row: number))
      }
    }
    // By pair first, so that the ties come out in the order of `Graph.edges`.
    records.sort {
      if ($0.source, $0.target) != ($1.source, $1.target) {
        return ($0.source, $0.target) < ($1.source, $1.target)
      }
      return $0.kind == $1.kind ? $0.row < $1.row : $0.kind < $1.kind
    }

    var start = 0
    while start < records.count {
      var end = start + 1
      while end < records.count, records[end].source == records[start].source,
        records[end].target == records[start].target
      { end += 1 }
      let pair = records[start..<end]
      let (tie, weight) =
        pair.count == 1
        ? Self.single(rows[records[start].row], weigh: weigh)
        : Self.merged(pair, rows: rows, weigh: weigh)
      edges.append(
        Edge(records[start].source, records[start].target, weight: isWeighted ? weight : 1))
      ties.append(tie)
      start = end
    }
  }

  private static func single(_ row: TieRow, weigh: TieWeight) -> (Network.Tie, Double) {
    let tie = Network.Tie(
      types: [row.type], level: row.level, isLifted: row.isLifted,
      isConfirmed: row.reportingEnds.count == 2)
    return (tie, weigh(row))
  }

  private static func merged(
    _ pair: ArraySlice<Record>, rows: [TieRow], weigh: TieWeight
  ) -> (Network.Tie, Double) {
    var types: [ConnectionType] = []
    var weight = 0.0
    var level: Int?
    var isConfirmed = false
    var start = pair.startIndex
    while start < pair.endIndex {
      var end = start + 1
      while end < pair.endIndex, pair[end].kind == pair[start].kind { end += 1 }
      // Within one type and direction: what each reporter says adds up, and the lowest holds.
      var byReporter: [[ElementID]: Double] = [:]
      for record in pair[start..<end] {
        let row = rows[record.row]
        byReporter[row.reportedBy, default: 0] += weigh(row)
      }
      let rowsHere = pair[start..<end].map { rows[$0.row] }
      isConfirmed = isConfirmed || Set(rowsHere.flatMap(\.reportingEnds)).count == 2
      let levels = rowsHere.compactMap(\.level)
      let levelHere = byReporter.count > 1 ? levels.min() : levels.max()
      weight = max(weight, byReporter.values.min() ?? 1)
      level = [level, levelHere].compactMap { $0 }.max()
      let type = pair[start].kind.type
      if types.last != type { types.append(type) }
      start = end
    }
    let isLifted = pair.allSatisfy { rows[$0.row].isLifted }
    return (
      Network.Tie(types: types, level: level, isLifted: isLifted, isConfirmed: isConfirmed), weight
    )
  }
}
