import Graphs
import SystemMaps

/// Leaves out of a table of flows whatever would tell of too few families.
///
/// First every cell of fewer families than the threshold is hidden, and every cell of all families
/// but so few, as how many cases there are is told. Then, because whoever enters a place also leaves
/// it, a hidden cell could be computed from those around it. So of the cells that leave a place
/// (cases that end there included), and of those that enter it, the hidden ones together must be of
/// enough families; and no small one may be a bridge of the graph that the hidden ones make, with
/// the outside as a place too: such a cell is exactly what its two parts do not explain (Gusfield,
/// "A Graph Theoretic Approach to Statistical Data Security", 1988, doi:10.1137/0217034). Until that
/// holds the smallest cell beside is hidden too. Totals of places are not told, nor how many cases
/// begin or end where; the larger of these are taken as known, as long as that can be.
struct FlowSuppression {
  private(set) var table: FlowTable
  private let threshold: Int
  /// The cells of each line, by their places in the table.
  private var lines: [[Int]] = []
  private var numbers: [Line: Int] = [:]

  private enum Line: Hashable {
    case leaving(Int)
    case entering(Int)
  }

  /// - Complexity: O(*c*²) for *c* cells, most often O(*c*).
  init(_ table: FlowTable, threshold: Int) {
    self.table = table
    self.threshold = threshold
    guard threshold > 1 else { return }
    let cells = table.cells
    for (place, cell) in cells.enumerated() {
      // Who stays neither enters nor leaves.
      if cell.from != cell.to {
        put(place, into: .leaving(cell.from))
        put(place, into: .entering(cell.to))
      }
    }
    self.table.hide(cells.indices.filter { isSmall(cells[$0]) })
    while let place = nextToHide() { self.table.hide([place]) }
  }

  private mutating func put(_ place: Int, into line: Line) {
    let number = numbers[line] ?? lines.count
    if number == lines.count {
      numbers[line] = number
      lines.append([])
    }
    lines[number].append(place)
  }

  private func cells(of line: Line) -> [Int] { numbers[line].map { lines[$0] } ?? [] }

  private func isSmall(_ cell: FlowTable.Cell) -> Bool {
    cell.isInside
      ? table.isSmall(cell, threshold: threshold) : cell.families.count < threshold
  }

  /// The next cell that has to be hidden too; `nil` if nothing can be computed.
  private func nextToHide() -> Int? {
    for line in lines where isRevealing(line) {
      if let place = smallestShown(in: line) { return place }
    }
    guard let bridge = bridges.first.map({ table.cells[$0] }) else { return nil }
    return smallestShown(
      in: cells(of: .leaving(bridge.from)) + cells(of: .entering(bridge.to)))
      ?? smallestShown(in: table.cells.indices.filter { !table.cells[$0].isInside })
      ?? smallestShown(in: Array(table.cells.indices))
  }

  /// Whether the hidden cells of a line are together of too few families.
  private func isRevealing(_ line: [Int]) -> Bool {
    var families: Set<UInt32> = []
    for place in line where table.cells[place].isHidden {
      families.formUnion(table.cells[place].families)
      if families.count >= threshold { return false }
    }
    return !families.isEmpty
  }

  private func smallestShown(in line: [Int]) -> Int? {
    line.filter { !table.cells[$0].isHidden }.min {
      (table.cells[$0].families.count, $0) < (table.cells[$1].families.count, $1)
    }
  }

  /// The small hidden cells that are the only way between two parts of the hidden ones.
  private var bridges: [Int] {
    let hidden = table.cells.indices.filter {
      table.cells[$0].isHidden && table.cells[$0].from != table.cells[$0].to
    }
    func ends(_ place: Int) -> (Int, Int) {
      (table.cells[place].from + 1, table.cells[place].to + 1)
    }
    let count = hidden.reduce(0) { max($0, ends($1).0, ends($1).1) } + 1
    let graph = Graph(
      nodeCount: count, edges: hidden.map { Edge(NodeID(ends($0).0), NodeID(ends($0).1)) })
    let blocks = graph.biconnectedComponents()
    let sizes = blocks.sizes
    return hidden.filter { place in
      let cell = table.cells[place]
      // With the way back hidden too, only the difference of the two is known.
      let hasWayBack = table.cell(from: cell.to, to: cell.from)?.isHidden == true
      guard isSmall(cell), !hasWayBack else { return false }
      let (first, second) = ends(place)
      return blocks.block(of: NodeID(first), and: NodeID(second)).map { sizes[$0] == 2 }
        ?? false
    }
  }
}
