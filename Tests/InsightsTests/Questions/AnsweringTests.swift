import SystemMaps
import Testing

@testable import Insights

@Suite("Answers")
struct AnsweringTests {
  private static let map = AskedMap([
    .elements: """
    Label;Type;Sector;Responded;Mood;Works for
    St. Mary's;organization;faith;yes;;
    Saint Marys Church;organization;;no;glad;
    Elm School;organization;schools;no;;
    Nora;person;;;;Saint Marys Church
    """,
    .connections: "From;To;Weather\nElm School;Saint Marys Church|Nora;fine\nNora;St. Mary's;",
    .settings: "Setting;Value\nBackbone;saint marys church",
  ])

  @Test func mergingReplacesTheNameAndKeepsWhatTheRowSaid() throws {
    let answering = try Self.map.answering([.duplicate: "the same: name 1 is right"])
    #expect(answering.applied == 1)
    #expect(
      answering.rows(.elements) == [
        "St. Mary's;organization;faith;yes;glad;;Saint Marys Church",
        "Elm School;organization;schools;no;;", "Nora;person;;;;St. Mary's",
      ])
    #expect(
      answering.rows(.connections) == ["Elm School;St. Mary's|Nora;fine", "Nora;St. Mary's;"])
    #expect(answering.rows(.settings) == ["Backbone;St. Mary's"])
    #expect(answering.map.questions(.duplicate).isEmpty)
    let trail = answering.rows(.answers)
    #expect(trail.allSatisfy { $0.hasPrefix("2026-06-01;duplicate-") })
    // What the two rows disagreed on is told, though it was not taken.
    #expect(trail.contains { $0.hasSuffix("Responded, elements:2, not taken;no;yes") })
    #expect(trail.contains { $0.hasSuffix("Label, elements:3;Saint Marys Church;") })
    #expect(trail.contains { $0.hasSuffix("Mood, elements:2;;glad") })
  }

  @Test func theOtherNameCanBeRight() throws {
    let answering = try Self.map.answering([.duplicate: "The same: name 2 is right"])
    #expect(
      answering.rows(.elements)[0] == "Saint Marys Church;organization;faith;no;glad;;St. Mary's")
    #expect(answering.rows(.connections)[1] == "Nora;Saint Marys Church;")
    #expect(answering.map.reading.isUsable)
  }

  @Test func differentNamesAreNotAskedAboutAgain() throws {
    let answering = try Self.map.answering([.duplicate: "they are different"])
    #expect((answering.applied, answering.noted) == (0, 1))
    #expect(answering.map.questions(.duplicate).isEmpty)
    #expect(
      answering.rows(.elements) == Self.map.sheets[0].rows.map { $0.cells.joined(separator: ";") })
  }

  @Test func whatNobodyKnowsIsNotedAndAskedAgain() throws {
    let answering = try Self.map.answering([.duplicate: "Don’t know", .responded: "don't know"])
    #expect((answering.applied, answering.noted) == (0, 2))
    #expect(Set(answering.map.questions().map(\.id)) == Set(Self.map.questions().map(\.id)))
    #expect(answering.rows(.answers).count == 2)
  }

  @Test func notYetIsAskedAgainAndWillNotIsNot() throws {
    let map = AskedMap([
      .elements: "Label;Type;Responded\nOak;organization;no\nElm;organization;yes"
    ])
    let later = try map.answering([.responded: "not yet"])
    #expect(later.map.questions(.responded).count == 1)
    let never = try map.answering([.responded: "will not answer"])
    #expect(never.map.questions(.responded).isEmpty)
    #expect(never.rows(.elements)[0] == "Oak;organization;no")
    // A later word holds.
    let again = try #require(later.map.questions().first)
    #expect(try later.map.answering([map.answer(again, "yes")]).applied == 1)
  }

  @Test func theSameAnswersOnceMoreChangeNothing() throws {
    let given =
      Self.map.questions().map {
        Self.map.answer($0, $0.kind == .duplicate ? "they are different" : "don't know")
      } + [Self.map.answer(Self.map.questions(.responded)[0], "yes")].dropFirst()
    let first = try Self.map.answering(given)
    let second = try first.map.answering(given)
    #expect(second.sheets == first.sheets)
    #expect(second.repeated == given.count)
    #expect(second.findings.isEmpty)

    let yes = try Self.map.answering([.responded: "yes", .duplicate: "the same: name 1 is right"])
    let keys = [
      Self.map.answer(Self.map.questions(.responded)[0], "yes"),
      Self.map.answer(Self.map.questions(.duplicate)[0], "the same: name 1 is right"),
    ]
    let twice = try yes.map.answering(keys)
    #expect(twice.sheets == yes.sheets)
    #expect(twice.repeated == 2)
  }

  @Test func whatWasUndoneIsPutInAgain() throws {
    let map = AskedMap([
      .elements: "Label;Type;Responded\nOak;organization;no\nElm;organization;yes"
    ])
    let given = map.answer(try #require(map.questions().first), "yes")
    var undone = try map.answering([given]).map
    undone.sheets[0].rows[0].cells[2] = "no"
    let again = try undone.answering([given])
    #expect(again.applied == 1)
    #expect(again.rows(.elements)[0] == "Oak;organization;yes")
  }

  @Test func blankAnswersAreCounted() throws {
    let given = Self.map.questions().map { Self.map.answer($0, "") }
    let answering = try Self.map.answering(given)
    #expect(answering.blank == given.count)
    #expect(answering.sheets == Self.map.sheets)
  }

  @Test func answersThatDoNotFitAreLeftOut() throws {
    let question = try #require(Self.map.questions(.responded).first)
    var changed = Self.map
    changed.sheets[0].rows[1].cells[3] = ""
    changed.sheets[0].rows[2].cells[3] = ""
    let stale = try changed.answering([Self.map.answer(question, "yes")])
    #expect(stale.findings.map(\.message).first?.contains("has changed since the list") == true)
    #expect(stale.findings.first?.place?.description == "list:2")
    changed.sheets[0].rows[1].cells[3] = "yes"
    changed.sheets[0].rows[2].cells[3] = "yes"
    let gone = try changed.answering([Self.map.answer(question, "yes")])
    #expect(gone.findings.map(\.message).first?.contains("does not ask this any more") == true)
    let odd = try Self.map.answering([
      Self.map.answer(question, "perhaps"),
      GivenAnswer(key: "=cmd", answer: "yes", place: Place(file: "list", row: 3)),
    ])
    #expect(odd.findings[0].expected?.contains("\"not yet\"") == true)
    #expect(odd.findings[1].message.contains("key"))
    for answering in [stale, gone, odd] {
      #expect(answering.applied == 0)
      #expect(!answering.sheets.contains { $0.kind == .answers })
    }
    let twice = try Self.map.answering([
      Self.map.answer(question, "yes"), Self.map.answer(question, "not yet"),
    ])
    #expect(twice.applied == 1)
    #expect(twice.findings.map(\.message).first?.contains("further up") == true)
  }

  @Test func columnsAreFoundByTheMapsOwnNames() throws {
    let map = AskedMap([
      .settings: "Setting;Value;Note\nRead as;Responded;Answered",
      .elements:
        "Answered;Label;Type;Hue;Hue\nno;Oak;organization;red;blue\nyes;Elm;organization;;",
    ])
    let answering = try map.answering([.responded: "yes"])
    #expect(answering.rows(.elements)[0] == "yes;Oak;organization;red;blue")
    #expect(answering.sheets[1].header == map.sheets[1].header)
  }

  @Test func hostileTextStaysText() throws {
    let map = AskedMap([
      .elements: """
      Label;Type;Responded
      =cmd|' /C calc'!A0;organization;no
      <script>alert(1)</script>;organization;no
      \u{202E}Oak;organization;yes
      """
    ])
    #expect(map.questions(.responded).count == 2)
    let answers = map.questions(.responded).map { map.answer($0, "yes", note: "=1+1|<b>") }
    let answering = try map.answering(answers)
    #expect(answering.applied == 2)
    #expect(answering.rows(.elements).allSatisfy { $0.hasSuffix(";yes") })
    #expect(answering.rows(.answers)[0].contains("=1+1|<b>"))
  }
}
