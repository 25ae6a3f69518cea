import Graphs
import Testing

struct ModularityTests {
  @Test func closedForms() {
    let pairs = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)])
    #expect(pairs.modularity(of: Partition(labels: [0, 0, 1, 1])) == 0.5)
    #expect(pairs.modularity(of: Partition(labels: [0, 0, 0, 0])) == 0)
    #expect(pairs.modularity(of: Partition(labels: [0, 1, 0, 1])) == -0.5)
    #expect(pairs.modularity(of: Partition(labels: [0, 0, 1, 1]), resolution: 2) == 0)
  }

  @Test func isUndefinedWithoutTies() {
    #expect(Graph(nodeCount: 2, edges: []).modularity(of: .singletons(count: 2)) == nil)
    #expect(Graph(nodeCount: 0, edges: []).modularity(of: .singletons(count: 0)) == nil)
  }

  @Test func weightsCountUnlessLeftOut() {
    let graph = Graph(nodeCount: 3, edges: [Edge(0, 1, weight: 3), Edge(1, 2)])
    let groups = Partition(labels: [0, 0, 1])
    // w/m = 3/4, strengths 7 and 1 of 8; without weights 1/2, degrees 3 and 1 of 4.
    #expect(graph.modularity(of: groups) == 3.0 / 4 - 50.0 / 64)
    #expect(graph.unweighted.modularity(of: groups) == 1.0 / 2 - 10.0 / 16)
  }

  @Test(arguments: 0..<32)
  func mutualArcsAreAnUndirectedTie(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, weights: 1...4)
    let partition = Partition(labels: graph.nodes.map { $0.index % 3 })
    let undirected = try #require(graph.modularity(of: partition))
    let directed = try #require(bothWays(graph).modularity(of: partition))
    #expect(abs(undirected - directed) < 1e-12)
  }
}

struct LeidenTests {
  /// Two complete graphs of five joined by one tie.
  private var barbell: Graph {
    let first = Graph.complete(5).edges
    let second = first.map { Edge($0.source.index + 5, $0.target.index + 5) }
    return Graph(nodeCount: 10, edges: first + second + [Edge(4, 5)])
  }

  @Test func findsWhatIsPlain() {
    let expected = Partition(labels: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    let found = barbell.bestLeidenCommunities(runs: 10, seed: 1)
    #expect(found.partition == expected)
    #expect(found.modularity == barbell.modularity(of: expected))
    #expect(found.runs == 10)
    #expect(found.runsReachingBest > 0)
    #expect(found.qualityOfRuns.count == 10)
  }

  @Test func edgeCases() {
    let empty = Graph(nodeCount: 0, edges: []).bestLeidenCommunities(runs: 2, seed: 1)
    #expect(empty.partition.nodeCount == 0)
    #expect(empty.modularity == nil)
    let tieless = Graph(nodeCount: 3, edges: []).bestLeidenCommunities(runs: 2, seed: 1)
    #expect(tieless.partition == .singletons(count: 3))
    #expect(tieless.modularity == nil)
    #expect(tieless.qualityOfRuns == [])
    let complete = Graph.complete(6).bestLeidenCommunities(runs: 10, seed: 1)
    #expect(complete.partition.groupCount == 1)
    let star = Graph.star(8).bestLeidenCommunities(runs: 10, seed: 1)
    #expect(star.partition.groupCount == 1)
  }

  @Test(arguments: 0..<32)
  func groupsAreConnectedAndBetterThanSingletons(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = randomGraph(seed: seed, weights: 1...4, nodeCount: 60, edgeCount: 120)
    for resolution in [0.5, 1, 2] {
      let partition = graph.leidenCommunities(
        by: .modularity(resolution: resolution), using: &generator)
      for members in partition.members {
        let inside = graph.edges.filter {
          members.contains($0.source) && members.contains($0.target)
        }
        let rest = Graph(nodeCount: graph.nodeCount, edges: inside).components()
        #expect(Set(members.map { rest.group(of: $0) }).count == 1)
      }
      let singles = Partition.singletons(count: graph.nodeCount)
      let found = try #require(graph.modularity(of: partition, resolution: resolution))
      let floor = try #require(graph.modularity(of: singles, resolution: resolution))
      #expect(found > floor)
    }
  }

  @Test(arguments: 0..<8)
  func qualityOfRunsIsThatOfTheGraph(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, weights: 1...4)
    let found = graph.bestLeidenCommunities(runs: 20, seed: seed)
    let modularity = try #require(graph.modularity(of: found.partition))
    #expect(abs(modularity - (found.modularity ?? .nan)) < 1e-12)
    #expect(found.qualityOfRuns.max().map { abs($0 - modularity) < 1e-12 } == true)
  }

