import Testing

@testable import Diagrams

@Suite struct OutputTests {
  @Test func svgIsNamedAndDescribed() throws {
    let drawing = try Pictures.small.diagram().drawn(on: .slide)
    let bytes = try drawing.rendered(as: .svg, identifier: "map-1")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("<svg"))
    #expect(!text.contains("<!--") && !text.contains("<!DOCTYPE") && !text.contains("<?xml"))
    let svg = try SVGReader.read(bytes)
    #expect(svg.root["role"] == "img")
    #expect(svg.root["aria-labelledby"] == "map-1-title map-1-desc")
    #expect(svg.ids.allSatisfy { $0.hasPrefix("map-1-") })
    #expect(Set(svg.ids).count == svg.ids.count)
    #expect(svg.texts.contains("Who works with whom"))
    #expect(svg.texts.contains("Oak Clinic (health)"))
    #expect(svg.texts.contains("Oak Clinic – Elm School"))
    #expect(svg.texts.contains { $0.contains("5 ties, 3 of them between sectors") })
    #expect(text.contains("font-weight=\"bold\"") && !text.contains(" Bold\""))
  }

  @Test func hostileTextStaysText() throws {
    let drawing = try Pictures.hostile.diagram().drawn(on: .a3)
    let bytes = try drawing.rendered(as: .svg, identifier: "<x onload=")
    let svg = try SVGReader.read(bytes)
    for label in Pictures.hostileLabels {
      let plain = DOTText(label).plain
      let words = plain.split(separator: " ")
      let isThere = svg.texts.contains { $0 == plain || $0.hasPrefix(plain + " (") }
      #expect(isThere, "\(label) is the title of its node")
      #expect(words.allSatisfy { word in svg.texts.contains { $0.contains(word) } })
    }
    let allowed: Set = [
      "svg", "g", "title", "desc", "text", "path", "polygon", "polyline", "ellipse",
    ]
    #expect(Set(svg.elements.keys).isSubset(of: allowed))
    #expect(
      !svg.attributeNames.contains {
        $0.hasPrefix("on") || $0.contains("href") && $0 != "xmlns:xlink"
      })
    _ = try drawing.rendered(as: [.pdf, .png], dotsPerInch: 40)
  }

  @Test(arguments: [Page.slide, .a4, .a4.portrait, .letter, .a3, .a0])
  func pagesAreExact(page: Page) throws {
    let drawing = try Pictures.small.diagram().drawn(on: page)
    let files = try drawing.rendered(as: [.svg, .pdf, .png], dotsPerInch: 36)
    let svg = try SVGReader.read(files[0])
    #expect(svg.root["width"] == "\(Int(page.width))pt")
    #expect(svg.root["height"] == "\(Int(page.height))pt")
    let pdf = String(decoding: files[1], as: Unicode.ASCII.self)
    // Later versions of cairo pack the page's own words.
    if !pdf.contains("/ObjStm") {
      let box = try #require(pdf.firstMatch(of: /MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]/))
      #expect(Double(box.1) == page.width && Double(box.2) == page.height)
    }
    // The width of a PNG stands at byte 16, big-endian.
    let width = files[2][16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect(abs(width - Int(page.width / 2)) <= 1)
  }

  @Test func pdfHasNoMoment() async throws {
    let drawing = try Pictures.small.diagram().drawn(on: .a4)
    let pdf = try drawing.rendered(as: .pdf)
    let text = String(decoding: pdf, as: Unicode.ASCII.self)
    #expect(text.contains("/CreationDate (D:20000101000000Z)") || text.contains("/ObjStm"))
    #expect(text.contains("%%EOF"))
    // A moment would be told in seconds.
    try await Task.sleep(for: .milliseconds(1_100))
    #expect(try drawing.rendered(as: .pdf) == pdf)
  }

  @Test func pixelsAreLimited() throws {
    let png = try Pictures.small.diagram().drawn(on: .a0).rendered(as: .png, dotsPerInch: 600)
    let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    let height = png[20..<24].reduce(0) { $0 << 8 | Int($1) }
    #expect(width * height <= 20_100_000)
  }

  /// The checks are those of zlib.
  @Test(arguments: [
    (96.0, 3_780, 0x952B_0E1B), (150, 5_906, 0x679F_D252), (300, 11_811, 0x78A5_3F76),
  ])
  func aPNGSaysHowLargeItIs(dotsPerInch: Double, perMetre: Int, check: Int) throws {
    let png = try Pictures.small.diagram().drawn(on: .a4)
      .rendered(as: .png, dotsPerInch: dotsPerInch)
    func number(_ place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    // Behind the eight bytes of the signature and the 25 of the header.
    #expect(number(33) == 9 && png[37..<41].elementsEqual("pHYs".utf8))
    #expect(number(41) == perMetre && number(45) == perMetre && png[49] == 1)
    #expect(number(50) == check)
    // A page of 842 points is as wide on paper.
    #expect(abs(Double(number(16)) / Double(perMetre) / 0.0254 * 72 - 842) < 0.6)
    #expect(PNGResolution.recorded(dotsPerInch, in: png) == png, "it is said once")
    #expect(PNGResolution.recorded(96, in: Array("GIF89a".utf8)) == Array("GIF89a".utf8))
  }

  @Test func tagsAreNotConfused() {
    let names = ["Sector 1", "Schools", "Sector 0", "Faith", "Social services", "S"]
    let tags = Palette.standard.styles(names: names, sizes: [6, 5, 4, 3, 2, 1]).styles.map(\.tag)
    #expect(tags.prefix(5) == ["S1", "SC", "SE", "F", "SS"])
    for (place, tag) in tags.enumerated() {
      for other in tags.dropFirst(place + 1) {
        #expect(!tag.hasPrefix(other) && !other.hasPrefix(tag))
      }
    }
  }

  @Test func coloursAreReadable() {
    for palette in [Palette.standard, .grey, .contrast, .dark] {
      let ground = palette.ground
      let least = palette == .contrast ? 7 : 4.5
      for tone in palette.tones + [palette.other] {
        #expect(ground.ink.contrast(on: tone.fill) >= least)
        #expect(tone.dark.contrast(on: ground.paper) >= least)
        #expect(tone.dark.contrast(on: tone.fill) >= least || tone == palette.other)
      }
      for surface in [ground.paper, ground.panel] {
        #expect(ground.ink.contrast(on: surface) >= 7)
        #expect(ground.quietInk.contrast(on: surface) >= least)
        #expect(ground.firmLine.contrast(on: surface) >= 3)
      }
      #expect(ground.faintLine.contrast(on: ground.paper) >= 3)
      for share in [0, 0.5, 1] {
        let cell = MatrixContent(heads: [], cells: [], styles: [], tone: palette.shade).fill(share)
        let drawn = cell == .paper ? ground.paper : cell
        #expect(ground.ink.contrast(on: drawn) >= 4.5)
      }
    }
    for picture in [Pictures.small.diagram(), Pictures.sectors.diagram()] {
      guard case .network(let content) = picture.content else { continue }
      for tie in content.ties { #expect(tie.style.stroke.contrast(on: .paper) >= 3) }
    }
    // The dark line must not be mistaken for the light one.
    let (within, across) = (LineStyle.within, LineStyle.across)
    #expect(across.stroke.contrast(on: within.stroke) >= 3 && across.width >= 1.5 * within.width)
    #expect(Color.quietInk.contrast(on: .panel) >= 4.5)
    #expect(abs(Color(0).contrast(on: .paper) - 21) < 0.1)
  }

  /// On another ground no colour of the light one is left, and nothing else changes.
  @Test(arguments: ["system", "missingtable", "grid", "seats"])
  func aDarkPageIsDarkThroughout(view: String) throws {
    var diagram = try #require(view == "system" ? Pictures.small.diagram() : Pictures.views[view])
    let light = try diagram.drawn(on: .slide).sheet
    diagram.ground = Palette.dark.ground
    let dark = try diagram.drawn(on: .slide).sheet
    #expect(dark.paper == Palette.dark.ground.paper)
    #expect(dark.marks.map(\.frame) == light.marks.map(\.frame))
    #expect(dark.marks.allSatisfy { $0.ink != .ink && $0.ink != .quietInk && $0.ink != .paper })
    #expect(dark.lines.allSatisfy { $0.stroke != .faintLine && $0.stroke != .strongLine })
    #expect(dark.boxes.allSatisfy { $0.fill != .panel && $0.fill != .paper })
  }
}
