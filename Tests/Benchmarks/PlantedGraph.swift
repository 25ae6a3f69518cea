import Foundation
import Graphs

/// A graph with groups planted in it, after Lancichinetti, Fortunato and Radicchi: numbers of ties
/// and sizes of groups are spread as power laws, and every node has the same share of its ties
/// outside its group.
///
/// "Benchmark graphs for testing community detection algorithms", 2008,
/// doi:10.1103/PhysRevE.78.046110. Ties are dealt out by matching of stubs in one go, without the
/// paper's rewiring: loops, parallel ties, and some ties that fall into their own group are lost.
struct PlantedGraph {
  let graph: Graph
  let planted: Partition

  /// Draws a graph.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - degrees: The least and the largest number of ties of a node; exponent 2.5.
  ///   - sizes: The least and the largest size of a group; exponent 1.5.
  ///   - mixing: The share of ties that lead out of a node's group.
  ///   - seed: The seed of the draws.
  init(
    nodeCount: Int, degrees: ClosedRange<Int>, sizes: ClosedRange<Int>, mixing: Double,
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    var label: [Int] = []
    var capacity: [Int] = []
    while label.count < nodeCount {
      let drawn = Self.powerLaw(sizes, exponent: 1.5, using: &random)
      let size = min(drawn, nodeCount - label.count)
      label += Array(repeating: capacity.count, count: size)
      capacity.append(size)
    }
    label.shuffle(using: &random)

    var inside: [[Int]] = Array(repeating: [], count: capacity.count)
    var outside: [Int] = []
    for node in 0..<nodeCount {
      let degree = Self.powerLaw(degrees, exponent: 2.5, using: &random)
      let share = (1 - mixing) * Double(degree)
      let rest = Double.random(in: 0..<1, using: &random) < share - share.rounded(.down) ? 1 : 0
      let own = min(Int(share) + rest, capacity[label[node]] - 1)
      inside[label[node]] += Array(repeating: node, count: own)
      outside += Array(repeating: node, count: degree - own)
    }

    var pairs: Set<Edge> = []
    func join(_ stubs: inout [Int], _ isAllowed: (Int, Int) -> Bool) {
      // What could not be joined is shuffled and tried again, a few times.
      for _ in 0..<10 where stubs.count > 1 {
        stubs.shuffle(using: &random)
        var left: [Int] = stubs.count % 2 == 1 ? [stubs[stubs.count - 1]] : []
        for place in stride(from: 0, to: stubs.count - 1, by: 2) {
          let (first, second) = (stubs[place], stubs[place + 1])
          let pair = Edge(min(first, second), max(first, second))
          if first == second || !isAllowed(first, second) || !pairs.insert(pair).inserted {
            left += [first, second]
          }
        }
        stubs = left
      }
    }
    for group in inside.indices { join(&inside[group]) { _, _ in true } }
    join(&outside) { label[$0] != label[$1] }
    // Sorted, as the order of a set changes from run to run.
    graph = Graph(
      nodeCount: nodeCount,
      edges: pairs.sorted { ($0.source, $0.target) < ($1.source, $1.target) })
    planted = Partition(labels: label)
  }

  /// A whole number drawn with a probability that falls as a power of it.
  private static func powerLaw(
    _ range: ClosedRange<Int>, exponent: Double, using random: inout SeededGenerator
  ) -> Int {
    let power = 1 - exponent
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound) + 1)
    let place = Double.random(in: 0..<1, using: &random)
    let drawn = pow(pow(low, power) + place * (pow(high, power) - pow(low, power)), 1 / power)
    return min(Int(drawn), range.upperBound)
  }
}
