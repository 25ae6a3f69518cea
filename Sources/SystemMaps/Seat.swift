/// Who sits at a table, for whom, with what right.
public struct Seat: Hashable, Sendable {
  /// The part a seat plays at its table.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// A full member.
    case member
    /// The chair.
    case chair
    /// One of several chairs.
    case coChair = "co-chair"
    /// Sits in when a member cannot.
    case alternate
    /// Serves the table.
    case staff
    /// Nobody holds it.
    case vacant

    /// Whether the seat counts among the table's filled seats.
    public var countsAsSeat: Bool { self == .member || self == .chair || self == .coChair }
  }

  /// The table.
  public var table: ElementID
  /// Who sits there; `nil` if the seat is vacant or the row does not say.
  public var holder: ElementID?
  /// For whom; a person's employer if the row does not say.
  public var representing: ElementID?
  /// The part it plays.
  public var role: Role
  /// Who appointed the holder.
  public var appointedBy: Answer<[ElementID]> = .unknown
  /// The votes of the seat.
  public var votes: Double = 1
  /// What the holder may do: votes, advises, vetoes.
  public var decisionRight: String?
  /// The level of participation, on the scale beside it.
  public var participation: String?
  /// The scale of the level; `nil` is the map's.
  public var scale: String?
  /// Whether the holder is paid for sitting there.
  public var isPaid: Bool?
  /// How many meetings the holder attended.
  public var attended: Int?
  /// When it was held.
  public var period = Period()
  /// The text of every cell of its row but Table and Holder, by column.
  public var attributes: Attributes = [:]
  /// Where it stands in its file.
  public var place: Place?

  /// Creates a seat.
  public init(
    table: ElementID, holder: ElementID?, representing: ElementID? = nil, role: Role = .member
  ) {
    self.table = table
    self.holder = holder
    self.representing = representing
    self.role = role
  }
}
