import Foundation
import Graphs

/// How the time of a kernel grows: a series in which nodes and ties double together, one in which
/// only ties double, and the exponents that fit both best.
func growth(of measures: [MeasureCase], filter: String?, isSmoke: Bool) {
  for measure in measures where filter.map(measure.name.contains) ?? true {
    let smallest = isSmoke ? 100 : measure.cost == .allPairs ? 1_000 : 25_000
    let sizes =
      (0..<4).map { (nodes: smallest << $0, tiesPerNode: 5) }
      + (1..<4).map { (nodes: smallest, tiesPerNode: 5 << $0) }
    let points = sizes.map { size in
      let graph = BenchmarkGraph(
        "", .barabasiAlbert(size.nodes, tiesPerNode: size.tiesPerNode, seed: 1))
      let form = measure.graph(of: graph)
      let best = (0..<(isSmoke ? 1 : 3)).map { _ in
        Stopwatch.seconds { _ = measure.total(form) }
      }.min()
      let point = GrowthPoint(nodes: form.nodeCount, ties: form.edgeCount, seconds: best ?? 0)
      print(
        "\(measure.name), \(point.nodes) nodes \(point.ties) ties: \(Stopwatch.text(point.seconds))"
      )
      return point
    }
    let (nodes, ties) = GrowthPoint.exponents(of: points)
    print(
      "\(measure.name) grows as n^\(String(format: "%.2f", nodes)) · "
        + "m^\(String(format: "%.2f", ties))")
  }
}

/// The time of one kernel on one graph.
struct GrowthPoint {
  let nodes: Int
  let ties: Int
  let seconds: Double

  /// The exponents *a* and *b* of the law *c nᵃ mᵇ* that is nearest to the logarithms of the times.
  static func exponents(of points: [GrowthPoint]) -> (nodes: Double, ties: Double) {
    let rows = points.map { [log(Double($0.nodes)), log(Double($0.ties)), log($0.seconds)] }
    let means = (0..<3).map { column in
      rows.reduce(0) { $0 + $1[column] } / Double(rows.count)
    }
    func moment(_ first: Int, _ second: Int) -> Double {
      rows.reduce(0) { $0 + ($1[first] - means[first]) * ($1[second] - means[second]) }
    }
    let determinant = moment(0, 0) * moment(1, 1) - moment(0, 1) * moment(0, 1)
    return (
      (moment(0, 2) * moment(1, 1) - moment(1, 2) * moment(0, 1)) / determinant,
      (moment(1, 2) * moment(0, 0) - moment(0, 2) * moment(0, 1)) / determinant
    )
  }
}
