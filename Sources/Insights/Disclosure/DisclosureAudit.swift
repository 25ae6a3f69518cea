/// Whether anything secret can be worked out from what is published.
///
/// A reader who adds, subtracts and knows that counts are whole numbers of 0 or more can work a
/// secret out if all counts that agree with the published facts give it the same value. The audit
/// looks for two that agree and differ in it. Two are a proof that it stays open; where none are
/// found the secret counts as given away, so that an audit errs on the safe side.
///
/// The rule is the Cell Suppression Policy of the Centers for Medicare & Medicaid Services: no
/// count from 1 to 10 may be derivable. ``narrowest`` asks for more: how far apart the two have to
/// be, the sliding protection level of Fischetti and Salazar-González (Management Science 47, 2001).
public struct DisclosureAudit: Sendable, Hashable {
  /// How far apart two possible values of a secret are at least; 1 says that it is not derivable.
  public var narrowest: Int
  /// The largest number of facts × counts that is looked at together.
  ///
  /// Where more hang together, their secrets count as given away.
  public var largestTable: Int

  /// Creates an audit.
  public init(narrowest: Int = 1, largestTable: Int = 2_000_000) {
    self.narrowest = narrowest
    self.largestTable = largestTable
  }

  /// The numbers of the secrets that facts give away, or that cannot be shown to stay open.
  ///
  /// - Parameters:
  ///   - secrets: What may not be worked out.
  ///   - hidden: The counts.
  ///   - facts: What a reader knows; one that is not true is left out.
  ///   - agreeing: Whether some counts agree with what else a reader knows, which no sum can say;
  ///     `nil` if there is nothing else.
  /// - Complexity: Facts × counts for each step of a ``FeasibleWalk``; as a rule a few walks for
  ///   all secrets together, and two for one that is given away.
  public func exposed(
    _ secrets: [HiddenCounts.Secret], of hidden: HiddenCounts, knowing facts: [HiddenCounts.Fact],
    agreeing: (([Int]) -> Bool)? = nil
  ) -> [Int] {
    let facts = facts.filter { !$0.sum.terms.isEmpty && hidden.satisfies($0) }
    // A sum over several parts is open as soon as one of its parts is.
    var closedIn: [Int: Int] = [:]
    var partsOf: [Int: Int] = [:]
    for part in LinkedCounts.parts(of: hidden.values.count, joinedBy: facts.map(\.sum)) {
      let inside = Set(part.counts)
      let here = secrets.indices.filter { number in
        secrets[number].sum.terms.contains { inside.contains($0.count) }
      }
      guard !here.isEmpty else { continue }
      for number in here { partsOf[number, default: 0] += 1 }
      let closed = exposed(
        here, among: secrets, in: part, of: hidden, knowing: facts, agreeing: agreeing)
      for number in closed { closedIn[number, default: 0] += 1 }
    }
    return closedIn.filter { $0.value == partsOf[$0.key] }.keys.sorted()
  }

  private func exposed(
    _ numbers: [Int], among secrets: [HiddenCounts.Secret], in part: LinkedCounts,
    of hidden: HiddenCounts, knowing facts: [HiddenCounts.Fact], agreeing: (([Int]) -> Bool)?
  ) -> [Int] {
    let known = part.sums.map { HiddenCounts.Fact(part.local($0.sum), from: facts[$0.number]) }
    guard max(1, known.count) * part.counts.count <= largestTable else { return numbers }
    let sums = numbers.map { part.local(secrets[$0].sum) }
    let truth = part.counts.map { hidden.values[$0] }
    var walk = FeasibleWalk(values: truth, facts: known)
    var ranges = sums.map { sum in
      let value = sum.value(of: truth)
      return value...value
    }
    func note(_ counts: [Int]) {
      if let agreeing {
        var all = hidden.values
        for (place, number) in part.counts.enumerated() { all[number] = counts[place] }
        guard agreeing(all) else { return }
      }
      for (place, sum) in sums.enumerated() {
        let value = sum.value(of: counts)
        let range = ranges[place]
        ranges[place] = min(range.lowerBound, value)...max(range.upperBound, value)
      }
    }
    func isOpen(_ place: Int) -> Bool {
      ranges[place].upperBound - ranges[place].lowerBound >= narrowest
    }
    return sums.indices.filter { place in
      if agreeing != nil, !isOpen(place) { walk = FeasibleWalk(values: truth, facts: known) }
      for sum in [sums[place], -1 * sums[place]] where !isOpen(place) {
        walk.climb(sum, visit: note)
      }
      return !isOpen(place)
    }.map { numbers[$0] }
  }
}

extension HiddenCounts.Fact {
  /// The same bounds for the same sum under other numbers.
  fileprivate init(_ sum: CountSum, from fact: HiddenCounts.Fact) {
    self.init(sum, from: fact.lower, through: fact.upper)
  }
}

/// Counts that facts link, directly or through others.
struct LinkedCounts {
  /// The numbers of the counts, ascending.
  let counts: [Int]
  /// The sums over them, with their numbers.
  let sums: [(number: Int, sum: CountSum)]

  private let places: [Int: Int]

  /// A sum in terms of the places of the counts here; counts of other parts are left out.
  func local(_ sum: CountSum) -> CountSum {
    CountSum(
      terms: sum.terms.compactMap { term in
        places[term.count].map { CountSum.Term(count: $0, factor: term.factor) }
      })
  }

  /// The parts into which counts fall that no sum joins.
  static func parts(of count: Int, joinedBy sums: [CountSum]) -> [LinkedCounts] {
    var leader = Array(0..<count)
    func root(_ place: Int) -> Int {
      var place = place
      while leader[place] != place {
        leader[place] = leader[leader[place]]
        place = leader[place]
      }
      return place
    }
    for sum in sums {
      guard let first = sum.terms.first else { continue }
      for term in sum.terms { leader[root(term.count)] = root(first.count) }
    }
    var members: [Int: [Int]] = [:]
    for place in 0..<count { members[root(place), default: []].append(place) }
    var joined: [Int: [(Int, CountSum)]] = [:]
    for (number, sum) in sums.enumerated() {
      guard let first = sum.terms.first else { continue }
      joined[root(first.count), default: []].append((number, sum))
    }
    return members.sorted { $0.key < $1.key }.map { root, counts in
      LinkedCounts(counts: counts, sums: joined[root] ?? [])
    }
  }

  private init(counts: [Int], sums: [(Int, CountSum)]) {
    self.counts = counts
    self.sums = sums
    places = Dictionary(
      zip(counts, counts.indices), uniquingKeysWith: { first, _ in first })
  }
}
