/// A walk among all the counts that a reader must hold for possible.
///
/// It starts from the true counts and goes as far as it can towards larger or smaller values of a
/// sum, along the edges of the polytope that the facts bound: the simplex method with bounded
/// variables (Dantzig 1963, chapter 18), which needs no first phase because the start is known.
/// Every place that it passes and that consists of whole numbers is a set of counts that would have
/// been published in the same way. For tables with totals all of them do (their constraints are
/// totally unimodular), so there the ends are the exact bounds; elsewhere they may lie further out.
struct FeasibleWalk {
  private let bounds: Bounds
  private let start: [Int]
  /// Counts first, then what each fact's sum comes to, all less their true value.
  private var position: [Double]
  private let lowest: [Double]
  private let highest: [Double]
  /// Row by row, what one unit of each free variable adds to a dependent one.
  private var rows: [Double]
  private var dependent: [Int]
  private var free: [Int]

  private static let tolerance = 1e-7

  /// By how much sums of counts may change.
  struct Bounds {
    fileprivate private(set) var terms: [CountSum.Term] = []
    /// Where the terms of each sum end.
    private var ends: [Int] = []
    fileprivate private(set) var rooms: [ClosedRange<Int>] = []

    /// Bounds one more sum.
    mutating func add(_ sum: some Sequence<CountSum.Term>, within room: ClosedRange<Int>) {
      terms += sum
      ends.append(terms.count)
      rooms.append(room)
    }

    /// Where the terms of a sum are.
    fileprivate func terms(of sum: Int) -> Range<Int> {
      (sum == 0 ? 0 : ends[sum - 1])..<ends[sum]
    }
  }

  /// Stands at the true counts.
  ///
  /// - Parameters:
  ///   - values: The true counts.
  ///   - bounds: What is known of them; all of it must be true.
  init(values: [Int], bounds: Bounds) {
    self.bounds = bounds
    start = values
    let count = values.count
    position = Array(repeating: 0, count: count + bounds.rooms.count)
    lowest =
      values.map { -Double($0) }
      + bounds.rooms.map {
        $0.lowerBound == -ToldFacts.unbounded ? -.infinity : Double($0.lowerBound)
      }
    highest =
      values.map { _ in Double.infinity }
      + bounds.rooms.map {
        $0.upperBound == ToldFacts.unbounded ? .infinity : Double($0.upperBound)
      }
    rows = Array(repeating: 0, count: count * bounds.rooms.count)
    for sum in bounds.rooms.indices {
      for place in bounds.terms(of: sum) {
        let term = bounds.terms[place]
        rows[sum * count + term.count] = Double(term.factor)
      }
    }
    dependent = Array(count..<(count + bounds.rooms.count))
    free = Array(0..<count)
  }

  /// Where a row and a column meet.
  private func cell(_ row: Int, _ column: Int) -> Int { row * free.count + column }

  /// Goes as far as possible in the direction that makes a sum larger.
  ///
  /// - Parameters:
  ///   - sum: The factor of each count.
  ///   - visit: Is given every possible set of counts on the way.
  /// - Returns: By how much the sum is larger at the end than the true one: whole numbers or not,
  ///   nothing larger agrees with the facts. `nil` if that is not certain.
  /// - Complexity: O(facts × counts) a step, and as a rule about as many steps as facts; after
  ///   four times the number of facts and counts it stops where it is.
  mutating func climb(_ sum: CountSum, visit: ([Int]) -> Void) -> Double? {
    var gain = gains(of: sum)
    let steps = 4 * (dependent.count + free.count) + 16
    for step in 0..<steps {
      // The steepest way first; later the first one, which cannot go round in a circle.
      guard let column = entering(gain, takesFirst: step > steps / 2) else {
        return sum.terms.reduce(0) { $0 + Double($1.factor) * position[$1.count] }
      }
      let sign = gain[column] > 0 ? 1.0 : -1.0
      let variable = free[column]
      var length =
        sign > 0
        ? highest[variable] - position[variable] : position[variable] - lowest[variable]
      var blocking: Int?
      for row in dependent.indices {
        let rate = sign * rows[cell(row, column)]
        guard abs(rate) > Self.tolerance else { continue }
        let other = dependent[row]
        let room =
          rate > 0
          ? (highest[other] - position[other]) / rate : (lowest[other] - position[other]) / rate
        let isNearer = room < length - Self.tolerance
        let isFirst = blocking.map { other < dependent[$0] } ?? false
        if isNearer || (isFirst && room <= length) {
          length = min(length, max(0, room))
          blocking = row
        }
      }
      // Nothing bounds it: there are possible counts without end.
      guard length.isFinite else {
        move(column, by: sign, visit: visit)
        return .infinity
      }
      // The nearest counts on the way are the likeliest to agree with what no fact says.
      let first = min(1, length)
      move(column, by: sign * first, visit: visit)
      move(column, by: sign * (length - first), visit: visit)
      if let blocking { exchange(row: blocking, column: column, gain: &gain) }
    }
    return nil
  }

