public import SystemMaps

/// The value of a measure of the whole network, or of its parts.
public indirect enum MeasureValue: Sendable, Hashable {
  /// A whole number.
  case count(Int)
  /// A number.
  case number(Double)
  /// A word.
  case text(String)
  /// No value, and why: `null` in JSON.
  case undefined(reason: String)
  /// Elements, in the order of the network.
  case elements([ElementID])
  /// Pairs of elements, in the order of the network.
  case pairs([ElementPair])
  /// Several values.
  case list([MeasureValue])
  /// Several values that have names.
  case record([Field])
  /// Two elements, and the value of the pair.
  case pair(ElementID, ElementID, MeasureValue)

  /// A named value.
  public struct Field: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The value.
    public let value: MeasureValue
    /// The word for it where the record is told in a line; `nil` if it is not told there, empty if
    /// it needs none.
    public let word: String?

    /// Creates a field.
    public init(_ name: String, _ value: MeasureValue, told word: String? = nil) {
      self.name = name
      self.value = value
      self.word = word
    }
  }

  /// A number, or why there is none.
  init(_ value: Double?, otherwise reason: String) {
    self = value.map(MeasureValue.number) ?? .undefined(reason: reason)
  }

  /// Whole numbers.
  init(_ counts: some Sequence<Int>) { self = .list(counts.map(MeasureValue.count)) }

  /// Numbers, of which those that are missing have no value for a reason.
  init(_ numbers: some Sequence<Double?>, otherwise reason: String) {
    self = .list(numbers.map { MeasureValue($0, otherwise: reason) })
  }

  /// The number, if it is one.
  public var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .number(let number): number
    default: nil
    }
  }

  /// The value of a field of a record.
  public subscript(name: String) -> MeasureValue? {
    guard case .record(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }
}

/// The values of a measure of elements: one for each, or several that have names.
public struct ElementValues: Sendable, Hashable {
  /// One value for each element.
  public struct Column: Sendable, Hashable {
    /// What the values are, where a measure has several.
    public let name: String
    /// The values, in the order of the network; `nil` is undefined.
    public let values: [Double?]
  }

  /// The values; a single column has no name.
  public let columns: [Column]
  /// Why values are undefined, if any is.
  public let undefinedReason: String?

  /// Named columns.
  init(columns: [Column], otherwise reason: String? = nil) {
    self.columns = columns
    undefinedReason = columns.contains { $0.values.contains { $0 == nil } } ? reason : nil
  }

  /// One column.
  init(_ values: some Sequence<Double?>, otherwise reason: String) {
    self.init(columns: [Column(name: "", values: Array(values))], otherwise: reason)
  }

  /// One column without gaps.
  init(_ values: some Sequence<Double>) {
    self.init(columns: [Column(name: "", values: values.map { $0 })])
  }

  /// One column of counts.
  init(_ counts: some Sequence<Int>) { self.init(counts.lazy.map { Double($0) }) }

  /// No value for any element in any of several columns, for a reason.
  static func undefined(_ count: Int, columns: [String], reason: String) -> ElementValues {
    ElementValues(
      columns: columns.map { Column(name: $0, values: Array(repeating: nil, count: count)) },
      otherwise: reason)
  }

  /// No value for any element, for a reason.
  static func undefined(_ count: Int, reason: String = "the network does not allow it")
    -> ElementValues
  {
    ElementValues(Array(repeating: Double?.none, count: count), otherwise: reason)
  }
}

/// Two elements.
public struct ElementPair: Sendable, Hashable {
  /// The one that stands first in the network.
  public let first: ElementID
  /// The other.
  public let second: ElementID

  /// Creates a pair.
  public init(_ first: ElementID, _ second: ElementID) {
    self.first = first
    self.second = second
  }
}
