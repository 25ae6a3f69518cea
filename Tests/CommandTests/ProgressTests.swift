import Testing

@testable import sightline

@Suite struct ProgressTests {
  @Test func withoutAKnownEndAMarkWalks() {
    let meter = ProgressMeter()
    let lines = (0..<48).map { meter.line("Drawing", tenths: $0) }
    #expect(lines[3] == "Drawing [···█····················] 0 s")
    #expect(lines[44] == "Drawing [···█····················] 4 s")
    meter.reach(1)
    #expect(meter.line("Drawing", tenths: 3) == lines[3])
  }

  @Test func aShareFillsTheBar() {
    let meter = ProgressMeter()
    meter.reach(0)
    #expect(
      meter.line("Looking", tenths: 10) == "Looking [························] 0 %, 1 s")
    meter.reach(0.5)
    #expect(
      meter.line("Looking", tenths: 25) == "Looking [████████████············] 50 %, 2 s")
  }

  @Test func partsFillTheBar() {
    let meter = ProgressMeter()
    meter.settle("silos", 2, of: 8)
    meter.settle("system", 1, of: 8)
    #expect(
      meter.line("Making the report", tenths: 31)
        == "Making the report [██████··················] 2 of 8, silos, 3 s")
    meter.settle("grid", 8, of: 8)
    #expect(!meter.line("", tenths: 0).contains("·"))
  }
}
