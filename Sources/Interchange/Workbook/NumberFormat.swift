/// How a number in a cell is shown, as far as that changes what the number says.
enum NumberFormat: Hashable {
  /// A number, whatever its decimals, its currency or its percent sign.
  case number
  /// A number with zeros before it, up to a number of digits, such as a ZIP code.
  case padded(Int)
  /// A day.
  case date
  /// A day with a time.
  case dateTime
  /// A time of the day.
  case time
  /// A time that runs past 24 hours.
  case elapsedTime

  /// The format that a number stands for in every workbook.
  ///
  /// 27 to 36 and 50 to 58 are days in some languages only, where nothing else has these numbers.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...36, 50...58: self = .date
    case 18...21, 45, 47: self = .time
    case 22: self = .dateTime
    case 46: self = .elapsedTime
    default: self = .number
    }
  }

  /// The format of a code such as `yyyy\-mm\-dd` or `[$$-409]#,##0.00`.
  init(code: String) {
    var marks = FormatMarks(code)
    marks.scan()
    if marks.isElapsed {
      self = .elapsedTime
    } else if marks.hasDay || (marks.hasMonth && !marks.hasTime) {
      self = marks.hasTime ? .dateTime : .date
    } else if marks.hasTime {
      self = .time
    } else if marks.zeros > 1, marks.zeros == code.utf8.count {
      self = .padded(marks.zeros)
    } else {
      self = .number
    }
  }
}

/// What the first section of a format code shows.
private struct FormatMarks {
  private(set) var hasDay = false
  /// Whether there is an `m`, which is a minute beside hours or seconds.
  private(set) var hasMonth = false
  private(set) var hasTime = false
  private(set) var isElapsed = false
  private(set) var zeros = 0
  private let code: [UInt8]
  private var index = 0

  init(_ code: String) { self.code = Array(code.lowercased().utf8) }

  mutating func scan() {
    while index < code.count {
      let byte = code[index]
      index += 1
      switch byte {
      case UInt8(ascii: ";"): return
      case UInt8(ascii: "\""): skip(past: UInt8(ascii: "\""))
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): index += 1
      case UInt8(ascii: "["): scanBrackets()
      case UInt8(ascii: "y"), UInt8(ascii: "d"): hasDay = true
      case UInt8(ascii: "m"): hasMonth = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
      case UInt8(ascii: "0"): zeros += 1
      case UInt8(ascii: "a"): skip("m/pm")
      case UInt8(ascii: "g"): skip("eneral")
      default: break
      }
    }
  }

  private mutating func skip(past mark: UInt8) {
    index = code[index...].firstIndex(of: mark).map { $0 + 1 } ?? code.count
  }

  private mutating func skip(_ rest: String) {
    if code[index...].starts(with: rest.utf8) { index += rest.utf8.count }
  }

  /// Reads `[h]`, `[mm]`, `[ss]`; conditions, colours and languages stand in brackets too.
  private mutating func scanBrackets() {
    let start = index
    skip(past: UInt8(ascii: "]"))
    let content = Set(code[start..<max(start, index - 1)])
    if content.count == 1, let letter = content.first,
      [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(letter)
    {
      isElapsed = true
    }
  }
}

/// The formats of cells, by the number of their style.
final class CellFormatsReader: MarkupReader {
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInCellFormats = false

  func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      codes[id] = NumberFormat(code: code)
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isInCellFormats = false } }
  func text(_ text: String) {}
}
