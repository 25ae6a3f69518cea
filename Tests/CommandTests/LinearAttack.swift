/// Works unknown whole numbers of 0 or more out of linear equations and inequalities, and of what no
/// sum can say, if that can be done: by exact elimination, as least squares would with numbers that
/// are not rounded, and by narrowing.
struct LinearAttack {
  /// An unknown and its factor.
  struct Term {
    let unknown: Int
    let factor: Int
  }

  /// Between what a sum of unknowns lies.
  struct Line {
    let terms: [Term]
    let range: ClosedRange<Int>
    /// What says so.
    let from: String

    init(_ terms: [Term], _ range: ClosedRange<Int>, from: String) {
      (self.terms, self.range, self.from) = (terms, range, from)
    }
  }

  /// What no sum can say of some unknowns.
  struct Claim {
    let unknowns: [Int]
    /// What says so.
    let from: String
    /// Whether it may hold if every unknown, of all that there are, lies in its range.
    let mayHold: ([ClosedRange<Int>]) -> Bool

    init(
      _ unknowns: [Int], from: String, mayHold: @escaping ([ClosedRange<Int>]) -> Bool
    ) {
      (self.unknowns, self.from, self.mayHold) = (unknowns, from, mayHold)
    }
  }

  /// The values that are worked out, by unknown.
  let values: [Int: Int]
  /// The unknowns that are worked out.
  var recovered: Set<Int> { Set(values.keys) }

  init(_ lines: [Line], claims: [Claim] = [], of count: Int) {
    var values = Self.eliminated(lines.filter { $0.range.count == 1 }, of: count)
    for (unknown, range) in Self.narrowed(lines, claims, of: count).enumerated()
    where range.count == 1 {
      values[unknown] = range.lowerBound
    }
    self.values = values
  }

  /// The unknowns whose unit vectors lie in the row space of the equations (the design of
  /// `cellsupp`): reduced to echelon form, the row holds one unknown alone.
  private static func eliminated(_ equations: [Line], of count: Int) -> [Int: Int] {
    var rows: [[Fraction]] = equations.map { line in
      var row = Array(repeating: Fraction(0), count: count + 1)
      for term in line.terms { row[term.unknown] = row[term.unknown] + Fraction(term.factor) }
      row[count] = Fraction(line.range.lowerBound)
      return row
    }
    var rank = 0
    for column in 0..<count {
      guard
        let pivot = rows.indices.dropFirst(rank).first(where: { rows[$0][column] != Fraction(0) })
      else { continue }
      rows.swapAt(rank, pivot)
      let inverse = Fraction(1) / rows[rank][column]
      let places = rows[rank].indices.filter { rows[rank][$0] != Fraction(0) }
      for place in places { rows[rank][place] = rows[rank][place] * inverse }
      for row in rows.indices where row != rank && rows[row][column] != Fraction(0) {
        let factor = rows[row][column]
        for place in places { rows[row][place] = rows[row][place] - factor * rows[rank][place] }
      }
      rank += 1
    }
    var values: [Int: Int] = [:]
    for row in rows.prefix(rank) {
      let held = row.indices.dropLast().filter { row[$0] != Fraction(0) }
      if held.count == 1, let unknown = held.first { values[unknown] = row[count].whole }
    }
    return values
  }

  /// Every unknown's whole numbers after each line and claim has narrowed each of its own, again and
  /// again.
  private static func narrowed(
    _ lines: [Line], _ claims: [Claim], of count: Int
  ) -> [ClosedRange<Int>] {
    var ranges = Array(repeating: 0...1_000_000, count: count)
    repeat {
      while lines.reduce(false, { narrow(&ranges, by: $1) || $0 }) {}
    } while claims.reduce(false, { narrow(&ranges, by: $1) || $0 })
    return ranges
  }

  /// - Returns: Whether a range is smaller now.
  private static func narrow(_ ranges: inout [ClosedRange<Int>], by line: Line) -> Bool {
    var hasMoved = false
    for (place, term) in line.terms.enumerated() {
      var (low, high) = (line.range.lowerBound, line.range.upperBound)
      for (other, part) in line.terms.enumerated() where other != place {
        let range = ranges[part.unknown]
        let ends = [part.factor * range.lowerBound, part.factor * range.upperBound]
        high -= min(ends[0], ends[1])
        low -= max(ends[0], ends[1])
      }
      // factor × unknown lies from low through high.
      if term.factor < 0 { (low, high) = (-high, -low) }
      let size = abs(term.factor)
      let range = ranges[term.unknown]
      let least = max(range.lowerBound, low <= 0 ? 0 : (low + size - 1) / size)
      let most = min(range.upperBound, high < 0 ? -1 : high / size)
      guard least <= most, least...most != range else { continue }
      ranges[term.unknown] = least...most
      hasMoved = true
    }
    return hasMoved
  }

  /// - Returns: Whether a range is smaller now.
  private static func narrow(_ ranges: inout [ClosedRange<Int>], by claim: Claim) -> Bool {
    var hasMoved = false
    for unknown in claim.unknowns where ranges[unknown].count <= 1_000 {
      var range = ranges[unknown]
      func mayBe(_ value: Int) -> Bool {
        var tried = ranges
        tried[unknown] = value...value
        return claim.mayHold(tried)
      }
      while range.count > 1, !mayBe(range.lowerBound) {
        range = (range.lowerBound + 1)...range.upperBound
      }
      while range.count > 1, !mayBe(range.upperBound) {
        range = range.lowerBound...(range.upperBound - 1)
      }
      hasMoved = hasMoved || range != ranges[unknown]
      ranges[unknown] = range
    }
    return hasMoved
  }
}

/// An exact fraction in lowest terms.
private struct Fraction: Equatable {
  private let over: Int
  private let under: Int

  init(_ number: Int) { (over, under) = (number, 1) }

  private init(_ over: Int, _ under: Int) {
    var (first, second) = (abs(over), abs(under))
    while second != 0 { (first, second) = (second, first % second) }
    let sign = under < 0 ? -1 : 1
    (self.over, self.under) = (sign * over / max(1, first), sign * under / max(1, first))
  }

  /// The number, if it is whole.
  var whole: Int? { under == 1 ? over : nil }

  static func - (first: Fraction, second: Fraction) -> Fraction {
    Fraction(first.over * second.under - second.over * first.under, first.under * second.under)
  }

  static func + (first: Fraction, second: Fraction) -> Fraction {
    Fraction(first.over * second.under + second.over * first.under, first.under * second.under)
  }

  static func * (first: Fraction, second: Fraction) -> Fraction {
    Fraction(first.over * second.over, first.under * second.under)
  }

  static func / (first: Fraction, second: Fraction) -> Fraction {
    Fraction(first.over * second.under, first.under * second.over)
  }
}
