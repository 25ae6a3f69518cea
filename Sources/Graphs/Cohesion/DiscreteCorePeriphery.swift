extension Graph {
  /// Returns the division into core and periphery that the ties fit best.
  ///
  /// The fit is Pearson's correlation, over pairs of different nodes, of the ties with those of an
  /// ideal graph: a core whose nodes all have ties to each other, and a periphery whose nodes have
  /// none.
  ///
  ///     let found = Graph.star(6).discreteCorePeriphery(pattern: .either)
  ///     found?.correlation  // 1
  ///     found?.cores        // [[0]]
  ///
  /// Values are ignored; in a directed graph ordered pairs count. Cores differ by the pattern:
  /// name it. A few nodes with many ties make a core in any graph: before a core is shown, compare
  /// the correlation with that in `rewired(attemptsPerEdge:using:)` ones.
  ///
  /// - Parameters:
  ///   - pattern: What is ideal between core and periphery.
  ///   - restarts: How many random starts the search makes above 16 nodes, beside one from the
  ///     nodes with most ties.
  ///   - seed: The seed of the starts.
  /// - Returns: The best division, or `nil` where none has a correlation: in complete graphs, those
  ///   without ties, and below three nodes, or four if the pattern is `.missing`.
  /// - Precondition: `restarts` is not negative.
  /// - Complexity: All 2*ⁿ* divisions up to 16 nodes; above, O(*n* + *m*) for each pass of a start,
  ///   of which a few are made.
  ///
  /// Borgatti and Everett, "Models of core/periphery structures", 2000,
  /// doi:10.1016/S0378-8733(99)00019-2.
  public func discreteCorePeriphery(
    pattern: CorePeripheryPattern = .missing, restarts: Int = 40, seed: UInt64 = 1
  ) -> DiscreteCorePeriphery? {
    precondition(restarts >= 0, "there are no fewer than no restarts")
    var search = CoreSearch(self, pattern: pattern)
    let isExhaustive = nodeCount <= 16
    if isExhaustive {
      search.tryAll()
    } else {
      search.climbFromDegrees()
      for restart in 0..<restarts {
        var generator = SeededGenerator(seed: seed, stream: restart)
        search.climbFromChance(using: &generator)
      }
    }
    guard let correlation = search.best else { return nil }
    return DiscreteCorePeriphery(
      correlation: correlation, pattern: pattern, cores: search.cores.sorted(),
      isExhaustive: isExhaustive)
  }
}

/// What the ideal graph of a core and a periphery has between the two.
public enum CorePeripheryPattern: Hashable, Sendable {
  /// Every tie between a node of the core and any other: "or", a tie where either is in the core.
  case either
  /// Nothing that counts: pairs of the core and the periphery are treated as missing. Both have two
  /// nodes at least.
  case missing
}

/// The division into core and periphery that the ties of a graph fit best.
public struct DiscreteCorePeriphery: Hashable, Sendable {
  /// The correlation of the ties with those of the ideal graph.
  public var correlation: Double
  /// What was ideal between core and periphery.
  public var pattern: CorePeripheryPattern
  /// Every core found that has this correlation, each in order of the nodes.
  ///
  /// The rest is its periphery. Where there are several, the ties do not tell which.
  public var cores: [[NodeID]]
  /// Whether all divisions were tried; otherwise a better one may exist.
  public var isExhaustive: Bool
}

/// Divisions into core and periphery, from one to the next by moving a node.
private struct CoreSearch {
  private let pattern: CorePeripheryPattern
  private let nodeCount: Int
  /// Two ordered pairs for each unordered one.
  private let tieCount: Int
  private let outgoing: AdjacencyRows
  private let incoming: AdjacencyRows
  private var isCore: [Bool]
  private var coreSize = 0
  /// Arcs whose ends are both in the core, and both in the periphery.
  private var innerArcs = 0
  private var outerArcs: Int
  /// How many arcs, in or out, each node has to nodes of the core, and in all.
  private var arcsToCore: [Int]
  private let arcs: [Int]
  /// The highest correlation so far.
  private(set) var best: Double?
  private var found: Set<[NodeID]> = []

  var cores: [[NodeID]] { Array(found) }

