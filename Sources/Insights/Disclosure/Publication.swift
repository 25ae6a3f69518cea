/// What is told of counts, so that no secret can be worked out.
///
/// Facts are told one statement after another, the most important first, and one is told only if
/// every secret then still has another value that agrees with all that has been told
/// (complementary suppression). Of each secret such other counts are known and kept: a statement
/// that they agree with takes nothing away, so that only what it contradicts is looked for anew.
///
///     var publication = Publication(of: hidden, keeping: secrets, known: totals)
///     publication.tell(band)   // false: it would give something away, and is not told
public struct Publication: Sendable {
  /// Something told that no sum can say: whether it holds if some counts change.
  typealias Claim = @Sendable ([CountChange]) -> Bool

  /// The secrets that what is known anyway gives away: withholding does not keep them.
  public private(set) var knownAnyway: [Int] = []
  /// Other secrets that could not be shown to be open, though nothing shows them to be given away.
  private var undecided: [Int] = []

  private let audit: DisclosureAudit
  private let secrets: [HiddenCounts.Secret]
  /// The sums that are secret and that what is known anyway does not give away.
  private var sums: Set<CountSum> = []
  /// The secrets that each count is part of, with its factor.
  private var secretsOf: [[(secret: Int, factor: Int)]]
  private var facts: ToldFacts
  private var claims: [Claim] = []
  private var exchanges: ExchangeSearch
  private var surroundings: NeighbourhoodSearch

  /// Counts that would have been published in the same way.
  private struct Alternative {
    let changes: [CountChange]
    /// The secrets that are open because of it.
    var secrets: [Int] = []
  }

  /// How far a secret may lie from its value, and the alternative that shows it.
  private struct Reach {
    var by = 0
    var alternative: Int?
  }

  /// The alternatives by number; those that do not agree any more are `nil`.
  private var alternatives: [Alternative?] = []
  /// The alternatives that change each count.
  private var alternativesOf: [[(alternative: Int, by: Int)]]
  /// How far below and above its value each secret may lie.
  private var reaches: [(below: Reach, above: Reach)]
  /// What each secret, and each alternative, adds up to.
  private var movesOfSecrets: SparseSums
  private var movesOfAlternatives = SparseSums()

  /// Nothing is told but what is known anyway.
  ///
  /// - Parameters:
  ///   - hidden: The counts.
  ///   - secrets: What may not be worked out.
  ///   - known: What a reader knows anyway; what is not true is left out.
  ///   - audit: What counts as worked out.
  /// - Complexity: That of an ``ExchangeSearch`` for each secret, most often less; and that of a
  ///   ``FeasibleWalk`` where it finds nothing.
  public init(
    of hidden: HiddenCounts, keeping secrets: [HiddenCounts.Secret], known: [HiddenCounts.Fact],
    audit: DisclosureAudit = DisclosureAudit()
  ) {
    self.audit = audit
    self.secrets = secrets
    facts = ToldFacts(about: hidden)
    exchanges = ExchangeSearch(countsOf: hidden)
    surroundings = NeighbourhoodSearch(largest: audit.largestTable, countsOf: hidden)
    secretsOf = Array(repeating: [], count: hidden.values.count)
    alternativesOf = Array(repeating: [], count: hidden.values.count)
    movesOfSecrets = SparseSums(count: secrets.count)
    reaches = Array(repeating: (Reach(), Reach()), count: secrets.count)
    for (number, secret) in secrets.enumerated() {
      for term in secret.sum.terms {
        secretsOf[term.count].append((number, term.factor))
      }
    }
    for fact in known { facts.tell(fact) }
    sums = Set(secrets.map(\.sum))
    for number in secrets.indices where !isOpen(number) && !secrets[number].sum.terms.isEmpty {
      let isGivenAway = open(number)
      guard !isOpen(number) else { continue }
      sums.remove(secrets[number].sum)
      if isGivenAway { knownAnyway.append(number) } else { undecided.append(number) }
    }
  }

  /// The numbers of the secrets that are given away, or cannot be shown to stay open, ascending.
  public var exposed: [Int] { (knownAnyway + undecided).sorted() }

  /// Tells facts, unless a secret could not be shown to be open any more.
  ///
  /// - Parameter statement: Facts that are told together or not at all.
  /// - Returns: Whether they are told.
  public mutating func tell(_ statement: [HiddenCounts.Fact]) -> Bool {
    guard undecided.isEmpty || !touchesUndecided(statement) else { return false }
    // Most of what may not be told says a secret outright.
    guard
      !statement.contains(where: {
        $0.lower == $0.upper && sums.contains($0.sum) && $0.holds(for: facts.hidden.values)
      })
    else { return false }
    let before = facts.count
    for fact in statement { facts.tell(fact) }
    if replace(contradicted(by: before..<facts.count)) { return true }
    facts.takeBack(to: before)
    return false
  }

