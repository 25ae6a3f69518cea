public import Graphs
public import SystemMaps

/// The value of a measure of the whole network.
public enum MeasureValue: Sendable, Hashable {
  /// A whole number.
  case count(Int)
  /// A number.
  case number(Double)
  /// No value, and why: `null` in JSON.
  case undefined(reason: String)
  /// Numbers of elements, largest first.
  case sizes([Int])
  /// Elements, in the order of the network.
  case elements([ElementID])
  /// Pairs of elements, in the order of the network.
  case pairs([ElementPair])
  /// The E-I index with its parts; `groups` names its labels in order.
  case externalInternal(ExternalInternalIndex, groups: [String])
  /// Counts of ties by the group of their ends.
  case matrix([[Int]], groups: [String])
  /// A number for each group, or none.
  case byGroup([GroupValue])

  /// A group's number.
  public struct GroupValue: Sendable, Hashable {
    /// The group.
    public let group: String
    /// Its number, or `nil` if it is not defined.
    public let value: Double?
  }

  init(_ value: Double?, otherwise reason: String) {
    self = value.map(MeasureValue.number) ?? .undefined(reason: reason)
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
