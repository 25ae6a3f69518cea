/// A node of the map: an organization, a person, a table, a barrier.
///
/// What the known columns say is typed; ``attributes`` keeps the text of every cell, so that any
/// column can play the part of the sector and nothing is lost.
public struct Element: Hashable, Sendable, Identifiable {
  /// The lasting name within the map.
  public var id: ElementID
  /// The name that people read.
  public var label: String
  /// What kind of thing it is.
  public var type: ElementType
  /// The declared silo; a person's is the employer's if the row does not say.
  public var sector: String?
  /// An occupation: teacher, pastor.
  public var role: String?
  /// The organizations a person works for.
  public var worksFor: Answer<[ElementID]> = .unknown
  /// The larger things it belongs to.
  public var partOf: Answer<[ElementID]> = .unknown
  /// Where it is: places by their elements.
  public var places: Answer<[ElementID]> = .unknown
  /// Who is responsible for it.
  public var owner: Answer<[ElementID]> = .unknown
  /// How far its name may go.
  public var privacy: Privacy
  /// Whether it answered when asked; `nil` if it was not invited.
  public var responded: Bool?
  /// Money a year, in the map's currency; 0 or more.
  public var budget: Double?
  /// What it is, in a few words.
  public var summary: String?
  /// Free key words.
  public var tags: [String] = []
  /// Other names by which it is known.
  public var aliases: [String] = []
  /// Whether it works directly with those the work is for.
  public var isFrontline: Bool?
  /// Whether members of the community lead it.
  public var isCommunityLed: Bool?
  /// Whether it knows the problem from its own life.
  public var hasLivedExperience: Bool?
  /// What holds for tables.
  public var table = TableFacts()
  /// What holds for indicators.
  public var indicator = IndicatorFacts()
  /// What holds for services.
  public var service = ServiceFacts()
  /// Power on the power–interest grid, from 0 to 10.
  public var power: Double?
  /// Interest on the power–interest grid, from 0 to 10.
  public var interest: Double?
  /// Whether a decision binds those it concerns.
  public var isBinding: Bool?
  /// When it joined and left.
  public var period = Period()
  /// The text of every cell of its row but label and ID, by column; blank cells are absent.
  public var attributes: Attributes = [:]
  /// Where the element stands in its file, or where it was first named.
  public var place: Place?
  /// Whether it has a row of its own; else it was only named by other rows.
  public var isListed = true

  /// Creates an element with the privacy of its type.
  public init(
    id: ElementID, label: String, type: ElementType = .element, sector: String? = nil
  ) {
    self.id = id
    self.label = label
    self.type = type
    self.sector = sector
    privacy = type.defaultPrivacy
  }

  /// The text of an attribute, or `nil` if it is not known.
  ///
  /// `sector` and `type` answer with what the map understood, also where the cell is blank.
  public func value(of attribute: AttributeName) -> String? {
    switch attribute.key {
    case "sector": sector
    case "type": type.name
    default: attributes[attribute]
    }
  }

  /// The texts of an attribute that may have several, parted by `|` or `;`; none if not known.
  public func values(of attribute: AttributeName) -> [String] {
    value(of: attribute)?.listedValues ?? []
  }
}

/// What a map says about a table beyond its seats.
public struct TableFacts: Hashable, Sendable {
  /// How much a table settles.
  public enum Mandate: String, Hashable, Sendable, CaseIterable {
    /// It decides.
    case decides
    /// It recommends to those who decide.
    case recommends
    /// It is informed.
    case informs
  }

  /// How many seats it has, whoever holds them.
  public var seats: Int?
  /// Its level; 1 is the top.
  public var tier: Int?
  /// The table that is the list from which its members are drawn.
  public var drawnFrom: ElementID?
  /// How much it settles.
  public var mandate: Mandate?
  /// How it decides: majority, consensus.
  public var decisionRule: String?
  /// How many votes a decision needs.
  public var quota: Double?
  /// The participation that was promised to residents, on the map's participation scale.
  public var promisedParticipation: String?
  /// Who called it together.
  public var convenedBy: Answer<[ElementID]> = .unknown
  /// Who sets its agenda.
  public var agendaBy: Answer<[ElementID]> = .unknown
  /// Who pays for it.
  public var paidBy: Answer<[ElementID]> = .unknown
  /// How often it has met.
  public var meetingsHeld: Int?
  /// When it last met.
  public var lastMet: CalendarDate?

  /// Creates facts of which nothing is known.
  public init() {}
}

/// What a map says about an indicator.
public struct IndicatorFacts: Hashable, Sendable {
  /// Where an indicator is going.
  public enum Trend: String, Hashable, Sendable, CaseIterable {
    /// For the better.
    case improving
    /// Nowhere.
    case flat
    /// For the worse.
    case worsening
  }

  /// Where it is going.
  public var trend: Trend?
  /// Who reports data for it.
  public var reporters: Answer<[ElementID]> = .unknown
  /// The day its trend was stated.
  public var asOf: CalendarDate?

  /// Creates facts of which nothing is known.
  public init() {}
}

/// What a map says about a service: two of one kind, place and people served are a duplicate.
public struct ServiceFacts: Hashable, Sendable {
  /// What kind of service it is.
  public var kind: String?
  /// Whom it serves.
  public var serves: [String] = []

  /// Creates facts of which nothing is known.
  public init() {}
}
