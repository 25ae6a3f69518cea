/// Which of some secrets are given away, kept up to date while facts are taken back.
///
/// What is open stays open when less is told; what is not is looked at again where a fact that it
/// hung on has gone. The nearest counts are tried first, with all others left as they are: what is
/// possible there is possible, and most secrets need no more.
struct StandingAudit {
  private let audit: DisclosureAudit
  private let secrets: [HiddenCounts.Secret]
  private let agreeing: (([Int]) -> Bool)?
  /// The secrets that each count is part of, with its factor.
  private var secretsOf: [Int: [(secret: Int, factor: Int)]] = [:]
  /// How far below and above its true value each secret may lie.
  private var ranges: [ClosedRange<Int>]
  /// The facts on which each secret hangs that could not be shown to be open, part by part: many
  /// secrets hang on one part, whose facts are then held once.
  private var hangingOn: [Int: [Set<Int>]] = [:]

  /// How many counts are tried before all that are linked.
  private static let nearest = [16, 96]

  init(
    of secrets: [HiddenCounts.Secret], agreeing: (([Int]) -> Bool)? = nil, audit: DisclosureAudit
  ) {
    self.audit = audit
    self.secrets = secrets
    self.agreeing = agreeing
    ranges = Array(repeating: 0...0, count: secrets.count)
    for (number, secret) in secrets.enumerated() {
      for term in secret.sum.terms {
        secretsOf[term.count, default: []].append((number, term.factor))
      }
    }
  }

  /// The numbers of the secrets that are given away, or cannot be shown to stay open, ascending.
  var exposed: [Int] { hangingOn.keys.sorted() }

  /// Looks at every secret.
  mutating func look(at facts: ToldFacts) {
    look(at: secrets.indices.filter { !secrets[$0].sum.terms.isEmpty }, knowing: facts)
  }

  /// Looks again at what hung on facts that have been taken back.
  mutating func look(at facts: ToldFacts, without gone: [Int]) {
    func isStale(_ parts: [Set<Int>]) -> Bool {
      parts.contains { part in gone.contains(where: part.contains) }
    }
    let stale = hangingOn.filter { isStale($0.value) }.keys.sorted()
    for number in stale { hangingOn[number] = nil }
    look(at: stale, knowing: facts)
  }

  private mutating func look(at numbers: [Int], knowing facts: ToldFacts) {
    /// The facts that are told near a secret.
    var near: [Int: Set<Int>] = [:]
    for number in numbers where !isOpen(number) {
      let counts = secrets[number].sum.terms.map(\.count)
      var last: ToldFacts.Neighbourhood?
      for limit in Self.nearest where !isOpen(number) && last?.isWhole != true {
        let part = facts.neighbourhood(of: counts) { met, _ in met >= max(limit, counts.count) }
        climb(number, in: part, of: facts)
        last = part
      }
      near[number] = Set(last?.facts ?? [])
    }
    var walks: [WholeWalk] = []
    for number in numbers where !isOpen(number) {
      lookAtAll(number, near: near[number] ?? [], knowing: facts, walks: &walks)
    }
  }

  /// Everything that is linked, and the walk that goes on there from secret to secret.
  private struct WholeWalk {
    /// All that is linked, or so much of it that it is too much.
    let part: ToldFacts.Neighbourhood
    let told: Set<Int>
    /// `nil` if there are too many counts to walk among.
    var walk: FeasibleWalk?

    init(from count: Int, in facts: ToldFacts, upTo largest: Int) {
      part = facts.neighbourhood(of: [count]) { $0 * $1 > largest }
      told = Set(part.facts)
      let isSmall = part.isWhole && part.counts.count * max(1, part.facts.count) <= largest
      walk = isSmall ? facts.walk(in: part) : nil
    }
  }

  /// Looks at a secret in all the counts that are linked with it.
  private mutating func lookAtAll(
    _ number: Int, near: Set<Int>, knowing facts: ToldFacts, walks: inout [WholeWalk]
  ) {
    let largest = audit.largestTable
    var hung: [Set<Int>] = []
    for term in secrets[number].sum.terms where !isOpen(number) {
      let place = walks.firstIndex { $0.part.holds(term.count) } ?? walks.count
      if place == walks.count {
        walks.append(WholeWalk(from: term.count, in: facts, upTo: largest))
      }
      let whole = walks[place]
      guard var walk = whole.walk else {
        // Where too many counts hang together, only what is near can open it.
        hung.append(near)
        continue
      }
      hung.append(whole.told)
      climb(number, in: whole.part, of: facts, with: &walk)
      // Beside what no fact says, a walk has to begin at the true counts.
      if agreeing == nil { walks[place].walk = walk }
    }
    if !isOpen(number) { hangingOn[number] = hung }
  }

  private mutating func climb(
    _ number: Int, in part: ToldFacts.Neighbourhood, of facts: ToldFacts
  ) {
    var walk = facts.walk(in: part)
    climb(number, in: part, of: facts, with: &walk)
  }

  private mutating func climb(
    _ number: Int, in part: ToldFacts.Neighbourhood, of facts: ToldFacts,
    with walk: inout FeasibleWalk
  ) {
    let sum = facts.local(secrets[number].sum, in: part)
    for sum in [sum, -1 * sum] where !isOpen(number) {
      walk.climb(sum) { note($0, in: part, of: facts.hidden) }
    }
  }

  /// Takes down counts that are possible too.
  private mutating func note(
    _ counts: [Int], in part: ToldFacts.Neighbourhood, of hidden: HiddenCounts
  ) {
    if let agreeing {
      var all = hidden.values
      for (count, value) in zip(part.counts, counts) { all[count] = value }
      guard agreeing(all) else { return }
    }
    var changes: [Int: Int] = [:]
    for (count, value) in zip(part.counts, counts) where value != hidden.values[count] {
      for (secret, factor) in secretsOf[count] ?? [] {
        changes[secret, default: 0] += factor * (value - hidden.values[count])
      }
    }
    for (secret, change) in changes {
      let range = ranges[secret]
      ranges[secret] = min(range.lowerBound, change)...max(range.upperBound, change)
    }
  }

  private func isOpen(_ number: Int) -> Bool {
    ranges[number].upperBound - ranges[number].lowerBound >= audit.narrowest
  }
}
