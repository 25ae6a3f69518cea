internal import Foundation
internal import Graphs
internal import SystemMaps

/// The nodes that names stand for, by the rules of every map: case and blanks at the ends make no
/// difference, `|` parts several names, `nobody` is no one.
struct TieNodes {
  /// The names as they are compared, after the two words that name no one.
  private var keys = TextTable()
  private static let words = ["nobody", "prefer not to say"]
  /// Where each node was first named: the number of a text among those of the list.
  private var texts: [UInt32] = []
  /// The names of nodes that were first named otherwise, as in a text that names several.
  private var others: [Int: String] = [:]

  init() {
    for word in Self.words { _ = keys.number(of: word) }
  }

  /// The number of nodes.
  var count: Int { texts.count }

  /// The name of each node, as it was first written.
  ///
  /// - Parameter table: The texts of the names, of which the meanings were told.
  func names(in table: TextTable) -> [String] {
    let pieces = Self.pieces(of: count)
    let names = chunkedResults(count: pieces.count, concurrently: pieces.count > 1) { piece in
      pieces[piece].map { others[$0] ?? table[Int(texts[$0])] }
    }
    return Array(names.joined())
  }

  /// The nodes that all texts of a table stand for.
  mutating func meanings(of table: TextTable) -> Meanings {
    let pieces = Self.pieces(of: table.count)
    let folded = chunkedResults(count: pieces.count, concurrently: pieces.count > 1) { piece in
      FoldedNames(of: table, in: pieces[piece])
    }
    var meanings = Meanings()
    meanings.single.reserveCapacity(table.count)
    texts.reserveCapacity(count + table.count)
    keys.reserveCapacity(keys.count + table.count)
    for names in folded {
      // Nodes are in the order of the names, so that those before another name come first.
      for plain in names.runs {
        for batch in stride(from: plain.lowerBound, to: plain.upperBound, by: 512) {
          let batch = batch..<min(batch + 512, plain.upperBound)
          for key in names.withTexts(batch, { keys.numbers(of: $0) }) {
            let text = UInt32(meanings.single.count)
            meanings.single.append(node(of: key, text: text) ?? -1)
          }
        }
        if plain.upperBound < names.count {
          meanings.add(nodes(of: table[meanings.single.count]))
        }
      }
    }
    return meanings
  }

  /// The nodes that a cell stands for.
  mutating func nodes(of cell: String) -> [Int] {
    cell.listedValues.compactMap { value in
      if CellWord.isNobody(value) || CellWord.isDeclined(value) { return nil }
      // Composed, because keys are compared by their bytes.
      let key = value.comparisonKey.precomposedStringWithCanonicalMapping
      let known = count
      let node = node(of: keys.number(of: key), text: .max)
      if count > known { others[known] = value }
      return node
    }
  }

  private mutating func node(of key: UInt32, text: UInt32) -> Int? {
    let node = Int(key) - Self.words.count
    if node == texts.count { texts.append(text) }
    return node < 0 ? nil : node
  }

  /// Parts numbers from 0 into pieces for several threads.
  private static func pieces(of count: Int) -> [Range<Int>] {
    let length = 1 << 14
    return stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
  }

  /// What each text of a table stands for.
  struct Meanings {
    /// The node of each text that stands for one; −1 for any other.
    fileprivate(set) var single: [Int] = []
    private var others: [Int: [Int]] = [:]

    fileprivate mutating func add(_ nodes: [Int]) {
      if nodes.count != 1 { others[single.count] = nodes }
      single.append(nodes.count == 1 ? nodes[0] : -1)
    }

    /// The nodes of a text; none if it names no one.
    func nodes(of text: UInt32) -> [Int] {
      let node = single[Int(text)]
      return node >= 0 ? [node] : others[Int(text)] ?? []
    }
  }
}

/// Names in lower case, one after the other.
private struct FoldedNames {
  private var utf8: [UInt8] = []
  /// Where each name begins, and where the last one ends; names that need more than lower case are
  /// blank here.
  private var bounds: [Int] = [0]
  /// The numbers of plain names, in runs: between two of them stands one that needs more.
  private(set) var runs: [Range<Int>] = []

  /// Folds some texts of a table.
  init(of table: TextTable, in range: Range<Int>) {
    bounds.reserveCapacity(range.count + 1)
    var run = 0
    for number in range {
      if !fold(table.utf8, table.range(of: number)) {
        runs.append(run..<count)
        run = count + 1
      }
      bounds.append(utf8.count)
    }
    runs.append(run..<count)
  }

  var count: Int { bounds.count - 1 }

  /// Gives the bytes of some names.
  func withTexts<Result>(
    _ numbers: Range<Int>, _ body: ([UnsafeRawBufferPointer]) -> Result
  ) -> Result {
    utf8.withUnsafeBytes { utf8 in
      body(
        numbers.map { UnsafeRawBufferPointer(rebasing: utf8[bounds[$0]..<bounds[$0 + 1]]) })
    }
  }

  /// Adds a name in lower case, unless it needs more than that: `false` for names that are not plain
  /// words of ASCII with single blanks between.
  private mutating func fold(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let start = utf8.count
    utf8 += text[range]
    var bytes = utf8.mutableSpan
    var isPlain = !range.isEmpty
    var previous = UInt8(ascii: " ")
    for place in start..<bytes.count {
      let byte = bytes[place]
      isPlain =
        isPlain && (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "|")
        && (byte != 0x20 || previous != 0x20)
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      bytes[place] = isCapital ? byte | 0x20 : byte
      previous = byte
    }
    isPlain = isPlain && previous != UInt8(ascii: " ")
    if !isPlain { utf8.removeSubrange(start...) }
    return isPlain
  }
}
