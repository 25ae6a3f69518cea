import Graphs
import Testing

/// Every record of the reference files whose metric is in the table agrees.
@Suite(
  .enabled(
    if: ReferenceFiles.areAtHand, "the reference values are not at ../shared/data"))
struct ReferenceValuesTests {
  /// The metrics that are compared, by their names in the files.
  static let checks: [String: ReferenceCheck] = [
    pathRecords, positionRecords, brokerageRecords, cohesionRecords, groupRecords,
    keyPlayerRecords, twoModeRecords, changeRecords,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  @Test func recordsAgree() throws {
    let (graphs, records) = try ReferenceFiles.load()
    var compared: [String: Int] = [:]
    for record in records {
      guard let check = Self.checks[record.metric], let expected = record.value else { continue }
      guard !exemptRecords.contains(where: { $0.covers(record) }) else { continue }
      let graph = try #require(graphs[record.graphID], "\(record.metric)")
      let computed = check(
        ReferenceCase(reference: graph, params: record.params, expected: expected))
      compared[record.metric, default: 0] += 1
      let tolerance = record.tolerance ?? 1e-9
      #expect(
        expected.agrees(with: computed, tolerance: tolerance),
        "\(record.metric) of \(graph.id) \(record.params): \(computed), expected \(expected)")
    }
    // A metric that no file holds would pass unseen.
    for metric in Self.checks.keys { #expect(compared[metric, default: 0] > 0, "\(metric)") }
    #expect(compared.values.reduce(0, +) >= 1_200)
  }
}

extension ReferenceValuesTests {
  /// Metrics of the files that are compared with nothing here, each with its reason.
  static let exempt: [String: String] = [
    "centralization_eigenvector":
      "its largest sum has no agreed value: igraph and sna differ by up to 0.66",
    "krackhardt_lubness_sna_variant":
      "sna asks for a common superior that leads to all others, Krackhardt for one they lead to",
  ]

  /// Metrics that have a test of their own below.
  static let comparedApart: Set = ["seed_distribution", "seed_stability_mean_pairwise_ari"]

  /// Every record that holds a value is compared, or its metric is exempt for a reason.
  @Test func nothingIsLeftOut() throws {
    let statuses: Set = [
      "crosschecked", "derived", "single", "exact-enumeration", "reference", "monte-carlo",
      "heuristic",
    ]
    let metrics = Set(
      try ReferenceFiles.load().records.filter { statuses.contains($0.status) }.map(\.metric))
    let known = Set(Self.checks.keys).union(Self.exempt.keys).union(Self.comparedApart)
    #expect(metrics.subtracting(known).sorted() == [])
    // An exemption that no record needs, or that is compared after all, is out of date.
    #expect(Set(Self.exempt.keys).subtracting(metrics) == [])
    #expect(Set(Self.exempt.keys).intersection(Self.checks.keys) == [])
  }

  /// How runs spread is a property of the search, not of the graph: ours must not be worse than
  /// leidenalg's, of which the files hold the spread of 200 runs.
  @Test func runsAreNoWorseThanThoseOfLeidenalg() throws {
    let (graphs, records) = try ReferenceFiles.load()
    var compared = 0
    for record in records {
      guard record.metric.hasPrefix("seed_"), let graph = graphs[record.graphID] else { continue }
      let reference = ReferenceCase(reference: graph, params: record.params)
      let found = reference.graph.bestLeidenCommunities(runs: 200, seed: 1)
      switch (record.metric, record.value) {
      case ("seed_stability_mean_pairwise_ari", .number(let stability)):
        #expect(try #require(found.stability()) > stability - 0.05, "\(graph.id)")
      case ("seed_distribution", .object(let spread)):
        let median = found.qualityOfRuns.sorted()[100]
        #expect(median > (spread["median"]?.number ?? .infinity) - 0.005, "\(graph.id)")
      default: continue
      }
      compared += 1
    }
    #expect(compared == 16)
  }
}
