import Foundation
import Graphs

/// The graphs on which searches for groups are compared, and the searches.
struct CommunityCases {
  private let graphs: [String: Graph]
  private let planted: [String: Partition]

  /// Reads and draws the graphs: two real ones, where they are at hand, a graph that grows, graphs
  /// with planted groups up to a million ties, a series of those over mixing levels, and two of the
  /// size of a coalition and of a county.
  init(isSmoke: Bool) {
    var graphs: [String: Graph] = [:]
    var planted: [String: Partition] = [:]
    func add(_ name: String, _ drawn: PlantedGraph) {
      graphs[name] = drawn.graph
      planted[name] = drawn.planted
    }
    for graph in BenchmarkGraph.all(isSmoke: isSmoke) where graph.name != "planted-partition" {
      graphs[graph.name] = graph.plain
    }
    let scale = isSmoke ? 50 : 1
    add(
      "planted-10k",
      PlantedGraph(
        nodeCount: 10_000 / scale, degrees: 5...(isSmoke ? 20 : 100),
        sizes: 20...(isSmoke ? 40 : 500),
        mixing: 0.5, seed: 1))
    if !isSmoke {
      add(
        "planted-1M-ties",
        PlantedGraph(
          nodeCount: 100_000, degrees: 9...250, sizes: 20...1_000, mixing: 0.4, seed: 1))
    }
    for level in isSmoke ? 3...3 : 1...8 {
      for number in 1...(isSmoke ? 1 : 3) {
        add(
          "mixing-0.\(level)-\(number)",
          PlantedGraph(
            nodeCount: 5_000 / scale, degrees: 10...50, sizes: 20...100,
            mixing: Double(level) / 10, seed: UInt64(10 * (number - 1) + level)))
      }
    }
    graphs["coalition"] = Self.random(nodeCount: 65, edgeCount: 300)
    graphs["county"] = Self.random(nodeCount: 1_000, edgeCount: 5_000)
    self.graphs = graphs
    self.planted = planted
  }

  /// Writes each graph as `NAME.ties`, a line `from to` for each tie after one with the number of
  /// nodes, and the planted groups as `NAME.planted`, a number for each node.
  func write(to folder: URL) throws {
    for (name, graph) in graphs {
      let ties = graph.edges.map { "\($0.source) \($0.target)\n" }.joined()
      try Data("\(graph.nodeCount)\n\(ties)".utf8)
        .write(to: folder.appending(path: "\(name).ties"))
    }
    for (name, partition) in planted {
      try Data(partition.groups.map { "\($0)\n" }.joined().utf8)
        .write(to: folder.appending(path: "\(name).planted"))
    }
  }

  /// Answers questions of `communities.py` on standard input, a line of JSON each.
  func answerQuestions() throws {
    while let line = readLine() {
      let question = try JSONDecoder().decode(Question.self, from: Data(line.utf8))
      let answer = try JSONEncoder().encode(answer(to: question))
      FileHandle.standardOutput.write(answer + Data("\n".utf8))
    }
  }

  private struct Question: Codable {
    let graph: String
    let method: String
    let seed: UInt64
  }

  private struct Answer: Codable {
    /// The modularity of the groups, or the number of rewired graphs in which groups were found.
    var value = 0.0
    /// The time of the process on all its threads, waiting not counted.
    var cpu = 0.0
    var wall = 0.0
    /// The adjusted Rand index with the planted groups.
    var agreement: Double?
  }

  private func answer(to question: Question) -> Answer? {
    guard let graph = graphs[question.graph] else { return nil }
    var answer = Answer()
    let cpu = Self.processSeconds()
    if question.method == "rewire and detect" {
      let replicates = graph.edgeCount < 1_000 ? 2_000 : 100
      answer.wall = Stopwatch.seconds {
        _ = graph.communitySignificance(
          runsPerReplicate: 1, replicates: replicates, seed: question.seed)
      }
      answer.value = Double(replicates)
      answer.cpu = Self.processSeconds() - cpu
    } else {
      let (method, runs) = Self.search(named: question.method)
      var found: DetectedCommunities?
      answer.wall = Stopwatch.seconds {
        found = graph.bestCommunities(method: method, runs: runs, seed: question.seed)
      }
      answer.value = found?.modularity ?? 0
      answer.cpu = Self.processSeconds() - cpu
      answer.agreement = planted[question.graph].flatMap {
        found?.partition.adjustedRandIndex($0)
      }
    }
    return answer
  }

  /// The search of a name such as `leiden, 8 passes, best of 2`.
  private static func search(named name: String) -> (CommunityMethod, runs: Int) {
    let parts = name.split(separator: ", ")
    func number(with word: String) -> Int? {
      parts.first { $0.contains(word) }
        .flatMap { $0.split(separator: " ").lazy.compactMap { Int($0) }.first }
    }
    let method: CommunityMethod =
      switch parts.first {
      case "louvain": .louvain
      case "label propagation": .labelPropagation
      default: .leiden(passes: number(with: "pass"))
      }
    return (method, number(with: "best of") ?? 1)
  }

  /// What this process has used of all processors.
  private static func processSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  private static func random(nodeCount: Int, edgeCount: Int) -> Graph {
    var generator = SeededGenerator(seed: 1)
    let edges = (0..<edgeCount).map { _ in
      Edge(
        Int.random(in: 0..<nodeCount, using: &generator),
        Int.random(in: 0..<nodeCount, using: &generator))
    }
    return Graph(nodeCount: nodeCount, edges: edges).unweighted
  }
}
