extension Graph {
  /// Returns the biconnected components, or blocks: the largest sets of nodes that hold together
  /// whichever one of them is taken out.
  ///
  /// Each tie lies in one block. Two blocks share one node at most, and that is an articulation
  /// point; a block of two nodes is a bridge.
  ///
  ///     let blocks = Graph.path(3).biconnectedComponents()
  ///     blocks.sizes               // [2, 2]
  ///     blocks.articulationPoints  // 1
  ///
  /// In a directed graph directions are ignored. A node without ties is in no block, as in
  /// networkx and igraph.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) space; no recursion.
  ///
  /// Hopcroft and Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", 1973,
  /// doi:10.1145/362248.362272.
  public func biconnectedComponents() -> BiconnectedComponents {
    var blocks = BlockGathering(nodeCount: nodeCount)
    contacts.searchDepthFirst(&blocks)
    return BiconnectedComponents(
      members: blocks.members, starts: blocks.starts, blockAbove: blocks.blockAbove)
  }
}

/// The blocks of a graph, in an order in which they can be folded up.
///
/// The search that found them makes each connected part a tree. A block hangs from the one of its
/// nodes that is nearest to the root, its ``head(of:)``, and comes after all blocks that hang from
/// its other nodes: one loop over the blocks carries sums from the leaves to the root.
public struct BiconnectedComponents: Equatable, Sendable {
  /// The nodes of all blocks, block by block, the head of each first.
  private let members: [NodeID]
  /// Where each block begins in `members`, and at the end where the last one ends.
  private let starts: [Int]
  /// The block in which each node is not the head: of these there is one at most.
  private let blockAbove: [UInt32]

  fileprivate init(members: [NodeID], starts: [Int], blockAbove: [UInt32]) {
    self.members = members
    self.starts = starts
    self.blockAbove = blockAbove
  }

  /// The number of blocks.
  public var count: Int { starts.count - 1 }

  /// The number of nodes in each block.
  public var sizes: [Int] { zip(starts, starts.dropFirst()).map { $1 - $0 } }

  /// The nodes of a block, its head first.
  public func nodes(of block: Int) -> ArraySlice<NodeID> {
    members[starts[block]..<starts[block + 1]]
  }

  /// The node from which a block hangs.
  public func head(of block: Int) -> NodeID { members[starts[block]] }

  /// The block in which a node is not the head, or `nil` for the root of a connected part and for
  /// a node without ties.
  public func blockAbove(_ node: NodeID) -> Int? {
    let block = blockAbove[node.index]
    return block == .max ? nil : Int(block)
  }

  /// The one block that two nodes share, or `nil`; for the two ends of a tie, its block.
  ///
  /// - Complexity: O(1).
  public func block(of first: NodeID, and second: NodeID) -> Int? {
    let (above, other) = (blockAbove(first), blockAbove(second))
    if let above, above == other || head(of: above) == second { return above }
    if let other, head(of: other) == first { return other }
    return nil
  }

  /// The two ends of each tie that is a block of its own, the lower one first, in order.
  ///
  /// - Complexity: O(*n* log *n*).
  var bridgeEnds: [(NodeID, NodeID)] {
    (0..<count).filter { starts[$0 + 1] - starts[$0] == 2 }
      .map { block in
        let (head, other) = (members[starts[block]], members[starts[block] + 1])
        return (min(head, other), max(head, other))
      }
      .sorted { $0 < $1 }
  }
}

/// Gathers the blocks that a search closes.
private struct BlockGathering: BlockVisitor {
  private(set) var members: [NodeID] = []
  private(set) var starts = [0]
  private(set) var blockAbove: [UInt32]
  /// Nodes met whose block is not yet closed.
  private var open: [NodeID] = []

  init(nodeCount: Int) {
    blockAbove = Array(repeating: .max, count: nodeCount)
    open.reserveCapacity(nodeCount)
    members.reserveCapacity(nodeCount)
  }

  mutating func begin(at root: Int) {}

  mutating func meet(_ node: Int) { open.append(NodeID(node)) }

  mutating func close(head: Int, first: Int) {
    let block = UInt32(starts.count - 1)
    members.append(NodeID(head))
    var place = open.count - 1
    while open[place].index != first { place -= 1 }
    for node in open[place...] {
      blockAbove[node.index] = block
      members.append(node)
    }
    open.removeSubrange(place...)
    starts.append(members.count)
  }
}
