/// An edge of the map: who does what with whom.
public struct Connection: Hashable, Sendable {
  /// Whether a connection has a beginning and an end.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// From the one to the other.
    case directed
    /// Between the two.
    case undirected
    /// From each to the other.
    case mutual
  }

  /// The feel of a tie, in the words of the eco-map.
  public enum Quality: String, Hashable, Sendable, CaseIterable {
    /// It carries.
    case strong
    /// Neither strong nor weak.
    case ordinary
    /// It is thin.
    case tenuous
    /// It costs more than it gives.
    case stressful
  }

  /// Between whom in two organizations a tie runs.
  public enum Between: String, Hashable, Sendable, CaseIterable {
    /// Those who work with families.
    case frontline
    /// Those who lead.
    case leaders
  }

  /// From where a map knows of a connection.
  public enum Origin: Hashable, Sendable {
    /// A row of the connections.
    case row
    /// A cell of another sheet that names an element.
    case column(AttributeName)
    /// A row of the seats.
    case seat
    /// A row of the journeys.
    case step
  }

  /// Where it begins.
  public var from: ElementID
  /// Where it ends.
  public var to: ElementID
  /// What it says.
  public var type: ConnectionType
  /// Whether it has a beginning and an end.
  public var direction: Direction
  /// The rung on the map's ladder of working ties, from 1 to 4.
  public var level: Int?
  /// How strong it is, in the map's own unit: finite and above 0.
  public var strength: Double?
  /// How far `from` trusts `to`, from 1 to 4.
  public var trust: Double?
  /// Its feel.
  public var quality: Quality?
  /// How often, in the words of the map.
  public var frequency: String?
  /// Between whom it runs.
  public var between: Between?
  /// What it is for: collective work, program, deadline, data.
  public var purpose: String?
  /// Money, in the map's currency.
  public var amount: Double?
  /// Its own name.
  public var label: String?
  /// What it is, in a few words.
  public var summary: String?
  /// Free key words.
  public var tags: [String] = []
  /// Who told of it; empty is the map maker.
  public var reportedBy: [ElementID] = []
  /// When it held.
  public var period = Period()
  /// The text of every cell of its row but From and To, by column; blank cells are absent.
  public var attributes: Attributes = [:]
  /// From where the map knows of it.
  public var origin = Origin.row
  /// Where it stands in its file.
  public var place: Place?

  /// Creates a connection with the direction of its type.
  public init(
    from: ElementID, to: ElementID, type: ConnectionType = .untyped,
    direction: Direction? = nil, level: Int? = nil, strength: Double? = nil
  ) {
    self.from = from
    self.to = to
    self.type = type
    self.direction = direction ?? type.defaultDirection
    self.level = level
    self.strength = strength
  }
}
