/// What brokerage chance gives a node: ties are independent, sizes of groups fixed.
struct BrokerageChance {
  /// The chance of a tie.
  let density: Double
  private let sizes: [Double]

  init(_ labelled: LabelledGraph) {
    let count = Double(labelled.labelledCount)
    let arcs = Double(labelled.graph.edgeCount) * (labelled.graph.isDirected ? 1 : 2)
    density = count > 1 ? arcs / (count * (count - 1)) : 0
    sizes = labelled.sizes.map(Double.init)
  }

  /// The mean and the standard deviation of the counts of a broker whose group has a given size.
  ///
  /// A pair is brokered with the chance *p* = *d*²(1 − *d*). Two pairs of one broker depend on
  /// each other where they have the source or the target in common: both are brokered with the
  /// chance *d*³(1 − *d*)², which is *d*³(1 − *d*)³ above *p*².
  func moments(
    groupSize: Int
  ) -> (mean: RoleScores<Double>, standardDeviation: RoleScores<Double>) {
    let chance = density * density * (1 - density)
    let together = density * density * density * (1 - density) * (1 - density) * (1 - density)
    let own = Double(groupSize) - 1
    let outside = sizes.reduce(0, +) - Double(groupSize)
    // One group of the broker's size is its own, whichever.
    var others = sizes
    if let place = others.firstIndex(of: Double(groupSize)) { others.remove(at: place) }

    func scores(pairs: Double, sharing: Double) -> (mean: Double, deviation: Double) {
      let mean = chance * pairs
      return (mean, (mean * (1 - chance) + together * sharing).squareRoot())
    }
    func moments(of role: BrokerageRole) -> (mean: Double, deviation: Double) {
      switch role {
      case .coordinator:
        scores(pairs: own * (own - 1), sharing: 2 * own * (own - 1) * (own - 2))
      case .itinerant:
        scores(
          pairs: others.reduce(0) { $0 + $1 * ($1 - 1) },
          sharing: others.reduce(0) { $0 + 2 * $1 * ($1 - 1) * ($1 - 2) })
      case .representative, .gatekeeper:
        scores(pairs: own * outside, sharing: own * outside * (outside - 1 + own - 1))
      case .liaison:
        scores(
          pairs: others.reduce(0) { $0 + $1 * (outside - $1) },
          sharing: others.reduce(0) { $0 + 2 * $1 * (outside - $1) * (outside - $1 - 1) })
      }
    }
    let all = own + outside
    let total = scores(pairs: all * (all - 1), sharing: 2 * all * (all - 1) * (all - 2))
    return (
      RoleScores(total: total.mean) { moments(of: $0).mean },
      RoleScores(total: total.deviation) { moments(of: $0).deviation }
    )
  }
}
