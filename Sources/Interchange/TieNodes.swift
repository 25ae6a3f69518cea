internal import Foundation
internal import SystemMaps

/// The nodes that names stand for, by the rules of every map: case and blanks at the ends make no
/// difference, `|` parts several names, `nobody` is no one.
struct TieNodes {
  /// The name of each node, as it was first written.
  private(set) var names: [String] = []
  /// The names as they are compared, after the two words that name no one.
  private var keys = TextTable()
  private static let words = ["nobody", "prefer not to say"]
  /// Names in lower case that have no key yet, one after the other.
  private var folded: [UInt8] = []
  /// Where each of them ends.
  private var waiting: [Int] = []

  init() {
    for word in Self.words { _ = keys.number(of: word) }
  }

  /// The nodes that all texts of a table stand for.
  mutating func meanings(of table: TextTable) -> Meanings {
    var meanings = Meanings()
    meanings.single.reserveCapacity(table.count)
    names.reserveCapacity(names.count + table.count)
    keys.reserveCapacity(keys.count + table.count)
    for number in 0..<table.count {
      if fold(table.utf8, table.range(of: number)) {
        waiting.append(folded.count)
        if waiting.count == 512 { giveKeys(toNamesOf: table, into: &meanings) }
      } else {
        // Nodes are in the order of the names, so that those before it come first.
        giveKeys(toNamesOf: table, into: &meanings)
        meanings.add(nodes(of: table[number]))
      }
    }
    giveKeys(toNamesOf: table, into: &meanings)
    return meanings
  }

  /// Gives keys to the waiting names, which are the next ones of a table, and a meaning each.
  private mutating func giveKeys(toNamesOf table: TextTable, into meanings: inout Meanings) {
    let numbers = folded.withUnsafeBytes { [waiting] folded in
      keys.numbers(
        of: waiting.indices.map {
          UnsafeRawBufferPointer(rebasing: folded[($0 == 0 ? 0 : waiting[$0 - 1])..<waiting[$0]])
        })
    }
    for key in numbers {
      let number = meanings.single.count
      meanings.single.append(node(of: key, named: { table[number] }) ?? -1)
    }
    waiting.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
  }

  /// The nodes that a cell stands for.
  mutating func nodes(of cell: String) -> [Int] {
    cell.listedValues.compactMap { value in
      if CellWord.isNobody(value) || CellWord.isDeclined(value) { return nil }
      // Composed, because keys are compared by their bytes.
      let key = value.comparisonKey.precomposedStringWithCanonicalMapping
      return node(of: keys.number(of: key), named: { value })
    }
  }

  private mutating func node(of key: UInt32, named name: () -> String) -> Int? {
    let node = Int(key) - Self.words.count
    if node == names.count { names.append(name()) }
    return node < 0 ? nil : node
  }

  /// Adds a name in lower case to the folded ones, unless it needs more than that: `false` for
  /// names that are not plain words of ASCII with single blanks between.
  private mutating func fold(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    let start = folded.count
    folded += utf8[range]
    var bytes = folded.mutableSpan
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
    if !isPlain { folded.removeSubrange(start...) }
    return isPlain
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
