import Testing

@testable import Graphs

@Suite("Two pieces of work at once")
struct SideBySideTests {
  @Test(arguments: [nil, 1, 2])
  func eachResultIsThatOfItsPiece(threads: Int?) {
    let (sum, text) = Parallelism.$threads.withValue(threads) {
      sideBySide {
        (1...1000).reduce(0, +)
      } _: {
        "words"
      }
    }
    #expect(sum == 500_500 && text == "words")
  }
}
