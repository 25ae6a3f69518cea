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

    let publication = Publication(statements, known: known)
    var facts = ToldFacts(publication.facts, about: hidden)
    facts.tell(known.indices)
    func told(by number: Int) -> [Int] {
      forms[number].map { publication.numbers[number][$0] } ?? []
    }
    let keptOf = Index(of: kept.map { secret in secret.sum.terms.map(\.count) })
    for number in statements.indices where forms[number] != nil {
      let near = keptOf.lines(touching: publication.counts[number]).map { kept[$0] }
      while forms[number] != nil {
        facts.tell(told(by: number))
        var alone = StandingAudit(of: near, audit: audit)
        alone.look(at: facts)
        facts.tell(told(by: number), isTold: false)
        if alone.exposed.isEmpty { break }
        weaken(number, of: statements)
      }
    }
    facts.tell(statements.indices.flatMap(told))
    var together = StandingAudit(of: kept, audit: audit)
    together.look(at: facts)
    let statementsOf = Index(of: publication.counts)
    while case let exposed = together.exposed, !exposed.isEmpty {
      func leastWorth(touching counts: Set<Int>) -> Int? {
        statementsOf.lines(touching: counts).filter { !told(by: $0).isEmpty }
          .min { (statements[$0].worth, $0) < (statements[$1].worth, $1) }
      }
      let open = Set(exposed.flatMap { kept[$0].sum.terms.map(\.count) })
      let linked = { facts.neighbourhood(of: open.sorted()) { _, _ in false }.counts }
      guard let weakest = leastWorth(touching: open) ?? leastWorth(touching: Set(linked())) else {
        return
      }
      let gone = told(by: weakest)
      facts.tell(gone, isTold: false)
      weaken(weakest, of: statements)
      let come = told(by: weakest)
      facts.tell(come)
      if come.isEmpty {
        together.look(at: facts, without: gone)
      } else {
        // Another form may tell what the one before did not.
        together = StandingAudit(of: kept, audit: audit)
        together.look(at: facts)
      }
    }
  }

  private mutating func weaken(_ number: Int, of statements: [Statement]) {
    forms[number] = forms[number].flatMap { form in
      form + 1 < statements[number].forms.count ? form + 1 : nil
    }
  }
}

/// All that statements tell in any of their forms, beside what is known anyway.
private struct Publication {
  /// What is known, and then what each form of each statement tells.
  private(set) var facts: [HiddenCounts.Fact]
  /// The numbers of the facts of each form of each statement.
  private(set) var numbers: [[[Int]]] = []
  /// The counts that each statement tells of in some form.
  private(set) var counts: [Set<Int>] = []

  init(_ statements: [Suppression.Statement], known: [HiddenCounts.Fact]) {
    facts = known
    for statement in statements {
      numbers.append([])
      for form in statement.forms {
        numbers[numbers.count - 1].append(Array(facts.count..<(facts.count + form.count)))
        facts += form
      }
      counts.append(Set(statement.forms.joined().flatMap { $0.sum.terms.map(\.count) }))
    }
  }
}

/// Which lines hold a number.
private struct Index {
  private var linesOf: [Int: [Int]] = [:]

  init(of lines: [some Sequence<Int>]) {
    for (line, numbers) in lines.enumerated() {
      for number in numbers { linesOf[number, default: []].append(line) }
    }
  }

  /// The lines that hold any of some numbers, ascending.
  func lines(touching numbers: Set<Int>) -> [Int] {
    Set(numbers.flatMap { linesOf[$0] ?? [] }).sorted()
  }
}
