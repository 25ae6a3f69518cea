import Graphs
import SystemMaps

/// Which group of an attribute each element of a network is in.
struct AttributeLabels {
  /// The attribute.
  let attribute: AttributeName
  /// The groups, in the order in which the network meets them.
  let names: [String]
  /// The group of each node; `nil` if it is not known, or not one alone.
  let labels: [Int?]
  /// What was left out.
  let findings: [Finding]

  /// The number of nodes with a group.
  var labelledCount: Int { labels.count { $0 != nil } }

  /// The number of nodes in each group.
  var sizes: [Int] {
    names.indices.map { group in labels.count { $0 == group } }
  }

  /// The nodes with a group, and their groups.
  func induced(from graph: Graph) -> (graph: Graph, partition: Partition) {
    let kept = labels.indices.filter { labels[$0] != nil }
    return (
      graph.induced(on: kept.map(NodeID.init)), Partition(labels: kept.compactMap { labels[$0] })
    )
  }

  /// Why an audience may not have people grouped by an attribute; `nil` if it may.
  ///
  /// What only people themselves can state is counted at tables, and never used to group the ties
  /// of people for anyone but the team: the groups of a network can be read back to their members.
  static func refusal(
    of attribute: AttributeName, for network: Network, in map: SystemMap, audience: Audience
  ) -> Finding? {
    guard audience < .team, map.selfIdentifiedAttributes.contains(attribute),
      network.elements.contains(where: { map[$0]?.type.isPerson ?? false })
    else { return nil }
    return Finding(
      .warning, "people are not grouped by \(attribute) for \(audience.rawValue)",
      expected: "only the team may, because people stated it of themselves")
  }

  init(_ attribute: AttributeName, of network: Network, in map: SystemMap) {
    var numbers: [String: Int] = [:]
    var names: [String] = []
    var unknown = 0
    var several = 0
    let labels = network.elements.map { element -> Int? in
      let values = map[element]?.values(of: attribute) ?? []
      guard let value = values.first, value.groupKey != "prefer not to say" else {
        unknown += 1
        return nil
      }
      guard values.count == 1 else {
        several += 1
        return nil
      }
      if let known = numbers[value.groupKey] { return known }
      numbers[value.groupKey] = names.count
      names.append(value)
      return names.count - 1
    }
    var findings: [Finding] = []
    if unknown > 0 {
      findings.append(
        Finding(
          .notice,
          "\(unknown) of \(labels.count) elements of the network have no \(attribute)",
          expected: "they and their ties are left out where ties are compared with it"))
    }
    if several > 0 {
      findings.append(
        Finding(
          .notice, "\(several) elements of the network have several values of \(attribute)",
          expected: "they and their ties are left out where ties are compared with it"))
    }
    self.attribute = attribute
    self.names = names
    self.labels = labels
    self.findings = findings
  }
}

extension Graph {
  /// The graph of some nodes and the ties among them, the nodes in the order given.
  func induced(on kept: [NodeID]) -> Graph {
    var places = NodeMap<Int?>(repeating: nil, count: nodeCount)
    for (place, node) in kept.enumerated() { places[node] = place }
    let ties = edges.compactMap { edge -> Edge? in
      guard let source = places[edge.source], let target = places[edge.target] else { return nil }
      return Edge(source, target, weight: edge.weight)
    }
    return Graph(nodeCount: kept.count, kind: kind, edges: ties)
  }
}
