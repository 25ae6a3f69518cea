/// A text of a workbook while its runs are put together.
///
/// Text comes in runs, each with a format of its own; the runs that only say how to pronounce it are
/// left out.
struct RichText {
  private var collected = ""
  private var isCollecting = false
  private var isPhonetic = false

  mutating func begin(_ name: String) {
    switch name {
    case "rPh": isPhonetic = true
    case "t": isCollecting = !isPhonetic
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "rPh": isPhonetic = false
    case "t": isCollecting = false
    default: break
    }
  }

  mutating func text(_ text: String) { if isCollecting { collected += text } }

  /// The text so far, which is then forgotten.
  mutating func taken() -> String {
    defer { self = RichText() }
    return collected.unescapedCell
  }
}

extension String {
  /// The text with what XML cannot hold put back, and with plain line ends.
  ///
  /// `_x000D_` is a carriage return, and `_x005F_` the `_` that keeps such a word from being one.
  var unescapedCell: String {
    guard utf8.contains(UInt8(ascii: "_")), contains("_x") else { return withPlainLineEnds }
    let source = Array(utf16)
    var units: [UInt16] = []
    units.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      if let unit = source.escapedUnit(at: index) {
        units.append(unit)
        index += 7
      } else {
        units.append(source[index])
        index += 1
      }
    }
    return String(decoding: units, as: UTF16.self).withPlainLineEnds
  }

  private var withPlainLineEnds: String {
    guard utf8.contains(0x0D) else { return self }
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      if scalar == "\r" {
        text.append("\n")
      } else if scalar != "\n" || previous != "\r" {
        text.append(scalar)
      }
      previous = scalar
    }
    return String(text)
  }
}

extension [UInt16] {
  /// The unit that `_xHHHH_` stands for.
  fileprivate func escapedUnit(at index: Int) -> UInt16? {
    guard index + 6 < count, self[index] == 0x5F, self[index + 1] == 0x78,
      self[index + 6] == 0x5F
    else { return nil }
    let digits = self[index + 2..<index + 6]
    guard digits.allSatisfy({ Unicode.Scalar($0)?.properties.isASCIIHexDigit == true }) else {
      return nil
    }
    return UInt16(String(decoding: digits, as: UTF16.self), radix: 16)
  }
}

/// The texts that cells share, by their number.
final class SharedStringsReader: MarkupReader {
  private(set) var strings: [String] = []
  private var current = RichText()

  func begin(_ name: String, _ attributes: [String: String]) { current.begin(name) }

  func end(_ name: String) {
    current.end(name)
    if name == "si" { strings.append(current.taken()) }
  }

  func text(_ text: String) { current.text(text) }
}
