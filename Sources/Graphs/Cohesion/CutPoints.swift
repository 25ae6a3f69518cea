extension Graph {
  /// Returns the articulation points: nodes whose removal leaves more components than before.
  ///
  ///     Graph.path(3).articulationPoints()  // 1
  ///
  /// In a directed graph directions are ignored. Sorted.
  ///
  /// - Complexity: O(*n* + *m*); no recursion.
  ///
  /// Hopcroft and Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", 1973,
  /// doi:10.1145/362248.362272.
  public func articulationPoints() -> [NodeID] {
    var search = CutSearch(rows: undirected.outgoing)
    for node in 0..<nodeCount { search.visit(node) }
    return (0..<nodeCount).filter { search.isArticulationPoint[$0] }.map(NodeID.init)
  }

  /// Returns the bridges: ties whose removal leaves more components than before.
  ///
  ///     Graph.path(3).bridges()  // 0–1 and 1–2
  ///
  /// In a directed graph directions are ignored: a pair with an arc each way is one tie of the
  /// union, and a bridge where nothing else joins its ends.
  ///
  /// - Returns: Ties of the undirected graph with their weights, in the order of `edges`.
  /// - Complexity: O(*n* + *m* log *k*), where *k* is the largest degree; no recursion.
  ///
  /// Tarjan, "A note on finding the bridges of a graph", 1974, doi:10.1016/0020-0190(74)90003-9.
  public func bridges() -> [Edge] {
    let union = undirected
    var search = CutSearch(rows: union.outgoing)
    for node in 0..<nodeCount { search.visit(node) }
    return search.bridges.map { first, second in
      let (source, target) = (NodeID(min(first, second)), NodeID(max(first, second)))
      return Edge(source, target, weight: union.weight(from: source, to: target) ?? 1)
    }
    .sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }
}

/// Depth-first search of an undirected simple graph for articulation points and bridges.
private struct CutSearch {
  let rows: AdjacencyRows
  private(set) var isArticulationPoint: [Bool]
  private(set) var bridges: [(Int, Int)] = []
  /// When each node was first met, from 1; 0 before.
  private var met: [Int]
  /// The earliest node that a node or its descendants have a tie to, the tie to the parent apart.
  private var low: [Int]
  private var nextArc: [Int]
  /// The path from the root of the search to the node it is at.
  private var path: [Int] = []
  private var clock = 0

  init(rows: AdjacencyRows) {
    self.rows = rows
    let nodeCount = rows.offsets.count - 1
    isArticulationPoint = Array(repeating: false, count: nodeCount)
    met = Array(repeating: 0, count: nodeCount)
    low = met
    nextArc = Array(rows.offsets.dropLast())
  }

  mutating func visit(_ root: Int) {
    guard met[root] == 0 else { return }
    var rootChildren = 0
    enter(root)
    while let node = path.last {
      let parent = path.count > 1 ? path[path.count - 2] : -1
      if nextArc[node] < rows.offsets[node + 1] {
        let next = rows.targets[nextArc[node]].index
        nextArc[node] += 1
        if met[next] == 0 {
          enter(next)
        } else if next != parent {
          low[node] = min(low[node], met[next])
        }
      } else {
        path.removeLast()
        if parent == root { rootChildren += 1 }
        if parent >= 0 { finish(node, parent: parent, isBelowRoot: parent == root) }
      }
    }
    isArticulationPoint[root] = rootChildren > 1
  }

  private mutating func enter(_ node: Int) {
    clock += 1
    met[node] = clock
    low[node] = clock
    path.append(node)
  }

  private mutating func finish(_ node: Int, parent: Int, isBelowRoot: Bool) {
    low[parent] = min(low[parent], low[node])
    if low[node] > met[parent] { bridges.append((parent, node)) }
    if !isBelowRoot, low[node] >= met[parent] { isArticulationPoint[parent] = true }
  }
}
