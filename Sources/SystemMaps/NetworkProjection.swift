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
    let taken = elements.indices.filter { types.isEmpty || types.contains(elements[$0].type) }
    let rows = candidates.rows(among: taken, findings: &findings)
    let isDirected =
      switch scope.direction {
      case .directed: true
      case .undirected: false
      case .asReported: !rows.isEmpty && rows.allSatisfy { $0.direction != .undirected }
      }
    let weigh = TieWeight(of: rows, isWeighted: scope.isWeighted, findings: &findings)
    let merged = TieMerging(rows: rows, isDirected: isDirected, weigh: weigh)
    return Network(
      graph: Graph(
        nodeCount: taken.count, kind: isDirected ? .directed : .undirected, edges: merged.edges),
      elements: taken.map { elements[$0].id }, ties: merged.ties, types: types, findings: findings)
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
///
/// Names are looked up once: from here on ends are places among the map's elements.
private struct WorkingTies {
  /// A connection of a wanted type, with the places of its ends.
  private struct Tie {
    let connection: Int
    let from: Int?
    let to: Int?
  }

  private let map: SystemMap
  private let connections: [Connection]
  private let ties: [Tie]
  /// The one organization that each worker works for.
  private let employers: [Int: Int]

  init(of map: SystemMap, types: [ConnectionType]?) {
    self.map = map
    connections = types == nil ? map.connections : map.connections + map.impliedConnections
    var places: [ElementID: Int] = [:]
    places.reserveCapacity(map.elements.count)
    for (place, element) in map.elements.enumerated() where places[element.id] == nil {
      places[element.id] = place
    }
    employers = Self.employers(in: map, places: &places)
    var isWanted: [ConnectionType: Bool] = [:]
    var ties: [Tie] = []
    ties.reserveCapacity(connections.count)
    // By place: a connection is too large to be copied for a look at its type.
    for number in connections.indices {
      let type = connections[number].type
      let wanted = isWanted[type] ?? types?.contains(type) ?? (type.part == .always)
      isWanted[type] = wanted
      guard wanted else { continue }
      ties.append(
        Tie(
          connection: number, from: places[connections[number].from],
          to: places[connections[number].to]))
    }
    self.ties = ties
  }

  /// The one organization that each worker works for; whoever has two employers could lift a tie to
  /// either, so neither is claimed.
  ///
  /// A worker who is no element has a place beyond theirs.
  private static func employers(
    in map: SystemMap, places: inout [ElementID: Int]
  ) -> [Int: Int] {
    var employers: [ElementID: Set<ElementID>] = [:]
    for element in map.elements {
      for employer in element.worksFor.elements {
        employers[element.id, default: []].insert(employer)
      }
    }
    for number in map.connections.indices where map.connections[number].type == .worksFor {
      let row = map.connections[number]
      employers[row.from, default: []].insert(row.to)
    }
    var single: [Int: Int] = [:]
    for (worker, employers) in employers where employers.count == 1 {
      guard let employer = employers.first.flatMap({ places[$0] }), employer < map.elements.count
      else { continue }
      let place = places[worker] ?? places.count + map.elements.count
      places[worker] = place
      single[place] = employer
    }
    return single
  }

  /// The types of elements that the design takes if the user does not say.
  var defaultTypes: [ElementType] {
    let isOrganization = map.elements.map { $0.type == .organization }
    if isOrganization.contains(true) {
      let joins = ties.contains { tie in
        guard let (from, to) = lifted(tie, to: { isOrganization[$0] }) else { return false }
        return from != to
      }
      if joins { return [.organization] }
    }
    var types: [ElementType] = []
    var numbers: [ElementType: Int] = [:]
    let numberOfElement = map.elements.map { element in
      if let number = numbers[element.type] { return number }
      numbers[element.type] = types.count
      types.append(element.type)
      return types.count - 1
    }
    var ends = Array(repeating: 0, count: types.count)
    var inside = ends
    for tie in ties {
      guard let from = type(tie.from, numberOfElement), let to = type(tie.to, numberOfElement)
      else { continue }
      ends[from] += 1
      ends[to] += 1
      if from == to { inside[from] += 1 }
    }
    let commonest = types.indices.filter { ends[$0] > 0 }.max {
      (ends[$0], types[$1]) < (ends[$1], types[$0])
    }
    if let commonest, 2 * inside[commonest] >= ties.count { return [types[commonest]] }
    return []
  }

  private func type(_ place: Int?, _ numberOfElement: [Int]) -> Int? {
    guard let place, place < numberOfElement.count else { return nil }
    return numberOfElement[place]
  }

  /// The ties that join two of the taken elements, lifted where needed.
  ///
  /// - Parameter taken: The places of the elements; the first is node 0 of the network.
  func rows(among taken: [Int], findings: inout [Finding]) -> [TieRow] {
    var nodes = [Int?](repeating: nil, count: map.elements.count)
    for (node, place) in taken.enumerated() { nodes[place] = node }
    var rows: [TieRow] = []
    rows.reserveCapacity(ties.count)
    var loops = 0
    for tie in ties {
      if let from = tie.from, from == tie.to, from < nodes.count, nodes[from] != nil { loops += 1 }
      guard let (from, to) = lifted(tie, to: { nodes[$0] != nil }), from != to,
        let source = nodes[from], let target = nodes[to]
      else { continue }
      rows.append(
        TieRow(
          tie: connections[tie.connection],
          from: TieRow.End(node: source, element: map.elements[from].id),
          to: TieRow.End(node: target, element: map.elements[to].id)))
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

  /// The places of a tie's ends among taken elements, its workers replaced by whom they work for;
  /// `nil` if an end is neither.
  private func lifted(_ tie: Tie, to isTaken: (Int) -> Bool) -> (from: Int, to: Int)? {
    func end(_ place: Int?) -> Int? {
      guard let place else { return nil }
      if place < map.elements.count, isTaken(place) { return place }
      return employers[place].flatMap { isTaken($0) ? $0 : nil }
    }
    guard let from = end(tie.from), let to = end(tie.to) else { return nil }
    return (from, to)
  }
}
