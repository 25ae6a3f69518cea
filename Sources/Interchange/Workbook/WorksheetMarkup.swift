/// The markup of a worksheet.
struct WorksheetMarkup {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The markup without the rows at its end that hold formats and no value.
  ///
  /// A column formatted down to row 1,048,576 is a hundred megabytes of such rows; to cut them out
  /// costs a hundredth of parsing them.
  var withoutBlankEnd: [UInt8] {
    guard let close = tag(closing: "sheetData", before: bytes.count),
      let end = endOfLastFilledRow(before: close.lowerBound), end < close.lowerBound
    else { return bytes }
    return Array(bytes[..<end] + bytes[close.lowerBound...])
  }

  /// Where the last row with a value or a formula ends, or where the rows begin if there is none.
  private func endOfLastFilledRow(before limit: Int) -> Int? {
    var index = limit - 2
    while index > 1 {
      if isValueTag(at: index) {
        return tag(closing: "row", after: index)?.upperBound
      }
      index -= 1
    }
    return nil
  }

  /// Whether the letter at an index names a tag that only a filled cell has: `</v>`, `</t>`, `<f …`.
  private func isValueTag(at index: Int) -> Bool {
    let before = bytes[index - 1]
    let after = bytes[index + 1]
    switch bytes[index] {
    case UInt8(ascii: "v"), UInt8(ascii: "t"):
      return after == UInt8(ascii: ">")
        && (before == UInt8(ascii: "/") || before == UInt8(ascii: ":"))
    case UInt8(ascii: "f"):
      return
        (after == UInt8(ascii: ">") || after == UInt8(ascii: " ") || after == UInt8(ascii: "/"))
        && (before == UInt8(ascii: "<") || before == UInt8(ascii: "/")
          || before == UInt8(ascii: ":"))
    default: return false
    }
  }

  private func tag(closing name: String, before limit: Int) -> Range<Int>? {
    let name = Array((name + ">").utf8)
    for start in stride(from: limit - name.count, to: 1, by: -1) {
      if let tag = tag(closing: name, at: start) { return tag }
    }
    return nil
  }

  private func tag(closing name: String, after limit: Int) -> Range<Int>? {
    let name = Array((name + ">").utf8)
    for start in limit..<max(limit, bytes.count - name.count + 1) {
      if let tag = tag(closing: name, at: start) { return tag }
    }
    return nil
  }

  /// The closing tag whose name, after a prefix if it has one, begins at an index.
  private func tag(closing name: [UInt8], at start: Int) -> Range<Int>? {
    guard bytes[start] == name[0], bytes[start...].starts(with: name) else { return nil }
    var open = start - 1
    while open > 0, bytes[open] != UInt8(ascii: "<"), start - open < 64 { open -= 1 }
    guard bytes[open] == UInt8(ascii: "<"), bytes[open + 1] == UInt8(ascii: "/"),
      open + 2 == start || bytes[start - 1] == UInt8(ascii: ":")
    else { return nil }
    return open..<start + name.count
  }
}
