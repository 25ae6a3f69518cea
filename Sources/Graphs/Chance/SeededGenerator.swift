/// A random number generator whose stream is fixed by its seed.
///
/// The stream is that of SplitMix64. It is the same on every platform and will not change between
/// releases, so a seed that is printed with a result repeats the result. Not for secrets.
///
///     var generator = SeededGenerator(seed: 0)
///     generator.next()  // 0xE220A8397B1DCDAF
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014,
/// doi:10.1145/2660193.2660195.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// Creates the generator of a seed.
  public init(seed: UInt64) { state = seed }

  /// Creates the generator of one of many streams of a seed.
  ///
  /// Seed and number are mixed, so that the streams of neighbouring seeds have nothing in common:
  /// a result that is repeated with the next seed is a result of other draws.
  ///
  /// - Parameters:
  ///   - seed: The seed.
  ///   - stream: The number of the stream, such as that of a replicate.
  public init(seed: UInt64, stream: Int) {
    let start = Self.mixed(seed &+ Self.step)
    state = Self.mixed(start &+ Self.step &* (UInt64(truncatingIfNeeded: stream) &+ 1))
  }

  /// The next number of the stream.
  public mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// How far the state moves from one number to the next.
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The finalizer of SplitMix64, which gives no two states the same number.
  private static func mixed(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to below `bound`, each as likely as any other to within 2⁻³².
  ///
  /// One number of the stream and no division: the inner loops draw millions.
  mutating func next(below bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  /// A number from 0 to below 1, in steps of 2⁻⁵³.
  mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Puts elements into random order.
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, next(below: last + 1))
    }
  }
}
