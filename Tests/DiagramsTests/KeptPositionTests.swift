import SystemMaps
import Testing

@testable import Diagrams

@Suite struct KeptPositionTests {
  /// A picture of 60 labels in five clusters, and one more at the front with three ties.
  private static func picture(withNewcomer: Bool, isTied: Bool = true) -> SystemPicture {
    var picture = Pictures.large(60, ties: 110, groups: 5)
    for place in picture.nodes.indices { picture.nodes[place].element = ElementID("e\(place)") }
    guard withNewcomer else { return picture }
    picture.nodes.append(.init("Newcomers' Centre", group: "group 1", element: "new"))
    if isTied { picture.ties += [.init(60, 3), .init(60, 8), .init(60, 13)] }
    return picture
  }

  private func places(_ drawing: Drawing) -> [ElementID: DrawingPositions.Item] {
    Dictionary(
      drawing.positions.labels.compactMap { item in item.element.map { ($0, item) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The mean and the greatest movement of those who were there, in points.
  private func movement(_ before: Drawing, _ after: Drawing) -> (mean: Double, most: Double) {
    let (old, new) = (places(before), places(after))
    let ways = old.compactMap { id, item in
      new[id].map { now in
        Point(x: now.center.x - item.center.x, y: now.center.y - item.center.y).length
      }
    }
    return (ways.reduce(0, +) / Double(max(1, ways.count)), ways.max() ?? 0)
  }

  @Test(arguments: [Page.a4, .slide, .a3, .a4.portrait])
  func aNewElementLeavesTheOthersWhereTheyWere(page: Page) throws {
    func whole(withNewcomer: Bool) -> Diagram {
      var diagram = Self.picture(withNewcomer: withNewcomer).diagram()
      diagram.keepsAll = true
      return diagram
    }
    let before = try whole(withNewcomer: false).drawn(on: page)
    let positions = before.positions.kept(as: "system")
    // Whoever keeps places keeps all labels too.
    let diagram = Self.picture(withNewcomer: true).diagram()
    let kept = try diagram.drawn(on: page, keeping: positions)
    #expect(movement(before, kept).most < 0.01)
    #expect(kept.labelSize >= before.labelSize * 0.8, "the text stays about as large")
    #expect(places(kept)["new"] != nil)
    expectApart(kept)
    // Without the places a new layout may turn everything around.
    let fresh = try whole(withNewcomer: true).drawn(on: page)
    #expect(movement(before, fresh).mean > 20)
  }

  @Test func whoHasNoTieFindsAPlaceToo() throws {
    let before = try Self.picture(withNewcomer: false).diagram().drawn(on: .a4)
    let after = try Self.picture(withNewcomer: true, isTied: false).diagram().drawn(
      on: .a4, keeping: before.positions.kept(as: "system"))
    #expect(movement(before, after).most < 0.01)
    expectApart(after)
  }

  /// A long legend leaves less room; two views of one map leave the same.
  @Test(arguments: [Page.slide, .a4])
  func viewsOfOneMapShareTheirPlaces(page: Page) throws {
    var picture = Self.picture(withNewcomer: false)
    // As many as can be read on a slide.
    picture.nodes.removeLast(picture.nodes.count - 30)
    picture.ties.removeAll { max($0.first, $0.second) >= 30 }
    let rungs = (1...4).map { "a rung of the ladder with very many words, number \($0)" }
    let ladder = LadderPicture(
      system: picture, levels: picture.ties.indices.map { $0 % 4 + 1 }, rungs: rungs
    ).diagram()
    var system = picture.diagram()
    let alone = try system.drawn(on: page)
    system.sharePlaces(with: ladder)
    let (first, second) = (try system.drawn(on: page), try ladder.drawn(on: page))
    #expect(places(first) == places(second))
    #expect(movement(alone, first).most > 1, "the longer legend takes room")
  }

  @Test func theSamePictureIsKeptToTheByte() throws {
    let diagram = Self.picture(withNewcomer: true).diagram()
    let before = try diagram.drawn(on: .a4)
    let after = try diagram.drawn(on: .a4, keeping: before.positions.kept(as: "system"))
    #expect(movement(before, after).most < 0.01)
    #expect(abs(after.labelSize - before.labelSize) < before.labelSize * 0.08)
  }

  @Test func placesGrowWithThePage() throws {
    let diagram = Self.picture(withNewcomer: false).diagram()
    let small = try diagram.drawn(on: .a4)
    let large = try diagram.drawn(on: .a3, keeping: small.positions.kept(as: "system"))
    let (old, new) = (places(small), places(large))
    for (id, item) in old {
      let scaled = item.center.x * Page.a3.width / Page.a4.width
      #expect(abs((new[id]?.center.x ?? 0) - scaled) < 0.01)
    }
    expectApart(large)
  }

  @Test(arguments: [
    [KeptPosition(view: "system", element: "e1", x: .nan, y: 5)],
    (0..<60).map { KeptPosition(view: "system", element: ElementID("e\($0)"), x: 1e9, y: -1e9) },
    (0..<60).map { KeptPosition(view: "system", element: ElementID("e\($0)"), x: 9, y: 9) },
    [KeptPosition(view: "system", element: "e1", x: 90, y: 90, pageWidth: 0, pageHeight: -1)],
  ])
  func impossiblePlacesAreForgotten(positions: [KeptPosition]) throws {
    let diagram = Self.picture(withNewcomer: false).diagram()
    #expect(
      try diagram.drawn(on: .a4, keeping: positions).dot == diagram.drawn(on: .a4).dot)
  }

  private func expectApart(_ drawing: Drawing) {
    let frames = drawing.positions.labels.map {
      Rect(
        center: Point(x: $0.center.x, y: $0.center.y),
        size: Size(width: $0.width, height: $0.height))
    }
    for (place, frame) in frames.enumerated() {
      #expect(!frames.dropFirst(place + 1).contains { $0.overlaps(frame) })
    }
  }
}
