public import Graphs
public import SystemMaps
internal import Foundation

/// A large list of ties, read straight into a graph without a map around it.
///
///     let list = try TieList("referrals.csv")
///     let scores = list.graph.betweenness()
///     print(list.names[0], scores[NodeID(0)])
///
/// The file is an edge list, two names a line and perhaps a weight, or CSV with a header that holds
/// From and To (or Source and Target) and perhaps Strength (or Weight). Which rows are ties, and
/// which names are one element, is as in ``MapFile``: case and outer blanks make no difference,
/// `A|B` names two, `nobody` no one. But a name is always taken whole, `Hope House (service)` too,
/// and what other columns say, such as types and days, is not looked at.
public struct TieList: Sendable {
  /// The ties.
  ///
  /// Rows of one pair are one tie that has the sum of their weights; a row without a weight
  /// weighs 1.
  public let graph: Graph
  /// The name of each node, as it was first written.
  public let names: [String]
  /// The number of rows that name two ends, whether or not they became ties.
  public let rowCount: Int
  /// How many of these rows say that there is no one, or that someone would rather not say.
  public let rowsWithoutTie: Int
  /// How the file was understood, and what was left out.
  public let findings: [Finding]

  /// The most bytes that a list may have: with them, no table of its names outgrows 32 bits.
  static let largestSize = 1 << 30

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - kind: Whether a row says nothing of the way back.
  /// - Throws: ``MapErrors`` if the file cannot be read, is no list of ties, or has a row without a
  ///   name, with the place as `file:row:column`.
  /// - Complexity: O(size of the file), on all threads that ``Parallelism`` allows.
  public init(_ path: String, kind: Graph.Kind = .undirected) throws(MapErrors) {
    try self.init(FileContent(path: path), kind: kind)
  }

  /// Reads bytes, as of a file.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - name: The file's name, as findings shall give it.
  ///   - kind: Whether a row says nothing of the way back.
  /// - Throws: As for a file.
  public init(
    _ bytes: [UInt8], named name: String, kind: Graph.Kind = .undirected
  ) throws(MapErrors) {
    try self.init(FileContent(name: name, bytes: bytes), kind: kind)
  }

  private init(_ content: FileContent, kind: Graph.Kind) throws(MapErrors) {
    guard try content.kind() == .text else {
      throw MapErrors(
        at: Place(file: content.name), "this is JSON", expected: "expected a text file of ties")
    }
    guard content.bytes.count <= Self.largestSize else {
      throw MapErrors(
        at: Place(file: content.name), "the list is larger than 1 GB",
        expected: "expected a smaller file, such as one with shorter names")
    }
    let decoded = TextDecoding(content)
    let source = try TieSource(utf8: decoded.utf8, file: content.name)
    var nodes = TieNodes()
    var weights = TieWeights(of: source, file: content.name)
    var edges: [Edge] = []
    edges.reserveCapacity(source.scan.rows.count)
    var rowsWithoutTie = 0
    func add(_ starts: [Int], _ ends: [Int], _ weight: Double) {
      if starts.isEmpty || ends.isEmpty { rowsWithoutTie += 1 }
      for start in starts {
        for end in ends { edges.append(Edge(start, end, weight: weight)) }
      }
    }
    if let first = source.firstTie {
      let (starts, ends) = (nodes.nodes(of: first.cells[0]), nodes.nodes(of: first.cells[1]))
      add(starts, ends, weights.value(of: first.cells.count > 2 ? first.cells[2] : ""))
    }
    let meanings = nodes.meanings(of: source.scan.names)
    for row in source.scan.rows {
      let weight = weights.value(of: row.weight)
      let (start, end) = (meanings.single[Int(row.from)], meanings.single[Int(row.to)])
      if start >= 0, end >= 0 {
        edges.append(Edge(start, end, weight: weight))
      } else {
        add(meanings.nodes(of: row.from), meanings.nodes(of: row.to), weight)
      }
    }
    graph = Graph(nodeCount: nodes.count, kind: kind, edges: edges)
    names = nodes.names(in: source.scan.names)
    rowCount = source.scan.rows.count + (source.firstTie == nil ? 0 : 1)
    self.rowsWithoutTie = rowsWithoutTie
    findings =
      decoded.findings + source.findings + weights.findings
      + Self.findings(loops: graph.selfLoopCount, withoutTie: rowsWithoutTie, in: content.name)
  }

  private static func findings(loops: Int, withoutTie: Int, in file: String) -> [Finding] {
    var findings: [Finding] = []
    if loops > 0 {
      findings.append(
        Finding(
          .warning, at: Place(file: file),
          loops.counted(
            "tie joins a name with itself and was left out",
            "ties join a name with itself and were left out"), expected: "expected two names"))
    }
    if withoutTie > 0 {
      findings.append(
        Finding(
          .notice, at: Place(file: file),
          withoutTie.counted("row names no one", "rows name no one")
            + " at one of its ends: asked, and no one or not known"))
    }
    return findings
  }
}

/// The weights of rows, by the texts that state them.
private struct TieWeights {
  private var values: [Double?] = []
  private let style: NumberStyle
  private let isStated: Bool
  private let file: String
  private var blank = 0
  private var unread = 0
  private var rows = 0

  init(of source: TieSource, file: String) {
    isStated = source.hasWeights
    self.file = file
    let texts = isStated ? (0..<source.scan.weights.count).map { source.scan.weights[$0] } : []
    style = NumberStyle(of: texts + (source.firstTie?.cells.dropFirst(2) ?? []))
    values = texts.map(number)
  }

  /// The weight that a cell states; 0 if it states none, `nil` if it cannot be read.
  private func number(in text: String) -> Double? {
    let text = text.trimmedCell
    if text.isEmpty || CellWord.isDeclined(text) { return 0 }
    guard let value = NumberText(text)?.value(in: style), (1e-12...1e12).contains(value) else {
      return nil
    }
    return value
  }

  mutating func value(of text: String) -> Double { isStated ? weight(number(in: text)) : 1 }

  mutating func value(of text: UInt32) -> Double { isStated ? weight(values[Int(text)]) : 1 }

  private mutating func weight(_ value: Double?) -> Double {
    rows += 1
    guard let value else {
      unread += 1
      return 1
    }
    if value > 0 { return value }
    blank += 1
    return 1
  }

  var findings: [Finding] {
    var findings: [Finding] = []
    if unread > 0 {
      findings.append(
        Finding(
          .warning, at: Place(file: file),
          unread.counted("weight was left out", "weights were left out") + "; they count as 1",
          expected: "expected a number above 0, from 1e-12 to 1e12"))
    }
    if blank > 0, blank < rows {
      findings.append(
        Finding(
          .warning, at: Place(file: file),
          "\(blank.grouped) of \(rows.grouped) rows have no weight",
          expected: "they weigh 1"))
    }
    return findings
  }
}
