import Foundation

/// Numbers as reports print them.
enum FigureText {
  /// A number with three digits after the point at most, whole numbers without; `–` if undefined.
  static func short(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "–" }
    if number == number.rounded(), abs(number) < 1e15 { return fixed(number, digits: 0) }
    let digits = abs(number) >= 100 ? 1 : abs(number) >= 10 ? 2 : 3
    return fixed(number, digits: digits)
  }

  /// A number with exactly so many digits after the point.
  static func fixed(_ number: Double, digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(number) * scale).rounded()
    guard scaled < 1e15 else { return String(number) }
    let whole = Int(scaled) / Int(scale)
    let rest = String(Int(scaled) % Int(scale))
    let sign = number < 0 && scaled > 0 ? "−" : ""
    guard digits > 0 else { return "\(sign)\(whole)" }
    return "\(sign)\(whole)." + String(repeating: "0", count: digits - rest.count) + rest
  }

  /// A probability with three digits, "< .001" where they would all be 0.
  static func probability(_ p: Double?) -> String {
    guard let p, p.isFinite else { return "–" }
    return p < 0.0005 ? "< .001" : String(fixed(p, digits: 3).trimmingPrefix("0"))
  }

  /// A share as a whole percentage, "< 1 %" where that would be 0 and is not.
  static func percent(_ share: Double?) -> String {
    guard let share, share.isFinite else { return "–" }
    if share > 0, share < 0.005 { return "< 1 %" }
    return fixed(share * 100, digits: 0) + " %"
  }

  /// How many times as much a logarithm stands for: "0.81".
  static func factor(_ logarithm: Double?) -> String {
    logarithm.map { fixed(exp($0), digits: 2) } ?? "–"
  }

  /// A whole number in groups of three digits.
  static func grouped(_ number: Double) -> String {
    let digits = fixed(number, digits: 0)
    let parted = digits.reversed().enumerated().map { place, digit in
      place > 0 && place % 3 == 0 && digit.isNumber ? "\(digit)," : String(digit)
    }
    return parted.reversed().joined()
  }
}