  private func touchesUndecided(_ statement: [HiddenCounts.Fact]) -> Bool {
    let touched = Set(statement.flatMap { $0.sum.terms.map(\.count) })
    return undecided.contains { number in
      secrets[number].sum.terms.contains { touched.contains($0.count) }
    }
  }

  /// Tells what no sum can say, unless a secret could not be shown to be open any more.
  ///
  /// - Returns: Whether it is told.
  mutating func tell(_ claim: @escaping Claim) -> Bool {
    guard undecided.isEmpty, claim([]) else { return false }
    claims.append(claim)
    let contradicted = alternatives.indices.filter { number in
      alternatives[number].map { !claim($0.changes) } ?? false
    }
    if replace(contradicted) { return true }
    claims.removeLast()
    return false
  }

  /// The alternatives with which facts do not agree.
  private mutating func contradicted(by new: Range<Int>) -> [Int] {
    var contradicted: Set<Int> = []
    movesOfAlternatives.reserve(alternatives.count)
    for fact in new {
      for term in facts.sum(of: fact).terms {
        for (alternative, by) in alternativesOf[term.count] {
          movesOfAlternatives.add(term.factor * by, to: alternative)
        }
      }
      for (alternative, change) in movesOfAlternatives.takeAll()
      where !facts.room[fact].contains(change) {
        contradicted.insert(alternative)
      }
    }
    return contradicted.sorted()
  }

  /// Finds others in the place of some alternatives; if that cannot be they are kept.
  private mutating func replace(_ gone: [Int]) -> Bool {
    let shaken = Set(gone.flatMap { alternatives[$0]?.secrets ?? [] }).sorted()
    let before = shaken.map { reaches[$0] }
    let isGone = Set(gone)
    for number in shaken {
      if reaches[number].below.alternative.map(isGone.contains) == true {
        reaches[number].below = Reach()
      }
      if reaches[number].above.alternative.map(isGone.contains) == true {
        reaches[number].above = Reach()
      }
    }
    for number in shaken where !isOpen(number) {
      _ = open(number)
      guard isOpen(number) else {
        for (number, reach) in zip(shaken, before) { reaches[number] = reach }
        return false
      }
    }
    for alternative in gone { forget(alternative) }
    return true
  }

  private mutating func forget(_ number: Int) {
    guard let alternative = alternatives[number] else { return }
    alternatives[number] = nil
    for change in alternative.changes {
      alternativesOf[change.count].removeAll { $0.alternative == number }
    }
  }

  /// Looks for other counts that show a secret to be open.
  ///
  /// - Returns: Whether it is certain that there are none.
  private mutating func open(_ number: Int) -> Bool {
    let sum = secrets[number].sum
    for sign in [-1, 1] where !isOpen(number) {
      exchanges.change(sign * sum, by: audit.narrowest, among: facts, agreeing: claims)
        .map { note($0) }
    }
    if isOpen(number) { return false }
    let part = surroundings.neighbourhood(of: sum, among: facts)
    var walk = part.walk
    var isFixed = part.isWhole
    for sign in [1, -1] where !isOpen(number) {
      var found: [[CountChange]] = []
      let most = walk.climb(sign * part.sum) { values in
        found.append(
          zip(part.counts, values).compactMap { count, value in
            let by = value - facts.hidden.values[count]
            return by == 0 ? nil : CountChange(count: count, by: by)
          })
      }
      isFixed = isFixed && most.map { $0 < Double(audit.narrowest) - 1e-6 } == true
      for changes in found where claims.allSatisfy({ $0(changes) }) { note(changes) }
    }
    return isFixed
  }

  /// Takes down counts that are possible too.
  private mutating func note(_ changes: [CountChange]) {
    for change in changes {
      for (secret, factor) in secretsOf[change.count] {
        movesOfSecrets.add(factor * change.by, to: secret)
      }
    }
    let number = alternatives.count
    var opened: [Int] = []
    for (secret, by) in movesOfSecrets.takeAll() where !isOpen(secret) {
      let reach = Reach(by: by, alternative: number)
      if by < reaches[secret].below.by {
        reaches[secret].below = reach
        opened.append(secret)
      } else if by > reaches[secret].above.by {
        reaches[secret].above = reach
        opened.append(secret)
      }
    }
    guard !opened.isEmpty else { return }
    alternatives.append(Alternative(changes: changes, secrets: opened))
    for change in changes { alternativesOf[change.count].append((number, change.by)) }
  }

  private func isOpen(_ number: Int) -> Bool {
    reaches[number].above.by - reaches[number].below.by >= audit.narrowest
  }
}
