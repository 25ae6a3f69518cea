import Testing

@testable import Graphs

@Suite("Large arrays")
struct LargeArrayTests {
  @Test(
    "pieces stand one after the other, whatever their lengths",
    arguments: [[0], [0, 0], [0, 5], [0, 3, 3, 10, 11], [0, 700_000, 1_400_001]], [1, 2, 7])
  func pieces(_ bounds: [Int], _ threads: Int) {
    let numbers = Parallelism.$threads.withValue(threads) {
      [Int](pieces: bounds, concurrently: true) { piece, numbers in
        for number in bounds[piece]..<bounds[piece + 1] { numbers.append(3 * number) }
      }
    }
    // Only whether they are equal: a difference of a million numbers takes long to describe.
    let areInPlace = numbers == (0..<(bounds.last ?? 0)).map { 3 * $0 }
    #expect(areInPlace)
  }
}
