extension String {
  /// The text as the XML of a workbook spells it: what XML cannot hold becomes `_xHHHH_`.
  ///
  /// Text that already looks like such an escape has its underscore escaped, so that it reads back
  /// as typed. Source: ECMA-376 part 1, 22.9.2.19 (`ST_Xstring`).
  var escapedForWorkbook: String {
    let scalars = Array(unicodeScalars)
    guard scalars.contains(where: { $0.isUnfitForXML || $0 == "_" }) else { return self }
    var escaped = ""
    for (index, scalar) in scalars.enumerated() {
      if scalar.isUnfitForXML {
        escaped += scalar.workbookEscape
      } else if scalar == "_", Self.beginsEscape(scalars, at: index) {
        escaped += scalar.workbookEscape
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Whether a reader would take an underscore, with what follows it, for an escape.
  private static func beginsEscape(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 6 < scalars.count, scalars[index + 1] == "x",
      scalars[(index + 2)...(index + 5)].allSatisfy({
        $0.isASCII && $0.properties.isASCIIHexDigit
      })
    else { return false }
    // What is escaped itself will begin with an underscore.
    return scalars[index + 6] == "_" || scalars[index + 6].isUnfitForXML
  }
}

extension Unicode.Scalar {
  fileprivate var isUnfitForXML: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  fileprivate var workbookEscape: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
  }
}
