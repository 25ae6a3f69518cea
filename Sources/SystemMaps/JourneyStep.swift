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

  /// A day, with the minute of the day where the file tells it.
  public struct Moment: Hashable, Comparable, Sendable {
    /// The day.
    public var day: CalendarDate
    /// Seconds after midnight, as written; `nil` if only the day is known.
    public var secondOfDay: Int?

    /// Creates a moment.
    public init(day: CalendarDate, secondOfDay: Int? = nil) {
      self.day = day
      self.secondOfDay = secondOfDay
    }

    /// Orders moments by time; a day without a time is its beginning.
    public static func < (first: Moment, second: Moment) -> Bool {
      (first.day, first.secondOfDay ?? 0) < (second.day, second.secondOfDay ?? 0)
    }
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
