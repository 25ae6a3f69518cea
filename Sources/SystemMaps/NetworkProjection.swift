import Graphs

extension SystemMap {
  /// The network that a map's working ties make.
  ///
  /// What the scope leaves open follows the map. *Elements*: organizations, if at least one
  /// working tie joins two of them; else the commonest type at the ends of the ties, if at least
  /// half of the ties join two of it; else all elements. Those without a tie are included. *Ties*:
  /// every type whose ``ConnectionType/part-swift.property`` is `always`. A tie of two workers
  /// counts as a lifted tie of the organizations they work for. *Direction*: directed if every tie
  /// is. *Weight*: Strength if any tie has one, else Level, else 1.
  ///
  /// Rows of one pair, type and direction become one tie: with the lower weight and level if
  /// several reporters named it, else with the sum of the weights. Of several types on one pair
  /// the largest weight counts.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* elements and *m* connections.
  public func network(_ scope: NetworkScope = NetworkScope()) -> Network {
    let candidates = WorkingTies(of: self, types: scope.ties)
    let types = scope.types ?? candidates.defaultTypes
    var findings = absentTypes(of: scope)
    let taken = elements.filter { types.isEmpty || types.contains($0.type) }.map(\.id)
    let rows = candidates.rows(among: Set(taken), findings: &findings)
    let isDirected =
      switch scope.direction {
      case .directed: true
      case .undirected: false
      case .asReported: !rows.isEmpty && rows.allSatisfy { $0.direction != .undirected }
      }
    let weigh = TieWeight(of: rows, isWeighted: scope.isWeighted, findings: &findings)
    let places = Dictionary(
      taken.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let merged = TieMerging(rows: rows, places: places, isDirected: isDirected, weigh: weigh)
    return Network(
      graph: Graph(
        nodeCount: taken.count, kind: isDirected ? .directed : .undirected, edges: merged.edges),
      elements: taken, ties: merged.ties, types: types, findings: findings)
  }
}

extension SystemMap {
  /// The types that were asked for and that the map does not have: a slip must not pass for an
  /// empty network.
  private func absentTypes(of scope: NetworkScope) -> [Finding] {
    func finding(_ what: String, _ absent: String, among known: Set<String>) -> Finding {
      Finding(
        .warning, "the map has no \(what) of type \(absent.quoted)",
        expected: "expected some of " + known.sorted().joined(separator: ", "))
    }
    let elementTypes = Set(elements.map(\.type))
    let tieTypes = scope.ties == nil ? [] : Set((connections + impliedConnections).map(\.type))
    // Whether anybody is in conflict is for the team alone to know.
    let named = tieTypes.filter { !$0.isConfidential }
    return (scope.types ?? []).filter { !elementTypes.contains($0) }.map {
      finding("element", $0.name, among: Set(elementTypes.map(\.name)))
    }
      + (scope.ties ?? []).filter { !tieTypes.contains($0) }.map {
        finding("tie", $0.description, among: Set(named.map(\.description)))
      }
  }
}

/// The connections of a map that may be ties of its network, before elements are chosen.
private struct WorkingTies {
  private let map: SystemMap
  private let connections: [Connection]
  private let types: [ConnectionType]?
  /// The one organization that each worker works for.
  private let employers: [ElementID: ElementID]

  init(of map: SystemMap, types: [ConnectionType]?) {
    self.map = map
    self.types = types
    connections = types == nil ? map.connections : map.connections + map.impliedConnections
    var employers: [ElementID: Set<ElementID>] = [:]
    for element in map.elements {
      for employer in element.worksFor.elements {
        employers[element.id, default: []].insert(employer)
      }
    }
    for row in map.connections where row.type == .worksFor {
      employers[row.from, default: []].insert(row.to)
    }
    // Whoever has two employers could lift a tie to either: neither is claimed.
    self.employers = employers.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The connections of the wanted types; a large map has too many to copy.
  private var ties: some Sequence<Connection> {
    connections.lazy.filter { [types] tie in
      types.map { $0.contains(tie.type) } ?? (tie.type.part == .always)
    }
  }

  /// The types of elements that the design takes if the user does not say.
  var defaultTypes: [ElementType] {
    let organizations = Set(
      map.elements.lazy.filter { $0.type == .organization }.map(\.id))
    if ties.contains(where: { lifted($0, to: organizations) != nil }) { return [.organization] }
    var ends: [ElementType: Int] = [:]
    var inside: [ElementType: Int] = [:]
    var count = 0
    for tie in ties {
      count += 1
      guard let from = map[tie.from]?.type, let to = map[tie.to]?.type else { continue }
      ends[from, default: 0] += 1
      ends[to, default: 0] += 1
      if from == to { inside[from, default: 0] += 1 }
    }
    let commonest = ends.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    if let commonest, 2 * inside[commonest, default: 0] >= count { return [commonest] }
    return []
  }

  /// The ties that join two of the taken elements, lifted where needed.
  func rows(among taken: Set<ElementID>, findings: inout [Finding]) -> [TieRow] {
    var rows: [TieRow] = []
    var loops = 0
    for tie in ties {
      if let row = lifted(tie, to: taken) { rows.append(row) }
      if tie.from == tie.to, taken.contains(tie.from) { loops += 1 }
    }
    if loops > 0 {
      findings.append(
        Finding(
          .warning,
          loops == 1
            ? "1 connection of an element with itself is kept out of the network"
            : "\(loops) connections of an element with itself are kept out of the network"))
    }
    let liftedCount = rows.count(where: \.isLifted)
    if liftedCount > 0 {
      findings.append(
        Finding(
          .notice,
          liftedCount == 1
            ? "1 tie between workers counts as one of the organizations they work for"
            : "\(liftedCount) ties between workers count as ties of the organizations they work for"
        ))
    }
    return rows
  }

  /// The tie between taken elements, its workers replaced by whom they work for, or `nil`.
  private func lifted(_ tie: Connection, to taken: Set<ElementID>) -> TieRow? {
    func end(_ element: ElementID) -> ElementID? {
      if taken.contains(element) { return element }
      return employers[element].flatMap { taken.contains($0) ? $0 : nil }
    }
    guard let from = end(tie.from), let to = end(tie.to), from != to else { return nil }
    return TieRow(tie: tie, from: from, to: to)
  }
}
