/// How each node's strength is spread over its contacts, as Burt's measures see it: whichever way
/// ties go, the strength of a pair is the sum of both.
struct BurtNetwork {
  let ties: ForwardTies
  /// *z*: the strength of each tie; `nil` where all are the same.
  let strengths: [Double]?
  /// The number of contacts of each place.
  let contactCounts: [Int]
  /// The strength of each place's ties together, and of its strongest.
  let totals: [Double]
  let maxima: [Double]

  init(_ graph: Graph) {
    let rows = graph.contacts
    let strengths = graph.contactStrengths
    let ties = ForwardTies(rows)
    self.ties = ties
    self.strengths = strengths.map { ties.atFirstEnds($0) }
    contactCounts = ties.nodes.map { rows.row(of: $0).count }
    if let strengths {
      totals = ties.nodes.map { strengths[rows.row(of: $0)].reduce(0, +) }
      maxima = ties.nodes.map { strengths[rows.row(of: $0)].max() ?? 0 }
    } else {
      totals = contactCounts.map(Double.init)
      maxima = contactCounts.map { $0 > 0 ? 1 : 0 }
    }
  }

  /// The strength of a tie.
  func strength(of tie: Int) -> Double { strengths?[tie] ?? 1 }

  /// For the tie of each two nodes *i* and *j*, the sum of *z*(*iq*) *z*(*qj*) *f*(*q*) over the
  /// contacts *q* that they share.
  ///
  /// - Parameter factors: *f*, by place.
  func sharedContacts(factors: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: ties.targets.count)
    if let strengths {
      addTriangles(to: &sums, factors: factors.span, strengths: strengths.span)
    } else {
      addTriangles(to: &sums, factors: factors.span)
    }
    return sums
  }

  private func addTriangles(to sums: inout [Double], factors: borrowing Span<Double>) {
    var sum = sums.mutableSpan
    let (offsets, targets) = (ties.offsets.span, ties.targets.span)
    // One more than the tie that joins the first node to each place; 0 where none does.
    var marks = Array(repeating: 0, count: ties.nodes.count)
    var mark = marks.mutableSpan
    for first in 0..<ties.nodes.count {
      let row = offsets[first]..<offsets[first + 1]
      guard row.count > 1 else { continue }
      for tie in row { mark[Int(targets[tie])] = tie + 1 }
      for firstSecond in row {
        let second = Int(targets[firstSecond])
        var ofThirds = 0.0
        for secondThird in offsets[second]..<offsets[second + 1] {
          let third = Int(targets[secondThird])
          let firstThird = mark[third] - 1
          if firstThird < 0 { continue }
          ofThirds += factors[third]
          sum[secondThird] += factors[first]
          sum[firstThird] += factors[second]
        }
        sum[firstSecond] += ofThirds
      }
      for tie in row { mark[Int(targets[tie])] = 0 }
    }
  }

  private func addTriangles(
    to sums: inout [Double], factors: borrowing Span<Double>, strengths: borrowing Span<Double>
  ) {
    var sum = sums.mutableSpan
    let (offsets, targets) = (ties.offsets.span, ties.targets.span)
    var marks = Array(repeating: 0, count: ties.nodes.count)
    var mark = marks.mutableSpan
    for first in 0..<ties.nodes.count {
      let row = offsets[first]..<offsets[first + 1]
      guard row.count > 1 else { continue }
      for tie in row { mark[Int(targets[tie])] = tie + 1 }
      for firstSecond in row {
        let second = Int(targets[firstSecond])
        for secondThird in offsets[second]..<offsets[second + 1] {
          let third = Int(targets[secondThird])
          let firstThird = mark[third] - 1
          if firstThird < 0 { continue }
          let (one, two, three) =
            (strengths[firstSecond], strengths[secondThird], strengths[firstThird])
          sum[firstSecond] += two * three * factors[third]
          sum[secondThird] += one * three * factors[first]
          sum[firstThird] += one * two * factors[second]
        }
      }
      for tie in row { mark[Int(targets[tie])] = 0 }
    }
  }
}
