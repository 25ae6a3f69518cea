extension StringProtocol {
  /// The text without outer blanks, no-break spaces, zero-width marks and byte order marks.
  package var trimmedCell: String {
    var scalars = String(self).unicodeScalars[...]
    guard let first = scalars.first, let last = scalars.last,
      first.isBlankInCell || last.isBlankInCell
    else { return String(self) }
    while let scalar = scalars.first, scalar.isBlankInCell { scalars.removeFirst() }
    while let scalar = scalars.last, scalar.isBlankInCell { scalars.removeLast() }
    return String(scalars)
  }

  /// The text as labels and words are compared: trimmed, in lower case, inner blanks single.
  ///
  /// Swift compares strings by canonical equivalence, so composed and decomposed letters agree.
  package var comparisonKey: String {
    let trimmed = trimmedCell
    var isSimple = true
    var previousIsSpace = false
    for byte in trimmed.utf8 {
      let isSpace = byte == UInt8(ascii: " ")
      if byte >= 0x80 || byte < 0x20 || (isSpace && previousIsSpace)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")) ~= byte
      {
        isSimple = false
        break
      }
      previousIsSpace = isSpace
    }
    if isSimple { return trimmed }
    var key = String.UnicodeScalarView()
    var blankIsDue = false
    for scalar in trimmed.lowercased().unicodeScalars {
      if scalar.isZeroWidth { continue }
      if scalar.value < 0x80 ? scalar.isBlankInCell : scalar.properties.isWhitespace {
        blankIsDue = true
        continue
      }
      if blankIsDue { key.append(" ") }
      blankIsDue = false
      key.append(scalar)
    }
    return String(key)
  }

  /// The text in quotation marks for a message: one line, no control characters, not long.
  package var quoted: String {
    var shown = String.UnicodeScalarView()
    var count = 0
    for scalar in unicodeScalars {
      if count == 60 {
        shown.append("…")
        break
      }
      count += 1
      switch scalar.properties.generalCategory {
      case .format where scalar == "\u{200D}": shown.append(scalar)
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        shown.append(scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : "\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return "\"\(String(shown))\""
  }

  /// The values of a cell that may hold several, blank ones dropped: parted by `|`, or where there
  /// is none by `;`, as forms export what was ticked.
  package var listedValues: [String] {
    let separator: Character? =
      utf8.contains(UInt8(ascii: "|")) ? "|" : utf8.contains(UInt8(ascii: ";")) ? ";" : nil
    guard let separator else {
      let value = trimmedCell
      return value.isEmpty ? [] : [value]
    }
    return split(separator: separator).map(\.trimmedCell).filter { !$0.isEmpty }
  }
}

extension Unicode.Scalar {
  fileprivate var isZeroWidth: Bool {
    switch value {
    case 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Whether the scalar at either end of a cell means nothing.
  fileprivate var isBlankInCell: Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    // Joiners at the edge of a cell join nothing, except inside emoji, which they never begin or
    // end.
    return isZeroWidth || properties.isWhitespace
  }
}

extension Int {
  /// The number with commas between thousands, and the noun in its form.
  package func counted(_ one: String, _ many: String) -> String {
    "\(grouped) \(self == 1 ? one : many)"
  }

  /// The number with commas between thousands.
  package var grouped: String {
    var digits = String(magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = String(digits.dropLast(3))
    }
    groups.insert(digits[...], at: 0)
    return (self < 0 ? "−" : "") + groups.joined(separator: ",")
  }
}
