import Testing

@testable import sightline

@Suite struct ProgressTests {
  @Test func withoutAnEndTheMarkWalks() {
    let meter = ProgressMeter()
    #expect(meter.line("Drawing", tenths: 12).hasPrefix("Drawing [············█"))
    #expect(meter.line("Drawing", tenths: 12).hasSuffix("] 1 s "))
    let marks = (0..<96).map { meter.line("", tenths: $0).count }
    #expect(Set(marks.prefix(10)).count == 1, "the line keeps its length")
  }

  @Test func partsFillTheBar() {
    let meter = ProgressMeter()
    meter.settle("silos", 2, of: 8)
    meter.settle("system", 1, of: 8)
    let line = meter.line("Making the report", tenths: 31)
    #expect(
      line == "Making the report [\(String(repeating: "█", count: 6))"
        + "\(String(repeating: "·", count: 18))] 2 of 8, silos 3 s ")
    meter.settle("grid", 8, of: 8)
    #expect(!meter.line("", tenths: 0).contains("·"))
  }
}
