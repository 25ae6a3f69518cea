/// The blocks of an undirected graph side by side, each node once in every block that it is in.
///
/// A shortest path between two nodes of a block stays inside the block. A node counts there for
/// itself and for all nodes that the block reaches only through it, so that the pairs of a block
/// are all pairs whose paths lead through it. Searches from a block need not leave it.
struct SeparatedBlocks {
  let places: BlockPlaces
  /// The ties between places; a block of two nodes, in which no node is between others, has none.
  let rows: AdjacencyRows
  /// The arc of the graph that each arc is.
  let origin: [Int]
  /// How many nodes of the graph each place counts for.
  let weight: [Double]
  /// For each node the ordered pairs of others that are joined by it and share no block with it.
  let pairsJoined: [Double]

  init(_ graph: Graph) {
    let blocks = graph.biconnectedComponents()
    places = BlockPlaces(blocks, nodeCount: graph.nodeCount)
    let hanging = Hanging(blocks, nodeCount: graph.nodeCount)
    (weight, pairsJoined) = (hanging.weights(blocks), hanging.pairsJoined(blocks))
    (rows, origin) = places.arcs(of: graph.outgoing)
  }
}

/// Places for the nodes of all blocks, block by block, the head of each first.
struct BlockPlaces {
  private let blocks: BiconnectedComponents
  /// The node at each place.
  let nodes: [NodeID]
  /// Where each block begins, and at the end where the last one ends.
  private let starts: [Int]
  /// The place of each node in the block above it.
  private let placeAbove: [Int]

  init(_ blocks: BiconnectedComponents, nodeCount: Int) {
    self.blocks = blocks
    var starts = [0]
    var nodes: [NodeID] = []
    var placeAbove = Array(repeating: -1, count: nodeCount)
    for block in 0..<blocks.count {
      nodes += blocks.nodes(of: block)
      for place in starts[block] + 1..<nodes.count { placeAbove[nodes[place].index] = place }
      starts.append(nodes.count)
    }
    self.starts = starts
    self.nodes = nodes
    self.placeAbove = placeAbove
  }

  /// Where the two ends of a tie stand in the block of the tie.
  func ends(_ first: NodeID, _ second: NodeID) -> (first: Int, second: Int)? {
    blocks.block(of: first, and: second).map { block in
      let head = blocks.head(of: block)
      return (
        head == first ? starts[block] : placeAbove[first.index],
        head == second ? starts[block] : placeAbove[second.index]
      )
    }
  }

  /// The arcs between places in blocks of three nodes and more, and what arc of the graph each is.
  fileprivate func arcs(of graph: AdjacencyRows) -> (rows: AdjacencyRows, origin: [Int]) {
    var kept: [(arc: Int, source: Int, target: Int)] = []
    kept.reserveCapacity(graph.targets.count)
    for node in placeAbove.indices.map(NodeID.init) {
      for arc in graph.row(of: node) {
        let target = graph.targets[arc]
        guard let block = blocks.block(of: node, and: target),
          starts[block + 1] - starts[block] > 2, let ends = ends(node, target)
        else { continue }
        kept.append((arc, ends.first, ends.second))
      }
    }
    // A counting sort by place.
    var offsets = Array(repeating: 0, count: nodes.count + 1)
    for arc in kept { offsets[arc.source + 1] += 1 }
    for place in nodes.indices { offsets[place + 1] += offsets[place] }
    var next = offsets
    var targets = Array(repeating: NodeID(0), count: kept.count)
    var origin = Array(repeating: 0, count: kept.count)
    for arc in kept {
      targets[next[arc.source]] = NodeID(arc.target)
      origin[next[arc.source]] = arc.arc
      next[arc.source] += 1
    }
    return (AdjacencyRows(offsets: offsets, targets: targets), origin)
  }
}

/// How many nodes hang from each node, away from the root of its component.
private struct Hanging {
  private var count: [Double]
  /// The sum of squares of the numbers that hang from the node in one block each.
  private var squares: [Double]
  /// How many nodes of each block's component hang from its head in the block.
  private var inBlock: [Double]

  init(_ blocks: BiconnectedComponents, nodeCount: Int) {
    count = Array(repeating: 0, count: nodeCount)
    squares = count
    inBlock = []
    // A block comes after those that hang from its nodes.
    for block in 0..<blocks.count {
      let size = blocks.nodes(of: block).dropFirst().reduce(0) { $0 + 1 + count[$1.index] }
      let head = blocks.head(of: block).index
      count[head] += size
      squares[head] += size * size
      inBlock.append(size)
    }
  }

  /// The size of the component of each block.
  private func componentSizes(_ blocks: BiconnectedComponents) -> [Double] {
    var sizes = Array(repeating: 0.0, count: blocks.count)
    for block in (0..<blocks.count).reversed() {
      let head = blocks.head(of: block)
      sizes[block] = blocks.blockAbove(head).map { sizes[$0] } ?? count[head.index] + 1
    }
    return sizes
  }

  /// How many nodes each place of each block counts for.
  func weights(_ blocks: BiconnectedComponents) -> [Double] {
    let sizes = componentSizes(blocks)
    return (0..<blocks.count).flatMap { block in
      [sizes[block] - inBlock[block]]
        + blocks.nodes(of: block).dropFirst().map { 1 + count[$0.index] }
    }
  }

  /// For each node the ordered pairs of others in different blocks of it.
  func pairsJoined(_ blocks: BiconnectedComponents) -> [Double] {
    let sizes = componentSizes(blocks)
    return count.indices.map { node in
      let size = blocks.blockAbove(NodeID(node)).map { sizes[$0] } ?? count[node] + 1
      let others = size - 1
      let above = others - count[node]
      return others * others - squares[node] - above * above
    }
  }
}
