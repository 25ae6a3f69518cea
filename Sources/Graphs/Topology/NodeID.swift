/// The place of a node in a ``Graph``: a whole number from 0 to `nodeCount - 1`.
///
/// A node has no name here; whoever builds the graph keeps the names beside it.
public struct NodeID: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The compact form in which adjacency is stored.
  @usableFromInline let rawValue: UInt32

  /// Creates the id of the node at a place.
  ///
  /// - Precondition: `index` is at least 0 and below 2³².
  @inlinable public init(_ index: Int) {
    precondition(index >= 0 && index <= Int(UInt32.max), "a node's place is 0 or more")
    rawValue = UInt32(truncatingIfNeeded: index)
  }

  /// The place of the node, counted from 0.
  @inlinable public var index: Int { Int(rawValue) }

  /// Orders nodes by their place.
  @inlinable public static func < (first: NodeID, second: NodeID) -> Bool {
    first.rawValue < second.rawValue
  }
}

extension NodeID: CustomStringConvertible {
  /// The place in digits.
  public var description: String { String(rawValue) }
}
