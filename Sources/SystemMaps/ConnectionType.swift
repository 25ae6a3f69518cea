/// What a connection says: any word, of which the known ones have a direction and a part.
public struct ConnectionType: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Whether ties of a type are part of the network that is measured.
  public enum Part: Hashable, Sendable {
    /// Always.
    case always
    /// If the user asks for it by name.
    case onRequest
    /// Never a working tie: it says who belongs where.
    case never
  }

  /// The type in lower case, as in the map file; empty if the row does not say.
  public let name: String

  /// Creates a type; case and outer blanks do not matter.
  public init(_ name: String) {
    self.name = String(
      name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// The type of a row that does not say one.
  public static let untyped = ConnectionType("")
  /// Two do something together.
  public static let worksWith = ConnectionType("works with")
  /// Two know each other.
  public static let knows = ConnectionType("knows")
  /// Two exchange data.
  public static let sharesData = ConnectionType("shares data with")
  /// One sends people to the other.
  public static let refersTo = ConnectionType("refers to")
  /// A written agreement.
  public static let agreement = ConnectionType("agreement")
  /// One gives money to the other.
  public static let funds = ConnectionType("funds")
  /// One offers a service.
  public static let provides = ConnectionType("provides")
  /// A service or organization is there for a household or place.
  public static let serves = ConnectionType("serves")
  /// A household goes to an organization or service.
  public static let uses = ConnectionType("uses")
  /// A person is employed by an organization.
  public static let worksFor = ConnectionType("works for")
  /// A thing belongs to a larger one.
  public static let partOf = ConnectionType("part of")
  /// A seat at a table.
  public static let sitsOn = ConnectionType("sits on")
  /// The chair of a table.
  public static let chairs = ConnectionType("chairs")
  /// Who calls a table together.
  public static let convenes = ConnectionType("convenes")
  /// Who sets a table's agenda.
  public static let setsAgendaOf = ConnectionType("sets agenda of")
  /// Who answers for an objective, barrier, decision or indicator.
  public static let responsibleFor = ConnectionType("responsible for")
  /// Who adds to it.
  public static let contributesTo = ConnectionType("contributes to")
  /// Who reports an indicator.
  public static let reports = ConnectionType("reports")
  /// A household meets a barrier.
  public static let faces = ConnectionType("faces")
  /// A worker was told of a barrier.
  public static let toldAbout = ConnectionType("told about")
  /// Two are in conflict (confidential).
  public static let inConflictWith = ConnectionType("in conflict with")
  /// One works against an objective or actor (confidential).
  public static let opposes = ConnectionType("opposes")
  /// One tells how much influence another has (confidential).
  public static let ratesInfluenceOf = ConnectionType("rates influence of")

  /// The known types, in the order of the design.
  public static let known: [ConnectionType] = [
    .worksWith, .knows, .sharesData, .refersTo, .agreement, .funds, .provides, .serves, .uses,
    .worksFor, .partOf, .sitsOn, .chairs, .convenes, .setsAgendaOf, .responsibleFor,
    .contributesTo, .reports, .faces, .toldAbout, .inConflictWith, .opposes, .ratesInfluenceOf,
  ]

  /// Whether the design gives the type a meaning.
  public var isKnown: Bool { Self.known.contains(self) }

  /// Whether ties of this type are part of the network that is measured.
  public var part: Part {
    switch self {
    case .agreement, .funds, .provides, .serves, .uses: .onRequest
    case .worksFor, .partOf, .sitsOn, .chairs, .convenes, .setsAgendaOf, .responsibleFor,
      .contributesTo, .reports, .faces, .toldAbout, .inConflictWith, .opposes,
      .ratesInfluenceOf:
      .never
    default: .always
    }
  }

  /// The direction of a row that does not say one.
  public var defaultDirection: Connection.Direction {
    switch self {
    case .refersTo, .funds, .provides, .serves, .uses, .worksFor, .partOf, .sitsOn, .chairs,
      .convenes, .setsAgendaOf, .responsibleFor, .contributesTo, .reports, .faces, .toldAbout,
      .opposes, .ratesInfluenceOf:
      .directed
    default: .undirected
    }
  }

  /// Whether only the team may see connections of this type.
  public var isConfidential: Bool {
    self == .inConflictWith || self == .opposes || self == .ratesInfluenceOf
  }

  /// The type's name, or `untyped`.
  public var description: String { name.isEmpty ? "untyped" : name }

  /// Orders types by name.
  public static func < (first: ConnectionType, second: ConnectionType) -> Bool {
    first.name < second.name
  }
}
