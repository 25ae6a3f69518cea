import Foundation
import Graphs

/// A coalition: 65 nodes, 300 ties.
func smallGraphs(_ stopwatch: Stopwatch) {
  let coalition = randomGraph(nodeCount: 65, edgeCount: 300, seed: 1)
  stopwatch.measure("Leiden, one run, 65 nodes 300 ties", repetitions: 1_000) {
    var generator = SeededGenerator(seed: 1)
    let partition = coalition.leidenCommunities(using: &generator)
    return coalition.modularity(of: partition) ?? 0
  }
  stopwatch.measure("Leiden, best of 100, 65 nodes 300 ties", repetitions: 10) {
    coalition.bestLeidenCommunities(seed: 1).modularity ?? 0
  }
  stopwatch.measure("modularity significance, 1,999 replicates, 65 nodes 300 ties") {
    coalition.modularitySignificance(seed: 1)?.z ?? 0
  }
  let county = randomGraph(nodeCount: 2_000, edgeCount: 10_000, seed: 1, weights: 1...10)
  stopwatch.measure("betweenness by weight, 2,000 nodes 10,000 ties") {
    county.betweenness(distances: .inverseWeight).max() ?? 0
  }
  stopwatch.measure("harmonic by weight, 2,000 nodes 10,000 ties") {
    county.harmonic(distances: .inverseWeight).max() ?? 0
  }
  stopwatch.measure("betweenness, 65 nodes 300 ties", repetitions: 100) {
    coalition.betweenness().max() ?? 0
  }
}

/// Real networks, where they are at hand.
func largeGraphs(_ stopwatch: Stopwatch) {
  for name in ["ca-HepPh.txt", "facebook_edges.csv"] {
    guard let graph = network(name) else {
      print("\(name): not at hand, left out")
      continue
    }
    stopwatch.measure("betweenness, \(name)", rounds: 1) { graph.betweenness().max() ?? 0 }
    stopwatch.measure("harmonic, \(name)") { graph.harmonic().max() ?? 0 }
    stopwatch.measure("Leiden, one run, \(name)") {
      var generator = SeededGenerator(seed: 1)
      let partition = graph.leidenCommunities(using: &generator)
      return graph.modularity(of: partition) ?? 0
    }
    stopwatch.measure("components, \(name)") { Double(graph.components().groupCount) }
    stopwatch.measure("articulation points, \(name)") {
      Double(graph.articulationPoints().count)
    }
  }
}

/// A graph of ties drawn at random, parallel ones merged.
func randomGraph(
  nodeCount: Int, edgeCount: Int, seed: UInt64, weights: ClosedRange<Int> = 1...1
) -> Graph {
  var generator = SeededGenerator(seed: seed)
  let edges = (0..<edgeCount).map { _ in
    Edge(
      Int.random(in: 0..<nodeCount, using: &generator),
      Int.random(in: 0..<nodeCount, using: &generator),
      weight: Double(Int.random(in: weights, using: &generator)))
  }
  return Graph(nodeCount: nodeCount, edges: edges)
}

/// Reads a list of ties in `../shared/data/networks`: two whole numbers begin each line.
///
/// Nodes are numbered in the order in which they come.
func network(_ name: String) -> Graph? {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/networks/\(name)")
  guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
  var numbers: [Substring: Int] = [:]
  var edges: [Edge] = []
  for line in text.split(whereSeparator: \.isNewline) {
    let ends = line.split(whereSeparator: { $0 == "," || $0.isWhitespace }).prefix(2)
    guard ends.count == 2, ends.allSatisfy({ Int($0) != nil }) else { continue }
    let places = ends.map { end in
      let place = numbers[end, default: numbers.count]
      numbers[end] = place
      return place
    }
    edges.append(Edge(places[0], places[1]))
  }
  return Graph(nodeCount: numbers.count, edges: edges)
}
