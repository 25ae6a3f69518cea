import Graphs
public import Insights
public import SystemMaps

/// The measures of a network, ready to print: as JSON and as CSV.
///
/// Elements that may not be named to the audience count in every measure, and are not listed.
public struct MeasureReport: Sendable {
  /// The measures.
  public let influence: Influence
  /// The network they are of.
  public let network: Network
  /// The map, as the audience may see it.
  public let map: SystemMap
  /// What the reader of the measures should know.
  public let findings: [Finding]
  /// The places of the elements that are listed.
  private let listed: [Int]

  /// Prepares the report of what an audience may see.
  ///
  /// - Parameters:
  ///   - influence: The measures.
  ///   - network: The network they are of.
  ///   - map: The map it was made of.
  ///   - audience: Who will read it.
  ///   - findings: What is known about the map's files.
  public init(
    _ influence: Influence, of network: Network, in map: SystemMap, for audience: Audience,
    findings: [Finding] = []
  ) {
    self.influence = influence
    self.network = network
    self.map = map.shared(with: audience)
    self.findings = map.shared(findings + influence.findings, with: audience)
    listed = network.elements.indices.filter { place in
      map[network.elements[place]].map { map.mayName($0, to: audience) } ?? false
    }
  }

  /// The report as JSON, in the shape that the design fixes.
  public var json: JSONValue {
    [
      "map": [
        "title": JSONValue(map.settings.title), "elements": .integer(network.graph.nodeCount),
        "connections": .integer(network.graph.edgeCount),
        "directed": .bool(network.graph.isDirected), "weighted": .bool(network.graph.isWeighted),
      ],
      "network": .object(
        Dictionary(
          influence.network.filter { !isMatrix($0.value) }.map {
            ($0.measure.rawValue, json(of: $0.value))
          }, uniquingKeysWith: { first, _ in first })),
      "matrices": .object(
        Dictionary(
          influence.network.filter { isMatrix($0.value) }.map {
            ($0.measure.rawValue, json(of: $0.value))
          }, uniquingKeysWith: { first, _ in first })),
      "elements": .array(listed.map(element(at:))),
      "connections": .array(connections),
      "findings": .findings(findings),
    ]
  }

  /// The elements as CSV: id, label, type, then a column for each measure; undefined is blank.
  ///
  /// Text that a spreadsheet would take for a formula begins with an apostrophe.
  public var csv: String {
    let header = ["ID", "Label", "Type"] + influence.scores.map(\.measure.rawValue)
    let rows = listed.map { place -> [String] in
      let element = map[network.elements[place]]
      return [network.elements[place].text, element?.label ?? "", element?.type.name ?? ""]
        .map(CSVCell.text)
        + influence.scores.map { scores in scores.values[place].map { CSVCell.number($0) } ?? "" }
    }
    return ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// Label, type and rounded measures of each listed element.
  var rows: [[String]] {
    listed.map { place in
      let element = map[network.elements[place]]
      return [element?.label ?? "", element?.type.name ?? ""]
        + influence.scores.map { FigureText.short($0.values[place]) }
    }
  }

  private func element(at place: Int) -> JSONValue {
    let id = network.elements[place]
    return [
      "id": .string(id.text), "label": JSONValue(map[id]?.label),
      "type": JSONValue(map[id]?.type.name),
      "measures": .object(
        Dictionary(
          influence.scores.map { ($0.measure.rawValue, JSONValue($0.values[place])) },
          uniquingKeysWith: { first, _ in first })),
    ]
  }

  private var connections: [JSONValue] {
    let isListed = Set(listed)
    return zip(network.graph.edges, network.ties).compactMap { edge, tie in
      guard isListed.contains(edge.source.index), isListed.contains(edge.target.index) else {
        return nil
      }
      return [
        "from": .string(network.element(of: edge.source).text),
        "to": .string(network.element(of: edge.target).text),
        "types": .array(tie.types.map { .string($0.description) }),
        "level": JSONValue(tie.level), "lifted": .bool(tie.isLifted),
        "confirmed": .bool(tie.isConfirmed), "measures": ["weight": .number(edge.weight)],
      ]
    }
  }

  private func isMatrix(_ value: MeasureValue) -> Bool {
    switch value {
    case .matrix, .pairs: true
    default: false
    }
  }

  private func json(of value: MeasureValue) -> JSONValue {
    switch value {
    case .count(let count): .integer(count)
    case .number(let number): JSONValue(number)
    case .undefined: .null
    case .sizes(let sizes): .array(sizes.map(JSONValue.integer))
    case .elements(let elements): .array(named(elements).map { .string($0.text) })
    case .pairs(let pairs):
      .array(
        pairs.filter { named([$0.first, $0.second]).count == 2 }.map {
          [.string($0.first.text), .string($0.second.text)]
        })
    case .externalInternal(let index, let groups): json(of: index, groups: groups)
    case .matrix(let counts, let groups):
      [
        "classes": .array(groups.map(JSONValue.string)),
        "counts": .array(counts.map { .array($0.map(JSONValue.integer)) }),
      ]
    case .byGroup(let values):
      .object(
        Dictionary(
          values.map { ($0.group, JSONValue($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  private func json(of index: ExternalInternalIndex, groups: [String]) -> JSONValue {
    [
      "ties": .integer(index.internalTies + index.externalTies),
      "internal": .integer(index.internalTies), "external": .integer(index.externalTies),
      "ei": JSONValue(index.value), "expected_permutation": JSONValue(index.expected),
      "sd_permutation": JSONValue(index.standardDeviation), "z": JSONValue(index.z),
      "min_possible": JSONValue(index.minimum), "max_possible": JSONValue(index.maximum),
      "rescaled": JSONValue(index.rescaled),
      "per_group": .object(
        Dictionary(
          zip(groups, index.groups).map { name, group in
            (
              name,
              [
                "internalTies": .integer(group.internalTies),
                "externalTies": .integer(group.externalTies),
                "ei_ties": JSONValue(group.value),
                "ei_endpoints": JSONValue(group.valueByEndpoints),
              ]
            )
          }, uniquingKeysWith: { first, _ in first })),
    ]
  }

  private func named(_ elements: [ElementID]) -> [ElementID] {
    let names = Set(listed.map { network.elements[$0] })
    return elements.filter(names.contains)
  }
}
