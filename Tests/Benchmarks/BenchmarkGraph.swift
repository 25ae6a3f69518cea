import Foundation
import Graphs
import Interchange

/// A graph that every measure is timed on, in the three forms that measures need.
struct BenchmarkGraph {
  let name: String
  /// The graph, undirected and without weights.
  let plain: Graph

  init(_ name: String, _ plain: Graph) {
    self.name = name
    self.plain = plain
  }

  /// The same ties with whole weights from 1 to 10, so that many paths are of equal length.
  var weighted: Graph {
    Graph(
      nodeCount: plain.nodeCount,
      edges: plain.edges.map { tie in
        let weight = 1 + (7 * tie.source.index + 13 * tie.target.index) % 10
        return Edge(tie.source, tie.target, weight: Double(weight))
      })
  }

  /// The same ties as arcs: a third this way, a third that way, a third both ways.
  var directed: Graph {
    Graph(
      nodeCount: plain.nodeCount, kind: .directed,
      edges: plain.edges.flatMap { tie in
        let back = Edge(tie.target, tie.source)
        return [[tie], [back], [tie, back]][(5 * tie.source.index + 11 * tie.target.index) % 3]
      })
  }

  /// The graphs of the benchmarks: two real ones, where they are at hand, and two drawn at random.
  static func all(isSmoke: Bool) -> [BenchmarkGraph] {
    if isSmoke {
      return [
        BenchmarkGraph("barabasi-albert", .barabasiAlbert(200, tiesPerNode: 3, seed: 1)),
        BenchmarkGraph("planted-partition", .plantedPartition(groups: 5, size: 20, seed: 1)),
      ]
    }
    return ["ca-HepPh.txt", "facebook_edges.csv"].compactMap(shared) + [
      BenchmarkGraph("barabasi-albert", .barabasiAlbert(10_000, tiesPerNode: 5, seed: 1)),
      BenchmarkGraph("planted-partition", .plantedPartition(groups: 100, size: 100, seed: 1)),
    ]
  }

  /// A list of ties in `../shared/data/networks`.
  private static func shared(_ file: String) -> BenchmarkGraph? {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/data/networks/\(file)").path
    guard let list = try? TieList(path) else {
      print("\(file): not at hand, left out")
      return nil
    }
    return BenchmarkGraph(String(file.prefix { $0 != "." }), list.graph.unweighted)
  }

  /// Writes the graph for other programs.
  ///
  /// `NAME.ties` has a line `from to weight` for each tie, `NAME.arcs` a line `from to` for each
  /// arc of the directed form. Nodes are counted from 0; the first line is their number.
  func write(to folder: URL) throws {
    let ties = weighted.edges.map { "\($0.source) \($0.target) \(Int($0.weight))\n" }
    let arcs = directed.edges.map { "\($0.source) \($0.target)\n" }
    for (ending, lines) in [("ties", ties), ("arcs", arcs)] {
      try Data("\(plain.nodeCount)\n\(lines.joined())".utf8)
        .write(to: folder.appending(path: "\(name).\(ending)"))
    }
  }
}

extension Graph {
  /// A graph that grows: each new node has ties to some that are there, the likelier the more ties
  /// they have (Barabási and Albert 1999).
  static func barabasiAlbert(_ nodeCount: Int, tiesPerNode: Int, seed: UInt64) -> Graph {
    var random = SeededGenerator(seed: seed)
    var edges: [Edge] = []
    edges.reserveCapacity(nodeCount * tiesPerNode)
    // Every end of every tie: a random one of them is a node in proportion to its ties.
    var ends = Array(0..<min(nodeCount, tiesPerNode))
    ends.reserveCapacity(2 * nodeCount * tiesPerNode)
    for node in ends.count..<max(nodeCount, ends.count) {
      var chosen: [Int] = []
      while chosen.count < tiesPerNode {
        let other = ends[Int.random(in: 0..<ends.count, using: &random)]
        if !chosen.contains(other) { chosen.append(other) }
      }
      for other in chosen {
        edges.append(Edge(node, other))
        ends.append(node)
        ends.append(other)
      }
    }
    return Graph(nodeCount: nodeCount, edges: edges)
  }

  /// Groups of one size with five ties a node, four of five within its group.
  static func plantedPartition(groups: Int, size: Int, seed: UInt64) -> Graph {
    var random = SeededGenerator(seed: seed)
    let nodeCount = groups * size
    let edges = (0..<5 * nodeCount).map { place in
      let node = place / 5
      let isInside = Int.random(in: 0..<5, using: &random) < 4
      let other =
        isInside
        ? node / size * size + Int.random(in: 0..<size, using: &random)
        : Int.random(in: 0..<nodeCount, using: &random)
      return Edge(node, other)
    }
    return Graph(nodeCount: nodeCount, edges: edges).unweighted
  }
}
