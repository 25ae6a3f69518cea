/// A measure of elements, of ties or of the whole network.
///
///     Measure.betweenness.title  // "Bridging (betweenness)"
///     Measure(named: "coreness")
///
/// A measure is one value that says everything about it: its name in the field's reference values
/// and in our JSON, what it is in words, what it needs, and how it is taken. Each family of them
/// has its own file.
public struct Measure: Sendable {
  /// What a measure is of.
  public enum Subject: Sendable, Hashable {
    /// Each element has its own value.
    case element
    /// Each tie has its own value.
    case tie
    /// The network has one value.
    case network
    /// Pairs of elements or of groups have values.
    case matrix
  }

  /// What a network must have for a measure to say anything.
  public struct Needs: OptionSet, Sendable, Hashable {
    /// The needs as bits.
    public let rawValue: Int

    /// Creates needs of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Ties with a direction.
    public static let directions = Needs(rawValue: 1)
    /// Ties that differ in weight.
    public static let weights = Needs(rawValue: 2)
    /// An attribute to compare ties with, such as the sector.
    public static let attribute = Needs(rawValue: 4)
    /// Ties without a direction.
    public static let mutuality = Needs(rawValue: 8)
    /// Two types of elements, each tied only to the other.
    public static let twoModes = Needs(rawValue: 16)
    /// The network of an earlier day.
    public static let earlier = Needs(rawValue: 32)
  }

  /// How a measure is taken.
  enum Taking: Sendable {
    case elements(@Sendable (inout MeasureInput) -> ElementValues)
    case ties(@Sendable (inout MeasureInput) -> [Double?])
    case network(@Sendable (inout MeasureInput) -> MeasureValue)
    case matrix(@Sendable (inout MeasureInput) -> MeasureValue)
  }

  /// Its name in JSON, on the command line and in the field's reference values.
  public let name: String
  /// Its name in a report.
  public let title: String
  /// What it says, in one sentence for a report.
  public let definition: String
  /// What a network must have for it; a network without is not measured by it.
  public let needs: Needs
  /// The most elements for which it is taken, where larger networks would take too long; they have
  /// no value, and the reason says so.
  public let mostElements: Int?
  let taking: Taking

  init(
    _ name: String, _ title: String, _ definition: String, needs: Needs = [],
    mostElements: Int? = nil, of taking: Taking
  ) {
    self.name = name
    self.title = title
    self.definition = definition
    self.needs = needs
    self.mostElements = mostElements
    self.taking = taking
  }

  /// What the measure is of.
  public var subject: Subject {
    switch taking {
    case .elements: .element
    case .ties: .tie
    case .network: .network
    case .matrix: .matrix
    }
  }
}

extension Measure: Hashable, CustomStringConvertible {
  /// Whether two measures have one name, which no two different ones have.
  public static func == (first: Measure, second: Measure) -> Bool { first.name == second.name }

  /// Feeds the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name.
  public var description: String { name }
}

extension Measure {
  /// Every measure, those of elements first within each family.
  public static let all: [Measure] =
    whole + positions + paths + brokerage + closure + shape + keyPlayers + groups + twoModes
    + newTies + change

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Finds a measure by its name, in any letter case.
  ///
  /// - Returns: `nil` if no measure has the name.
  public init?(named name: String) {
    guard let measure = Self.byName[name.lowercased()] else { return nil }
    self = measure
  }
}
