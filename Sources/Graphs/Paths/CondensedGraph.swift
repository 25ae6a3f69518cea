/// A smaller graph in which the shortest paths of another are counted.
///
/// Its nodes are classes, each of which stands for several nodes or for a node in one of its
/// blocks; what is counted for them is brought back to the nodes at the end. Only undirected graphs
/// become smaller.
struct CondensedGraph {
  /// By what the graph becomes smaller.
  enum Reduction {
    /// Nothing: every node is a class.
    case none
    /// Blocks stand side by side.
    case blocks
    /// Twins are one class besides, which is right where every arc is one step long.
    case blocksAndTwins
  }

  /// The arcs that leave each class; classes near each other stand close together.
  let ahead: AdjacencyRows
  /// The arcs that reach each class.
  let behind: AdjacencyRows
  /// An arc of the graph that each arc of `ahead` stands for.
  let origin: [Int]
  /// How many twins each class has.
  let twinCount: [Double]
  /// How many nodes a class counts for where a path begins or ends.
  let weight: [Double]
  let graph: Graph
  /// The blocks of an undirected graph.
  private let blocks: SeparatedBlocks?
  /// The class of each place in the blocks, or of each node; −1 in blocks of two nodes.
  private let classOf: [Int]
  /// The share that each neighbour of an open class has in the path between two twins of it, times
  /// the pairs that a twin is in.
  private let twinShare: [Double]

  init(_ graph: Graph, by reduction: Reduction) {
    let blocks = graph.isDirected || reduction == .none ? nil : SeparatedBlocks(graph)
    let rows = blocks?.rows ?? graph.outgoing
    let weight = blocks?.weight ?? Array(repeating: 1, count: graph.nodeCount)
    let classes =
      blocks == nil || reduction == .blocks
      ? TwinClasses(apart: weight.count) : TwinClasses(rows, weight: weight)
    let (between, arcs) = classes.rows(of: rows)
    // Searches from classes that stand near each other see the others at like distances.
    let found = BreadthFirstOrder(contacts: blocks == nil ? graph.contacts : between)
    // Classes without ties come last, and have no part in what follows.
    let order = found.nodes.filter { blocks == nil || !between.row(of: $0).isEmpty }
    let (ahead, moved) = between.moved(to: order, places: found.places)
    self.graph = graph
    self.blocks = blocks
    self.ahead = ahead
    behind = blocks == nil ? graph.incoming.moved(to: order, places: found.places).rows : ahead
    origin = moved.map { blocks?.origin[arcs[$0]] ?? arcs[$0] }
    classOf = classes.classOf.map { number in
      Int(found.places[number]) < order.count ? Int(found.places[number]) : -1
    }
    let twinCount = order.map { Double(classes.size[$0.index]) }
    let twinWeight = order.map { weight[classes.first[$0.index]] }
    self.twinCount = twinCount
    self.weight = zip(twinCount, twinWeight).map { $0 * $1 }
    twinShare = order.indices.map { place in
      guard twinCount[place] > 1, !classes.isClosed[order[place].index] else { return 0 }
      let neighbors = ahead.targets[ahead.row(of: NodeID(place))]
      return (twinCount[place] - 1) * twinWeight[place] * twinWeight[place]
        / neighbors.reduce(0) { $0 + twinCount[$1.index] }
    }
  }

  /// All classes.
  var classes: [Int] { Array(weight.indices) }

  /// The place of a node that is a class of its own.
  func place(of node: NodeID) -> Int { classOf[node.index] }

  /// The number of arcs that searches from all classes go along.
  var arcVisits: Double {
    var visits = 0.0
    var start = 0
    // Parts of an undirected graph stand one after another, and no arc leads out of one.
    var reach = 0
    for place in weight.indices {
      reach =
        graph.isDirected
        ? weight.count - 1
        : max(reach, ahead.targets[ahead.row(of: NodeID(place))].last?.index ?? place)
      if reach <= place {
        visits +=
          Double(place + 1 - start) * Double(ahead.offsets[place + 1] - ahead.offsets[start])
        start = place + 1
      }
    }
    return visits
  }

  /// The scores of the nodes of the graph, from those of the classes: sums over ordered pairs.
  func nodeScores(from classScores: [Double]) -> [Double] {
    guard let blocks else { return classOf.map { classScores[$0] } }
    var scores = blocks.pairsJoined
    for (place, node) in blocks.places.nodes.enumerated() where classOf[place] >= 0 {
      scores[node.index] += classScores[classOf[place]]
      for neighbor in ahead.targets[ahead.row(of: NodeID(classOf[place]))] {
        scores[node.index] += twinCount[neighbor.index] * twinShare[neighbor.index]
      }
    }
    return scores
  }

  /// The scores of the ties of the graph in the order of `edges`, from those of the arcs of
  /// `ahead`: sums over ordered pairs.
  func tieScores(from arcScores: [Double]) -> [Double] {
    guard let blocks else {
      var scores = arcScores
      for (arc, number) in origin.enumerated() { scores[number] = arcScores[arc] }
      return scores
    }
    return graph.edges.map { edge in
      guard let ends = blocks.places.ends(edge.source, edge.target) else { return 0 }
      let (first, second) = (classOf[ends.first], classOf[ends.second])
      guard first != second, let there = ahead.arc(from: NodeID(first), to: NodeID(second)),
        let back = ahead.arc(from: NodeID(second), to: NodeID(first))
      else {
        // A bridge, or a tie between twins: the way only between what its ends count for.
        return 2 * blocks.weight[ends.first] * blocks.weight[ends.second]
      }
      return (arcScores[there] + arcScores[back]) / (twinCount[first] * twinCount[second])
        + 2 * (twinShare[first] + twinShare[second])
    }
  }
}

extension AdjacencyRows {
  /// The arcs of nodes in another order, their ends known by their places in it, and the arc that
  /// each was.
  fileprivate func moved(
    to order: [NodeID], places: [UInt32]
  ) -> (rows: AdjacencyRows, origin: [Int]) {
    var offsets = [0]
    var origin: [Int] = []
    origin.reserveCapacity(targets.count)
    for node in order {
      origin += row(of: node).sorted { places[targets[$0].index] < places[targets[$1].index] }
      offsets.append(origin.count)
    }
    let ends = origin.map { NodeID(Int(places[targets[$0].index])) }
    return (AdjacencyRows(offsets: offsets, targets: ends), origin)
  }
}
