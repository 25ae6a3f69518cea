import Graphs
import SystemMaps

/// The elements among whom influence is shared out, with how much each has.
struct InfluenceFrame {
  /// What joins the elements.
  enum Basis: Sendable, Hashable {
    /// Reported working ties.
    case workingTies
    /// Seats at the same tables.
    case sharedTables
  }

  let basis: Basis
  /// The elements, each with its harmonic closeness.
  let members: [Member]
  /// The same once the backbone and its staff are taken out; `nil` if it is not among them.
  let withoutBackbone: [Member]?

  struct Member {
    let element: Element
    let influence: Double
  }

  /// The elements of a network of working ties; directions are ignored.
  init(ofTiesIn network: Network, of map: SystemMap) {
    let graph = network.graph.undirected
    let elements = network.elements.map { map[$0] }
    func members(without backbone: ElementID? = nil) -> [Member] {
      let kept = graph.nodes.filter { network.element(of: $0) != backbone }
      let influence = graph.induced(on: kept).harmonic()
      return zip(kept, influence).compactMap { node, influence in
        elements[node.index].map { Member(element: $0, influence: influence) }
      }
    }
    basis = .workingTies
    self.members = members()
    withoutBackbone = map.settings.backbone.flatMap { backbone in
      network.node(of: backbone).map { _ in members(without: backbone) }
    }
  }

  /// The people who hold seats that count, joined by the tables they share.
  init(ofTablesIn map: SystemMap) {
    let seats = map.seats.filter(\.role.countsAsSeat)
    func members(without backbone: ElementID? = nil) -> [Member] {
      var numbers: [ElementID: Int] = [:]
      func number(of id: ElementID) -> Int {
        let number = numbers[id] ?? numbers.count
        numbers[id] = number
        return number
      }
      var people: [Element] = []
      var pairs: Set<[Int]> = []
      for seat in seats {
        guard let holder = seat.holder.flatMap({ map[$0] }), holder.type.isPerson,
          backbone.map({ !holder.worksFor.elements.contains($0) }) ?? true
        else { continue }
        if numbers[holder.id] == nil { people.append(holder) }
        pairs.insert([number(of: holder.id), number(of: seat.table)])
      }
      let edges = pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { Edge($0[0], $0[1]) }
      let graph = Graph(nodeCount: numbers.count, kind: .undirected, edges: edges)
      let influence = graph.harmonic()
      return people.map { person in
        Member(element: person, influence: influence[NodeID(number(of: person.id))])
      }
    }
    let all = members()
    basis = .sharedTables
    self.members = all
    withoutBackbone = map.settings.backbone.flatMap { backbone in
      all.contains { $0.element.worksFor.elements.contains(backbone) }
        ? members(without: backbone) : nil
    }
  }
}
