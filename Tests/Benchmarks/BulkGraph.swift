import Foundation
import Graphs

/// A graph of ten million directed ties with weights: its making, its size, and the measures that
/// are for graphs of that size.
func bulkGraph(isSmoke: Bool, _ stopwatch: inout Stopwatch) {
  let nodeCount = isSmoke ? 200 : 2_000_000
  let name = "\(10 * nodeCount / 2) ties"
  var edges = Graph.barabasiAlbert(nodeCount, tiesPerNode: 5, seed: 1).edges
  var random = SeededGenerator(seed: 2)
  for place in edges.indices {
    // Either way at random, so that rows are of every kind.
    if Bool.random(using: &random) {
      edges[place] = Edge(edges[place].target, edges[place].source)
    }
    edges[place].weight = Double(1 + place % 10)
  }
  let before = residentBytes()
  var graph = Graph(nodeCount: 0, edges: [])
  stopwatch.measure("graph of ties", on: name) {
    graph = Graph(nodeCount: 0, edges: [])
    graph = Graph(nodeCount: nodeCount, kind: .directed, edges: edges)
    return Double(graph.edgeCount)
  }
  if let before, let after = residentBytes() {
    print("resident: \((after - before) / max(1, graph.edgeCount)) bytes a directed weighted tie")
  }
  edges = []
  stopwatch.measure("undirected", on: name) { Double(graph.undirected.edgeCount) }
  for measure in MeasureCase.all
  where ["degree", "components", "coreness", "pagerank", "clustering"].contains(measure.name) {
    stopwatch.measure(measure.name, on: name) { measure.total(graph) }
  }
  if let peak = residentBytes(atPeak: true) { print("peak: \(peak / 1_000_000) MB") }
}

/// The memory of this process that is in use, or was at most; `nil` where the system does not tell.
private func residentBytes(atPeak: Bool = false) -> Int? {
  let field = atPeak ? "VmHWM:" : "VmRSS:"
  let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  let line = status?.split(separator: "\n").first { $0.hasPrefix(field) }
  return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
    .map { 1_024 * $0 }
}
