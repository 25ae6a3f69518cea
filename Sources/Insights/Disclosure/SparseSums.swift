/// Sums by number, of which most are 0.
struct SparseSums {
  private var sums: [Int]
  private var isAdded: [Bool]
  /// The numbers to which something was added.
  private var added: [Int] = []

  init(count: Int = 0) {
    sums = Array(repeating: 0, count: count)
    isAdded = Array(repeating: false, count: count)
  }

  /// Makes room for so many sums.
  mutating func reserve(_ count: Int) {
    sums += Array(repeating: 0, count: max(0, count - sums.count))
    isAdded += Array(repeating: false, count: max(0, count - isAdded.count))
  }

  /// Adds to the sum of a number.
  mutating func add(_ value: Int, to number: Int) {
    sums[number] += value
    guard !isAdded[number] else { return }
    isAdded[number] = true
    added.append(number)
  }

  /// Takes out the sums to which something was added, in that order; all are 0 then.
  ///
  /// - Complexity: O(sums that are taken out).
  mutating func takeAll() -> [(number: Int, sum: Int)] {
    let all = added.map { ($0, sums[$0]) }
    for number in added {
      sums[number] = 0
      isAdded[number] = false
    }
    added.removeAll(keepingCapacity: true)
    return all
  }
}
