/// A graph with the quality that its divisions are judged by, in the one form that the search works
/// on.
///
/// The quality of a division is (*w* − *f* Σ *M*·*M* + *c*)/*s*: *w* is twice the weight of the ties
/// inside groups, *M* the mass of a group, paired with itself. A node adds its ties to a group, less
/// *f* times its mass paired with the group's.
struct LeidenObjective<Mass: ChanceMass>: Sendable {
  /// The graph.
  let base: LeidenLevel<Mass>
  /// *f*: what the product of two masses is multiplied with to be compared with the weight of ties.
  let factor: Double
  /// *c*.
  let constant: Double
  /// *s*.
  let scale: Double
  /// Twice the weight of all ties.
  let totalWeight: Double

  /// Gains of less are taken as none: sums in another order differ by as much.
  var leastGain: Double { 1e-13 * totalWeight }

  /// The quality of a division.
  ///
  /// - Parameter labels: The number of each node's group, below the number of nodes.
  func quality(of labels: [Int32]) -> Double {
    guard totalWeight > 0 else { return 0 }
    let (offsets, targets) = (base.offsets.span, base.targets.span)
    let (weights, label) = (base.weights.span, labels.span)
    var inside = 0.0
    var groupMass = Array(repeating: Mass.zero, count: base.nodeCount)
    for node in 0..<base.nodeCount {
      let own = label[node]
      groupMass[Int(own)] += base.masses[node]
      for arc in offsets[node]..<offsets[node + 1] where label[targets[arc].index] == own {
        inside += weights.isEmpty ? 1 : weights[arc]
      }
    }
    let expected = groupMass.reduce(0) { $0 + $1.paired(with: $1) }
    return (inside - factor * expected + constant) / scale
  }
}

extension LeidenObjective<Double> {
  /// Creates the objective of modularity, or of the constant Potts model, on an undirected graph.
  init(_ graph: Graph, by quality: PartitionQuality) {
    self.init(rows: graph.outgoing, by: quality)
  }

  /// Creates the objective from rows in which each tie stands at both ends.
  init(rows: AdjacencyRows, by quality: PartitionQuality) {
    let weights = rows.weights ?? []
    let offsets = rows.offsets
    var level = LeidenLevel<Double>(offsets: offsets, targets: rows.targets, weights: weights)
    switch quality {
    case .modularity(let resolution), .directedModularity(let resolution):
      level.masses = (0..<rows.nodeCount).map { node -> Double in
        let row = offsets[node]..<offsets[node + 1]
        return weights.isEmpty ? Double(row.count) : weights[row].reduce(0, +)
      }
      self.init(modularityOf: level, resolution: resolution)
    case .constantPotts(let resolution):
      level.masses = Array(repeating: 1, count: rows.nodeCount)
      self.init(
        base: level, factor: resolution, constant: resolution * Double(rows.nodeCount), scale: 2,
        totalWeight: level.totalWeight)
    }
  }

  /// Creates the objective of modularity on a level whose masses are strengths, those of ties that
  /// the level leaves out among them.
  init(modularityOf level: LeidenLevel<Double>, resolution: Double) {
    let total = level.masses.reduce(0, +)
    self.init(
      base: level, factor: total > 0 ? resolution / total : 0, constant: 0, scale: total,
      totalWeight: level.totalWeight)
  }
}

extension LeidenObjective<ArcMass> {
  /// Creates the objective of modularity after Leicht and Newman on a directed graph.
  init(directed graph: Graph, resolution: Double) {
    // An arc counts whichever way it runs: two of one pair add up.
    let ties = Graph(nodeCount: graph.nodeCount, edges: graph.edges).outgoing
    let (leaving, arriving) = (graph.outStrength(), graph.inStrength())
    let level = LeidenLevel(
      offsets: ties.offsets, targets: ties.targets, weights: ties.weights ?? [],
      masses: graph.nodes.map { ArcMass(leaving: leaving[$0], arriving: arriving[$0]) })
    let total = level.totalWeight
    self.init(
      base: level, factor: total > 0 ? 2 * resolution / total : 0, constant: 0, scale: total,
      totalWeight: total)
  }
}
