/// How the numbers of a column are punctuated.
package enum NumberStyle {
  /// `25,000.50`.
  case english
  /// `25.000,50`.
  case european
  /// Cells of both kinds: only plain digits can be trusted.
  case mixed

  /// The style that the cells of a column agree on.
  package init(of cells: some Sequence<String>) {
    var isEnglish = false
    var isEuropean = false
    for cell in cells {
      switch NumberText(cell)?.evidence {
      case .english: isEnglish = true
      case .european: isEuropean = true
      case nil, .neither: break
      }
    }
    self = isEuropean ? (isEnglish ? .mixed : .european) : .english
  }
}

/// A cell that holds digits, taken apart: sign, digits, separators.
package struct NumberText {
  /// Which style only a cell can be in.
  enum Evidence {
    case english, european, neither
  }

  private var isNegative = false
  /// Digits, `.` and `,`; nothing else.
  private var body: [UInt8] = []
  private var exponent = ""

  /// Takes a cell apart; `nil` if it holds anything but a number and a currency.
  package init?(_ cell: String) {
    var scalars = Array(cell.trimmedCell.unicodeScalars)
    Self.dropCurrency(from: &scalars)
    if let sign = scalars.first, sign == "-" || sign == "−" || sign == "+" {
      isNegative = sign != "+"
      scalars.removeFirst()
      Self.dropCurrency(from: &scalars)
    }
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "0"..."9", ".", ",": body.append(UInt8(scalar.value))
      case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’":
        // Blanks and apostrophes separate thousands, so three digits must follow.
        let following = scalars[(index + 1)...].prefix { ("0"..."9").contains($0) }
        if index == 0 || following.count != 3 { return nil }
      case "e", "E":
        exponent = String(String.UnicodeScalarView(scalars[(index + 1)...]))
        guard Int(exponent) != nil, exponent.utf8.count < 5 else { return nil }
        if body.isEmpty { return nil }
        return
      default: return nil
      }
    }
    if !body.contains(where: { $0 >= UInt8(ascii: "0") }) { return nil }
  }

  private static func dropCurrency(from scalars: inout [Unicode.Scalar]) {
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .currencySymbol
    }
    while let first = scalars.first, isMark(first) || first.properties.isWhitespace {
      scalars.removeFirst()
    }
    while let last = scalars.last, isMark(last) || last.properties.isWhitespace {
      scalars.removeLast()
    }
    let codes: Set<String> = ["USD", "EUR", "GBP", "CAD", "AUD", "CHF", "NZD"]
    if scalars.count > 3 {
      if codes.contains(String(String.UnicodeScalarView(scalars.prefix(3)))) {
        scalars.removeFirst(3)
      } else if codes.contains(String(String.UnicodeScalarView(scalars.suffix(3)))) {
        scalars.removeLast(3)
      }
      while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
      while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    }
  }

  private static let comma = UInt8(ascii: ",")
  private static let point = UInt8(ascii: ".")

  /// Which style the cell proves; `25,000` and `25.000` alone prove nothing.
  var evidence: Evidence {
    let commas = body.filter { $0 == Self.comma }.count
    let points = body.filter { $0 == Self.point }.count
    if commas > 0, points > 0 {
      let lastSeparator = body.last { $0 == Self.comma || $0 == Self.point }
      return lastSeparator == Self.point ? .english : .european
    }
    if commas > 1 { return .english }
    if points > 1 { return .european }
    if commas == 1 { return isGrouped(by: Self.comma) ? .neither : .european }
    if points == 1 { return isGrouped(by: Self.point) ? .neither : .english }
    return .neither
  }

  /// Whether one separator stands where it may as well part thousands as decimals.
  var isAmbiguousPoint: Bool {
    body.filter { $0 == Self.point }.count == 1 && !body.contains(Self.comma)
      && isGrouped(by: Self.point)
  }

  private func isGrouped(by separator: UInt8) -> Bool {
    let groups = body.split(separator: separator, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      first.first != UInt8(ascii: "0")
    else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The number in a style, or `nil` if it is not written in it.
  package func value(in style: NumberStyle) -> Double? {
    let (group, decimal) = style == .european ? (Self.point, Self.comma) : (Self.comma, Self.point)
    let parts = body.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    if parts.count == 2, parts[1].contains(group) { return nil }
    if whole.contains(group) {
      if style == .mixed { return nil }
      let groups = whole.split(separator: group, omittingEmptySubsequences: false)
      guard let first = groups.first, (1...3).contains(first.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    if style == .mixed, parts.count == 2 { return nil }
    var text = isNegative ? "-" : ""
    text += String(decoding: whole.filter { $0 != group }, as: UTF8.self)
    if parts.count == 2 { text += "." + String(decoding: parts[1], as: UTF8.self) }
    if text.hasSuffix(".") { text += "0" }
    if !exponent.isEmpty { text += "e" + exponent }
    return Double(text)
  }
}
