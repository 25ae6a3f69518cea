public import Insights
public import SystemMaps

/// The questions of a map as a list for people: to print, to send round, and to fill in.
///
/// The same rows become a workbook with drop-downs, a CSV file and a web page. Filled in, the
/// workbook and the CSV file are read by ``answers(in:)``.
public struct QuestionList: Sendable {
  /// What the list is called.
  public let title: String
  /// Which map it asks about, of which day, for whom.
  public let stamp: String
  /// How to use it.
  public let instruction: String
  /// The questions, the most useful first.
  public let questions: [Question]

  /// Lays out the questions of a map.
  ///
  /// - Parameters:
  ///   - questions: The questions, in the order in which they are to be asked.
  ///   - occasion: Before what they are to be asked: a day, or `the meeting`.
  ///   - map: The map.
  ///   - audience: Who may see the list.
  public init(
    _ questions: Questions, before occasion: String, of map: SystemMap, for audience: Audience
  ) {
    self.questions = questions.all
    title = "Questions to ask before \(occasion)"
    stamp = "\(map.title) · map of \(map.dateText) · for \(audience.rawValue)"
    instruction =
      "Ask, write what you hear into Answer, and who said it into Note; leave blank what nobody was "
      + "asked, and leave Key as it is: sightline answer MAP THIS-LIST -o NEW puts the answers into "
      + "a new map."
  }

  /// A column of the list.
  enum Column: String, CaseIterable {
    case number = "No."
    case whom = "Whom to ask"
    case question = "Question"
    case reason = "Why it matters"
    case place = "Where it stands"
    case offers = "Possible answers"
    case answer = "Answer"
    case note = "Note"
    case key = "Key"
  }

  /// The text of a cell; answers and notes are blank.
  func text(_ column: Column, of question: Question, number: Int) -> String {
    switch column {
    case .number: String(number)
    case .whom: question.whom
    case .question: question.text
    case .reason: question.reason
    case .place: question.cell.description
    case .offers: offers(of: question)
    case .answer, .note: ""
    case .key: question.key.text
    }
  }

  private func offers(of question: Question) -> String {
    let isOpen = question.ownWords != .refused
    return (question.offers + (isOpen ? ["or in your own words"] : [])).joined(separator: " | ")
  }
}
