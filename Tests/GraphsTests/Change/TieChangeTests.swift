import Graphs
import Testing

struct TieChangeTests {
  @Test func closedForms() {
    let before = Graph(nodeCount: 4, edges: [Edge(0, 1, weight: 2), Edge(1, 2)])
    let after = Graph(nodeCount: 4, edges: [Edge(0, 1, weight: 3), Edge(2, 3)])
    let change = before.tieChange(to: after)
    #expect([change.kept, change.lost, change.gained, change.absent] == [1, 1, 1, 3])
    #expect(change.jaccard == 1.0 / 3)
    #expect(change.loss == 0.5)
    #expect(change.gain == 0.25)
    #expect(change.hamming == 2)
    #expect(change.ruzicka == 2.0 / 5)
  }

  @Test func undefinedCases() {
    let empty = Graph(nodeCount: 3, edges: [])
    let nothing = empty.tieChange(to: empty)
    #expect(nothing.jaccard == nil)
    #expect(nothing.loss == nil)
    #expect(nothing.gain == 0)
    #expect(nothing.ruzicka == nil)
    #expect(Graph.complete(3).tieChange(to: .complete(3)).gain == nil)
    #expect(
      Graph(nodeCount: 0, edges: []).tieChange(to: Graph(nodeCount: 0, edges: [])).absent == 0)
  }

  @Test(arguments: 0..<16)
  func countsCoverAllPairs(seed: UInt64) {
    let kind: Graph.Kind = seed % 2 == 0 ? .directed : .undirected
    let before = randomGraph(seed: seed, kind: kind, weights: 1...3)
    let after = randomGraph(seed: seed + 100, kind: kind, weights: 1...3)
    let change = before.tieChange(to: after)
    #expect(change.kept + change.lost == before.edgeCount)
    #expect(change.kept + change.gained == after.edgeCount)
    let pairs = 24 * 23 / (kind == .directed ? 1 : 2)
    #expect(change.kept + change.lost + change.gained + change.absent == pairs)
    // Backwards in time losses are gains.
    let back = after.tieChange(to: before)
    #expect(back.lost == change.gained)
    #expect(isNear(back.ruzicka, change.ruzicka))
    let counts = before.unweighted.tieChange(to: after.unweighted)
    #expect(isNear(counts.ruzicka, counts.jaccard))
  }
}

struct QuadraticAssignmentTests {
  @Test func aGraphGoesWithItself() throws {
    let path = Graph.path(5)
    let test = try #require(path.exactQuadraticAssignment(with: path))
    #expect(isNear(test.correlation, 1))
    #expect(test.permutations == 120)
    // The path and its mirror image.
    #expect(isNear(test.pHigh, 2.0 / 120))
    #expect(test.pLow == 1)
    #expect(abs(test.mean) < 1e-12)
  }

  @Test func aGraphGoesAgainstItsComplement() throws {
    let path = Graph.path(5)
    let rest = Graph(nodeCount: 5, edges: path.possibleEdges)
    #expect(isNear(path.exactQuadraticAssignment(with: rest)?.correlation, -1))
  }

  @Test func constantMatricesAreUndefined() {
    let path = Graph.path(4)
    for constant in [Graph.complete(4), Graph(nodeCount: 4, edges: [])] {
      #expect(path.exactQuadraticAssignment(with: constant) == nil)
      #expect(constant.quadraticAssignment(with: path, permutations: 9, seed: 1) == nil)
    }
    let single = Graph(nodeCount: 1, edges: [])
    #expect(single.exactQuadraticAssignment(with: single) == nil)
    let empty = Graph(nodeCount: 0, edges: [])
    #expect(empty.exactQuadraticAssignment(with: empty) == nil)
  }

  /// Pearson's formula over all ordered pairs.
  @Test(arguments: 0..<8)
  func correlationIsPearsons(seed: UInt64) throws {
    let first = randomGraph(seed: seed, kind: .directed, weights: 1...5, nodeCount: 9)
    let second = randomGraph(seed: seed + 50, weights: 1...5, nodeCount: 9)
    var pairs: [(Double, Double)] = []
    for source in first.nodes {
      for target in first.nodes where source != target {
        pairs.append(
          (
            first.weight(from: source, to: target) ?? 0,
            second.weight(from: source, to: target) ?? 0
          ))
      }
    }
    let count = Double(pairs.count)
    let mean = pairs.reduce((0.0, 0.0)) { ($0.0 + $1.0 / count, $0.1 + $1.1 / count) }
    let products = pairs.reduce(0) { $0 + ($1.0 - mean.0) * ($1.1 - mean.1) }
    let squares = pairs.reduce((0.0, 0.0)) {
      ($0.0 + ($1.0 - mean.0) * ($1.0 - mean.0), $0.1 + ($1.1 - mean.1) * ($1.1 - mean.1))
    }
    let expected = products / (squares.0 * squares.1).squareRoot()
    let test = try #require(first.quadraticAssignment(with: second, permutations: 99, seed: seed))
    #expect(isNear(test.correlation, expected))
    #expect(test.pHigh > 0 && test.pHigh <= 1)
    #expect(test.pLow > 0 && test.pLow <= 1)
    let alone = Parallelism.$threads.withValue(1) {
      first.quadraticAssignment(with: second, permutations: 99, seed: seed)
    }
    #expect(alone == test)
    let turned = try #require(second.quadraticAssignment(with: first, permutations: 9, seed: 1))
    #expect(isNear(turned.correlation, expected))
  }

  /// Draws come near all orders; 3,000 leave an error of 1/55 of the deviation.
  @Test func drawsComeNearTheEnumeration() throws {
    let first = Graph.path(6)
    let second = Graph(nodeCount: 6, edges: [Edge(0, 1), Edge(0, 2), Edge(3, 4), Edge(1, 2)])
    let exact = try #require(first.exactQuadraticAssignment(with: second))
    let drawn = try #require(
      first.quadraticAssignment(with: second, permutations: 3_000, seed: 1))
    #expect(isNear(drawn.correlation, exact.correlation))
    #expect(abs(drawn.mean - exact.mean) < exact.standardDeviation / 10)
    #expect(abs(drawn.standardDeviation - exact.standardDeviation) < exact.standardDeviation / 10)
    #expect(abs(drawn.pHigh - exact.pHigh) < 0.05)
  }
}
