import Foundation

/// The pieces of a text that stand together: an element of a page or drawing, a row of a table, a
/// string of JSON or DOT, a line.
struct TextFragments {
  /// What is read on the page, in its order.
  private(set) var shown: [String] = []
  /// What markup holds beside: the values of attributes, and comments.
  private(set) var beside: [String] = []

  init(of text: String, ending: Substring?) {
    let bytes = Array(text.utf8)
    switch ending {
    case "html", "svg": readMarkup(bytes)
    case "dot", "json": readStrings(bytes)
    default: shown = text.split(separator: "\n").map(String.init)
    }
    shown = Self.trimmed(shown)
    beside = Self.trimmed(beside)
  }

  private static func trimmed(_ pieces: [String]) -> [String] {
    pieces.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  // MARK: Markup

  private static let blocks: Set<String> = [
    "p", "tr", "li", "title", "desc", "text", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption",
    "summary", "caption", "table", "div", "section", "dd", "dt",
  ]

  private mutating func readMarkup(_ bytes: [UInt8]) {
    var piece: [UInt8] = []
    /// Where the cell before ended, if nothing but space came since.
    var cellEnd: Int?
    var isStyle = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      guard byte == UInt8(ascii: "<") else {
        let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
        if !isSpace { cellEnd = nil }
        if !isStyle { piece.append(isSpace ? UInt8(ascii: " ") : byte) }
        place += 1
        continue
      }
      let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      let tag = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
      place = end + 1
      let isClosing = tag.hasPrefix("/")
      let name = String(tag.dropFirst(isClosing ? 1 : 0).prefix { $0.isLetter || $0.isNumber })
      readAttributes(tag)
      if name == "style" {
        isStyle = !isClosing
      } else if name == "td" || name == "th" {
        if let cellEnd, !isClosing {
          piece.removeSubrange(cellEnd...)
          piece += Array(" | ".utf8)
        } else {
          piece.append(UInt8(ascii: " "))
        }
        cellEnd = isClosing ? piece.count - 1 : nil
      } else if Self.blocks.contains(name) {
        shown.append(Self.decoded(piece))
        piece = []
        cellEnd = nil
      } else {
        piece.append(UInt8(ascii: " "))
      }
    }
    shown.append(Self.decoded(piece))
  }

  private mutating func readAttributes(_ tag: String) {
    guard !tag.hasPrefix("!") else {
      beside.append(tag)
      return
    }
    for (place, value) in tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    where place % 2 == 1 { beside.append(Self.decoded(Array(value.utf8))) }
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#45;", "-"),
      ("&#160;", " "), ("&amp;", "&"),
    ] { text = text.replacing(name, with: character) }
    return text
  }

  // MARK: Strings

  /// Every quoted string, with the number that stands after it as after a key.
  private mutating func readStrings(_ bytes: [UInt8]) {
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "\"")) {
      var end = start + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard end < bytes.count else { return }
      var string = Array(bytes[(start + 1)..<end])
      let rest = bytes[(end + 1)...].drop { $0 == UInt8(ascii: " ") }
      if rest.first == UInt8(ascii: ":") {
        let value = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }
          .prefix { "-.0123456789".utf8.contains($0) }
        if !value.isEmpty { string += Array(": ".utf8) + value }
      }
      shown.append(String(decoding: string, as: UTF8.self))
      place = end + 1
    }
  }
}
