import Testing

@testable import Graphs

struct SharedWorkTests {
  @Test(arguments: [1, 2, 3, 200])
  func everyPieceIsDoneOnce(threads: Int) {
    for pieces in [0, 1, 100] {
      let workspaces = Parallelism.$threads.withValue(threads) {
        gathered(pieces: pieces, concurrently: true, from: { [Int]() }, by: { $0.append($1) })
      }
      #expect(workspaces.flatMap(\.self).sorted() == Array(0..<pieces))
      #expect(workspaces.count <= min(threads, pieces))
      #expect(workspaces.allSatisfy { !$0.isEmpty })
    }
  }
}
