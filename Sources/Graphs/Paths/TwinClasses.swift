/// Nodes sorted into classes of twins: nodes that no shortest path can tell apart.
///
/// Twins have the same weight and the same neighbours; closed twins are also tied to each other,
/// open twins are not. To any third node they stand alike, and neither lies between the other and
/// a third.
struct TwinClasses {
  /// The class of each node.
  private(set) var classOf: [Int] = []
  /// The first node of each class.
  private(set) var first: [Int] = []
  /// The number of nodes in each class.
  private(set) var size: [Int] = []
  /// Whether the nodes of each class are tied to each other.
  private(set) var isClosed: [Bool] = []

  /// Makes each node a class of its own.
  init(apart nodeCount: Int) {
    classOf = Array(0..<nodeCount)
    first = classOf
    size = Array(repeating: 1, count: nodeCount)
    isClosed = Array(repeating: false, count: nodeCount)
  }

  /// Sorts the nodes of an undirected graph; those without ties stay apart.
  init(_ rows: AdjacencyRows, weight: [Double]) {
    var leader = Array(weight.indices)
    var isClosed = Array(repeating: false, count: weight.count)
    Self.findTwins(rows, weight: weight, leader: &leader, isClosed: &isClosed)
    for node in weight.indices {
      if leader[node] == node {
        classOf.append(first.count)
        first.append(node)
        size.append(1)
        self.isClosed.append(isClosed[node])
      } else {
        classOf.append(classOf[leader[node]])
        size[classOf[node]] += 1
      }
    }
  }

  /// Gives each node that has twins the first of them as its leader.
  private static func findTwins(
    _ rows: AdjacencyRows, weight: [Double], leader: inout [Int], isClosed: inout [Bool]
  ) {
    let nodeCount = weight.count
    var hasTwin = isClosed
    let keys = (0..<nodeCount).map { node in
      rows.targets[rows.row(of: NodeID(node))]
        .reduce(Self.mixed(weight[node].bitPattern)) { $0 &+ Self.mixed(UInt64($1.index)) }
    }
    for closed in [true, false] {
      var known: [UInt64: Int] = [:]
      for node in 0..<nodeCount where !hasTwin[node] && !rows.row(of: NodeID(node)).isEmpty {
        // Closed twins have the same neighbours once each counts as its own.
        let key = closed ? keys[node] &+ Self.mixed(UInt64(node)) : keys[node]
        guard let other = known[key] else {
          known[key] = node
          continue
        }
        guard weight[node] == weight[other], Self.areTwins(node, other, in: rows) else { continue }
        leader[node] = other
        for twin in [node, other] {
          hasTwin[twin] = true
          isClosed[twin] = closed
        }
      }
    }
  }

  /// The arcs between classes, and the arc of `rows` that each is.
  func rows(of rows: AdjacencyRows) -> (rows: AdjacencyRows, origin: [Int]) {
    var offsets = [0]
    var targets: [NodeID] = []
    var origin: [Int] = []
    for node in first {
      for arc in rows.row(of: NodeID(node)) {
        // One arc of a class stands for those to all twins of its target.
        let target = rows.targets[arc].index
        guard first[classOf[target]] == target, classOf[target] != classOf[node] else { continue }
        targets.append(NodeID(classOf[target]))
        origin.append(arc)
      }
      offsets.append(targets.count)
    }
    return (AdjacencyRows(offsets: offsets, targets: targets), origin)
  }

  /// Whether two nodes have the same neighbours, each other apart.
  private static func areTwins(_ node: Int, _ other: Int, in rows: AdjacencyRows) -> Bool {
    let neighbors = rows.targets[rows.row(of: NodeID(node))].lazy.filter { $0.index != other }
    let others = rows.targets[rows.row(of: NodeID(other))].lazy.filter { $0.index != node }
    return neighbors.elementsEqual(others)
  }

  /// A number whose sums tell sets apart.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var generator = SeededGenerator(seed: number)
    return generator.next()
  }
}
