import Graphs
import Testing

@testable import Insights

@Suite("Disclosure audit")
struct DisclosureAuditTests {
  /// A table of counts whose totals are published, and some of whose cells.
  private struct Table {
    let rows: Int
    let columns: Int
    let values: [Int]
    let shown: Set<Int>

    var hidden: HiddenCounts { HiddenCounts(values: values) }
    var secrets: [HiddenCounts.Secret] {
      values.indices.filter { !shown.contains($0) && values[$0] > 0 }
        .map { HiddenCounts.Secret(CountSum([$0])) }
    }
    var lines: [[Int]] {
      (0..<rows).map { row in (0..<columns).map { row * columns + $0 } }
        + (0..<columns).map { column in (0..<rows).map { $0 * columns + column } }
    }
    var facts: [HiddenCounts.Fact] {
      lines.map { line in
        let sum = CountSum(line)
        return HiddenCounts.Fact(sum, is: sum.value(of: values))
      } + shown.map { HiddenCounts.Fact(CountSum([$0]), is: values[$0]) }
    }

    /// Every table with the same totals and the same shown cells, by trying.
    var possible: [[Int]] {
      var found: [[Int]] = []
      var cells = values
      func fill(_ place: Int) {
        guard place < values.count else {
          if lines.allSatisfy({ line in
            line.reduce(0) { $0 + cells[$1] } == line.reduce(0) { $0 + values[$1] }
          }) {
            found.append(cells)
          }
          return
        }
        if shown.contains(place) { return fill(place + 1) }
        for value in 0...values.reduce(0, +) {
          cells[place] = value
          let isPossible = lines.allSatisfy { line in
            line.filter { $0 <= place || shown.contains($0) }.reduce(0) { $0 + cells[$1] }
              <= line.reduce(0) { $0 + values[$1] }
          }
          if !isPossible { break }
          fill(place + 1)
        }
        cells[place] = values[place]
      }
      fill(0)
      return found
    }
  }

