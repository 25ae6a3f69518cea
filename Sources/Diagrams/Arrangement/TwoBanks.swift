/// Places for things of two kinds that are tied to one another: some on two banks, left and right,
/// the others between those that they join.
struct TwoBanks {
  /// The places of the things on the banks, then of those between, from 0 to 1 across and down.
  let places: [Point]

  /// The most things on the banks that change places: trying all pairs takes long for more.
  private static let mostExchanged = 40

  /// Arranges things so that ties are short.
  ///
  /// - Parameters:
  ///   - bankCount: How many lie on the banks.
  ///   - ties: Pairs of one on a bank and one between.
  ///   - middleCount: How many lie between.
  init(bankCount: Int, ties: [(bank: Int, middle: Int)], middleCount: Int) {
    let left = (bankCount + 1) / 2
    let slots = (0..<bankCount).map { slot -> Point in
      let (rank, count) = slot < left ? (slot, left) : (slot - left, bankCount - left)
      return Point(x: slot < left ? 0 : 1, y: (Double(rank) + 0.5) / Double(max(1, count)))
    }
    // Two on the banks belong close to each other if many between are tied to both.
    var shared: [[Double]] = Array(
      repeating: Array(repeating: 0, count: bankCount), count: bankCount)
    var banks: [[Int]] = Array(repeating: [], count: middleCount)
    for tie in ties { banks[tie.middle].append(tie.bank) }
    for bank in banks {
      for first in bank {
        for second in bank where first != second { shared[first][second] += 1 }
      }
    }
    var slotOf = Array(0..<bankCount)
    func cost(_ slotOf: [Int]) -> Double {
      var sum = 0.0
      for first in 0..<bankCount {
        for second in 0..<first where shared[first][second] > 0 {
          // Across the middle is no detour: that is where those between lie.
          let way = slots[slotOf[first]] - slots[slotOf[second]]
          sum += shared[first][second] * (abs(way.y) + (way.x == 0 ? 0.4 : 0))
        }
      }
      return sum
    }
    var least = cost(slotOf)
    for _ in 0..<(bankCount <= Self.mostExchanged ? 8 : 0) {
      var improved = false
      for first in 0..<bankCount {
        for second in 0..<first {
          slotOf.swapAt(first, second)
          let tried = cost(slotOf)
          if tried < least - 1e-9 {
            (least, improved) = (tried, true)
          } else {
            slotOf.swapAt(first, second)
          }
        }
      }
      if !improved { break }
    }
    let sides = slotOf.map { slots[$0] }
    let centers = banks.map { bank -> Point in
      guard !bank.isEmpty else { return Point(x: 0.5, y: 0.5) }
      let sum = bank.reduce(Point.zero) { $0 + sides[$1] }
      let mean = sum * (1 / Double(bank.count))
      return mean
    }
    // A crowded middle gets room.
    let xs = Spread.evened(centers.map(\.x), evenness: 0.7)
    let ys = Spread.evened(centers.map(\.y), evenness: 0.7)
    places = sides + zip(xs, ys).map { Point(x: 0.24 + 0.52 * $0, y: $1) }
  }
}
