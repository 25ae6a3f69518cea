/// One dated step of a case through services.
public struct JourneyStep: Hashable, Sendable {
  /// How the family left a step.
  public enum Handoff: String, Hashable, Sendable, CaseIterable {
    /// An address, a number or a form.
    case cold
    /// A live introduction, with the family present.
    case warm
    /// The receiver confirmed, and the outcome came back.
    case closedLoop = "closed loop"
    /// The family found the way alone.
    case onTheirOwn = "on their own"
    /// There was nothing to hand over.
    case none
  }

  /// Whose step it is: the household's label or id, else the case's own name.
  public var caseName: String
  /// The household, if the case is an element of the map.
  public var household: ElementID?
  /// What happened, in words.
  public var activity: String
  /// When it began.
  public var start: Moment?
  /// When it ended.
  public var end: Moment?
  /// Who worked with the family.
  public var worker: ElementID?
  /// For which organization.
  public var organization: ElementID?
  /// In which sector.
  public var sector: String?
  /// Where the family was sent.
  public var referredTo: [ElementID] = []
  /// How the family left the step.
  public var handoff: Handoff?
  /// The barriers that came up.
  public var barriers: [ElementID] = []
  /// What the family was asked for.
  public var collected: [String] = []
  /// By what means: office, phone, without the family.
  public var channel: String?
  /// The family's own hours.
  public var familyHours: Double?
  /// How it felt to the family, from −2 to +2.
  public var feeling: Double?
  /// Free text.
  public var notes: String?
  /// The text of every other cell of its row, by column.
  public var attributes: Attributes = [:]
  /// Where it stands in its file.
  public var place: Place?

  /// Creates a step.
  public init(caseName: String, activity: String) {
    self.caseName = caseName
    self.activity = activity
  }
}

extension JourneyStep {
  /// Whether its end is before its beginning: somebody's clock or pen was wrong.
  ///
  /// A day without a time ends no sooner than any time of that day.
  public var endsBeforeItBegins: Bool {
    guard let start, let end else { return false }
    return end.secondOfDay == nil || start.secondOfDay == nil
      ? end.day < start.day : end < start
  }
}
