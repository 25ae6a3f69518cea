extension Graph {
  /// Returns the components: nodes are together where ties, in any direction, lead from one to
  /// the other.
  ///
  ///     Graph(nodeCount: 4, edges: [Edge(0, 2)]).components().groups  // [0, 1, 0, 2]
  ///
  /// A node without ties is a component of its own. In a directed graph these are the weak
  /// components.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) space.
  public func components() -> Partition {
    var labels = Array(repeating: -1, count: nodeCount)
    var waiting: [Int] = []
    var found = 0
    for first in 0..<nodeCount where labels[first] < 0 {
      labels[first] = found
      waiting.append(first)
      while let node = waiting.popLast() {
        for rows in isDirected ? [outgoing, incoming] : [outgoing] {
          for arc in rows.offsets[node]..<rows.offsets[node + 1] {
            let next = rows.targets[arc].index
            if labels[next] < 0 {
              labels[next] = found
              waiting.append(next)
            }
          }
        }
      }
      found += 1
    }
    return Partition(labels: labels, below: found)
  }

  /// Returns the strong components: nodes are together where directed paths lead both ways.
  ///
  ///     let arcs = [Edge(0, 1), Edge(1, 0), Edge(1, 2)]
  ///     Graph(nodeCount: 3, kind: .directed, edges: arcs).strongComponents().groups  // [0, 0, 1]
  ///
  /// In an undirected graph they are the components.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) space; no recursion.
  ///
  /// Tarjan, "Depth-first search and linear graph algorithms", 1972, doi:10.1137/0201010.
  public func strongComponents() -> Partition {
    guard isDirected else { return components() }
    var search = StrongComponentSearch(rows: outgoing)
    for node in 0..<nodeCount { search.visit(node) }
    return Partition(labels: search.component, below: nodeCount)
  }
}

/// Tarjan's depth-first search with its stack of calls kept in arrays.
private struct StrongComponentSearch {
  let rows: AdjacencyRows
  /// The component of each finished node: the number of one of its nodes; −1 before.
  private(set) var component: [Int]
  /// When each node was first met, from 1; 0 before.
  private var met: [Int]
  /// The earliest node on the stack that is known to be reachable.
  private var low: [Int]
  private var nextArc: [Int]
  /// Nodes met and not yet in a component.
  private var open: [Int] = []
  /// The path from the root of the search to the node it is at.
  private var path: [Int] = []
  private var clock = 0

  init(rows: AdjacencyRows) {
    self.rows = rows
    let nodeCount = rows.offsets.count - 1
    component = Array(repeating: -1, count: nodeCount)
    met = Array(repeating: 0, count: nodeCount)
    low = met
    nextArc = Array(rows.offsets.dropLast())
  }

  mutating func visit(_ root: Int) {
    guard met[root] == 0 else { return }
    enter(root)
    while let node = path.last {
      if nextArc[node] < rows.offsets[node + 1] {
        let next = rows.targets[nextArc[node]].index
        nextArc[node] += 1
        if met[next] == 0 {
          enter(next)
        } else if component[next] < 0 {
          low[node] = min(low[node], met[next])
        }
      } else {
        leave(node)
      }
    }
  }

  private mutating func enter(_ node: Int) {
    clock += 1
    met[node] = clock
    low[node] = clock
    open.append(node)
    path.append(node)
  }

  private mutating func leave(_ node: Int) {
    path.removeLast()
    if let parent = path.last { low[parent] = min(low[parent], low[node]) }
    guard low[node] == met[node] else { return }
    // No node of the rest of the stack can be reached: those above it are one component.
    while let last = open.popLast() {
      component[last] = node
      if last == node { break }
    }
  }
}
