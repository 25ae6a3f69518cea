import SystemMaps
import Testing

@testable import Diagrams

/// The names of parts and their places, for whoever goes on with a picture.
@Suite struct PartTests {
  private static func picture(_ ids: [ElementID]) -> SystemPicture {
    SystemPicture(
      caption: Caption(title: "Who works with whom"),
      nodes: ids.enumerated().map { place, id in
        .init("Label \(place)", group: place.isMultiple(of: 2) ? "A" : "B", element: id)
      }, ties: ids.indices.dropFirst().map { .init(0, $0) })
  }

  private func svg(_ picture: SystemPicture) throws -> SVGReader {
    try SVGReader.read(picture.diagram().drawn(on: .a4).rendered(as: .svg, identifier: "map"))
  }

  @Test func partsAreCalledByTheirElements() throws {
    let svg = try svg(Self.picture(["school", "clinic", "bank"]))
    #expect(svg.classes["map-element-school"] == ["node", "element", "group-1"])
    #expect(svg.classes["map-element-clinic"] == ["node", "element", "group-2"])
    #expect(svg.classes["map-tag-clinic"] == ["node", "tag", "group-2"])
    #expect(svg.classes["map-tie-school--bank"] == ["edge", "tie"])
    #expect(svg.classes.values.contains(["edge", "sample"]), "the legend's line is no tie")
  }

  @Test func anElementMoreLeavesTheOthersTheirIDs() throws {
    let before = try svg(Self.picture(["school", "clinic", "bank"])).ids
    let after = try svg(Self.picture(["school", "new", "clinic", "bank"])).ids
    let named = before.filter { $0.contains("element-") || $0.contains("tie-") }
    #expect(named.count == 5 && Set(named).isSubset(of: after))
  }

  @Test func idsAreSafeAndDiffer() throws {
    let ids: [ElementID] = [
      "a b", "a_b", "a-b", "a.b", "é", "e", "\" onload=\"x", "<b>", "a_20_b", "", "名前", "a\u{0}b",
    ]
    let svg = try svg(Self.picture(ids))
    #expect(Set(svg.ids).count == svg.ids.count)
    #expect(svg.ids.count { $0.hasPrefix("map-element-") } == ids.count)
    #expect(
      svg.ids.allSatisfy { id in
        id.unicodeScalars.allSatisfy {
          $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
            || $0 == "-" || $0 == "_"
        }
      })
    #expect(!svg.attributeNames.contains("onload"))
  }

  @Test func positionsAreThoseOfThePicture() throws {
    let picture = Self.picture(["school", "clinic", "bank", "park"])
    let drawing = try picture.diagram().drawn(on: .slide)
    let positions = drawing.positions
    let svg = try SVGReader.read(drawing.rendered(as: .svg, identifier: "map"))
    #expect(positions.width == 960 && positions.height == 540 && positions.page == "slide")
    #expect(positions.labels.map(\.element) == ["school", "clinic", "bank", "park"])
    #expect(positions.labels.map(\.label) == (0..<4).map { "Label \($0)" })
    #expect(positions.lines.map(\.from) == Array(repeating: "element-school", count: 3))
    for item in positions.labels {
      #expect(svg.ids.contains("map-" + item.id))
      #expect(item.center.x - item.width / 2 >= 0 && item.center.x + item.width / 2 <= 960)
      #expect(item.center.y - item.height / 2 >= 0 && item.center.y + item.height / 2 <= 540)
      #expect(item.fontSize == drawing.labelSize)
    }
    for line in positions.lines {
      #expect(svg.ids.contains("map-" + line.id))
      #expect(line.points.count >= 4 && line.points.count % 3 == 1)
    }
  }

  @Test func linesBetweenBoxesEndAtBoxes() throws {
    let positions = try Pictures.silos.diagram().drawn(on: .a4).positions
    let boxes = Set(positions.boxes.map(\.id))
    #expect(!positions.lines.isEmpty)
    #expect(positions.lines.allSatisfy { boxes.contains($0.from) && boxes.contains($0.to) })
  }

  @Test func whoMayNotBeNamedHasNoID() throws {
    var map = SystemMap()
    map.elements = [
      Element(id: "rosa", label: "Rosa", type: .resident),
      Element(id: "clinic", label: "Clinic", type: .organization),
      Element(id: "bank", label: "Bank", type: .organization),
    ]
    map.connections = [
      Connection(from: "rosa", to: "clinic", type: .worksWith),
      Connection(from: "bank", to: "clinic", type: .worksWith),
    ]
    let network = map.network(NetworkScope(types: [.resident, .organization]))
    let drawing = try SystemPicture(map: map, network: network, audience: .members).diagram()
      .drawn(on: .a4)
    let svg = try SVGReader.read(drawing.rendered(as: .svg))
    #expect(!svg.ids.contains { $0.contains("rosa") })
    #expect(drawing.positions.labels.map(\.element) == [nil, "clinic", "bank"])
  }
}