  @Test func aSingleHiddenCellFollowsFromItsTotal() {
    let table = Table(rows: 2, columns: 2, values: [3, 20, 15, 40], shown: [1, 2, 3])
    #expect(
      DisclosureAudit().exposed(table.secrets, of: table.hidden, knowing: table.facts) == [0])
  }

  @Test func fourHiddenCornersStayOpen() {
    let table = Table(rows: 2, columns: 2, values: [3, 20, 15, 40], shown: [])
    #expect(DisclosureAudit().exposed(table.secrets, of: table.hidden, knowing: table.facts) == [])
    // 3 and 20, 2 and 21, … 0 and 23, or up to 18 and 5: 0 through 18 are possible.
    #expect(
      DisclosureAudit(narrowest: 18)
        .exposed([table.secrets[0]], of: table.hidden, knowing: table.facts) == [])
    #expect(
      DisclosureAudit(narrowest: 19)
        .exposed([table.secrets[0]], of: table.hidden, knowing: table.facts) == [0])
  }

  @Test func twoHiddenInEveryLineCanStillGiveOneAway() {
    // Rows 1 and 2 share columns 1 and 2; the third row's pair shares columns 3 and 4 with the
    // fourth: but a total of 0 elsewhere pins what the rule of two in each line would let pass.
    let table = Table(rows: 2, columns: 2, values: [5, 0, 0, 4], shown: [])
    // Only 5 − t, t, t, 4 − t: open, and no rule of thumb was asked.
    #expect(DisclosureAudit().exposed(table.secrets, of: table.hidden, knowing: table.facts) == [])
    let pinned = table.facts + [HiddenCounts.Fact(CountSum([1]), through: 0)]
    #expect(
      DisclosureAudit().exposed(table.secrets, of: table.hidden, knowing: pinned) == [0, 1])
  }

  @Test(arguments: 1...60)
  func theAuditFindsWhatTryingEveryTableFinds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (rows, columns) = (Int.random(in: 2...3, using: &generator), 3)
    let values = (0..<(rows * columns)).map { _ in
      max(0, Int.random(in: -1...4, using: &generator))
    }
    let shown = Set(values.indices.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 })
    let table = Table(rows: rows, columns: columns, values: values, shown: shown)
    let possible = table.possible
    #expect(possible.contains(values))
    let pinned = table.secrets.indices.filter { number in
      Set(possible.map { table.secrets[number].sum.value(of: $0) }).count == 1
    }
    #expect(
      DisclosureAudit().exposed(table.secrets, of: table.hidden, knowing: table.facts) == pinned)
    for narrowest in 2...4 {
      let narrow = table.secrets.indices.filter { number in
        let values = possible.map { table.secrets[number].sum.value(of: $0) }
        return (values.max() ?? 0) - (values.min() ?? 0) < narrowest
      }
      #expect(
        DisclosureAudit(narrowest: narrowest)
          .exposed(table.secrets, of: table.hidden, knowing: table.facts) == narrow)
    }
  }

  @Test(arguments: 1...30)
  func whatIsToldGivesNothingAway(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<9).map { _ in max(0, Int.random(in: -2...16, using: &generator)) }
    let table = Table(rows: 3, columns: 3, values: values, shown: [])
    let small = values.indices.filter { (1...10).contains(values[$0]) }
    let secrets = small.map { HiddenCounts.Secret(CountSum([$0])) }
    var publication = Publication(of: table.hidden, keeping: secrets, known: table.facts)
    var told = table.facts
    var withheld: [[HiddenCounts.Fact]] = []
    for place in values.indices {
      let cell = CountSum([place])
      let statement =
        small.contains(place)
        ? [HiddenCounts.Fact(cell, from: 1, through: 10)]
        : [HiddenCounts.Fact(cell, is: values[place])]
      if publication.tell(statement) { told += statement } else { withheld.append(statement) }
    }
    let exposed = DisclosureAudit().exposed(secrets, of: table.hidden, knowing: told)
    #expect(exposed == publication.knownAnyway)
    // Nothing is withheld without need.
    for statement in withheld {
      #expect(
        DisclosureAudit().exposed(secrets, of: table.hidden, knowing: told + statement)
          != publication.knownAnyway)
    }
  }

  @Test func aClaimIsToldOnlyIfEverySecretStaysOpen() {
    // A and B are 3 in all, in truth 2 and 1: A may be 0 to 3.
    let hidden = HiddenCounts(values: [2, 1])
    let sum = HiddenCounts.Fact(CountSum([0, 1]), is: 3)
    var publication = Publication(
      of: hidden, keeping: [HiddenCounts.Secret(CountSum([0]))], known: [sum])
    @Sendable func counts(_ changes: [CountChange]) -> [Int] {
      var counts = [2, 1]
      for change in changes { counts[change.count] += change.by }
      return counts
    }
    let hasA = publication.tell { counts($0)[0] > 0 }
    let hasMoreA = publication.tell { counts($0)[0] > counts($0)[1] }
    // Beside the truth only 3 and 0 are left.
    let hasB = publication.tell { counts($0)[1] > 0 }
    let isTold = publication.tell([HiddenCounts.Fact(CountSum([1]), from: 1)])
    let isAtLeastTwo = publication.tell([HiddenCounts.Fact(CountSum([0]), from: 2)])
    #expect([hasA, hasMoreA, hasB, isTold, isAtLeastTwo] == [true, true, false, false, true])
  }

  @Test func whereTooMuchHangsTogetherOnlyWhatIsNearIsTried() {
    let size = 12
    let values = (0..<(size * size)).map { 3 + $0 % 5 }
    let table = Table(rows: size, columns: size, values: values, shown: [])
    let small = DisclosureAudit(largestTable: 3)
    #expect(small.exposed(table.secrets, of: table.hidden, knowing: table.facts).isEmpty)
    let pinned = table.facts + [HiddenCounts.Fact(CountSum([0]), is: values[0])]
    #expect(small.exposed(table.secrets, of: table.hidden, knowing: pinned) == [0])
  }
}
