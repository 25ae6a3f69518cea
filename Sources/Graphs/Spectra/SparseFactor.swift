/// A symmetric system of equations, factored into *LDL*ᵀ, whose solutions cost one pass each.
///
/// The matrix has the diagonal given and minus the weights beside it: a Laplacian whose ground
/// node is left out, or a multiple of the identity less the adjacency matrix.
struct SparseFactor: Sendable {
  private let unknownCount: Int
  /// The unknown of each column of *L*.
  private let order: [Int]
  /// Where each column begins in `rows` and `values`, and where the last one ends.
  private let offsets: [Int]
  /// The places below the diagonal that are not zero, column by column, sorted.
  private let rows: [Int]
  private let values: [Double]
  private let pivots: [Double]

  /// Creates the factor.
  ///
  /// - Parameters:
  ///   - matrix: The weights; symmetric.
  ///   - diagonal: The diagonal.
  ///   - ground: An unknown that is left out and is 0 in each solution.
  /// - Returns: The factor, or `nil` where the matrix is not positive definite.
  /// - Complexity: The sum of the squares of the lengths of its columns; as much space as entries.
  init?(_ matrix: WeightMatrix, diagonal: [Double], ground: Int? = nil) {
    let elimination = EliminationOrder(matrix, ground: ground)
    order = elimination.order
    unknownCount = matrix.count
    var place = Array(repeating: -1, count: matrix.count)
    for (step, node) in order.enumerated() { place[node] = step }
    var offsets = [0]
    var rows: [Int] = []
    for rest in elimination.neighbors {
      rows += rest.map { place[$0] }.sorted()
      offsets.append(rows.count)
    }
    var columns = ColumnElimination(offsets: offsets, rows: rows)
    for (step, node) in order.enumerated() {
      let entries = matrix.offsets[node]..<matrix.offsets[node + 1]
      let isPositive = columns.eliminate(
        step, diagonal: diagonal[node],
        entries: entries.lazy.map {
          (place[matrix.columns[$0]], -matrix.weights[$0])
        })
      guard isPositive else { return nil }
    }
    self.offsets = offsets
    self.rows = rows
    values = columns.values
    pivots = columns.pivots
  }

  /// Returns the solution for one right-hand side.
  func solution(for side: [Double]) -> [Double] {
    let (offsets, rows, values) = (offsets.span, rows.span, values.span)
    var work = order.map { side[$0] }
    for column in 0..<order.count {
      let known = work[column]
      if known == 0 { continue }
      for entry in offsets[column]..<offsets[column + 1] {
        work[rows[entry]] -= values[entry] * known
      }
    }
    for column in (0..<order.count).reversed() {
      var value = work[column] / pivots[column]
      for entry in offsets[column]..<offsets[column + 1] {
        value -= values[entry] * work[rows[entry]]
      }
      work[column] = value
    }
    var solution = Array(repeating: 0.0, count: unknownCount)
    for (step, node) in order.enumerated() { solution[node] = work[step] }
    return solution
  }

  /// The diagonal of the inverse matrix; 0 for the ground.
  ///
  /// Only those entries of the inverse are computed at which the factor is not zero.
  ///
  /// Takahashi, Fagan and Chen, "Formation of a sparse bus impedance matrix", 1973.
  func inverseDiagonal() -> [Double] {
    var diagonal = Array(repeating: 0.0, count: order.count)
    var inverse = Array(repeating: 0.0, count: values.count)
    var sums = diagonal
    for column in (0..<order.count).reversed() {
      let entries = offsets[column]..<offsets[column + 1]
      for entry in entries {
        let row = rows[entry]
        sums[row] -= values[entry] * diagonal[row]
        // Rows of this column below `row` are rows of column `row` too.
        var other = offsets[row]
        for below in entry + 1..<max(entry + 1, entries.upperBound) {
          while rows[other] < rows[below] { other += 1 }
          sums[rows[below]] -= values[entry] * inverse[other]
          sums[row] -= values[below] * inverse[other]
        }
      }
      var value = 1 / pivots[column]
      for entry in entries {
        inverse[entry] = sums[rows[entry]]
        sums[rows[entry]] = 0
        value -= values[entry] * inverse[entry]
      }
      diagonal[column] = value
    }
    var result = Array(repeating: 0.0, count: unknownCount)
    for (step, node) in order.enumerated() { result[node] = diagonal[step] }
    return result
  }
}

/// Columns of a factor, computed from left to right.
private struct ColumnElimination {
  let offsets: [Int]
  let rows: [Int]
  private(set) var values: [Double]
  private(set) var pivots: [Double]
  /// The column at hand, by row.
  private var work: [Double]
  /// For each column, the finished ones whose next row it is, as a linked list.
  private var first: [Int]
  private var next: [Int]
  /// The next entry of each finished column that is to be used.
  private var position: [Int]

  init(offsets: [Int], rows: [Int]) {
    let count = offsets.count - 1
    self.offsets = offsets
    self.rows = rows
    values = Array(repeating: 0, count: rows.count)
    pivots = Array(repeating: 0, count: count)
    work = pivots
    first = Array(repeating: -1, count: count)
    next = first
    position = Array(offsets.dropLast())
  }

  /// Computes one column, and returns whether its pivot is above 0.
  mutating func eliminate(
    _ column: Int, diagonal: Double, entries: some Sequence<(row: Int, value: Double)>
  ) -> Bool {
    for entry in entries where entry.row > column { work[entry.row] = entry.value }
    var pivot = diagonal
    var earlier = first[column]
    while earlier >= 0 {
      let following = next[earlier]
      let factor = values[position[earlier]] * pivots[earlier]
      pivot -= factor * values[position[earlier]]
      for entry in position[earlier] + 1..<max(position[earlier] + 1, offsets[earlier + 1]) {
        work[rows[entry]] -= factor * values[entry]
      }
      position[earlier] += 1
      link(earlier)
      earlier = following
    }
    pivots[column] = pivot
    for entry in offsets[column]..<offsets[column + 1] {
      values[entry] = work[rows[entry]] / pivot
      work[rows[entry]] = 0
    }
    link(column)
    return pivot > 0
  }

  private mutating func link(_ column: Int) {
    guard position[column] < offsets[column + 1] else { return }
    let row = rows[position[column]]
    next[column] = first[row]
    first[row] = column
  }
}
