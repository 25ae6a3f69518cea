/// Counts that a reader may not learn, by number.
///
/// A count is 0 or more. What is told of it, and of sums that it is part of, are ``Fact``s; what
/// may not follow from them is a ``Secret``.
///
///     let hidden = HiddenCounts(values: [3, 4, 5])
///     let total = HiddenCounts.Fact(CountSum([0, 1, 2]), is: 12)
///     hidden.satisfies(total)   // true
public struct HiddenCounts: Sendable, Hashable {
  /// What the counts really are.
  public private(set) var values: [Int] = []

  /// Creates a set of counts.
  public init(values: [Int] = []) { self.values = values }

  /// Adds a count.
  ///
  /// - Returns: Its number.
  public mutating func add(_ value: Int) -> Int {
    values.append(value)
    return values.count - 1
  }

  /// Whether a fact is true.
  public func satisfies(_ fact: Fact) -> Bool { fact.holds(for: values) }

  /// Something that a reader knows: between which numbers a sum of counts lies.
  public struct Fact: Sendable, Hashable {
    /// The sum.
    public let sum: CountSum
    /// The smallest number it can be; `nil` is open.
    public let lower: Int?
    /// The largest number it can be; `nil` is open.
    public let upper: Int?

    /// Creates a fact of an interval.
    public init(_ sum: CountSum, from lower: Int? = nil, through upper: Int? = nil) {
      self.sum = sum
      self.lower = lower
      self.upper = upper
    }

    /// Creates the fact that a sum is one number.
    public init(_ sum: CountSum, is number: Int) {
      self.init(sum, from: number, through: number)
    }

    /// Whether it holds for some values of the counts.
    public func holds(for values: [Int]) -> Bool {
      let value = sum.value(of: values)
      return (lower.map { $0 <= value } ?? true) && (upper.map { value <= $0 } ?? true)
    }
  }

  /// A sum that may not be worked out.
  public struct Secret: Sendable, Hashable {
    /// The sum.
    public let sum: CountSum

    /// Creates a secret.
    public init(_ sum: CountSum) { self.sum = sum }
  }
}

/// A sum of counts, each multiplied by a whole number.
public struct CountSum: Sendable, Hashable {
  /// A count and its factor.
  public struct Term: Sendable, Hashable {
    /// The number of the count.
    public let count: Int
    /// By what it is multiplied.
    public let factor: Int
  }

  /// The counts that are added, each once, in the order of their numbers.
  public let terms: [Term]

  /// Creates a sum of terms that name every count once, in the order of their numbers.
  init(ascending terms: [Term]) { self.terms = terms }

  /// Creates the sum of counts; one that is named twice counts twice.
  public init(_ counts: [Int], factor: Int = 1) {
    self.init(terms: counts.map { Term(count: $0, factor: factor) })
  }

  /// Creates a sum of terms.
  public init(terms: [Term]) {
    var sum: [Term] = []
    sum.reserveCapacity(terms.count)
    for term in terms.sorted(by: { $0.count < $1.count }) {
      if let last = sum.last, last.count == term.count {
        sum[sum.count - 1] = Term(count: last.count, factor: last.factor + term.factor)
      } else {
        sum.append(term)
      }
    }
    self.terms = sum.filter { $0.factor != 0 }
  }

  /// The sum with every factor multiplied.
  public static func * (factor: Int, sum: CountSum) -> CountSum {
    guard factor != 0 else { return CountSum([]) }
    return CountSum(
      ascending: sum.terms.map { Term(count: $0.count, factor: factor * $0.factor) })
  }

  /// The sum of two sums.
  public static func + (first: CountSum, second: CountSum) -> CountSum {
    CountSum(terms: first.terms + second.terms)
  }

  /// What it comes to.
  public func value(of values: [Int]) -> Int {
    terms.reduce(0) { $0 + $1.factor * values[$1.count] }
  }
}
