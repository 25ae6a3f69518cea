/// The order in which the unknowns of a sparse symmetric system are eliminated.
///
/// Whoever has fewest neighbours left goes first, which keeps the factor of a sparse system
/// sparse: on a path or a tree it has no more entries than there are ties.
///
/// Tinney and Walker, "Direct solutions of sparse network equations by optimally ordered
/// triangular factorization", 1967, doi:10.1109/PROC.1967.6011.
struct EliminationOrder {
  /// The unknowns, first eliminated first.
  private(set) var order: [Int] = []
  /// The neighbours that each had left when its turn came, in the order of `order`.
  private(set) var neighbors: [[Int]] = []

  /// The neighbours of each unknown, sorted; eliminated ones may still stand among them.
  private var adjacent: [[Int]]
  /// How many of them are left.
  private var degree: [Int]
  private var isLeft: [Bool]
  /// For each degree the unknowns that have or once had it.
  private var waiting: [[Int]]

  /// Creates the order for the pattern of a symmetric matrix.
  ///
  /// - Parameters:
  ///   - matrix: The matrix.
  ///   - ground: An unknown that is left out.
  init(_ matrix: WeightMatrix, ground: Int?) {
    isLeft = Array(repeating: true, count: matrix.count)
    if let ground { isLeft[ground] = false }
    adjacent = []
    for node in 0..<matrix.count {
      let row = matrix.columns[matrix.offsets[node]..<matrix.offsets[node + 1]]
      adjacent.append(row.filter { $0 != ground }.sorted())
    }
    degree = adjacent.map(\.count)
    waiting = Array(repeating: [], count: matrix.count + 1)
    for node in (0..<matrix.count).reversed() where isLeft[node] {
      waiting[degree[node]].append(node)
    }
    let total = matrix.count - (ground == nil ? 0 : 1)
    var least = 0
    while order.count < total {
      guard let node = waiting[least].popLast() else {
        least += 1
        continue
      }
      guard isLeft[node], degree[node] == least else { continue }
      if least == total - order.count - 1 {
        finishComplete()
      } else {
        eliminate(node)
        least = max(0, least - 1)
      }
    }
  }

  /// Takes an unknown out and ties its neighbours to each other.
  private mutating func eliminate(_ node: Int) {
    isLeft[node] = false
    let rest = adjacent[node].filter { isLeft[$0] }
    adjacent[node] = []
    for neighbor in rest {
      if rest.count <= 4 {
        insert(rest, into: neighbor)
      } else {
        merge(rest, into: neighbor)
      }
      waiting[degree[neighbor]].append(neighbor)
    }
    append(node, before: rest)
  }

  /// All that are left are tied to each other: any order will do.
  private mutating func finishComplete() {
    let rest = isLeft.indices.filter { isLeft[$0] }
    for (position, node) in rest.enumerated() {
      isLeft[node] = false
      append(node, before: Array(rest[(position + 1)...]))
    }
  }

  private mutating func append(_ node: Int, before rest: [Int]) {
    order.append(node)
    neighbors.append(rest)
  }

  /// Adds a few neighbours one by one, so that a long list is not copied for each.
  private mutating func insert(_ few: [Int], into node: Int) {
    degree[node] -= 1
    for other in few where other != node {
      var (low, high) = (0, adjacent[node].count)
      while low < high {
        let middle = (low + high) / 2
        if adjacent[node][middle] < other { low = middle + 1 } else { high = middle }
      }
      if low < adjacent[node].count, adjacent[node][low] == other { continue }
      adjacent[node].insert(other, at: low)
      degree[node] += 1
    }
  }

  /// Unites the neighbours of a node with others, both sorted.
  private mutating func merge(_ many: [Int], into node: Int) {
    let own = adjacent[node]
    var united: [Int] = []
    united.reserveCapacity(own.count + many.count)
    var (first, second) = (0, 0)
    while first < own.count || second < many.count {
      let next: Int
      if second == many.count || first < own.count && own[first] <= many[second] {
        next = own[first]
        if second < many.count, many[second] == next { second += 1 }
        first += 1
      } else {
        next = many[second]
        second += 1
      }
      if isLeft[next], next != node { united.append(next) }
    }
    adjacent[node] = united
    degree[node] = united.count
  }
}
