import Testing

@testable import Graphs

@Suite("Graphs")
struct GraphTests {
  /// The rows that ties make by the plainest way: every tie at its place, added up as it comes.
  private func plainRows(
    _ nodeCount: Int, _ kind: Graph.Kind, _ ties: [Edge]
  ) -> [[(target: NodeID, weight: Double)]] {
    var rows = Array(repeating: [(target: NodeID, weight: Double)](), count: nodeCount)
    func add(_ source: NodeID, _ target: NodeID, _ weight: Double) {
      if let known = rows[source.index].firstIndex(where: { $0.target == target }) {
        rows[source.index][known].weight += weight
      } else {
        rows[source.index].append((target, weight))
      }
    }
    for tie in ties where tie.source != tie.target {
      add(tie.source, tie.target, tie.weight)
      if kind == .undirected { add(tie.target, tie.source, tie.weight) }
    }
    return rows.map { $0.sorted { $0.target < $1.target } }
  }

  private func randomTies(
    _ nodeCount: Int, _ count: Int, seed: UInt64, weights: [Double]
  ) -> [Edge] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      Edge(
        Int.random(in: 0..<nodeCount, using: &random),
        Int.random(in: 0..<nodeCount, using: &random),
        weight: weights[Int.random(in: 0..<weights.count, using: &random)])
    }
  }

  /// Weights whose sums depend on the order in which they are added.
  private static let uneven = [0.1, 0.2, 0.3, 1, 1e16, 7]

  @Test("rows hold every tie once, sorted, with sums in the order given", arguments: 0..<16)
  func rows(_ seed: Int) {
    for kind in [Graph.Kind.undirected, .directed] {
      for weights in [[1.0], Self.uneven] {
        let ties = randomTies(9, 60, seed: UInt64(seed), weights: weights)
        let graph = Graph(nodeCount: 9, kind: kind, edges: ties)
        let expected = plainRows(9, kind, ties)
        let found = graph.nodes.map { node in
          graph.outgoing.row(of: node).map { arc in
            (target: graph.outgoing.targets[arc], weight: graph.outgoing.weight(of: arc))
          }
        }
        #expect(found.map { $0.map(\.target) } == expected.map { $0.map(\.target) })
        #expect(found.map { $0.map(\.weight) } == expected.map { $0.map(\.weight) })
        #expect(graph.selfLoopCount == ties.count { $0.source == $0.target })
        #expect(
          graph.parallelEdgeCount == ties.count - graph.selfLoopCount - graph.edges.count)
        #expect(graph.edgeCount == graph.edges.count)
        for node in graph.nodes {
          let arriving = graph.nodes.filter { graph.hasEdge(from: $0, to: node) }
          #expect(Array(graph.predecessors(of: node)) == arriving)
          for source in arriving {
            let place = graph.incoming.arc(from: node, to: source)
            #expect(
              place.map { graph.incoming.weight(of: $0) } == graph.weight(from: source, to: node))
          }
        }
      }
    }
  }

  @Test("rows of many ties, made on several threads, are those of one", arguments: 0..<2)
  func rowsOnThreads(_ seed: Int) {
    let ties = randomTies(300, 60_000, seed: UInt64(seed), weights: Self.uneven)
    for kind in [Graph.Kind.undirected, .directed] {
      let graphs = [1, 2, 7].map { count in
        Parallelism.$threads.withValue(count) { Graph(nodeCount: 300, kind: kind, edges: ties) }
      }
      let expected = plainRows(300, kind, ties)
      let found = graphs[0].nodes.map { node in
        graphs[0].outgoing.row(of: node).map { graphs[0].outgoing.targets[$0] }
      }
      #expect(found == expected.map { $0.map(\.target) })
      for graph in graphs {
        #expect(graph.outgoing == graphs[0].outgoing)
        #expect(graph.incoming == graphs[0].incoming)
        #expect(graph.edgeCount == graph.edges.count)
      }
    }
  }

  @Test("one tie that comes twice weighs the ties of all threads", arguments: [1, 2, 7])
  func oneParallelTie(_ threads: Int) {
    let ties = (0..<300).flatMap { source in (0..<300).map { Edge(source, $0) } }
    for twice in [Edge(0, 7), Edge(299, 7)] {
      let graph = Parallelism.$threads.withValue(threads) {
        Graph(nodeCount: 300, kind: .directed, edges: ties + [twice])
      }
      let expected = ties.filter { $0.source != $0.target }.map {
        Edge($0.source, $0.target, weight: $0 == twice ? 2 : 1)
      }
      #expect(graph.edges == expected)
      #expect(graph.incoming.transposed == graph.outgoing)
    }
  }

  @Test("a graph is the same from its own ties, and its two directions are one storage")
  func again() {
    for kind in [Graph.Kind.undirected, .directed] {
      let graph = randomGraph(seed: 3, kind: kind, weights: 1...9)
      let again = Graph(nodeCount: graph.nodeCount, kind: kind, edges: graph.edges.lazy.map { $0 })
      #expect(again.outgoing == graph.outgoing)
      #expect(again.incoming == graph.incoming)
      #expect(graph.incoming.transposed == graph.outgoing)
    }
    let undirected = randomGraph(seed: 4, weights: 1...9)
    let (outgoing, incoming) = (undirected.outgoing.targets, undirected.incoming.targets)
    #expect(
      outgoing.withUnsafeBufferPointer(\.baseAddress)
        == incoming.withUnsafeBufferPointer(\.baseAddress))
  }

  @Test("undirected takes the larger weight of the two ways", arguments: 0..<16)
  func undirected(_ seed: Int) {
    for weights in [[1.0], [0.5, 1], Self.uneven] {
      let ties = randomTies(8, 30, seed: UInt64(seed), weights: weights)
      let graph = Graph(nodeCount: 8, kind: .directed, edges: ties)
      let union = graph.undirected
      var expected: [Edge] = []
      for first in graph.nodes {
        for second in graph.nodes where first < second {
          let ways = [
            graph.weight(from: first, to: second), graph.weight(from: second, to: first),
          ].compactMap(\.self)
          if let larger = ways.max() { expected.append(Edge(first, second, weight: larger)) }
        }
      }
      #expect(union == Graph(nodeCount: 8, edges: expected))
      #expect(union.edges == expected)
    }
  }

  @Test("weights are kept only where one is not 1")
  func weights() {
    #expect(!Graph(nodeCount: 2, edges: [Edge(0, 1)]).isWeighted)
    #expect(
      Graph(nodeCount: 2, edges: [Edge(0, 1), Edge(1, 0)]).weight(from: NodeID(1), to: NodeID(0))
        == 2)
    let halves = [Edge(0, 1, weight: 0.5), Edge(1, 0, weight: 0.5)]
    #expect(!Graph(nodeCount: 2, edges: halves).isWeighted)
    #expect(Graph(nodeCount: 2, kind: .directed, edges: halves).isWeighted)
    #expect(!Graph(nodeCount: 2, kind: .directed, edges: halves).unweighted.isWeighted)
    #expect(!Graph(nodeCount: 2, edges: [Edge(0, 1), Edge(1, 1, weight: 3)]).isWeighted)
  }

  @Test("graphs of nothing")
  func empty() {
    for kind in [Graph.Kind.undirected, .directed] {
      #expect(Graph(nodeCount: 0, kind: kind, edges: []).edges == [])
      #expect(Graph(nodeCount: 0, kind: kind, edges: []).undirected.nodeCount == 0)
      let loops = Graph(nodeCount: 1, kind: kind, edges: [Edge(0, 0), Edge(0, 0)])
      #expect(loops.selfLoopCount == 2)
      #expect(loops.parallelEdgeCount == 0)
      #expect(loops.undirected.edgeCount == 0)
    }
  }
}
