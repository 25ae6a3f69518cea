/// A division of all nodes of a graph into groups that do not overlap.
///
/// Groups are numbered from 0 in the order in which their first nodes stand in the graph, so two
/// equal divisions are equal values whatever labels they were made from.
///
///     let partition = Partition(labels: ["b", "a", "b"])
///     partition.groupCount          // 2
///     partition.group(of: NodeID(2))  // 0
public struct Partition: Hashable, Sendable {
  /// The group of each node, in the order of the nodes.
  public let groups: [Int]
  /// How many groups there are.
  public let groupCount: Int

  /// Creates a partition in which nodes of one label are one group.
  public init(labels: some Collection<some Hashable>) {
    func number<Label: Hashable>(_ labels: some Collection<Label>) -> ([Int], Int) {
      var numbers: [Label: Int] = [:]
      let groups = labels.map { label in
        if let known = numbers[label] { return known }
        let next = numbers.count
        numbers[label] = next
        return next
      }
      return (groups, numbers.count)
    }
    (groups, groupCount) = number(labels)
  }

  /// Creates a partition from labels that are whole numbers from 0 to below `bound`.
  ///
  /// The same as `init(labels:)` without hashing.
  init(labels: [Int], below bound: Int) {
    var numbers = Array(repeating: -1, count: bound)
    var count = 0
    groups = labels.map { label in
      if numbers[label] < 0 {
        numbers[label] = count
        count += 1
      }
      return numbers[label]
    }
    groupCount = count
  }

  /// The partition in which every node is a group of its own.
  public static func singletons(count: Int) -> Partition { Partition(labels: 0..<count) }

  /// The number of nodes.
  public var nodeCount: Int { groups.count }

  /// The group of a node.
  public func group(of node: NodeID) -> Int { groups[node.index] }

  /// The coarsest division that divides at least as far as this one and another: its groups are the
  /// nodes that both keep together.
  ///
  /// - Precondition: Both partitions are of the same nodes.
  func intersection(_ other: Partition) -> Partition {
    precondition(nodeCount == other.nodeCount, "both partitions are of the same nodes")
    return Partition(labels: zip(groups, other.groups).map { $0 * other.groupCount + $1 })
  }

  /// The number of nodes in each group.
  public var sizes: [Int] {
    var sizes = Array(repeating: 0, count: groupCount)
    for group in groups { sizes[group] += 1 }
    return sizes
  }

  /// The nodes of each group, in the order of the nodes.
  public var members: [[NodeID]] {
    var members: [[NodeID]] = Array(repeating: [], count: groupCount)
    for (place, group) in groups.enumerated() { members[group].append(NodeID(place)) }
    return members
  }
}
