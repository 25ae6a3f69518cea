import Graphs
import Testing

@testable import Insights

@Suite("Ties of blocks")
struct BlockTiesTests {
  private let graph = Graph(
    nodeCount: 5, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 3), Edge(0, 4)])

  private func ties(answered: [Bool]) -> BlockTies {
    BlockTies(of: graph, labels: [0, 0, 1, 1, nil], groupCount: 2, hasResponded: answered)
  }

  @Test func everyPairCountsOnce() {
    let all = ties(answered: Array(repeating: true, count: 5))
    #expect(all.blocks.map { $0.map(\.ties) } == [[1, 1], [1, 1]])
    #expect(all.blocks.map { $0.map(\.pairs) } == [[1, 4], [4, 1]])
    #expect(all.blocks.map { $0.map(\.density) } == [[1, 0.25], [0.25, 1]])
    #expect(all.whole.ties == 3 && all.whole.pairs == 6)
    #expect(all.blocks.flatMap(\.self).allSatisfy { $0.observedPairs == $0.pairs })
  }

  @Test func onlyPairsOfWhomOneAnsweredAreObserved() {
    let one = ties(answered: [true, false, false, false, true])
    #expect(one.blocks.map { $0.map(\.observedPairs) } == [[1, 2], [2, 0]])
    #expect(one.blocks.map { $0.map(\.observedTies) } == [[1, 0], [0, 0]])
    #expect(one.blocks[1][1].observedDensity == nil)
    #expect(one.blocks[0][1].observedDensity == 0)
    #expect(!one.blocks[0][1].isEmptyAsReported, "a tie is reported, if not by those who answered")
  }

  @Test func noTieIsClaimedAbsentWhereNobodyAnswered() {
    let none = BlockTies(
      of: Graph(nodeCount: 2, edges: []), labels: [0, 1], groupCount: 2,
      hasResponded: [false, false])
    #expect(!none.blocks[0][1].isEmptyAsReported)
    let one = BlockTies(
      of: Graph(nodeCount: 2, edges: []), labels: [0, 1], groupCount: 2,
      hasResponded: [false, true])
    #expect(one.blocks[0][1].isEmptyAsReported)
  }

  @Test(arguments: 0..<8)
  func observedCountsNeverExceedAll(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let labels = (0..<20).map { _ in Int.random(in: 0..<4, using: &random) as Int? }
    let answered = (0..<20).map { _ in Bool.random(using: &random) }
    let edges = (0..<60).map { _ in
      Edge(NodeID(.random(in: 0..<20, using: &random)), NodeID(.random(in: 0..<20, using: &random)))
    }
    let pairs = Set(edges.filter { $0.source != $0.target }.map { Set([$0.source, $0.target]) })
    let graph = Graph(
      nodeCount: 20,
      edges: pairs.map { $0.sorted() }.map { Edge($0[0], $0[1]) })
    let ties = BlockTies(of: graph, labels: labels, groupCount: 4, hasResponded: answered)
    #expect(ties.whole.ties == pairs.count)
    #expect(ties.whole.pairs == 190)
    for (row, blocks) in ties.blocks.enumerated() {
      for (column, block) in blocks.enumerated() {
        #expect(block == ties.blocks[column][row])
        #expect(block.observedTies <= block.ties && block.observedPairs <= block.pairs)
        #expect(block.observedTies <= block.observedPairs)
      }
    }
  }
}
