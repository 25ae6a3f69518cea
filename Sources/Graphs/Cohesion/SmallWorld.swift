import Foundation

extension Graph {
  /// Returns whether the graph is a small world: clustered like a lattice, with paths as short as
  /// at random.
  ///
  /// σ = (*C*/*C*ᵣ)/(*L*/*L*ᵣ) and ω = *L*ᵣ/*L* − *C*/*C*ₗ, where *C* is transitivity and *L* the
  /// mean path length; ᵣ are their means over rewired graphs, ₗ is the largest transitivity of
  /// lattices, all with the same degrees. σ above 1 says small world, but grows with the number of
  /// nodes; ω is near 0 in one, near 1 at random, near −1 in a lattice.
  ///
  ///     let measured = graph.smallWorld(seed: 1)
  ///     measured?.sigma  // above 1: more clustered than its paths would need
  ///
  /// Of the largest component, the first of several as large; directions and values are ignored. It
  /// says little below 50 nodes, or with fewer than two ties a node.
  ///
  /// - Parameters:
  ///   - replicates: How many rewired graphs, and how many lattices, are made.
  ///   - seed: The seed of everything; the same result on any number of cores.
  /// - Returns: The parts and what they come to, or `nil` where no two ties share a node.
  /// - Precondition: `replicates` is 1 or more.
  /// - Complexity: `replicates` times that of `rewired(attemptsPerEdge:using:)` and
  ///   `averagePathLength(distances:)`.
  ///
  /// Humphries and Gurney, "Network 'small-world-ness'", 2008, doi:10.1371/journal.pone.0002051.
  /// Telesford et al., "The ubiquity of small-world networks", 2011, doi:10.1089/brain.2011.0038.
  public func smallWorld(replicates: Int = 20, seed: UInt64) -> SmallWorld? {
    precondition(replicates > 0, "a reference needs a replicate")
    let graph = largestComponent
    guard let transitivity = graph.transitivity(), let pathLength = graph.averagePathLength()
    else { return nil }
    let references = chunkedResults(
      count: replicates, concurrently: replicates * graph.edgeCount > 3_000
    ) { replicate in
      var generator = SeededGenerator(seed: seed, stream: replicate)
      let rewired = graph.rewired(using: &generator)
      let lattice = graph.latticized(using: &generator)
      return (
        transitivity: rewired.transitivity() ?? 0, pathLength: rewired.averagePathLength() ?? 0,
        lattice: lattice.transitivity() ?? 0
      )
    }
    let count = Double(replicates)
    return SmallWorld(
      nodeCount: graph.nodeCount, transitivity: transitivity, averagePathLength: pathLength,
      randomTransitivity: references.reduce(0) { $0 + $1.transitivity } / count,
      randomPathLength: references.reduce(0) { $0 + $1.pathLength } / count,
      latticeTransitivity: references.reduce(transitivity) { max($0, $1.lattice) })
  }

  /// Returns whether the graph is a small world by what a random graph would have on average.
  ///
  /// σ as in `smallWorld(replicates:seed:)`, with *C*ᵣ = *k*/(*n* − 1) and *L*ᵣ = ln *n*/ln *k* for a
  /// mean degree *k*: quick, and rough where degrees differ.
  ///
  ///     Graph.cycle(10).smallWorldByFormula()?.sigma  // 0: no triangles
  ///
  /// - Returns: The parts and what they come to, or `nil` where no two ties share a node, or the
  ///   mean degree is 1 or less.
  /// - Complexity: That of `averagePathLength(distances:)` and `transitivity()`.
  ///
  /// Watts and Strogatz, "Collective dynamics of 'small-world' networks", 1998,
  /// doi:10.1038/30918.
  public func smallWorldByFormula() -> SmallWorld? {
    let graph = largestComponent
    let nodeCount = Double(graph.nodeCount)
    let degree = 2 * Double(graph.edgeCount) / nodeCount
    guard degree > 1, let transitivity = graph.transitivity(),
      let pathLength = graph.averagePathLength()
    else { return nil }
    return SmallWorld(
      nodeCount: graph.nodeCount, transitivity: transitivity, averagePathLength: pathLength,
      randomTransitivity: degree / (nodeCount - 1), randomPathLength: log(nodeCount) / log(degree),
      latticeTransitivity: nil)
  }

  /// The largest component without directions and values, the first of several as large.
  private var largestComponent: Graph {
    let components = components()
    let sizes = components.sizes
    let largest = sizes.indices.max { sizes[$0] < sizes[$1] } ?? 0
    var place = Array(repeating: -1, count: nodeCount)
    var count = 0
    for node in 0..<nodeCount where components.groups[node] == largest {
      place[node] = count
      count += 1
    }
    let ties = undirected.edges.filter { place[$0.source.index] >= 0 }
    return Graph(
      nodeCount: count,
      edges: ties.lazy.map { Edge(place[$0.source.index], place[$0.target.index]) })
  }
}

/// The clustering and the path lengths of a graph, beside those of others with as many ties.
public struct SmallWorld: Hashable, Sendable {
  /// The number of nodes of the largest component, of which the rest is said.
  public var nodeCount: Int
  /// The transitivity.
  public var transitivity: Double
  /// The mean path length.
  public var averagePathLength: Double
  /// The transitivity at random.
  public var randomTransitivity: Double
  /// The mean path length at random.
  public var randomPathLength: Double
  /// The transitivity of a lattice, or `nil` where none was made.
  public var latticeTransitivity: Double?

  /// How much more clustered than at random, divided by how much longer paths are, or `nil` where
  /// there are no triangles at random.
  public var sigma: Double? {
    guard randomTransitivity > 0, randomPathLength > 0 else { return nil }
    return transitivity / randomTransitivity / (averagePathLength / randomPathLength)
  }

  /// Between a lattice, −1, and a random graph, 1; `nil` where no lattice was made or it has no
  /// triangles.
  public var omega: Double? {
    guard let latticeTransitivity, latticeTransitivity > 0 else { return nil }
    return randomPathLength / averagePathLength - transitivity / latticeTransitivity
  }
}
