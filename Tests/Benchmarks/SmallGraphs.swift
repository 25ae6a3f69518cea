import Graphs

/// What a report does to a coalition of 65 organizations with 300 ties.
func smallGraphs(_ stopwatch: inout Stopwatch) {
  let coalition = randomGraph(nodeCount: 65, edgeCount: 300, seed: 1)
  stopwatch.measure("leiden", on: "coalition", repetitions: 1_000) {
    var generator = SeededGenerator(seed: 1)
    let partition = coalition.leidenCommunities(using: &generator)
    return coalition.modularity(of: partition) ?? 0
  }
  stopwatch.measure("leiden, best of 100", on: "coalition", repetitions: 10) {
    coalition.bestLeidenCommunities(seed: 1).modularity ?? 0
  }
  stopwatch.measure("modularity significance, 1,999 replicates", on: "coalition") {
    coalition.modularitySignificance(seed: 1)?.z ?? 0
  }
  stopwatch.measure("betweenness", on: "coalition", repetitions: 100) {
    coalition.betweenness().max() ?? 0
  }
}

/// A graph of ties drawn at random, parallel ones merged.
private func randomGraph(nodeCount: Int, edgeCount: Int, seed: UInt64) -> Graph {
  var generator = SeededGenerator(seed: seed)
  let edges = (0..<edgeCount).map { _ in
    Edge(
      Int.random(in: 0..<nodeCount, using: &generator),
      Int.random(in: 0..<nodeCount, using: &generator))
  }
  return Graph(nodeCount: nodeCount, edges: edges)
}
