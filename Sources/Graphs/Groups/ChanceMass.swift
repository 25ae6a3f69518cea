/// How much a node, or a group, counts in what chance would give between it and others.
protocol ChanceMass: AdditiveArithmetic, Sendable {
  /// What chance would give between two, up to the factor of the quality; the same from both sides.
  func paired(with other: Self) -> Double
}

/// The strength of a node by modularity, the number of nodes by the constant Potts model.
extension Double: ChanceMass {
  func paired(with other: Double) -> Double { self * other }
}

/// The strengths of a node in a directed graph: arcs are dealt out between what leaves one node and
/// what arrives at another.
struct ArcMass: ChanceMass {
  var leaving: Double
  var arriving: Double

  static let zero = ArcMass(leaving: 0, arriving: 0)

  static func + (first: ArcMass, second: ArcMass) -> ArcMass {
    ArcMass(
      leaving: first.leaving + second.leaving, arriving: first.arriving + second.arriving)
  }

  static func - (first: ArcMass, second: ArcMass) -> ArcMass {
    ArcMass(
      leaving: first.leaving - second.leaving, arriving: first.arriving - second.arriving)
  }

  func paired(with other: ArcMass) -> Double {
    leaving * other.arriving + arriving * other.leaving
  }
}