  @Test func runsThatAgreeAreStable() {
    let found = barbell.bestLeidenCommunities(runs: 10, seed: 1)
    #expect(found.partitionsOfRuns.count == 10)
    #expect(found.stability() == 1)
    #expect(found.membershipConfidence().values == Array(repeating: 1, count: 10))
    let tieless = Graph(nodeCount: 2, edges: []).bestLeidenCommunities(runs: 2, seed: 1)
    #expect(tieless.stability() == nil)
    #expect(tieless.membershipConfidence().values == [nil, nil])
  }

  /// By the definition: every pair of nodes of one group, run by run.
  @Test(arguments: 0..<8)
  func confidenceIsTheShareOfRunsTogether(seed: UInt64) throws {
    let found = randomGraph(seed: seed).bestLeidenCommunities(runs: 20, seed: seed)
    let confidence = found.membershipConfidence()
    for members in found.partition.members where members.count > 1 {
      for node in members {
        let together = found.partitionsOfRuns.reduce(0) { sum, run in
          sum + members.count { $0 != node && run.group(of: $0) == run.group(of: node) }
        }
        let share = Double(together) / Double(20 * (members.count - 1))
        #expect(try #require(confidence[node]) == share)
      }
    }
    #expect((0.0...1).contains(try #require(found.stability())))
  }

  @Test func directionsAreIgnored() {
    let arcs = Graph(nodeCount: 10, kind: .directed, edges: barbell.edges)
    #expect(
      arcs.bestLeidenCommunities(runs: 5, seed: 3)
        == barbell.bestLeidenCommunities(runs: 5, seed: 3))
  }
}

struct ConstantPottsTests {
  @Test func closedForms() {
    let pairs = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3, weight: 3)])
    let halves = Partition(labels: [0, 0, 1, 1])
    #expect(pairs.constantPottsQuality(of: halves, resolution: 0.25) == 3.5)
    #expect(pairs.constantPottsQuality(of: .singletons(count: 4), resolution: 5) == 0)
    #expect(pairs.undirected == pairs)
    #expect(bothWays(pairs).constantPottsQuality(of: halves, resolution: 0.25) == 3.5)
    let none = Graph(nodeCount: 0, edges: [])
    #expect(none.constantPottsQuality(of: .singletons(count: 0), resolution: 1) == 0)
  }

  /// A ring of 30 complete graphs of five: modularity joins neighbours, a threshold of density
  /// does not.
  @Test func hasNoResolutionLimit() {
    var edges: [Edge] = []
    for first in stride(from: 0, to: 150, by: 5) {
      edges += Graph.complete(5).edges.map {
        Edge($0.source.index + first, $0.target.index + first)
      }
      edges.append(Edge(first, (first + 6) % 150))
    }
    let ring = Graph(nodeCount: 150, edges: edges)
    let byDensity = ring.bestLeidenCommunities(
      by: .constantPotts(resolution: 0.3), runs: 10, seed: 1)
    #expect(byDensity.partition == Partition(labels: (0..<150).map { $0 / 5 }))
    #expect(byDensity.modularity == nil)
    let byModularity = ring.bestLeidenCommunities(runs: 10, seed: 1)
    #expect(byModularity.partition.groupCount < 30)
    #expect(byModularity.modularity == byModularity.quality)
  }

  @Test(arguments: 0..<16)
  func qualityOfRunsIsThatOfTheGraph(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, weights: 1...4)
    let found = graph.bestLeidenCommunities(
      by: .constantPotts(resolution: 0.3), runs: 10, seed: seed)
    let quality = graph.constantPottsQuality(of: found.partition, resolution: 0.3)
    #expect(abs(quality - (found.quality ?? .nan)) < 1e-9)
    #expect(quality > 0)
  }
}

