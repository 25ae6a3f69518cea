import SystemMaps
import Testing

@testable import Diagrams

@Suite struct JourneyPictureTests {
  private static func picture(_ name: String) -> JourneyPicture {
    switch name {
    case "short": return JourneyPictures.short
    case "scaled":
      var picture = JourneyPictures.family
      picture.time = .toScale
      return picture
    case "brief":
      var picture = JourneyPictures.family
      for step in picture.steps.indices { picture.steps[step].label = "Visit \(step)" }
      return picture
    case "hostile": return JourneyPictures.hostile
    default: return JourneyPictures.family
    }
  }

  @Test(arguments: [("journey", "short", "slide"), ("journeyfolded", "family", "a4")])
  func golden(file: String, name: String, page: String) throws {
    let page = try #require(Page(name: page))
    try expectGolden(try Self.picture(name).diagram().drawn(on: page).dot, file)
  }

  @Test(arguments: ["short", "family", "scaled", "hostile", "brief"], ["slide", "a4"])
  func nothingOverlapsOrLeavesThePage(name: String, page: String) throws {
    let drawing = try Self.picture(name).diagram().drawn(on: try #require(Page(name: page)))
    let sheet = drawing.sheet
    let paper = Rect(x: 0, y: 0, width: sheet.size.width, height: sheet.size.height)
    let frames = sheet.marks.filter { $0.kind != .anchor }.map(\.frame)
    for frame in frames { #expect(paper.contains(frame), "\(frame)") }
    for (place, first) in frames.enumerated() {
      for second in frames[(place + 1)...] {
        #expect(!first.overlaps(second), "\(first) \(second)")
      }
    }
    for (place, box) in sheet.boxes.enumerated() {
      #expect(paper.contains(box.frame))
      for other in sheet.boxes[(place + 1)...] { #expect(!box.frame.overlaps(other.frame)) }
    }
    for line in sheet.lines {
      for point in line.points { #expect(paper.contains(point)) }
    }
  }

  /// A page in the hand has room for every step in words; a slide shows as much as can be read.
  @Test func asMuchAsCanBeRead() throws {
    let diagram = JourneyPictures.family.diagram()
    let a4 = try diagram.drawn(on: .a4)
    #expect(a4.labelSize >= 7 && a4.notes.isEmpty)
    #expect(a4.sheet.marks.filter { $0.kind == .node && $0.title != nil }.count == 36 + 3)
    #expect(try diagram.drawn(on: .a3).labelSize >= 9)
    let slide = try diagram.drawn(on: .slide)
    #expect(slide.notes.contains { $0.contains("cannot be read on slide") })
    #expect(slide.labelSize > 11)
    #expect(slide.sheet.marks.contains { $0.lines == ["16–17"] })
  }

  /// On a slide every step keeps its words: beside its number where there is room, else below.
  @Test func aSlideHasTheWordsOfEveryStep() throws {
    var picture = JourneyPictures.family
    let words = [
      "Call", "Intake", "Home visit", "Plan", "Form", "Asthma class", "Test", "Court review",
    ]
    for step in picture.steps.indices {
      picture.steps[step].label = "\(words[step % words.count]) \(step + 1)"
    }
    let slide = try picture.diagram().drawn(on: .slide)
    #expect(slide.labelSize >= 14 && slide.advice == nil)
    let shown = slide.sheet.marks.flatMap(\.lines).joined(separator: "; ")
      .split(separator: "; ").map(String.init)
    for step in picture.steps { #expect(shown.count { $0 == step.label } == 1, "\(step.label)") }
    // Whoever's words stand below has its number twice.
    let numbers = slide.sheet.marks.filter { $0.kind == .tag || $0.kind == .node }
      .flatMap(\.lines)
    let below = slide.sheet.marks.filter { mark in
      mark.kind == .text && mark.lines.contains { $0.contains(/\s\d+$/) }
        && mark.frame.y > (slide.sheet.boxes.map(\.frame.maxY).max() ?? 0)
    }
    #expect(below.count > 3 && below.count < 30)
    #expect(numbers.count { $0 == "1–2" } <= 2)
    #expect(!slide.notes.contains { $0.contains("the numbers of the steps are drawn") })
  }

  /// How a step felt stands on it where there are words; of steps put together the worst.
  @Test func feelingsAreDrawn() throws {
    #expect(
      [-3, -2, -1.4, -0.4, 0, 0.6, 2, .infinity].map { JourneyKey.tag(ofFeeling: $0)?.text }
        == ["−2", "−2", "−1", nil, nil, "+1", "+2", nil])
    var picture = JourneyPictures.family
    for (step, feeling) in [(2, -2.0), (5, 1), (7, 0), (11, 1), (12, -1)] {
      picture.steps[step].feeling = feeling
    }
    let a4 = try picture.diagram().drawn(on: .a4)
    let tags = a4.sheet.marks.filter { $0.kind == .tag }.flatMap(\.lines)
    #expect(
      tags.filter { $0.hasPrefix("−") || $0.hasPrefix("+") }.sorted() == [
        "+1", "+1", "+1", "−1", "−2",
      ])
    #expect(picture.diagram().legend.contains { $0.text.hasPrefix("how it felt to the family") })
    #expect(!JourneyPictures.family.diagram().legend.contains { $0.text.hasPrefix("how it felt") })
    let slide = try picture.diagram().drawn(on: .slide)
    #expect(slide.dot.contains("how the steps felt"))
    #expect(!slide.sheet.marks.contains { $0.lines == ["−2"] })
  }

  /// With more words than a slide can hold only the numbers are drawn, and that is said.
  @Test func wordsThatASlideCannotHoldAreLeftOut() throws {
    var picture = JourneyPictures.family
    for step in picture.steps.indices {
      picture.steps[step].label = String(repeating: "very long words ", count: 6) + "\(step)"
    }
    let slide = try picture.diagram().drawn(on: .slide)
    #expect(slide.notes.contains { $0.contains("the numbers of the steps are drawn") })
    #expect(slide.sheet.marks.allSatisfy { !$0.lines.joined().contains("very long") })
  }

  /// Every band keeps the order of time, and with days to scale equal days are equally far.
  @Test func timeRunsFromLeftToRight() throws {
    let diagram = JourneyPictures.family.diagram()
    guard case .lanes(let content) = diagram.content else {
      Issue.record("the content is of another kind")
      return
    }
    let measure = try TextMeasure(words: content.regularTexts, bold: content.boldTexts)
    let measures = LaneMeasures(content, shape: LaneShape.all[0], fontSize: 8, measure: measure)
    let plan = try #require(LanePlan.inOrder(content, measures: measures, width: 600))
    for (first, second) in zip(plan.spots, plan.spots.dropFirst()) {
      #expect(first.band < second.band || (first.band == second.band && first.x < second.x))
    }
    let scaled = try #require(
      LanePlan.toScale(content, measures: measures, width: 900, bands: 1))
    let days = content.steps.compactMap(\.day)
    let perDay = (scaled.spots[35].x - scaled.spots[0].x) / Double(days[35] - days[0])
    for (spot, day) in zip(scaled.spots, days) {
      #expect(abs(spot.x - scaled.spots[0].x - Double(day - days[0]) * perDay) < 1e-6)
    }
  }

  /// Without colour, line styles still tell the kinds apart, and legend and line agree.
  @Test func kindsShowWithoutColour() {
    var looks: Set<StrokeStyle> = []
    for kind in JourneyKey.kinds {
      var style = JourneyKey.style(of: kind)
      style.color = .ink
      looks.insert(style)
    }
    #expect(looks.count == JourneyKey.kinds.count)
    let legend = JourneyPictures.family.diagram().legend
    for kind in JourneyKey.kinds {
      #expect(legend.contains { $0.sample == .stroke(JourneyKey.style(of: kind)) })
    }
    #expect(legend[0].text == "Electricity cut off: nobody is responsible, 9 workers told")
    #expect(legend[1].text.hasPrefix("No phone at home: who is responsible is not reported"))
  }

  @Test func everyHandoffIsDrawn() throws {
    let drawing = try JourneyPictures.family.diagram().drawn(on: .a4)
    let titles = drawing.sheet.lines.compactMap(\.title)
    #expect(titles.contains { $0.hasSuffix(": to step 3, 8 days after it began") })
    // Where the ends lie in two bands, a line leaves and a line arrives.
    #expect(Set(titles).count == 16)
    #expect(titles.contains("Step 14, cold: a name, number or form: to Legal Aid, never arrived"))
    #expect(drawing.summary.contains("Hand-offs: found the way alone 1, "))
  }

  @Test func runsEndWhereTheFamilyArrives() {
    let steps = [0, 0, 1, 1, 0].map { JourneyPicture.Step("Visit", at: $0) }
    let runs = JourneyRuns(
      of: steps, keeping: [.init(from: 0, .arrived(3), handoff: .cold)])
    #expect(runs.ranges == [0..<2, 2..<3, 3..<4, 4..<5])
    #expect(runs.ranges.map(runs.number) == ["1–2", "3", "4", "5"])
    #expect(runs.label(of: 0..<2) == "Visit + 1 more")
  }

  @Test func noStepsAndNoDates() throws {
    let none = JourneyPicture(caption: JourneyPictures.caption, places: [], steps: [])
    #expect(try !none.diagram().drawn(on: .a4).dot.isEmpty)
    var undated = JourneyPicture(
      caption: JourneyPictures.caption, places: [.init(nil, silo: nil)],
      steps: [.init("Visit", at: 0), .init("Call", at: 0)])
    #expect(try undated.diagram().drawn(on: .a4).labelSize > 7)
    undated.time = .toScale
    #expect(try undated.diagram().drawn(on: .a4).labelSize > 7)
  }

  @Test func letters() {
    #expect([0, 25, 26, 27, 52].map(JourneyKey.letter) == ["A", "Z", "AA", "AB", "BA"])
  }

  @Test func daysAreCounted() throws {
    let first = try #require(CalendarDate("2024-02-28")).ordinal
    let second = try #require(CalendarDate("2024-03-01")).ordinal
    let third = try #require(CalendarDate("2025-03-01")).ordinal
    #expect(second - first == 2 && third - second == 365)
    #expect(CalendarDate("2025-12-31")?.nextMonth == CalendarDate("2026-01-01"))
  }
}
