import Testing

@testable import Reports

@Suite struct FigureTextTests {
  @Test(arguments: [
    (0.5, "0.500"), (-0.5, "−0.500"), (-1, "−1"), (0, "0"), (-0.0001, "0.000"), (12.345, "12.35"),
    (123.45, "123.5"), (1e6, "1000000"), (0.9996, "1.000"), (.nan, "–"), (.infinity, "–"),
  ])
  func figuresAreShort(number: Double, text: String) { #expect(FigureText.short(number) == text) }

  @Test(arguments: [
    (0.0, "< .001"), (0.0004, "< .001"), (0.0006, ".001"), (0.0203, ".020"), (1, "1.000"),
  ])
  func probabilitiesAreNeverNought(p: Double, text: String) {
    #expect(FigureText.probability(p) == text)
  }

  @Test func aSmallShareIsNotNought() {
    #expect(FigureText.percent(0.001) == "< 1 %")
    #expect(FigureText.percent(0) == "0 %")
  }

  @Test func theUndefinedIsADash() {
    #expect(FigureText.short(nil) == "–")
    #expect(FigureText.percent(nil) == "–")
    #expect(FigureText.percent(0.4) == "40 %")
    #expect(FigureText.percent(1) == "100 %")
  }
}
