import Foundation

/// How often something happens by chance, in the words of a sentence.
enum ChanceWords {
  /// "about 1 time in 49", "about 7 times in 10", "nearly always".
  static func frequency(_ p: Double) -> String {
    switch p {
    case ...0: "never"
    case ..<1e-6: "less than 1 time in 1,000,000"
    case ..<0.3: "about 1 time in \(grouped(Int((1 / p).rounded())))"
    case ..<0.95: "about \(Int((10 * p).rounded())) times in 10"
    default: "nearly always"
    }
  }

  /// "p = .039", "p < .001".
  static func p(_ p: Double) -> String {
    guard p >= 0.0005 else { return "p < .001" }
    guard p < 0.9995 else { return "p = 1" }
    return "p = ." + String(format: "%03d", Int((1000 * p).rounded()))
  }

  /// ".0142", ".000268": three significant digits.
  static func probability(_ p: Double) -> String {
    guard p >= 1e-6 else { return "below .000001" }
    guard p < 0.9995 else { return "1" }
    let decimals = 2 - Int(log10(p).rounded(.down))
    return String(String(format: "%.\(decimals)f", p).dropFirst())
  }

  /// "0.42", "−0.13".
  static func decimal(_ value: Double) -> String {
    let digits = String(format: "%.2f", abs(value))
    return (value < 0 && digits != "0.00" ? "−" : "") + digits
  }

  /// "40 %".
  static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }

  /// "1 seat", "3 seats".
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// "a, b and c".
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Digits in groups of three.
  static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
  }
}
