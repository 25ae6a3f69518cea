/// A stakeholder system map: who is there, who works with whom, who sits where.
///
/// A value that holds data. Measuring is `Insights`', drawing `Diagrams`', saving `Interchange`'s.
///
///     var map = SystemMap()
///     let school = ElementID("school"), clinic = ElementID("clinic")
///     map.elements = [
///       Element(id: school, label: "Elm School", type: .organization, sector: "schools"),
///       Element(id: clinic, label: "Oak Clinic", type: .organization, sector: "health"),
///     ]
///     map.connections = [Connection(from: school, to: clinic, type: .worksWith, level: 2)]
public struct SystemMap: Hashable, Sendable {
  /// Who and what is on the map, in the order of the file; ids are unique.
  public var elements: [Element] = [] {
    didSet { index = Self.index(of: elements) }
  }
  /// Who does what with whom.
  public var connections: [Connection] = []
  /// Who sits where.
  public var seats: [Seat] = []
  /// The steps of cases through services.
  public var journeySteps: [JourneyStep] = []
  /// The populations that tables are compared with.
  public var benchmarks: [Benchmark] = []
  /// What the map says about itself.
  public var settings = Settings()
  /// Where elements stood in earlier drawings.
  public var positions: [KeptPosition] = []

  private var index: [ElementID: Int] = [:]

  /// Creates an empty map.
  public init() {}

  /// Creates a map of elements and connections.
  public init(elements: [Element], connections: [Connection] = [], seats: [Seat] = []) {
    self.elements = elements
    self.connections = connections
    self.seats = seats
    index = Self.index(of: elements)
  }

  /// The element of an id, or `nil` if the map has none.
  public subscript(id: ElementID) -> Element? { index[id].map { elements[$0] } }

  /// The organization that a seat speaks for: the one it represents, else the one employer of its
  /// holder, else its holder if that is an organization; `nil` if the map does not say, or if the
  /// holder has two employers.
  package func organization(of seat: Seat) -> ElementID? {
    if let representing = seat.representing { return representing }
    // Not through the subscript, which copies the whole element: it is asked for every seat.
    guard let holder = seat.holder, let place = index[holder] else { return nil }
    if elements[place].type == .organization { return holder }
    let employers = elements[place].worksFor.elements
    return employers.count == 1 ? employers.first : nil
  }

  /// The map's title, or words that say that it has none.
  public var title: String { settings.title ?? "Untitled map" }

  /// The day of the map, or "undated".
  public var dateText: String { settings.date?.description ?? "undated" }

  /// The attribute that plays the part of the sector: the one that the settings name, else Sector,
  /// else, where no element has a sector and there are several types, Type.
  ///
  /// - Complexity: O(elements).
  public var sectorAttribute: AttributeName {
    if let column = settings.sectorColumn { return column }
    if elements.contains(where: { $0.sector != nil }) { return "Sector" }
    return Set(elements.lazy.map(\.type)).count > 1 ? "Type" : "Sector"
  }

  /// Attributes of people that only they themselves can state: those that benchmarks name, and
  /// those that a benchmark on `A × B` crosses.
  ///
  /// They are used in counts, and never shown beside a name or as a colour.
  public var selfIdentifiedAttributes: Set<AttributeName> {
    Set(benchmarks.lazy.map(\.attribute)).reduce(into: []) { names, attribute in
      names.insert(attribute)
      names.formUnion(attribute.text.split(separator: "×").map { AttributeName(String($0)) })
    }
  }

  private static func index(of elements: [Element]) -> [ElementID: Int] {
    Dictionary(
      elements.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }
}
