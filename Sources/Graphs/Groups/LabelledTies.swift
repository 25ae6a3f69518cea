/// The undirected ties between nodes that have a label.
struct LabelledTies: Sendable {
  /// How many nodes the graph has, labelled or not.
  let nodeCount: Int
  /// The labelled nodes.
  let nodes: [Int]
  /// The labels in use, in order.
  let labels: [Int]
  /// The place in `labels` of the label of each of `nodes`.
  let groups: [Int]
  /// The ties, as places in `nodes`.
  let pairs: [(Int, Int)]
  /// How many ties have an end without a label.
  let excludedTieCount: Int

  init(graph: Graph, labels nodeLabels: [Int?]) {
    precondition(nodeLabels.count == graph.nodeCount, "every node has a label or nil")
    let labels = Set(nodeLabels.compactMap(\.self)).sorted()
    let number = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
    let nodes = nodeLabels.indices.filter { nodeLabels[$0] != nil }
    var place = Array(repeating: -1, count: graph.nodeCount)
    for (index, node) in nodes.enumerated() { place[node] = index }
    let edges = graph.undirected.edges
    nodeCount = graph.nodeCount
    self.nodes = nodes
    self.labels = labels
    groups = nodeLabels.compactMap { label in label.flatMap { number[$0] } }
    pairs = edges.compactMap { edge in
      let (first, second) = (place[edge.source.index], place[edge.target.index])
      return first >= 0 && second >= 0 ? (first, second) : nil
    }
    excludedTieCount = edges.count - pairs.count
  }

  /// The number of nodes that have each label.
  var sizes: [Int] {
    var sizes = Array(repeating: 0, count: labels.count)
    for group in groups { sizes[group] += 1 }
    return sizes
  }

  /// The number of pairs of labelled nodes.
  var pairsInAll: Int { nodes.count * (nodes.count - 1) / 2 }

  /// The number of pairs of nodes that have the same label.
  var pairsInside: Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
}

/// The mean and the deviation of the E-I index over all ways to deal labels out to nodes.
///
/// Two ties are both internal with one chance if they share a node and with another if they do
/// not; how many pairs of ties share a node is known from the degrees.
struct LabelPermutationMoments {
  let mean: Double
  let standardDeviation: Double

  init(_ ties: LabelledTies) {
    let sizes = ties.sizes.map(Double.init)
    let count = Double(ties.pairs.count)
    let nodeCount = Double(ties.nodes.count)
    var degrees = Array(repeating: 0.0, count: ties.nodes.count)
    for (first, second) in ties.pairs {
      degrees[first] += 1
      degrees[second] += 1
    }
    func ways(_ size: Double, to choose: Int) -> Double {
      (0..<choose).reduce(1) { $0 * (size - Double($1)) }
    }
    // The chance that the places named have the labels named: of a pair, of three nodes, of two
    // pairs that may differ in label.
    let pairWays = sizes.reduce(0) { $0 + ways($1, to: 2) }
    let pairChance = pairWays / ways(nodeCount, to: 2)
    let tripleChance =
      nodeCount > 2
      ? sizes.reduce(0) { $0 + ways($1, to: 3) } / ways(nodeCount, to: 3) : 0
    let twoPairWays = sizes.reduce(pairWays * pairWays) { sum, size in
      sum + ways(size, to: 4) - ways(size, to: 2) * ways(size, to: 2)
    }
    let twoPairChance = nodeCount > 3 ? twoPairWays / ways(nodeCount, to: 4) : 0

    let sharing = degrees.reduce(0) { $0 + $1 * ($1 - 1) }
    let apart = count * (count - 1) - sharing
    let variance =
      count * pairChance + sharing * tripleChance + apart * twoPairChance
      - (count * pairChance) * (count * pairChance)
    mean = 1 - 2 * pairChance
    // Rounding may leave a variance of 0 a little below it.
    standardDeviation = 2 * max(0, variance).squareRoot() / count
  }
}
