/// The sources that have reached a node, a bit each.
protocol SourceSet: SIMD, Sendable where Scalar == UInt64 {
  /// How many bits are 1.
  var setBitCount: Int { get }
  /// Whether no bit is 1.
  var isEmpty: Bool { get }
}

extension SourceSet {
  /// The number of sources that a set has room for.
  static var width: Int { 64 * scalarCount }

  /// The set of one source.
  init(only source: Int) {
    self = .zero
    self[source >> 6] = 1 << UInt64(source & 63)
  }
}

extension SIMD4<UInt64>: SourceSet {
  var setBitCount: Int { bitCountsOfBytes.sumOfBytes }
  /// By halves, as comparison of vectors is a loop over the elements.
  var isEmpty: Bool { (lowHalf | highHalf).isZero }
}

extension SIMD8<UInt64>: SourceSet {
  var setBitCount: Int {
    let counts = bitCountsOfBytes
    return (counts.lowHalf &+ counts.highHalf).sumOfBytes
  }
  var isEmpty: Bool {
    let four = lowHalf | highHalf
    return (four.lowHalf | four.highHalf).isZero
  }
}

extension SIMD where Scalar == UInt64 {
  /// For every byte how many of its bits are 1; a whole vector at once, where `nonzeroBitCount`
  /// takes the elements one after the other.
  fileprivate var bitCountsOfBytes: Self {
    let pairs = self &- ((self &>> 1) & 0x5555_5555_5555_5555)
    let fours = (pairs & 0x3333_3333_3333_3333) &+ ((pairs &>> 2) & 0x3333_3333_3333_3333)
    return (fours &+ (fours &>> 4)) & 0x0f0f_0f0f_0f0f_0f0f
  }
}

extension SIMD2<UInt64> {
  fileprivate var isZero: Bool { self[0] | self[1] == 0 }
}

extension SIMD4<UInt64> {
  /// The sum of all bytes, each of which is 16 at most.
  fileprivate var sumOfBytes: Int {
    let two = lowHalf &+ highHalf
    let one = two[0] &+ two[1]
    let words = (one & 0x00ff_00ff_00ff_00ff) &+ ((one &>> 8) & 0x00ff_00ff_00ff_00ff)
    return Int((words &* 0x0001_0001_0001_0001) &>> 48)
  }
}
