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
  private var secretsOf: [Int: [(secret: Int, factor: Int)]] = [:]
  private var facts: ToldFacts
  private var claims: [Claim] = []
  private var search: ExchangeSearch

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

  private var alternatives: [Int: Alternative] = [:]
  private var alternativesOf: [Int: [(alternative: Int, by: Int)]] = [:]
  private var nextAlternative = 0
  /// How far below and above its value each secret may lie.
  private var reaches: [(below: Reach, above: Reach)]

  /// How many counts are looked at where too many hang together.
  private static let nearest = 64

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
    search = ExchangeSearch(countsOf: hidden)
    reaches = Array(repeating: (Reach(), Reach()), count: secrets.count)
    for (number, secret) in secrets.enumerated() {
      for term in secret.sum.terms {
        secretsOf[term.count, default: []].append((number, term.factor))
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
    let touched = Set(statement.flatMap { $0.sum.terms.map(\.count) })
    guard
      !undecided.contains(where: { number in
        secrets[number].sum.terms.contains { touched.contains($0.count) }
      })
    else { return false }
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

  /// Tells what no sum can say, unless a secret could not be shown to be open any more.
  ///
  /// - Returns: Whether it is told.
  mutating func tell(_ claim: @escaping Claim) -> Bool {
    guard undecided.isEmpty, claim([]) else { return false }
    claims.append(claim)
    if replace(alternatives.filter { !claim($0.value.changes) }.keys.sorted()) { return true }
    claims.removeLast()
    return false
  }

  /// The alternatives with which facts do not agree.
  private func contradicted(by new: Range<Int>) -> [Int] {
    var contradicted: Set<Int> = []
    for fact in new {
      var changes: [Int: Int] = [:]
      for term in facts.sum(of: fact).terms {
        for (alternative, by) in alternativesOf[term.count] ?? [] {
          changes[alternative, default: 0] += term.factor * by
        }
      }
      for (alternative, change) in changes where !facts.room[fact].contains(change) {
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
    guard let alternative = alternatives.removeValue(forKey: number) else { return }
    for change in alternative.changes {
      alternativesOf[change.count]?.removeAll { $0.alternative == number }
    }
  }

  /// Looks for other counts that show a secret to be open.
  ///
  /// - Returns: Whether it is certain that there are none.
  private mutating func open(_ number: Int) -> Bool {
    let sum = secrets[number].sum
    for sign in [-1, 1] where !isOpen(number) {
      search.change(sign * sum, by: audit.narrowest, among: facts, agreeing: claims)
        .map { note($0) }
    }
    if isOpen(number) { return false }
    let counts = sum.terms.map(\.count)
    let largest = audit.largestTable
    var part = facts.neighbourhood(of: counts) { $0 * $1 > largest }
    if !part.isWhole {
      part = facts.neighbourhood(of: counts) { met, _ in met >= max(Self.nearest, counts.count) }
    }
    var walk = facts.walk(in: part)
    var isFixed = part.isWhole
    let local = facts.local(sum, in: part)
    for sign in [1, -1] where !isOpen(number) {
      var found: [[CountChange]] = []
      let most = walk.climb(sign * local) { values in
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
    var moves: [Int: Int] = [:]
    for change in changes {
      for (secret, factor) in secretsOf[change.count] ?? [] {
        moves[secret, default: 0] += factor * change.by
      }
    }
    let number = nextAlternative
    var opened: [Int] = []
    for (secret, by) in moves where !isOpen(secret) {
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
    nextAlternative += 1
    alternatives[number] = Alternative(changes: changes, secrets: opened)
    for change in changes {
      alternativesOf[change.count, default: []].append((number, change.by))
    }
  }

  private func isOpen(_ number: Int) -> Bool {
    reaches[number].above.by - reaches[number].below.by >= audit.narrowest
  }
}
