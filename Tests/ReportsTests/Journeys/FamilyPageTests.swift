import Foundation
import Insights
import Interchange
import SystemMaps
import Testing

@testable import Reports

/// Pages for a family, on the sample of Household H-07.
@Suite struct FamilyPageTests {
  private static let map: SystemMap = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: "Samples/household-h07").path(percentEncoded: false)
    return (try? MapFile.read(path).map) ?? SystemMap()
  }()

  private static func page(
    _ language: FamilyLanguage, of map: SystemMap = map
  ) throws -> FamilyPage {
    try FamilyPage(of: SharedCase(named: nil, in: map.on(), for: .team), in: language)
  }

  @Test(arguments: FamilyLanguage.allCases)
  func noCodesAndNoNamesOfOthers(language: FamilyLanguage) throws {
    var map = Self.map
    for place in map.journeySteps.indices where place % 4 == 0 {
      map.journeySteps[place].activity += " with marisol vance, R01, Pruett and H-07"
    }
    let page = try Self.page(language, of: map)
    for text in [page.html, page.markdown] {
      for element in map.elements where element.type.isPerson {
        #expect(!text.lowercased().contains(element.label.lowercased()), "\(element.label)")
        #expect(!text.contains(element.id.text), "\(element.id)")
      }
      #expect(!text.contains("Pruett") && !text.contains("H-07"))
      #expect(text.contains("Fernleigh Elementary") && text.contains("Grace Street") == false)
    }
  }

  @Test func barriersComeFirstAndTheStepsInOrder() throws {
    let page = try Self.page(.english)
    #expect(page.sections[0].title == "What got in the way")
    #expect(
      page.sections[0].items[0]
        == "Electricity cut off. Nobody has taken this on yet. 9 workers know about it.")
    #expect(page.sections[0].items[1].contains("It is not known whose job this is."))
    #expect(page.sections[0].items.contains { $0.contains("Somebody at Fernleigh Elementary") })
    let months = page.sections.map(\.title).filter { $0.contains("202") }
    #expect(
      months == [
        "September 2025", "October 2025", "November 2025", "December 2025", "January 2026",
        "February 2026",
      ])
    #expect(page.sections.flatMap(\.items).contains("Intake form: by 9 organizations"))
  }

  @Test func spanishIsSpanish() throws {
    let page = try Self.page(.spanish)
    #expect(page.html.contains("<html lang=\"es\">"))
    #expect(page.html.contains("Los obstáculos en el camino"))
    #expect(page.sections[0].items[0].contains("Nadie se ha hecho cargo todavía."))
    #expect(page.sections.contains { $0.title == "Septiembre de 2025" })
    for word in ["Your", "workers", "organizations", "September"] {
      #expect(!page.markdown.contains(word), "\(word)")
    }
  }

  /// A family is several people, and is spoken to as such throughout.
  @Test func spanishSpeaksToAllOfThem() throws {
    let texts = [try Self.page(.spanish).markdown, SessionForm(in: .spanish).html]
    for text in texts {
      for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
        #expect(!["usted", "dígalo", "tú", "te", "tu"].contains(word), "\(word)")
      }
    }
    #expect(texts[0].contains("Les dijeron que fueran a Bluebell Legal Aid."))
    #expect(texts[0].contains("Ustedes llegaron a Millrace Clinic por su cuenta."))
  }

  @Test func numbersAndWordsAgree() {
    let (english, spanish) = (FamilyWords(.english), FamilyWords(.spanish))
    #expect(
      spanish.met(organizations: 1, workers: 1)
        == "Ustedes trataron con 1 organización, y allí con 1 persona.")
    #expect(spanish.hours(1) == "Les llevó 1 hora de su propio tiempo, según lo anotado.")
    #expect(english.hours(1).contains("1 hour of"))
    #expect(english.hours(1.5).contains("1.5 hours of"))
    func owners(_ names: [String]) -> String {
      spanish.barrier("Luz", ownership: .owned, owners: names, told: 1)
    }
    #expect(
      owners(["Clínica", "Iglesia"])
        == "Luz. Alguien de Clínica e Iglesia se hizo cargo. Lo sabe una persona de los servicios.")
    #expect(owners(["Clínica", "Hierro"]).contains("Clínica y Hierro"))
    #expect(owners(["Clínica", "Hijos"]).contains("Clínica e Hijos"))
  }

  /// The page needs a consent that holds, whoever asks; below the team so does every case.
  @Test(arguments: [
    nil, "", "signed, until 2026-02-28", "until further notice", "Both parents, until 2027-02-28",
  ])
  func onlyUnderAConsentThatHolds(note: String?) throws {
    var map = Self.map
    map.settings.consents = note.map { [.journey("H-07"): $0] } ?? [:]
    let day = map.on()
    let team = try SharedCase(named: "H-07", in: day, for: .team)
    let holds = note == "Both parents, until 2027-02-28"
    if holds {
      #expect(try !FamilyPage(of: team, in: .english).html.isEmpty)
      #expect(try SharedCase(named: "H-07", in: day, for: .public).audience == .public)
    } else {
      #expect(throws: MapErrors.self) { try FamilyPage(of: team, in: .english) }
      #expect(throws: MapErrors.self) { try SharedCase(named: "H-07", in: day, for: .members) }
    }
  }

  @Test func everyDayThatIsShownNeedsTheConsent() throws {
    let map = Self.map
    let late = map.on(CalendarDate("2027-06-01"))
    #expect(throws: MapErrors.self) {
      try SharedCase(named: nil, in: late, beside: [map.on()], for: .members)
    }
    let shared = try SharedCase(
      named: nil, in: map.on(CalendarDate("2026-04-01")), beside: [map.on()], for: .members)
    #expect(shared.journeys.map(\.careTeam.ties.count) == [4, 38])
  }

  @Test func whatIsTypedIsNeverMarkup() throws {
    var map = Self.map
    map.journeySteps[0].activity = "<script>alert(1)</script> [x](javascript:y)\n# head"
    let page = try Self.page(.english, of: map)
    #expect(!page.html.contains("<script>alert"))
    #expect(!page.markdown.contains("<script>") && !page.markdown.contains("\n# head"))
    #expect(Markdown.escaped("1. one *two*") == "1\\. one \\*two\\*")
  }

  @Test(arguments: FamilyLanguage.allCases)
  func theFormAsksWhatTheSheetHolds(language: FamilyLanguage) {
    let html = SessionForm(in: language).html
    #expect(html.components(separatedBy: "<tr>").count == 1 + 4 + 1 + 5 + 5 + 8)
    #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(!html.contains("<script"))
    #expect(html.contains(language == .english ? "Whose job is it?" : "¿A quién le toca?"))
  }

  @Test func theReportBeginsWithWhatNobodyOwns() throws {
    let report = try JourneyMapReport(of: Self.map.on(), for: .members)
    let files = report.edition(formats: [.html, .svg]).files
    #expect(
      files.map(\.name) == [
        "index.html", "journey.svg", "ecomap.svg", "care-team.svg", "family-en.html",
        "family-en.md", "family-es.html", "family-es.md",
      ])
    let page = String(decoding: files[0].bytes, as: UTF8.self)
    let first = try #require(page.firstRange(of: "<tbody>")?.upperBound)
    #expect(page[first...].prefix(120).contains("Electricity cut off</th><td>nobody</td>"))
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for element in Self.map.elements where element.type.isPerson {
        #expect(!text.contains(element.label), "\(file.name): \(element.label)")
      }
    }
  }
}
