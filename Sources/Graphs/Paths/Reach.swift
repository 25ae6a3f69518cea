extension Graph {
  /// Returns the harmonic closeness of every node: its reach.
  ///
  /// The mean, over all other nodes, of 1/distance; a node that cannot be reached counts 0. Unlike
  /// Freeman's closeness it means the same on a graph in several pieces.
  ///
  ///     Graph.path(3).harmonic()  // [0.75, 1, 0.75]
  ///
  /// Divided by *n* − 1, as in igraph for Python; networkx and igraph for R give the sum, and
  /// networkx follows paths towards the node. A node without ties has 0, and so has the only node
  /// of a graph. By hops it is from 0 to 1; by weights it may exceed 1.
  ///
  /// - Parameters:
  ///   - direction: Whom the node can reach, or who can reach it.
  ///   - distances: How long a tie is.
  /// - Complexity: That of `pathLengths(direction:distances:)`.
  ///
  /// Rochat, "Closeness centrality extended to unconnected graphs: the harmonic centrality
  /// index", 2009. Boldi and Vigna, "Axioms for centrality", 2014,
  /// doi:10.1080/15427951.2013.865686.
  public func harmonic(
    direction: PathDirection = .outgoing, distances: DistanceRule = .hops
  ) -> NodeMap<Double> {
    pathLengths(direction: direction, distances: distances).harmonic
  }

  /// Returns the closeness of every node, in Wasserman and Faust's form for any graph.
  ///
  /// The share of others that the node reaches, divided by its mean distance to them.
  ///
  ///     Graph.path(3).closenessWassermanFaust()  // [0.667, 1, 0.667]
  ///
  /// Equals Freeman's closeness where all others are reached. A node that reaches none has 0.
  /// Equals networkx `closeness_centrality`, which in a directed graph follows paths towards the
  /// node.
  ///
  /// - Parameters:
  ///   - direction: Whom the node can reach, or who can reach it.
  ///   - distances: How long a tie is.
  /// - Complexity: That of `pathLengths(direction:distances:)`.
  ///
  /// Wasserman and Faust, "Social network analysis", 1994, p. 201.
  public func closenessWassermanFaust(
    direction: PathDirection = .outgoing, distances: DistanceRule = .hops
  ) -> NodeMap<Double> {
    pathLengths(direction: direction, distances: distances).closenessWassermanFaust
  }

  /// Returns the closeness of every node within what it reaches.
  ///
  /// The number of others that the node reaches, divided by the sum of its distances to them.
  ///
  ///     Graph.path(3).closenessWithinReach()  // [0.667, 1, 0.667]
  ///
  /// Equals Freeman's closeness where all others are reached, and igraph's `closeness` anywhere.
  /// Where pieces are apart it misleads: two nodes that have only each other score 1 each. Rather
  /// use ``harmonic(direction:distances:)``.
  ///
  /// - Parameters:
  ///   - direction: Whom the node can reach, or who can reach it.
  ///   - distances: How long a tie is.
  /// - Returns: One score per node, `nil` where no other is reached.
  /// - Complexity: That of `pathLengths(direction:distances:)`.
  ///
  /// Freeman, "Centrality in social networks: conceptual clarification", 1979,
  /// doi:10.1016/0378-8733(78)90021-7.
  public func closenessWithinReach(
    direction: PathDirection = .outgoing, distances: DistanceRule = .hops
  ) -> NodeMap<Double?> {
    pathLengths(direction: direction, distances: distances).closenessWithinReach
  }

  /// Returns how many others are at most some steps away from every node.
  ///
  /// With two steps: contacts and the contacts of contacts, whom an introduction can reach.
  ///
  ///     Graph.path(4).reach(within: 2)  // [2, 3, 3, 2]
  ///
  /// The node itself does not count; igraph's `neighborhood_size` counts it.
  ///
  /// - Parameters:
  ///   - steps: The largest number of steps.
  ///   - direction: Whom the node can reach, or who can reach it.
  /// - Complexity: O(*nm*/512) words in the best case and O(*nm*) in the worst.
  public func reach(within steps: Int, direction: PathDirection = .outgoing) -> NodeMap<Int> {
    hopTallies(direction: direction, limit: steps).mapValues { Int($0.reachedCount) }
  }

  /// Returns the global efficiency: the mean of 1/distance over ordered pairs.
  ///
  /// Unreachable pairs count 0. By hops from 0 to 1, by weights it may exceed 1.
  ///
  ///     Graph.path(3).globalEfficiency()  // 0.833…
  ///
  /// - Returns: The efficiency, or `nil` below two nodes.
  /// - Complexity: That of `pathLengths(direction:distances:)`.
  ///
  /// Latora and Marchiori, "Efficient behavior of small-world networks", 2001,
  /// doi:10.1103/PhysRevLett.87.198701.
  public func globalEfficiency(distances: DistanceRule = .hops) -> Double? {
    pathLengths(distances: distances).globalEfficiency
  }

  /// Returns the mean distance over the ordered pairs that a path joins.
  ///
  /// Say with it how many pairs those are: `PathLengths.reachableShare`.
  ///
  ///     Graph.path(3).averagePathLength()  // 1.333…
  ///
  /// - Returns: The mean, or `nil` where no path joins two nodes.
  /// - Complexity: That of `pathLengths(direction:distances:)`.
  public func averagePathLength(distances: DistanceRule = .hops) -> Double? {
    pathLengths(distances: distances).averagePathLength
  }
}

extension PathLengths {
  private var nodeCount: Int { reachedCount.count }
  private var orderedPairs: Double { Double(nodeCount) * Double(nodeCount - 1) }
  private var reachedPairs: Int { reachedCount.reduce(0, +) }

  /// The harmonic closeness of each node.
  public var harmonic: NodeMap<Double> {
    inverseSum.mapValues { $0 / Double(max(1, nodeCount - 1)) }
  }

  /// The closeness of each node in Wasserman and Faust's form; 0 where no other is reached.
  public var closenessWassermanFaust: NodeMap<Double> {
    NodeMap(
      reachedCount.indices.map { node in
        let reached = Double(reachedCount[node])
        guard reached > 0 else { return 0 }
        return reached / Double(nodeCount - 1) * (reached / distanceSum[node])
      })
  }

  /// The closeness of each node within what it reaches; `nil` where no other is reached.
  public var closenessWithinReach: NodeMap<Double?> {
    NodeMap(
      zip(reachedCount, distanceSum).map { $0 > 0 ? Double($0) / $1 : nil })
  }

  /// The mean of 1/distance over ordered pairs, or `nil` below two nodes.
  public var globalEfficiency: Double? {
    nodeCount > 1 ? inverseSum.reduce(0, +) / orderedPairs : nil
  }

  /// The mean distance over reachable ordered pairs, or `nil` where there are none.
  public var averagePathLength: Double? {
    reachedPairs > 0 ? distanceSum.reduce(0, +) / Double(reachedPairs) : nil
  }

  /// The largest distance between two nodes, or `nil` where no path joins two.
  public var diameter: Double? { reachedPairs > 0 ? eccentricity.max() : nil }

  /// The share of ordered pairs that a path joins, or `nil` below two nodes.
  public var reachableShare: Double? {
    nodeCount > 1 ? Double(reachedPairs) / orderedPairs : nil
  }
}
