import Foundation
import Graphs
import Testing

/// Values that papers and textbooks print come out, by the checks of the reference values.
@Suite(
  .enabled(
    if: ReferenceFiles.areAtHand, "the reference values are not at ../shared/data"))
struct PublishedValuesTests {
  /// A value as printed, so to few places.
  private struct Published: Decodable {
    var graph: String
    var metric: String
    /// The label of the node that it is of; empty for the whole graph.
    var place: String
    var value: Double
    var tolerance: Double
    var source: String

    private enum CodingKeys: String, CodingKey {
      case graph, metric, value, tolerance, source
      case place = "where"
    }

    /// The metric under the name that the records have it by.
    var check: ReferenceCheck? {
      let plain = metric.prefix { $0 != " " }
      let names = [
        "modularity_optimum": "modularity_optimum_exact",
        // The kite is connected: both forms are Freeman's.
        "closeness": "closeness_wasserman_faust",
      ]
      return ReferenceValuesTests.checks[names[String(plain)] ?? String(plain)]
    }
  }

  private struct File: Decodable { var values: [Published] }

  @Test func valuesComeOut() throws {
    let file = ReferenceFiles.folder.appending(path: "published.json")
    let published = try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).values
    let (graphs, _) = try ReferenceFiles.load()
    var compared = 0
    for entry in published {
      guard let check = entry.check else { continue }
      let graph = try #require(graphs[entry.graph])
      // Of the graphs named here only Burt's is measured by its weights.
      let params: [String: JSONValue] =
        entry.graph == "burt_borgatti_weighted" ? ["weighted": .number(1)] : [:]
      var computed = check(ReferenceCase(reference: graph, params: params))
      if !entry.place.isEmpty {
        let node = try #require(graph.nodes.firstIndex { $0.label == entry.place })
        computed = computed.list[node]
      }
      let difference = abs(try #require(computed.number) - entry.value)
      #expect(
        difference <= max(entry.tolerance, 1e-9),
        "\(entry.metric) of \(entry.graph) \(entry.place): \(computed), \(entry.source)")
      compared += 1
    }
    #expect(compared >= 50)
  }

  /// The example of UCINET: Florentine families who marry do business with each other.
  @Test func marriageAndBusinessGoTogether() throws {
    let marriage = try #require(try ReferenceFiles.load().graphs["florentine16"])
    let business = Graph(
      nodeCount: 16,
      edges: [
        Edge(2, 4), Edge(2, 5), Edge(2, 8), Edge(2, 10), Edge(3, 6), Edge(3, 7), Edge(3, 10),
        Edge(4, 7), Edge(4, 10), Edge(5, 8), Edge(6, 7), Edge(7, 10), Edge(8, 9), Edge(8, 13),
        Edge(8, 15),
      ])
    let test = try #require(
      marriage.graph.quadraticAssignment(with: business, permutations: 499, seed: 1))
    #expect(abs(test.correlation - 0.372) < 0.0005)
    #expect(test.pHigh < 0.02)
  }
}
