import Foundation

extension Graph {
  /// Returns Burt's constraint of every node: how far its strength goes to contacts who have ties
  /// with each other.
  ///
  /// The sum over contacts *j* of (*p*(*ij*) + Σ *p*(*iq*) *p*(*qj*))², where *p*(*ij*) is the share
  /// of *i*'s strength that goes to *j*, and *q* are the contacts that the two share. A broker has
  /// little, a member of a closed group much.
  ///
  ///     Graph.star(5).burtConstraint()  // [0.25, 1, 1, 1, 1]
  ///
  /// Weights are strengths; arcs of both directions add up. Equals networkx and igraph
  /// `constraint`. A node with one contact has 1; in small closed groups it may exceed 1.
  ///
  /// - Returns: One score per node, `nil` for a node without ties.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) space.
  ///
  /// Burt, "Structural holes", 1992.
  public func burtConstraint() -> NodeMap<Double?> {
    let dyads = DyadicConstraint(BurtNetwork(self))
    return dyads.network.ties.byNode(dyads.sums)
  }

  /// Returns Burt's hierarchy of every node: how unevenly its constraint comes from its contacts.
  ///
  /// Σ *r* ln *r*/(*N* ln *N*) over its *N* contacts, where *r* is a contact's part in the
  /// constraint, divided by the mean part. High where one contact is behind most of it.
  ///
  ///     Graph.star(5).burtHierarchy()  // [0, 1, 1, 1, 1]
  ///
  /// - Returns: From 0, all parts alike, to 1 per node; 1 for a node with one contact, `nil` for a
  ///   node without ties.
  /// - Complexity: That of `burtConstraint()`.
  ///
  /// Burt, "Structural holes", 1992, the Coleman–Theil index of disorder.
  public func burtHierarchy() -> NodeMap<Double?> {
    let dyads = DyadicConstraint(BurtNetwork(self))
    return dyads.network.ties.byNode(dyads.disorder)
  }
}

/// What each contact adds to a node's constraint.
private struct DyadicConstraint {
  let network: BurtNetwork
  /// 1/*Z*, by place; 0 without ties.
  private let rates: [Double]
  /// For each tie *z*(*ij*) + Σ *z*(*iq*) *z*(*qj*)/*Z*(*q*): the same from both of its ends.
  private let joint: [Double]

  init(_ network: BurtNetwork) {
    self.network = network
    rates = network.totals.map { $0 > 0 ? 1 / $0 : 0 }
    var joint =
      network.strengths ?? Array(repeating: 1, count: network.ties.targets.count)
    network.addSharedContacts(to: &joint, factors: rates)
    self.joint = joint
  }

  /// The constraint of each place.
  var sums: [Double?] { totals { $0 } }

  /// The hierarchy of each place.
  var disorder: [Double?] {
    // With c for the parts and C for their sum, Σ r ln r = (N/C)(Σ c ln c − C ln(C/N)).
    let (sums, logs) = (sums, totals { $0 > 0 ? $0 * log($0) : 0 })
    return network.contactCounts.indices.map { place in
      guard let sum = sums[place], let weighted = logs[place] else { return nil }
      let count = Double(network.contactCounts[place])
      if count == 1 { return 1 }
      return max(0, (weighted / sum - log(sum / count)) / log(count))
    }
  }

  /// For each place, the sum of a function of what its contacts add.
  @inline(__always)
  private func totals(_ term: (Double) -> Double) -> [Double?] {
    let (offsets, targets) = (network.ties.offsets.span, network.ties.targets.span)
    let (rates, joint) = (rates.span, joint.span)
    var totals = Array(repeating: 0.0, count: rates.count)
    for first in 0..<rates.count {
      let rate = rates[first]
      var ofFirst = 0.0
      for tie in offsets[first]..<offsets[first + 1] {
        let second = Int(targets[tie])
        let (share, other) = (joint[tie] * rate, joint[tie] * rates[second])
        ofFirst += term(share * share)
        totals[second] += term(other * other)
      }
      totals[first] += ofFirst
    }
    return zip(network.contactCounts, totals).map { $0 > 0 ? $1 : nil }
  }
}