  /// What a unit of each free variable adds to a sum.
  private func gains(of sum: CountSum) -> [Double] {
    var factors = Array(repeating: 0.0, count: position.count)
    for term in sum.terms { factors[term.count] = Double(term.factor) }
    var gain = free.map { factors[$0] }
    for (row, variable) in dependent.enumerated() where factors[variable] != 0 {
      for column in gain.indices { gain[column] += factors[variable] * rows[cell(row, column)] }
    }
    return gain
  }

  private func entering(_ gain: [Double], takesFirst: Bool) -> Int? {
    var best: Int?
    for column in gain.indices where abs(gain[column]) > Self.tolerance {
      let variable = free[column]
      let hasRoom =
        gain[column] > 0
        ? position[variable] < highest[variable] - Self.tolerance
        : position[variable] > lowest[variable] + Self.tolerance
      guard hasRoom else { continue }
      guard let known = best else {
        best = column
        continue
      }
      let isBetter =
        takesFirst ? variable < free[known] : abs(gain[column]) > abs(gain[known])
      if isBetter { best = column }
    }
    return best
  }

  private mutating func move(_ column: Int, by length: Double, visit: ([Int]) -> Void) {
    guard length != 0 else { return }
    position[free[column]] += length
    for row in dependent.indices where rows[cell(row, column)] != 0 {
      position[dependent[row]] += length * rows[cell(row, column)]
    }
    if let counts = wholeCounts { visit(counts) }
  }

  /// The counts here, if they are whole numbers within all bounds.
  private var wholeCounts: [Int]? {
    var counts = start
    for count in counts.indices {
      let change = position[count].rounded()
      guard abs(change - position[count]) < 1e-5, let whole = Int(exactly: change) else {
        return nil
      }
      counts[count] += whole
      guard counts[count] >= 0 else { return nil }
    }
    let isWithin = bounds.rooms.indices.allSatisfy { sum in
      let change = bounds.terms(of: sum).reduce(0) { change, place in
        let term = bounds.terms[place]
        return change + term.factor * (counts[term.count] - start[term.count])
      }
      return bounds.rooms[sum].contains(change)
    }
    return isWithin ? counts : nil
  }

  /// Lets a free and a dependent variable change places.
  private mutating func exchange(row: Int, column: Int, gain: inout [Double]) {
    let width = free.count
    let inverse = 1 / rows[cell(row, column)]
    for other in row * width..<(row + 1) * width { rows[other] *= -inverse }
    rows[cell(row, column)] = inverse
    let exchanged = Array(rows[row * width..<(row + 1) * width])
    let columns = exchanged.indices.filter { $0 != column && exchanged[$0] != 0 }
    func substitute(into target: inout [Double], from start: Int) {
      let factor = target[start + column]
      guard factor != 0 else { return }
      for other in columns {
        let sum = target[start + other] + factor * exchanged[other]
        target[start + other] = abs(sum) < 1e-11 ? 0 : sum
      }
      target[start + column] = factor * inverse
    }
    for other in dependent.indices where other != row {
      substitute(into: &rows, from: other * width)
    }
    substitute(into: &gain, from: 0)
    swap(&dependent[row], &free[column])
  }
}
