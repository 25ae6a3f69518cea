/// One share or count of a population that tables are compared with.
public struct Benchmark: Hashable, Sendable {
  /// Whose composition it is.
  public enum Population: Hashable, Sendable {
    /// A population outside the map: the community, the people served.
    case named(String)
    /// The members of a table, counted anonymously.
    case table(ElementID)
  }

  /// Whose composition it is.
  public var population: Population
  /// The column of the elements that the groups are values of.
  public var attribute: AttributeName
  /// The group; `A × B` for a cell of two attributes.
  public var group: String
  /// The group's share, from 0 to 1.
  public var share: Double?
  /// The group's size.
  public var count: Double?
  /// Where the figure comes from.
  public var source: String?
  /// When it was counted, as written: a day or a year.
  public var date: String?
  /// The text of every other cell of its row, by column.
  public var attributes: Attributes = [:]
  /// Where it stands in its file.
  public var place: Place?

  /// Creates a benchmark row.
  public init(
    population: Population, attribute: AttributeName, group: String, share: Double? = nil,
    count: Double? = nil
  ) {
    self.population = population
    self.attribute = attribute
    self.group = group
    self.share = share
    self.count = count
  }
}
