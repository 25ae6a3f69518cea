import SystemMaps
import Testing

@testable import Insights

@Suite("Questions")
struct QuestionsTests {
  @Test func whoHasNotAnsweredIsAsked() throws {
    let map = AskedMap([
      .elements: """
      Label;Type;Responded
      Oak Clinic;organization;yes
      Elm School;organization;no
      Fir House;organization;
      Council;table;
      """
    ])
    let questions = map.questions(.responded)
    #expect(questions.map(\.whom) == ["Elm School", "Fir House"])
    #expect(questions[0].text == "Has “Elm School” answered by now?")
    #expect(questions[0].offers == ["yes", "not yet", "will not answer", "don't know"])
    #expect(questions[1].offers.contains("was not invited"))
    #expect(questions[0].cell.description == "Responded, elements:3")
    // Nobody was asked: there is nothing to ask after.
    #expect(AskedMap([.elements: "Label;Type\nOak;organization"]).questions().isEmpty)
  }

  @Test func theBackboneIsNotAskedWhetherItAnswered() {
    let map = AskedMap([
      .settings: "Setting;Value\nBackbone;Hub",
      .elements: "Label;Type;Responded\nHub;organization;\nOak;organization;yes",
    ])
    #expect(map.questions().isEmpty)
  }

  @Test func whoHasTwoEmployersIsAskedForWhomTheSeatIs() throws {
    let map = AskedMap([
      .elements: """
      Label;Type;Works for
      Nora;person;Oak Clinic|Elm School
      Paul;person;Oak Clinic
      Oak Clinic;organization;
      Elm School;organization;
      """,
      .seats: "Table;Holder;Representing\nCouncil;Nora;\nBoard;Nora;Elm School\nBoard;Paul;",
    ])
    let question = try #require(map.questions(.representing).first)
    #expect(map.questions(.representing).count == 1)
    #expect(question.whom == "Nora")
    #expect(
      question.text
        == "“Nora” works for “Oak Clinic” and “Elm School”. For whom is the seat at “Council”?")
    #expect(question.cell.description == "Representing, seats:2")
    // The reader tells it of the same cell: it is one question, not two.
    #expect(map.questions(.cell).isEmpty)
    for (answer, cell) in [
      ("Elm School", "Elm School"), ("nobody but herself or himself", "nobody"),
    ] {
      let answering = try map.answering([.representing: answer])
      #expect(answering.rows(.seats)[0] == "Council;Nora;\(cell)")
      #expect(answering.map.questions(.representing).isEmpty)
    }
  }

  @Test func residentsWithASeatAreAskedOnceWhoMaySeeTheName() throws {
    let map = AskedMap([
      .elements: "Label;Type\nXenobia Quill;resident\nPaul;person",
      .seats: "Table;Holder\nCouncil;Xenobia Quill\nBoard;Xenobia Quill\nCouncil;Paul",
    ])
    #expect(map.questions(.privacy).count == 1)
    let answering = try map.answering([.privacy: "yes, to members of the partnership"])
    #expect(answering.sheets[0].header == ["Label", "Type", "Privacy"])
    #expect(answering.rows(.elements)[0] == "Xenobia Quill;resident;member")
    #expect(answering.map.questions(.privacy).isEmpty)
  }

  @Test func barriersWithoutAnOwnerAreAskedFor() throws {
    let map = AskedMap([
      .elements: """
      Label;Type;Owner
      Oak Clinic;organization;
      No bus;barrier;
      No money;barrier;nobody
      No time;barrier;Oak Clinic
      No words;barrier;prefer not to say
      No room;barrier;
      Ready for school;objective;
      Books at home;indicator;
      """,
      .connections: "From;To;Type\nOak Clinic;No room;responsible for",
    ])
    #expect(map.questions().map(\.kind) == [.barrier])
    let question = try #require(map.questions(.barrier).first)
    #expect(question.text.hasPrefix("Who is responsible for the barrier “No bus”?"))
    #expect(try map.answering([.barrier: "nobody"]).rows(.elements)[1] == "No bus;barrier;nobody")
    let owned = try map.answering([.barrier: "Oak Clinic"])
    #expect(owned.rows(.elements)[1] == "No bus;barrier;Oak Clinic")
    #expect(owned.map.questions().isEmpty)
  }

  @Test func likelyDuplicatesAreAskedOnce() throws {
    let map = AskedMap([
      .elements: """
      Label;Type;Sector
      St. Mary's;organization;faith
      Saint Marys Church;organization;
      St. Mary's Street;place;
      School 12;organization;schools
      School 13;organization;schools
      """
    ])
    let question = try #require(map.questions(.duplicate).first)
    #expect(map.questions(.duplicate).count == 1)
    #expect(question.text.hasPrefix("Are (1) “St. Mary's” and (2) “Saint Marys Church” the same"))
    #expect(question.text.contains("an abbreviation; a general word more"))
  }

  @Test func missingSectorsAreAskedForWhereMostHaveOne() throws {
    let map = AskedMap([
      .elements: """
      Label;Type;Sector
      Oak Clinic;organization;health
      Elm School;organization;schools
      Fir House;organization;
      Council;table;
      Nora;person;
      """
    ])
    #expect(map.questions(.sector).map(\.whom) == ["Fir House"])
    #expect(map.questions(.sector)[0].offers == ["health", "schools", "don't know"])
    let answering = try map.answering([.sector: "housing"])
    #expect(answering.rows(.elements)[2] == "Fir House;organization;housing")
    #expect(answering.map.questions().isEmpty)
  }

  @Test func namesWithoutARowAreAskedFor() throws {
    let map = AskedMap([
      .elements: "Label;Type\nOak Clinic;organization\nElm School;organization",
      .connections: "From;To\nOak Clinc;Elm School\nFir House;Elm School\nOak Clinc;Fir House",
    ])
    let misspelt = try #require(map.questions(.misspelling).first)
    #expect(misspelt.text == "Does “Oak Clinc” mean “Oak Clinic”?")
    #expect(misspelt.cell.description == "From, connections:2")
    #expect(misspelt.offers == ["yes", "it is right: add it to the elements", "don't know"])
    let unlisted = try #require(map.questions(.unlisted).first)
    #expect(unlisted.text.hasPrefix("Who or what is “Fir House”?"))

    let answering = try map.answering([
      .misspelling: "yes", .unlisted: "it is right: add it to the elements",
    ])
    #expect(
      answering.rows(.connections) == [
        "Oak Clinic;Elm School", "Fir House;Elm School", "Oak Clinic;Fir House",
      ])
    #expect(answering.rows(.elements).last == "Fir House")
    #expect(answering.map.questions().isEmpty)
    let renamed = try map.answering([.unlisted: "Elm School"])
    #expect(renamed.rows(.connections)[2] == "Oak Clinc;Elm School")
  }

  @Test func cellsThatWereLeftOutAreAskedFor() throws {
    let map = AskedMap([
      .elements: "Label;Type\nOak;organization\nElm;organization",
      .connections: "From;To;Type;Level\nOak;Elm;works with;often",
    ])
    let question = try #require(map.questions(.cell).first)
    #expect(
      question.text.hasPrefix("What belongs in Level, connections:2? Level \"often\" was left"))
    let answering = try map.answering([.cell: "3"])
    #expect(answering.rows(.connections) == ["Oak;Elm;works with;3"])
    #expect(answering.map.questions().isEmpty)
  }

  @Test func errorsComeFirst() {
    let map = AskedMap([
      .elements: """
      Label;Type;Mood;Owner
      No bus;barrier;;
      Oak;organization;glad;
      Oak;organization;sad;
      """
    ])
    #expect(map.questions().map(\.kind) == [.error, .barrier])
    #expect(map.questions()[0].cell.description == "Mood, elements:4")
  }

  @Test func theMostNamedIsAskedFirst() {
    let map = AskedMap([
      .elements:
        "Label;Type;Responded\nOak;organization;no\nElm;organization;no\nFir;organization;no",
      .connections: "From;To\nElm;Fir\nElm;Oak\nFir;Elm",
    ])
    #expect(map.questions(.responded).map(\.whom) == ["Elm", "Fir", "Oak"])
  }

  @Test func keysDoNotChangeWhenRowsMove() {
    let rows = ["Oak;organization;no", "Elm;organization;no", "Fir;organization;yes"]
    func keys(_ rows: [String]) -> Set<String> {
      let text = (["Label;Type;Responded"] + rows).joined(separator: "\n")
      return Set(AskedMap([.elements: text]).questions().map(\.id))
    }
    #expect(keys(rows) == keys(rows.reversed()))
    #expect(keys(rows).allSatisfy { QuestionKey($0)?.text == $0 })
    #expect(QuestionKey("responded-zz-1") == nil)
    #expect(QuestionKey("") == nil)
  }

  /// Whoever may not be named is called by an id, in the question, the choices and the key.
  @Test(arguments: [Audience.members, .public])
  func residentsAreNotNamedBelowTheTeam(audience: Audience) {
    let map = AskedMap([
      .elements: """
      Label;Type;Sector;Responded;Also known as
      Xenobia Quill;resident;;yes;
      Quill, Xenobia;resident;;no;
      Xenobya Quill;person;;;Xen
      Oak;organization;health;yes;
      """,
      .seats: "Table;Holder;Votes\nCouncil;Xenobia Quill;many\nCouncil;Quil Xenobia;",
      .connections: "From;To\nQuillXenobia;Oak",
    ])
    let told = map.questions(for: audience).map { question in
      ([question.whom, question.text, question.reason, question.cell.description, question.id]
        + question.offers).joined(separator: "\n").lowercased()
    }
    #expect(told.count >= 4)
    for text in told {
      #expect(!text.contains("quil"), "\(text)")
      #expect(!text.contains("xenob") || (audience == .members && text.contains("xenobya")))
    }
    // The same questions, whoever may read them.
    #expect(map.questions(for: audience).map(\.id) == map.questions(for: .team).map(\.id))
    #expect(map.questions(for: .team).contains { $0.text.contains("Xenobia Quill") })
  }
}
