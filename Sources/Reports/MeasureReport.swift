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
  public internal(set) var findings: [Finding]
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
  ///
  /// Where measures were estimated, `estimates` says of each how far it may be off.
  public var json: JSONValue {
    var parts: [String: JSONValue] = [
      "map": [
        "title": JSONValue(map.settings.title), "elements": .integer(network.graph.nodeCount),
        "connections": .integer(network.graph.edgeCount),
        "directed": .bool(network.graph.isDirected), "weighted": .bool(network.graph.isWeighted),
      ],
      "network": .object(
        Dictionary(
          influence.network.filter { $0.measure.subject == .network }.map {
            ($0.measure.name, json(of: $0.value))
          }, uniquingKeysWith: { first, _ in first })),
      "matrices": .object(
        Dictionary(
          influence.network.filter { $0.measure.subject == .matrix }.map {
            ($0.measure.name, json(of: $0.value))
          }, uniquingKeysWith: { first, _ in first })),
      "elements": .array(listed.map(element(at:))),
      "connections": .array(connections),
      "findings": .findings(findings),
    ]
    if !influence.estimates.isEmpty {
      parts["estimates"] = .object(
        Dictionary(
          influence.estimates.map { estimate in
            (
              estimate.measure,
              [
                "error": .number(estimate.error), "confidence": .number(estimate.confidence),
                "samples": .integer(estimate.sampleCount),
              ]
            )
          }, uniquingKeysWith: { first, _ in first }))
    }
    return .object(parts)
  }

  /// The elements as CSV: id, label, type, then a column for each measure; undefined is blank.
  ///
  /// Text that a spreadsheet would take for a formula begins with an apostrophe.
  public var csv: String {
    let header = ["ID", "Label", "Type"] + columnNames
    let rows = listed.map { place -> [String] in
      let element = map[network.elements[place]]
      return [network.elements[place].text, element?.label ?? "", element?.type.name ?? ""]
        .map(CSVCell.text)
        + columns.map { column in column.values[place].map { CSVCell.number($0) } ?? "" }
    }
    return ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// Label, type and rounded measures of each listed element.
  var rows: [[String]] {
    listed.map { place in
      let element = map[network.elements[place]]
      return [element?.label ?? "", element?.type.name ?? ""]
        + columns.map { FigureText.short($0.values[place]) }
    }
  }

  /// The values of elements, several for a measure that has several.
  private var columns: [ElementValues.Column] { influence.scores.flatMap(\.elements.columns) }

  /// The headers of the columns: a measure's name, and the part's where it has several.
  var columnNames: [String] {
    influence.scores.flatMap { scores in
      scores.elements.columns.map {
        $0.name.isEmpty ? scores.measure.name : "\(scores.measure.name).\($0.name)"
      }
    }
  }

  /// The titles of the columns in words.
  var columnTitles: [String] {
    influence.scores.flatMap { scores in
      scores.elements.columns.map {
        $0.name.isEmpty ? scores.measure.title : "\(scores.measure.title): \($0.name)"
      }
    }
  }

  private func json(of values: ElementValues, at place: Int) -> JSONValue {
    guard let first = values.columns.first else { return .null }
    if first.name.isEmpty { return JSONValue(first.values[place]) }
    return .array(values.columns.map { JSONValue($0.values[place]) })
  }

  private func element(at place: Int) -> JSONValue {
    let id = network.elements[place]
    return [
      "id": .string(id.text), "label": JSONValue(map[id]?.label),
      "type": JSONValue(map[id]?.type.name),
      "measures": .object(
        Dictionary(
          influence.scores.map { ($0.measure.name, json(of: $0.elements, at: place)) },
          uniquingKeysWith: { first, _ in first })),
    ]
  }

  private var connections: [JSONValue] {
    let isListed = Set(listed)
    return zip(network.graph.edges, network.ties).enumerated().compactMap { place, pair in
      let (edge, tie) = pair
      guard isListed.contains(edge.source.index), isListed.contains(edge.target.index) else {
        return nil
      }
      var measures: [String: JSONValue] = ["weight": .number(edge.weight)]
      for scores in influence.ties {
        measures[scores.measure.name] = JSONValue(scores.values[place])
      }
      return [
        "from": .string(network.element(of: edge.source).text),
        "to": .string(network.element(of: edge.target).text),
        "types": .array(tie.types.map { .string($0.description) }),
        "level": JSONValue(tie.level), "lifted": .bool(tie.isLifted),
        "confirmed": .bool(tie.isConfirmed), "measures": .object(measures),
      ]
    }
  }

  private func json(of value: MeasureValue) -> JSONValue {
    switch value {
    case .count(let count): .integer(count)
    case .number(let number): JSONValue(number)
    case .text(let text): .string(text)
    case .undefined: .null
    case .elements(let elements): .array(named(elements).map { .string($0.text) })
    case .pairs(let pairs):
      .array(
        pairs.filter { named([$0.first, $0.second]).count == 2 }.map {
          [.string($0.first.text), .string($0.second.text)]
        })
    case .list(let values): .array(values.compactMap(listed).map(json(of:)))
    case .pair(let first, let second, let value):
      ["from": .string(first.text), "to": .string(second.text), "value": json(of: value)]
    case .record(let fields):
      .object(
        Dictionary(
          fields.map { ($0.name, json(of: $0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// A value of a list; `nil` where it is of a pair of which one may not be named.
  private func listed(_ value: MeasureValue) -> MeasureValue? {
    guard case .pair(let first, let second, _) = value else { return value }
    return named([first, second]).count == 2 ? value : nil
  }

  private func named(_ elements: [ElementID]) -> [ElementID] {
    let names = Set(listed.map { network.elements[$0] })
    return elements.filter(names.contains)
  }
}
