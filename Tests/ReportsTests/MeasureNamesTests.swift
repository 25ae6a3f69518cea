import Foundation
import Insights
import SystemMaps
import Testing

@testable import Reports

/// The measures of a map, as JSON, have the names, shapes and values of the field's reference files.
///
/// That the kernels are right is tested where they are; this tests that each is reached under its
/// name.
@Suite(
  .enabled(
    if: ReferenceFile.areAtHand, "the reference values are not at ../shared/data"))
struct MeasureNamesTests {
  @Test(arguments: ["karate", "kite", "toy_directed", "toy_disconnected", "knoke_info"])
  func namesAndShapes(name: String) throws {
    let file = try ReferenceFile(name)
    var compared: Set<String> = []
    for isWeighted in [false, true] {
      for attribute in file.attributes {
        let json = file.measured(by: attribute, isWeighted: isWeighted)
        for record in file.records where record.isWeighted == isWeighted {
          // Refused where some nodes reach not all: the files follow whoever leads.
          if record.name == "eigenvector", name == "toy_directed" { continue }
          guard record.attribute == nil || record.attribute == attribute,
            let computed = try file.value(of: record, in: json)
          else { continue }
          compared.insert(record.name)
          #expect(
            record.value.agrees(with: computed, tolerance: record.tolerance),
            "\(record.name) of \(name): \(computed), expected \(record.value)")
        }
      }
    }
    #expect(compared.count >= 50, "\(compared.count)")
  }
}

/// A file of reference values, and the map of its graph.
private struct ReferenceFile {
  struct Record {
    var name: String
    var value: Value
    var tolerance: Double
    var isWeighted: Bool
    var attribute: String?
  }

  let records: [Record]
  let attributes: [String]
  private let graph: [String: Any]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/reference-values").standardized

  static var areAtHand: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  init(_ name: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: "\(name).json"))
    let file = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    graph = try #require(file["graph"] as? [String: Any])
    let expected = try #require(file["expected"] as? [[String: Any]])
    records = try expected.map { record in
      let params = record["params"] as? [String: Any] ?? [:]
      let name = try #require(record["metric"] as? String)
      return Record(
        name: (params["k"] as? Int).map { "\(name)_k\($0)" } ?? name,
        value: Value(record["value"] ?? NSNull()),
        tolerance: record["tolerance"] as? Double ?? 1e-9,
        // The files say of one metric only in words that it is of the weights.
        isWeighted: params["weighted"] as? Bool ?? (name == "core_periphery_continuous_minres"),
        attribute: params["attribute"] as? String)
    }
    let named = Set(records.compactMap(\.attribute)).sorted()
    attributes = named.isEmpty ? ["none"] : named
  }

  private var nodes: [[String: Any]] { graph["nodes"] as? [[String: Any]] ?? [] }
  private var edges: [[String: Any]] { graph["edges"] as? [[String: Any]] ?? [] }

  private var isDirected: Bool { graph["directed"] as? Bool ?? false }

  /// Everything that is measured, as printed.
  func measured(by attribute: String, isWeighted: Bool) -> JSONValue {
    let elements = nodes.indices.map { place in
      var element = Element(
        id: ElementID(String(place)), label: "Node \(place)", type: .organization)
      let values = nodes[place]["attrs"] as? [String: Any] ?? [:]
      for (name, value) in values where !(value is NSNull) {
        element.attributes[AttributeName(name)] = "\(value)"
        if name.lowercased() == "sector" { element.sector = "\(value)" }
      }
      return element
    }
    let ties = edges.map { edge in
      Connection(
        from: ElementID("\(edge["s"] ?? "")"), to: ElementID("\(edge["t"] ?? "")"),
        type: isDirected ? .refersTo : .worksWith, strength: edge["w"] as? Double ?? 1)
    }
    let map = SystemMap(elements: elements, connections: ties)
    let network = map.network(NetworkScope(isWeighted: isWeighted))
    let influence = Influence(
      of: network, in: map, measures: .all, by: AttributeName(attribute))
    return MeasureReport(influence, of: network, in: map, for: .team).json
  }

  /// What was printed for a record; `nil` where the name is not of a measure.
  func value(of record: Record, in json: JSONValue) throws -> Value? {
    guard let measure = Measure(named: record.name) else { return nil }
    switch measure.subject {
    case .network, .matrix:
      return json[measure.subject == .matrix ? "matrices" : "network"]?[record.name].map {
        Value($0)
      }
    case .element:
      guard case .array(let elements)? = json["elements"] else { return nil }
      let values = elements.compactMap { $0["measures"]?[record.name] }.map { Value($0) }
      return values.isEmpty
        ? nil : record.name == "hits_hub_authority" ? .columns(of: values) : .list(values)
    case .tie:
      guard case .array(let ties)? = json["connections"] else { return nil }
      var byEnds: [[String]: Value] = [:]
      for tie in ties {
        guard let value = tie["measures"]?[record.name] else { continue }
        byEnds[[tie.text("from"), tie.text("to")]] = Value(value)
        if !isDirected { byEnds[[tie.text("to"), tie.text("from")]] = Value(value) }
      }
      return byEnds.isEmpty
        ? nil : .list(edges.map { byEnds["\($0["s"] ?? "")", "\($0["t"] ?? "")"] ?? .null })
    }
  }
}

