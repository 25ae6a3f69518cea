public import SystemMaps
import Graphs

/// The tables that settle things, and who has a seat there.
struct DecidingTables {
  /// The tables that decide by their row; where no row says so, those of tier 1.
  let tables: [Element]
  private let seatCounts: [ElementID: Int]

  init(of map: SystemMap) {
    let all = map.tables
    let deciding = all.filter { $0.table.mandate == .decides }
    tables = deciding.isEmpty ? all.filter { $0.table.tier == 1 } : deciding
    let ids = Set(tables.map(\.id))
    var counts: [ElementID: Int] = [:]
    for seat in map.seats where ids.contains(seat.table) && seat.role.countsAsSeat {
      if let organization = map.organization(of: seat) { counts[organization, default: 0] += 1 }
    }
    seatCounts = counts
  }

  /// Who is spoken for there.
  var organizations: Set<ElementID> { Set(seatCounts.keys) }

  /// The filled seats that speak for an organization.
  func seats(of organization: ElementID) -> Int { seatCounts[organization] ?? 0 }
}

/// Who is within two steps of a table that decides: has a seat there, or works with someone who has.
public struct TableReach: Sendable, Hashable {
  /// A group of organizations.
  public struct Group: Sendable, Hashable {
    /// The attribute; `nil` for everyone together.
    public let attribute: AttributeName?
    /// The group.
    public let group: String
    /// How many are of it.
    public let members: Int
    /// How many have a seat: one step.
    public let seated: Int
    /// How many work with one who has: two steps.
    public let nextTo: Int

    /// The share within two steps.
    public var share: Double { Double(seated + nextTo) / Double(members) }
  }

  /// The tables that decide, in the order of the map.
  public let tables: [ElementID]
  /// Everyone together.
  public let all: Group
  /// The groups of every attribute that the elements of the network have.
  public internal(set) var groups: [Group]

  init?(in network: Network, of map: SystemMap, by attributes: [AttributeName]) {
    let deciding = DecidingTables(of: map)
    let seated = Set(deciding.organizations.compactMap(network.node(of:)))
    guard !seated.isEmpty else { return nil }
    let graph = network.graph.undirected
    let nextTo = Set(seated.flatMap { graph.neighbors(of: $0) }).subtracting(seated)
    func group(_ attribute: AttributeName?, _ name: String, _ nodes: [NodeID]) -> Group {
      Group(
        attribute: attribute, group: name, members: nodes.count,
        seated: nodes.count(where: seated.contains), nextTo: nodes.count(where: nextTo.contains))
    }
    tables = deciding.tables.map(\.id)
    all = group(nil, "all", Array(graph.nodes))
    let others = attributes.filter { $0 != map.sectorAttribute }
    groups = (others + [map.sectorAttribute]).flatMap { attribute -> [Group] in
      let answers = GroupAnswers(of: attribute, in: map)
      var names: [String] = []
      var members: [String: [NodeID]] = [:]
      for node in graph.nodes {
        guard let element = map[network.element(of: node)],
          answers.isOfPeople == element.type.isPerson,
          case .groups(let own) = answers.reply(of: element)
        else { continue }
        for name in own {
          if members[name.groupKey] == nil { names.append(name) }
          members[name.groupKey, default: []].append(node)
        }
      }
      return names.count > 1
        ? names.map { group(attribute, $0, members[$0.groupKey] ?? []) } : []
    }
  }
}