  init(_ graph: Graph, pattern: CorePeripheryPattern) {
    self.pattern = pattern
    nodeCount = graph.nodeCount
    outgoing = graph.outgoing
    incoming = graph.incoming
    tieCount = graph.outgoing.targets.count
    outerArcs = tieCount
    isCore = Array(repeating: false, count: nodeCount)
    arcsToCore = Array(repeating: 0, count: nodeCount)
    arcs = (0..<nodeCount).map { node in
      graph.outgoing.row(of: NodeID(node)).count + graph.incoming.row(of: NodeID(node)).count
    }
  }

  // MARK: All divisions

  /// Tries all divisions, each from the one before by one move.
  mutating func tryAll() {
    note()
    for step in 1..<max(1, 1 << nodeCount) {
      // Gray's code: the place of the lowest 1 in the number of the step.
      move(step.trailingZeroBitCount)
      note()
    }
  }

  // MARK: Climbing

  /// Tries the nodes with most ties as the core, in every size, and climbs from the best.
  mutating func climbFromDegrees() {
    clear()
    let order = arcs.indices.sorted { (-arcs[$0], $0) < (-arcs[$1], $1) }
    var bestSize = 0
    var highest = -Double.infinity
    for (place, node) in order.enumerated() {
      move(node)
      if let correlation, correlation > highest {
        highest = correlation
        bestSize = place + 1
      }
    }
    for node in order[bestSize...] { move(node) }
    climb(order)
  }

  mutating func climbFromChance(using generator: inout SeededGenerator) {
    clear()
    var order = Array(0..<nodeCount)
    generator.shuffle(&order)
    for node in order.prefix(2 + generator.next(below: max(1, nodeCount - 3))) { move(node) }
    generator.shuffle(&order)
    climb(order)
  }

  /// Moves each node in turn if that helps, until a whole round has brought nothing.
  private mutating func climb(_ order: [Int]) {
    var current = correlation ?? -.infinity
    var hasMoved = true
    while hasMoved {
      hasMoved = false
      for node in order {
        move(node)
        if let moved = correlation, moved > current + 1e-12 {
          current = moved
          hasMoved = true
        } else {
          move(node)
        }
      }
    }
    note()
  }

  // MARK: One division

  private mutating func clear() {
    for node in 0..<nodeCount where isCore[node] { move(node) }
  }

  private mutating func move(_ node: Int) {
    let toPeriphery = arcs[node] - arcsToCore[node]
    let step: Int
    if isCore[node] {
      innerArcs -= arcsToCore[node]
      outerArcs += toPeriphery
      step = -1
    } else {
      innerArcs += arcsToCore[node]
      outerArcs -= toPeriphery
      step = 1
    }
    isCore[node].toggle()
    coreSize += step
    for rows in [outgoing, incoming] {
      for arc in rows.offsets[node]..<rows.offsets[node + 1] {
        arcsToCore[rows.targets[arc].index] += step
      }
    }
  }

  /// Keeps the division at hand if none is better.
  private mutating func note() {
    guard let correlation else { return }
    // Correlations come from whole numbers: equal ones differ by rounding alone.
    if let best, correlation < best - 1e-12 { return }
    if best.map({ correlation > $0 + 1e-12 }) ?? true {
      best = correlation
      found.removeAll()
    }
    found.insert((0..<nodeCount).filter { isCore[$0] }.map(NodeID.init))
  }

  /// The correlation of the division at hand, or `nil` where ties or ideal do not vary.
  private var correlation: Double? {
    let corePairs = coreSize * (coreSize - 1)
    let periphery = nodeCount - coreSize
    let peripheryPairs = periphery * (periphery - 1)
    let pairs: Int
    let ideal: Int
    let ties: Int
    let both: Int
    switch pattern {
    case .either:
      pairs = nodeCount * (nodeCount - 1)
      ideal = pairs - peripheryPairs
      ties = tieCount
      both = tieCount - outerArcs
    case .missing:
      guard coreSize > 1, periphery > 1 else { return nil }
      pairs = corePairs + peripheryPairs
      ideal = corePairs
      ties = innerArcs + outerArcs
      both = innerArcs
    }
    guard ideal > 0, ideal < pairs, ties > 0, ties < pairs else { return nil }
    let spread =
      (Double(ideal) * Double(pairs - ideal)).squareRoot()
      * (Double(ties) * Double(pairs - ties)).squareRoot()
    return (Double(pairs) * Double(both) - Double(ideal) * Double(ties)) / spread
  }
}

extension [[NodeID]] {
  fileprivate func sorted() -> [[NodeID]] { sorted { $0.lexicographicallyPrecedes($1) } }
}