extension [[String]: Value] {
  fileprivate subscript(first: String, second: String) -> Value? { self[[first, second]] }
}

extension JSONValue {
  fileprivate func text(_ key: String) -> String {
    if case .string(let text)? = self[key] { text } else { "" }
  }
}

/// A value in either form, ids as the numbers that they are.
private enum Value: CustomStringConvertible {
  case null
  case number(Double)
  case text(String)
  case list([Value])
  case record([String: Value])

  init(_ json: JSONValue) {
    switch json {
    case .null: self = .null
    case .bool(let flag): self = .number(flag ? 1 : 0)
    case .integer(let number): self = .number(Double(number))
    case .number(let number): self = .number(number)
    case .string(let text): self = Double(text).map(Value.number) ?? .text(text)
    case .array(let values): self = .list(values.map { Value($0) })
    case .members(let members):
      self = .record(
        Dictionary(uniqueKeysWithValues: members.map { ($0.key, Value($0.value)) }))
    }
  }

  init(_ value: Any) {
    switch value {
    case let number as NSNumber: self = .number(number.doubleValue)
    case let text as String: self = Double(text).map(Value.number) ?? .text(text)
    case let values as [Any]: self = .list(values.map { Value($0) })
    case let values as [String: Any]: self = .record(values.mapValues { Value($0) })
    default: self = .null
    }
  }

  var description: String {
    switch self {
    case .null: "null"
    case .number(let number): "\(number)"
    case .text(let text): text
    case .list(let values): "\(values)"
    case .record(let values): "\(values)"
    }
  }

  /// Whether a computed value agrees, as far as it is computed.
  func agrees(with computed: Value, tolerance: Double) -> Bool {
    switch (self, computed) {
    case (.null, .null): true
    // Where one contact makes a share of pairs undefined, other libraries print 0.
    case (.number(0), .null): true
    case (.number(let first), .number(let second)):
      abs(first - second) <= max(tolerance, 1e-9) * max(1, abs(first))
    case (.text(let first), .text(let second)): first == second
    case (.list(let first), .list(let second)):
      first.count == second.count
        && zip(first, second).allSatisfy { $0.agrees(with: $1, tolerance: tolerance) }
    case (.record(let first), .record(let second)):
      !second.isEmpty
        && second.allSatisfy { key, value in
          // Sets that are equally good come in no order.
          first[key]?.sorted(key).agrees(with: value.sorted(key), tolerance: tolerance) ?? false
        }
    default: false
    }
  }

  /// Rows as columns: the files list hubs, then authorities, where we give each element its two.
  static func columns(of rows: [Value]) -> Value {
    let rows = rows.map { row -> [Value] in if case .list(let values) = row { values } else { [] } }
    return .list((rows.first ?? []).indices.map { place in .list(rows.map { $0[place] }) })
  }

  private func sorted(_ key: String) -> Value {
    guard key == "cores" || key == "sets", case .list(let values) = self else { return self }
    return .list(values.sorted { $0.description < $1.description })
  }
}
