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

  /// Adds to a number for each tie, of *i* and *j*, the sum of *z*(*iq*) *z*(*qj*) *f*(*q*) over
  /// the contacts *q* that the two share.
  ///
  /// - Parameters:
  ///   - sums: The numbers, by tie.
  ///   - factors: *f*, by place.
  func addSharedContacts(to sums: inout [Double], factors: [Double]) {
    if let strengths {
      addTriangles(to: &sums, factors: factors.span, strengths: strengths.span)
    } else {
      addTriangles(to: &sums, factors: factors.span)
    }
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
        // Places and ties are in range by construction; to check them again takes a third more
        // time.
        for secondThird in offsets[second]..<offsets[second + 1] {
          let third = Int(targets[unchecked: secondThird])
          let firstThird = mark[unchecked: third] - 1
          if firstThird < 0 { continue }
          ofThirds += factors[unchecked: third]
          sum[unchecked: secondThird] += factors[first]
          sum[unchecked: firstThird] += factors[second]
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
