import Graphs
import Testing

/// Pearson's correlation of the ties with those of the ideal graph, pair by pair.
private func fit(_ graph: Graph, core: Set<Int>, pattern: CorePeripheryPattern) -> Double? {
  var cells: [(tie: Double, ideal: Double)] = []
  let periphery = graph.nodeCount - core.count
  if pattern == .missing, core.count < 2 || periphery < 2 { return nil }
  for source in graph.nodes {
    for target in graph.nodes where source != target {
      let inCore = [source, target].count { core.contains($0.index) }
      if pattern == .missing, inCore == 1 { continue }
      cells.append((graph.hasEdge(from: source, to: target) ? 1 : 0, inCore > 0 ? 1 : 0))
    }
  }
  let count = Double(cells.count)
  let (tieMean, idealMean) = (
    cells.reduce(0) { $0 + $1.tie } / count, cells.reduce(0) { $0 + $1.ideal } / count
  )
  let product = cells.reduce(0) { $0 + ($1.tie - tieMean) * ($1.ideal - idealMean) }
  let ties = cells.reduce(0) { $0 + ($1.tie - tieMean) * ($1.tie - tieMean) }
  let ideals = cells.reduce(0) { $0 + ($1.ideal - idealMean) * ($1.ideal - idealMean) }
  return ties * ideals > 1e-12 ? product / (ties * ideals).squareRoot() : nil
}

struct DiscreteCorePeripheryTests {
  @Test func closedForms() throws {
    let star = try #require(Graph.star(6).discreteCorePeriphery(pattern: .either))
    #expect(abs(star.correlation - 1) < 1e-12)
    #expect(star.cores == [[NodeID(0)]])
    #expect(star.isExhaustive)
    // Without the ties between the two, any leaf may join the middle.
    let missing = try #require(Graph.star(6).discreteCorePeriphery(pattern: .missing))
    #expect(missing.cores.count == 5)
  }

  @Test(arguments: [CorePeripheryPattern.either, .missing])
  func undefinedCases(pattern: CorePeripheryPattern) {
    #expect(Graph(nodeCount: 0, edges: []).discreteCorePeriphery(pattern: pattern) == nil)
    #expect(Graph.path(2).discreteCorePeriphery(pattern: pattern) == nil)
    #expect(Graph.complete(5).discreteCorePeriphery(pattern: pattern) == nil)
    #expect(Graph.complete(20).discreteCorePeriphery(pattern: pattern) == nil)
    #expect(Graph(nodeCount: 20, edges: []).discreteCorePeriphery(pattern: pattern) == nil)
  }

  @Test(arguments: 0..<12, [CorePeripheryPattern.either, .missing])
  func agreesWithItsDefinition(seed: UInt64, pattern: CorePeripheryPattern) throws {
    let kind: Graph.Kind = seed % 2 == 0 ? .undirected : .directed
    let graph = randomGraph(seed: seed, kind: kind, nodeCount: 7, edgeCount: 12)
    var best = -Double.infinity
    var cores: [[NodeID]] = []
    for set in 0..<(1 << 7) {
      let core = (0..<7).filter { set >> $0 & 1 == 1 }
      guard let fit = fit(graph, core: Set(core), pattern: pattern), fit > best - 1e-9 else {
        continue
      }
      if fit > best + 1e-9 { (best, cores) = (fit, []) }
      cores.append(core.map(NodeID.init))
    }
    let found = try #require(graph.discreteCorePeriphery(pattern: pattern))
    #expect(abs(found.correlation - best) < 1e-9)
    #expect(Set(found.cores) == Set(cores))
    let other = shuffled(graph, seed: seed)
    let relabelled = try #require(other.graph.discreteCorePeriphery(pattern: pattern))
    let moved = found.cores.map { Set($0.map { NodeID(other.order[$0.index]) }) }
    #expect(Set(moved) == Set(relabelled.cores.map(Set.init)))
  }

  /// Above 16 nodes the search must find what is planted, and what it says must be so.
  @Test(arguments: 0..<8, [CorePeripheryPattern.either, .missing])
  func searchFindsAPlantedCore(seed: UInt64, pattern: CorePeripheryPattern) throws {
    var generator = SeededGenerator(seed: seed)
    let core = Graph.complete(6).edges
    let rest = (6..<30).map { Edge(Int.random(in: 0..<6, using: &generator), $0) }
    let (order, graph) = shuffled(Graph(nodeCount: 30, edges: core + rest), seed: seed)
    let found = try #require(graph.discreteCorePeriphery(pattern: pattern))
    #expect(!found.isExhaustive)
    let members = Set(try #require(found.cores.first).map(\.index))
    let computed = try #require(fit(graph, core: members, pattern: pattern))
    #expect(abs(computed - found.correlation) < 1e-9)
    let planted = try #require(fit(graph, core: Set(order[0..<6]), pattern: pattern))
    #expect(found.correlation > planted - 1e-9)
    #expect(found == graph.discreteCorePeriphery(pattern: pattern))
  }
}

struct ContinuousCorePeripheryTests {
  @Test func closedForms() throws {
    let complete = try #require(Graph.complete(5).continuousCorePeriphery())
    #expect(complete.hasConverged)
    #expect(complete.values.allSatisfy { abs($0 - 1) < 1e-8 })
    #expect(Graph(nodeCount: 3, edges: []).continuousCorePeriphery() == nil)
    #expect(Graph(nodeCount: 0, edges: []).continuousCorePeriphery() == nil)
    let isolate = Graph(nodeCount: 4, edges: Graph.complete(3).edges)
    #expect(isolate.continuousCorePeriphery()?.values[NodeID(3)] == 0)
  }

  @Test func aStarDivergesAndSaysSo() throws {
    let star = try #require(Graph.star(6).continuousCorePeriphery(roundLimit: 200))
    #expect(!star.hasConverged)
    #expect(star.rounds == 200)
    #expect(star.values.allSatisfy { $0.isFinite })
  }

  /// At rest, no single value can be set better.
  @Test(arguments: 0..<16)
  func valuesAreBestOneByOne(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, weights: 1...3, nodeCount: 12, edgeCount: 30)
    let found = try #require(graph.continuousCorePeriphery())
    guard found.hasConverged else { return }
    func misfit(_ values: [Double]) -> Double {
      var sum = 0.0
      for first in graph.nodes {
        for second in graph.nodes where first < second {
          let weight = graph.weight(from: first, to: second) ?? 0
          let miss = weight - values[first.index] * values[second.index]
          sum += miss * miss
        }
      }
      return sum
    }
    let least = misfit(found.values.values)
    for node in 0..<12 {
      for step in [-0.01, 0.01] {
        var values = found.values.values
        values[node] = max(0, values[node] + step)
        #expect(misfit(values) >= least - 1e-9)
      }
    }
    let other = shuffled(graph, seed: seed)
    let relabelled = try #require(other.graph.continuousCorePeriphery())
    for node in 0..<12 {
      #expect(abs(relabelled.values[other.order[node]] - found.values[node]) < 1e-6)
    }
  }
}
