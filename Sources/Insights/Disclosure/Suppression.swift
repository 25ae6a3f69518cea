/// What of several statements may be published together, so that no secret can be worked out.
///
/// First every statement is looked at alone (primary suppression). Then all that are left are
/// audited together, and as long as they give something away one more is weakened (complementary
/// suppression): of those that touch a secret that is given away, the one of least worth.
///
///     let suppression = Suppression(of: statements, about: hidden, known: totals, keeping: secrets)
///     suppression.forms[0]   // 0: as it is; 1: its weaker form; nil: withheld
public struct Suppression: Sendable, Hashable {
  /// Something that could be published.
  public struct Statement: Sendable, Hashable {
    /// What it tells in each of its forms, the most telling first; after the last comes silence.
    public let forms: [[HiddenCounts.Fact]]
    /// How much it matters: the least worth is weakened first.
    public let worth: Int

    /// Creates a statement.
    public init(forms: [[HiddenCounts.Fact]], worth: Int = 0) {
      self.forms = forms
      self.worth = worth
    }
  }

  /// The form of each statement that may be published; `nil` is none.
  public private(set) var forms: [Int?]
  /// The numbers of secrets that are open even though everything is withheld that could tell them:
  /// what is known anyway gives them away.
  public private(set) var knownAnyway: [Int] = []

  /// Chooses what may be published.
  ///
  /// - Parameters:
  ///   - statements: What could be published.
  ///   - hidden: The counts that they tell of.
  ///   - known: What a reader knows anyway.
  ///   - secrets: What may not be worked out.
  ///   - audit: What counts as worked out.
  public init(
    of statements: [Statement], about hidden: HiddenCounts, known: [HiddenCounts.Fact],
    keeping secrets: [HiddenCounts.Secret], audit: DisclosureAudit = DisclosureAudit()
  ) {
    forms = statements.map { $0.forms.isEmpty ? nil : 0 }
    guard !secrets.isEmpty else { return }
    knownAnyway = audit.exposed(secrets, of: hidden, knowing: known)
    let anyway = Set(knownAnyway)
    let kept = secrets.enumerated().filter { !anyway.contains($0.offset) }.map(\.element)

    func facts(of number: Int) -> [HiddenCounts.Fact] {
      forms[number].map { statements[number].forms[$0] } ?? []
    }
    for number in statements.indices {
      let touched = Set(statements[number].forms.joined().flatMap(\.sum.terms).map(\.count))
      let near = kept.filter { $0.sum.terms.contains { touched.contains($0.count) } }
      while forms[number] != nil,
        !audit.exposed(near, of: hidden, knowing: known + facts(of: number)).isEmpty
      {
        weaken(number, of: statements)
      }
    }
    while true {
      let published = statements.indices.flatMap(facts)
      let exposed = audit.exposed(kept, of: hidden, knowing: known + published)
      guard !exposed.isEmpty else { return }
      let telling = Self.telling(
        exposed.map { kept[$0].sum }, hidden: hidden, known: known,
        statements: statements.indices.map { ($0, facts(of: $0), statements[$0].worth) })
      guard let weakest = telling else { return }
      weaken(weakest, of: statements)
    }
  }

  private mutating func weaken(_ number: Int, of statements: [Statement]) {
    forms[number] = forms[number].flatMap { form in
      form + 1 < statements[number].forms.count ? form + 1 : nil
    }
  }

  /// The statement of least worth among those that touch what is given away, or are linked to it.
  private static func telling(
    _ exposed: [CountSum], hidden: HiddenCounts, known: [HiddenCounts.Fact],
    statements: [(number: Int, facts: [HiddenCounts.Fact], worth: Int)]
  ) -> Int? {
    let told = statements.filter { !$0.facts.isEmpty }
    let open = Set(exposed.flatMap(\.terms).map(\.count))
    func touching(_ counts: Set<Int>) -> Int? {
      told.filter { statement in
        statement.facts.contains { fact in fact.sum.terms.contains { counts.contains($0.count) } }
      }.min { ($0.worth, $0.number) < ($1.worth, $1.number) }?.number
    }
    if let direct = touching(open) { return direct }
    let sums = known.map(\.sum) + told.flatMap(\.facts).map(\.sum)
    let linked = LinkedCounts.parts(of: hidden.values.count, joinedBy: sums)
      .filter { part in part.counts.contains { open.contains($0) } }
    return touching(Set(linked.flatMap(\.counts)))
  }
}
