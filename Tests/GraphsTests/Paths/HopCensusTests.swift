import Testing

@testable import Graphs

struct HopCensusTests {
  /// Large graphs are searched with narrower sets.
  @Test(arguments: [PathDirection.outgoing, .incoming])
  func widthChangesNothing(direction: PathDirection) {
    let graph = randomGraph(seed: 1, kind: .directed, nodeCount: 530, edgeCount: 1_000)
    let wide = graph.hopTallies(direction: direction, limit: .max, sets: SIMD8<UInt64>.self)
    let narrow = graph.hopTallies(direction: direction, limit: .max, sets: SIMD4<UInt64>.self)
    #expect(wide == narrow)
  }

  /// 1/distance is added up to the last bit of a `Double`.
  @Test func inverseSumsAreCorrectlyRounded() {
    var tally = HopTally()
    for _ in 0..<3 { tally.add(1, at: HopTally.Step(3)) }
    #expect(tally.inverseSum == 1)
    tally = HopTally()
    for _ in 0..<700 { tally.add(10, at: HopTally.Step(7)) }
    #expect(tally.inverseSum == 1_000)
    #expect(tally.distanceSum == 49_000)
  }

  @Test(arguments: 0..<16)
  func bitsAreCounted(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var wide = SIMD8<UInt64>.zero
    // From no bits to all of them, and random ones between.
    for index in 0..<8 { wide[index] = seed == 0 ? 0 : seed == 1 ? .max : generator.next() }
    var count = 0
    for index in 0..<8 { count += wide[index].nonzeroBitCount }
    #expect(wide.setBitCount == count)
    #expect(wide.isEmpty == (count == 0))
    #expect(wide.lowHalf.setBitCount + wide.highHalf.setBitCount == count)
  }

  @Test func oneSourceIsOneBit() {
    for source in 0..<512 {
      let set = SIMD8<UInt64>(only: source)
      #expect(set.setBitCount == 1)
      #expect(set[source / 64] == 1 << UInt64(source % 64))
    }
  }
}