struct PartitionComparisonTests {
  private let halves = Partition(labels: [0, 0, 1, 1])

  @Test func equalDivisionsAgree() {
    for partition in [halves, .singletons(count: 4), Partition(labels: [0, 0, 0, 0])] {
      #expect(partition.adjustedRandIndex(partition) == 1)
      #expect(partition.normalizedMutualInformation(partition) == 1)
      #expect(partition.variationOfInformation(partition) == 0)
    }
  }

  @Test func crossedDivisionsDoNot() {
    let crossed = Partition(labels: [0, 1, 0, 1])
    #expect(abs(halves.adjustedRandIndex(crossed) + 0.5) < 1e-15)
    #expect(halves.normalizedMutualInformation(crossed) == 0)
    #expect(abs(halves.variationOfInformation(crossed) - 1.3862943611198906) < 1e-15)
  }

  @Test func agreementIsTestedAgainstShuffles() {
    let groups = Partition(labels: (0..<20).map { $0 / 5 })
    #expect(groups.agreementSignificance(groups, permutations: 99, seed: 1).p == 0.01)
    let crossed = Partition(labels: (0..<20).map { $0 % 5 })
    let test = groups.agreementSignificance(crossed, permutations: 99, seed: 1)
    #expect(test.p > 0.5)
    #expect(abs(test.mean) < 0.05)
  }

  @Test func aTrivialDivisionTellsNothing() {
    let one = Partition(labels: [0, 0, 0, 0])
    #expect(halves.adjustedRandIndex(one) == 0)
    #expect(halves.normalizedMutualInformation(one) == 0)
    #expect(one.adjustedRandIndex(.singletons(count: 4)) == 0)
    #expect(halves.adjustedMutualInformation(one) == 0)
    #expect(Partition.singletons(count: 4).adjustedMutualInformation(halves) == 0)
  }

  /// Half of the information is given by chance: dealing two twos onto two twos.
  @Test func informationIsAdjustedForChance() {
    let crossed = Partition(labels: [0, 1, 0, 1])
    #expect(abs(halves.adjustedMutualInformation(crossed) + 0.5) < 1e-12)
    #expect(halves.adjustedMutualInformation(halves) == 1)
  }

  /// By the definition: the mean over shuffles is 0, and the order of the two does not matter.
  @Test(arguments: 0..<4)
  func chanceIsTheMeanOverShuffles(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let first = Partition(labels: (0..<12).map { $0 % 5 })
    var labels = (0..<12).map { $0 / 4 }
    var sum = 0.0
    for _ in 0..<500 {
      labels.shuffle(using: &generator)
      let value = first.adjustedMutualInformation(Partition(labels: labels))
      #expect(abs(value - Partition(labels: labels).adjustedMutualInformation(first)) < 1e-12)
      sum += value
    }
    #expect(abs(sum / 500) < 0.04)
  }

  @Test func theLargerEntropyIsTheStricterBound() {
    let quarters = Partition(labels: [0, 1, 2, 3])
    #expect(abs(halves.normalizedMutualInformation(quarters) - 2.0 / 3) < 1e-12)
    #expect(abs(halves.normalizedMutualInformation(quarters, by: .largerEntropy) - 0.5) < 1e-12)
  }
}
