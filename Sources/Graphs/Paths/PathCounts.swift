/// A number of shortest paths.
protocol PathCount: Sendable {
  static var zero: Self { get }
  static var one: Self { get }
  /// Adds another number a number of times.
  mutating func add(_ other: Self, times: Double)
  /// This number divided by another.
  func ratio(to other: Self) -> Double
  /// Whether the number is too large for its ratios to be exact to rounding.
  var isTooLarge: Bool { get }
}

extension Double: PathCount {
  static var one: Double { 1 }
  mutating func add(_ other: Double, times: Double) { self += other * times }
  func ratio(to other: Double) -> Double { self / other }
  var isTooLarge: Bool { !(self < 1e290) }
}

/// A positive number `significand` · 2^`exponent` that grows without overflow.
struct ScaledCount: PathCount {
  static let zero = ScaledCount(significand: 0, exponent: 0)
  static let one = ScaledCount(significand: 1, exponent: 0)

  /// Below 2⁵¹³; sums of two stay far below the largest `Double`.
  private var significand: Double
  /// A multiple of 512, so that small counts stay plain numbers and exact.
  private var exponent: Int

  private init(significand: Double, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  mutating func add(_ other: ScaledCount, times: Double) {
    let addend = other.significand * times
    if other.exponent == exponent {
      significand += addend
    } else if other.exponent > exponent {
      significand = addend + scaled(significand, by: exponent - other.exponent)
      exponent = other.exponent
    } else {
      significand += scaled(addend, by: other.exponent - exponent)
    }
    if significand >= 0x1p512 {
      significand *= 0x1p-512
      exponent += 512
    }
  }

  func ratio(to other: ScaledCount) -> Double {
    let ratio = significand / other.significand
    return exponent == other.exponent ? ratio : scaled(ratio, by: exponent - other.exponent)
  }

  var isTooLarge: Bool { false }

  private func scaled(_ number: Double, by exponent: Int) -> Double {
    Double(sign: .plus, exponent: max(exponent, -2_000), significand: number)
  }
}
