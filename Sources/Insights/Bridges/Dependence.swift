public import SystemMaps
import Graphs

/// What would come apart without one element: a continuity risk, not a verdict on it.
public struct Dependence: Sendable, Hashable {
  /// A table whose organizations are joined to the rest only through the element.
  public struct Table: Sendable, Hashable {
    /// The table.
    public let table: ElementID
    /// Its organizations in the network, in the order of the network, the element left out.
    public let organizations: [ElementID]
  }

  /// The element.
  public let element: ElementID
  /// How many separate parts the network has, directions ignored.
  public let componentsBefore: Int
  /// How many it would have without the element, which is no part then.
  public let componentsAfter: Int
  /// The number of elements in the largest part.
  public let largestBefore: Int
  /// The same without the element.
  public let largestAfter: Int
  /// The parts that its removal would leave beside the largest of them: those it holds to the
  /// rest, largest first.
  public let separated: [[ElementID]]
  /// Tables of two organizations or more that nothing but the element joins to others: without it
  /// no path leads from them to an organization that has no seat there.
  public let tables: [Table]
  /// How near the others are to each other: the mean of 1/distance over pairs of them, from 0 to 1
  /// (global efficiency); `nil` of fewer than two others.
  public let efficiencyBefore: Double?
  /// The same without the element.
  public let efficiencyAfter: Double?
  /// The numbers of the silos that it has a tie to, its own among them; empty if the groups are no
  /// silos.
  public let silosTied: [Int]
  /// The numbers of the silos from which no path leads to another silo without it, though one does
  /// with it.
  public let silosCutOff: [Int]

  /// Removes an element from a network and looks at what is left.
  ///
  /// - Parameters:
  ///   - element: The element.
  ///   - network: The network.
  ///   - map: The map it is of.
  ///   - silos: The groups of the same network; `nil` leaves silos out.
  /// - Returns: `nil` if the element is not in the network.
  /// - Complexity: O(*nm* + seats).
  public init?(
    on element: ElementID, in network: Network, of map: SystemMap, silos: Silos? = nil
  ) {
    guard let removed = network.node(of: element) else { return nil }
    let graph = network.graph.undirected
    let before = graph.components()
    let kept = graph.nodes.filter { $0 != removed }
    let rest = graph.induced(on: kept)
    let after = rest.components()
    let parts = after.members.map { members in members.map { kept[$0.index] } }
    self.element = element
    componentsBefore = before.groupCount
    componentsAfter = after.groupCount
    largestBefore = before.sizes.max() ?? 0
    largestAfter = after.sizes.max() ?? 0
    let contacts = Set(graph.neighbors(of: removed))
    let touching = parts.filter { part in part.contains { contacts.contains($0) } }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    separated = touching.dropFirst().map { $0.map(network.element(of:)) }

    var partOf: [NodeID: Int] = [:]
    for (number, part) in parts.enumerated() {
      for node in part { partOf[node] = number }
    }
    let groups = silos.flatMap { $0.verdict == .silos ? $0.groupNumbers : nil }
    let reach = SiloReach(groups: groups, parts: parts, wholes: before, contacts: contacts)
    silosTied = reach.tied
    silosCutOff = reach.cutOff
    efficiencyBefore = graph.efficiency(leavingOut: removed)
    efficiencyAfter = rest.globalEfficiency()

    let seats = Dictionary(
      grouping: map.seats.filter(\.role.countsAsSeat), by: \.table)
    tables = map.tables.compactMap { table in
      let organizations = Set((seats[table.id] ?? []).compactMap(map.organization(of:)))
      let members = Set(organizations.compactMap(network.node(of:))).subtracting([removed])
      let joined = Set(members.compactMap { partOf[$0] })
      let reached = joined.flatMap { parts[$0] }
      // Joined through the element: it has contacts at the table and beyond it.
      guard members.count > 1, members.isSuperset(of: reached),
        !contacts.isDisjoint(with: members), !contacts.isSubset(of: reached)
      else { return nil }
      return Table(table: table.id, organizations: members.sorted().map(network.element(of:)))
    }
  }

  /// The result as one plain sentence; the names come from the map as the audience may see it.
  public func sentence(in map: SystemMap) -> String {
    let name = map[element]?.label ?? element.text
    let parts =
      componentsAfter > componentsBefore
      ? "Without \(name) the network would have \(ChanceWords.count(componentsAfter, "part")) "
        + "instead of \(componentsBefore)"
      : "Without \(name) the network would not fall into more parts"
    let silos =
      silosCutOff.isEmpty
      ? ""
      : "; \(ChanceWords.count(silosCutOff.count, "silo")) would have no way to another"
    guard !tables.isEmpty else { return parts + silos + "." }
    let verb = tables.count == 1 ? "is" : "are"
    let names = tables.map { map[$0.table]?.label ?? $0.table.text }
    return parts + silos + "; \(ChanceWords.count(tables.count, "table")) \(verb) joined to others "
      + "only through it: \(ChanceWords.list(names))."
  }
}

/// Which silos an element joins.
private struct SiloReach {
  var tied: [Int] = []
  var cutOff: [Int] = []

  /// - Parameters:
  ///   - groups: The number of the silo of each node; `nil` where there are none.
  ///   - parts: The parts that are left without the element.
  ///   - wholes: The parts of the network with it.
  ///   - contacts: The element's.
  init(groups: [Int?]?, parts: [[NodeID]], wholes: Partition, contacts: Set<NodeID>) {
    guard let groups else { return }
    func silos(_ nodes: some Sequence<NodeID>) -> Set<Int> {
      Set(nodes.compactMap { groups[$0.index] })
    }
    tied = silos(contacts).sorted()
    let alone = Set(parts.map(silos).filter { $0.count == 1 }.flatMap(\.self))
    let accompanied = Set(parts.map(silos).filter { $0.count > 1 }.flatMap(\.self))
    let joinedNow = Set(wholes.members.map(silos).filter { $0.count > 1 }.flatMap(\.self))
    cutOff = alone.subtracting(accompanied).intersection(joinedNow).sorted()
  }
}

extension Graph {
  /// The mean of 1/distance over pairs of the nodes other than one, paths through it included.
  fileprivate func efficiency(leavingOut removed: NodeID) -> Double? {
    guard nodeCount > 2 else { return nil }
    let inverse = pathLengths().inverseSum
    let others = Double(nodeCount - 1) * Double(nodeCount - 2)
    return (inverse.reduce(0, +) - 2 * inverse[removed]) / others
  }
}
