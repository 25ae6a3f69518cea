/// What a map says about itself.
public struct Settings: Hashable, Sendable {
  /// The ladder on which levels 1 to 4 are rungs.
  public enum LevelScale: String, Hashable, Sendable, CaseIterable {
    /// Networking, coordinating, cooperating, collaborating.
    case himmelman = "Himmelman"
    /// Awareness, cooperation, coordination, integration.
    case partner = "PARTNER"

    /// The words of the rungs, from 1 to 4.
    public var rungs: [String] {
      switch self {
      case .himmelman: ["networking", "coordinating", "cooperating", "collaborating"]
      case .partner: ["awareness", "cooperation", "coordination", "integration"]
      }
    }
  }

  /// Something that the map's makers state about themselves, with the evidence.
  public struct Declaration: Hashable, Sendable {
    /// What they state.
    public var value: String
    /// On what grounds.
    public var evidence: String?

    /// Creates a declaration.
    public init(value: String, evidence: String? = nil) {
      self.value = value
      self.evidence = evidence
    }
  }

  /// What a consent covers.
  public enum ConsentScope: Hashable, Sendable {
    /// Showing counts of self-identified groups to members and the public.
    case counts
    /// Showing one case, by its name.
    case journey(String)
  }

  /// The name of the map.
  public var title: String?
  /// What it is for.
  public var purpose: String?
  /// Who was to be on it.
  public var boundary: String?
  /// The day it shows; `nil` prints as "undated".
  public var date: CalendarDate?
  /// The language of its text.
  public var language: String?
  /// The organization that holds the work together.
  public var backbone: ElementID?
  /// The column that plays the part of the sector, if not Sector.
  public var sectorColumn: AttributeName?
  /// The ladder of the levels; `nil` if the map does not say.
  public var levelScale: LevelScale?
  /// Columns of the connections in which a low number is the strong end.
  public var strongestIsLow: [AttributeName] = []
  /// The scale of participation levels.
  public var participationScale: String?
  /// How many days after a referral it counts as a dead end.
  public var followUpDays = 60
  /// Counts of residents below this number are suppressed; 0 or 1 suppresses none.
  public var privacyThreshold = 11
  /// What the map's makers call our words: our word, and theirs.
  public var readAs: [String: [String]] = [:]
  /// The benchmark a table is compared with, where it is not the first one.
  public var tableBenchmarks: [ElementID: String] = [:]
  /// Cells of the five conditions that are stated rather than computed.
  public var declarations: [String: Declaration] = [:]
  /// What people agreed to have shown, and the note on who, when, for what, until.
  public var consents: [ConsentScope: String] = [:]
  /// How the map asks to be drawn.
  public var drawing = DrawingRules()
  /// The notes beside the settings, by the setting as typed.
  public var notes: [String: String] = [:]
  /// Settings that have no meaning here, as typed.
  public var others: [String: String] = [:]

  /// Creates the settings of a map that says nothing about itself.
  public init() {}
}
