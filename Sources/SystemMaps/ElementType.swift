/// What kind of thing an element is: any word, of which the known ones have a meaning.
public struct ElementType: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The type in lower case, as in the map file.
  public let name: String

  /// Creates a type; case, outer blanks and the British spelling of organization do not matter,
  /// and an empty name is ``element``.
  public init(_ name: String) {
    let words = name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch words {
    case "": self.name = "element"
    case "organisation": self.name = "organization"
    default: self.name = words
    }
  }

  /// A school, clinic, agency, charity, company, congregation.
  public static let organization = ElementType("organization")
  /// Someone who lives in the place and uses its services.
  public static let resident = ElementType("resident")
  /// Something that an organization or a resident provides.
  public static let service = ElementType("service")
  /// A worker or leader.
  public static let person = ElementType("person")
  /// A family.
  public static let household = ElementType("household")
  /// A committee, board, team or network.
  public static let table = ElementType("table")
  /// What stands in a family's way.
  public static let barrier = ElementType("barrier")
  /// What the work aims at.
  public static let objective = ElementType("objective")
  /// A way to reach objectives.
  public static let strategy = ElementType("strategy")
  /// What is counted to see whether it works.
  public static let indicator = ElementType("indicator")
  /// Something that is or was to be decided.
  public static let decision = ElementType("decision")
  /// A neighbourhood, town or county.
  public static let place = ElementType("place")
  /// The type of an element whose row does not say one.
  public static let element = ElementType("element")

  /// The known types, in the order of the design.
  public static let known: [ElementType] = [
    .organization, .resident, .service, .person, .household, .table, .barrier, .objective,
    .strategy, .indicator, .decision, .place, .element,
  ]

  /// Who may see the name of an element of this type if its row does not say.
  public var defaultPrivacy: Privacy {
    switch self {
    case .household, .resident: .resident
    case .person: .member
    default: .publicRole
    }
  }

  /// Whether elements of this type are people, whose self-identified attributes are guarded.
  public var isPerson: Bool { self == .person || self == .resident || self == .household }

  /// The type's name.
  public var description: String { name }

  /// Orders types by name.
  public static func < (first: ElementType, second: ElementType) -> Bool {
    first.name < second.name
  }
}
