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
    var search = BlockSearch(nodeCount: nodeCount)
    search.visitAll(contacts)
    return BiconnectedComponents(
      members: search.members, starts: search.starts, blockAbove: search.blockAbove)
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

  /// The nodes that are in more than one block, in order: without one of them its component falls
  /// apart.
  ///
  /// - Complexity: O(*n*).
  public var articulationPoints: [NodeID] {
    var blockCounts = Array(repeating: 0, count: blockAbove.count)
    for node in members { blockCounts[node.index] += 1 }
    return blockCounts.indices.filter { blockCounts[$0] > 1 }.map(NodeID.init)
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

/// A depth-first search that closes a block where it leaves the last node below its head.
private struct BlockSearch {
  /// What is kept of a node on the way from the root to where the search is.
  private struct Step {
    var node: Int
    /// The earliest node that the node or its descendants have a tie to.
    var low: UInt32
    var nextArc: Int
    /// The place of the node in `open`.
    var place: Int
  }

  private(set) var members: [NodeID] = []
  private(set) var starts = [0]
  private(set) var blockAbove: [UInt32]
  /// Nodes met whose block is not yet closed.
  private var open: [NodeID] = []

  init(nodeCount: Int) { blockAbove = Array(repeating: .max, count: nodeCount) }

  mutating func visitAll(_ rows: AdjacencyRows) {
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    /// When each node was first met, from 1; 0 before.
    var times = Array(repeating: UInt32(0), count: blockAbove.count)
    var met = times.mutableSpan
    var path: [Step] = []
    var clock: UInt32 = 0
    for root in met.indices where met[root] == 0 {
      clock += 1
      met[root] = clock
      var step = Step(node: root, low: clock, nextArc: offsets[root], place: 0)
      while true {
        let end = offsets[step.node + 1]
        var child: Int?
        while child == nil, step.nextArc < end {
          let next = targets[step.nextArc].index
          step.nextArc += 1
          if met[next] == 0 { child = next } else { step.low = min(step.low, met[next]) }
        }
        if let child {
          path.append(step)
          clock += 1
          met[child] = clock
          step = Step(node: child, low: clock, nextArc: offsets[child], place: open.count)
          open.append(NodeID(child))
        } else if let parent = path.popLast() {
          let child = step
          step = parent
          // The tie to the parent was counted too, which leaves the test as it is.
          if child.low >= met[parent.node] {
            closeBlock(head: parent.node, from: child.place)
          } else {
            step.low = min(step.low, child.low)
          }
        } else {
          break
        }
      }
    }
  }

  private mutating func closeBlock(head: Int, from place: Int) {
    let block = UInt32(starts.count - 1)
    members.append(NodeID(head))
    for node in open[place...] {
      blockAbove[node.index] = block
      members.append(node)
    }
    open.removeSubrange(place...)
    starts.append(members.count)
  }
}
