import Foundation
import Graphs

/// The reference values that lie beside the checkout, at `../shared/data/reference-values`.
///
/// Schema: `index.json` there. They were computed by networkx, igraph, sna and others.
enum ReferenceFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/reference-values").standardized

  /// Whether the files are there; tests that need them are skipped otherwise.
  static var areAtHand: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  /// All graphs by id, and all records of all files.
  static func load() throws -> (graphs: [String: ReferenceGraph], records: [ReferenceRecord]) {
    var graphs: [String: ReferenceGraph] = [:]
    var records: [ReferenceRecord] = []
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    for name in names where name.hasSuffix(".json") {
      let bytes = try Data(contentsOf: folder.appending(path: name))
      let file = try JSONDecoder().decode(ReferenceFile.self, from: bytes)
      if let graph = file.graph { graphs[graph.id] = graph }
      for record in file.expected ?? [] {
        var record = record
        let named = record.params["graph"] ?? record.params["wave1"]
        record.graphID = named?.string ?? file.graph?.id ?? ""
        records.append(record)
      }
    }
    return (graphs, records)
  }
}

private struct ReferenceFile: Decodable {
  var graph: ReferenceGraph?
  var expected: [ReferenceRecord]?
}

struct ReferenceGraph: Decodable {
  struct Node: Decodable {
    var label: String
    var attrs: [String: JSONValue]
  }
  struct Tie: Decodable {
    var s: Int
    var t: Int
    var w: Double?
  }

  var id: String
  var directed: Bool
  var nodes: [Node]
  var edges: [Tie]

  /// The graph with its weights, where it has any.
  var graph: Graph {
    Graph(
      nodeCount: nodes.count, kind: directed ? .directed : .undirected,
      edges: edges.map { Edge($0.s, $0.t, weight: $0.w ?? 1) })
  }

  /// The values of an attribute in alphabetic order, and their numbers by node.
  func labels(_ attribute: String) -> (names: [String], numbers: [Int?]) {
    let values = nodes.map { $0.attrs[attribute]?.string }
    let names = Set(values.compactMap(\.self)).sorted()
    return (names, values.map { value in value.flatMap(names.firstIndex(of:)) })
  }
}

struct ReferenceRecord: Decodable {
  var metric: String
  var params: [String: JSONValue]
  var value: JSONValue?
  var tolerance: Double?
  /// How the value was come by, such as `crosschecked`.
  var status: String
  /// The graph that the value is of.
  var graphID = ""

  private enum CodingKeys: CodingKey { case metric, params, value, tolerance, status }
}

/// A value in a JSON file.
enum JSONValue: Decodable {
  case null
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .number(flag ? 1 : 0)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }
  init(_ numbers: some Sequence<Double?>) { self = .list(numbers.map { JSONValue($0) }) }
  init(scores: NodeMap<Double>?) { self = scores.map { JSONValue($0.values) } ?? .null }
  init(_ numbers: some Sequence<Int>) { self = .list(numbers.map { .number(Double($0)) }) }

  var string: String? { if case .text(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var list: [JSONValue] { if case .list(let list) = self { list } else { [] } }
  /// A list of whole numbers, as labels and partitions are given.
  var integers: [Int] { list.compactMap { $0.number.map { Int($0) } } }

  /// Whether a computed value agrees with this one to a tolerance, relative above 1.
  ///
  /// An object may be computed in part: what is computed must agree.
  func agrees(with computed: JSONValue, tolerance: Double) -> Bool {
    switch (self, computed) {
    case (.null, .null): true
    case (.number(let expected), .number(let computed)):
      abs(expected - computed) <= max(tolerance, 1e-12) * max(1, abs(expected))
    case (.text(let expected), .text(let computed)): expected == computed
    case (.list(let expected), .list(let computed)):
      expected.count == computed.count
        && zip(expected, computed).allSatisfy { $0.agrees(with: $1, tolerance: tolerance) }
    case (.object(let expected), .object(let computed)):
      !computed.isEmpty
        && computed.allSatisfy { key, value in
          expected[key]?.agrees(with: value, tolerance: tolerance) ?? false
        }
    default: false
    }
  }
}
