import Testing

@testable import Diagrams

@Suite struct GraphvizTests {
  private static let clusters = """
    digraph g { subgraph cluster_b { b1; b2 } subgraph cluster_a { a1; a2 }
    subgraph cluster_c { c1; c2 } a1 -> b1; b2 -> c1; c2 -> a2 }

    """

  @Test func readsPositions() throws {
    var dot = DOT()
    dot.nodes = [
      DOT.Node(
        id: DOT.ID(.node, 1),
        attributes: [.width(36), .height(18), .fixedSize, .center(Point(x: 0, y: 0))]),
      DOT.Node(
        id: DOT.ID(.node, 2),
        attributes: [.width(36), .height(18), .fixedSize, .center(Point(x: 100, y: 50))]),
    ]
    dot.edges = [
      DOT.Edge(
        tail: DOT.ID(.node, 1), head: DOT.ID(.node, 2),
        attributes: [.route([.zero, .zero, Point(x: 9, y: 9), Point(x: 100, y: 50)], arrow: nil)])
    ]
    let layout = try Graphviz.layout(dot, engine: .asGiven)
    let first = try #require(layout.nodes[DOT.ID(.node, 1)])
    let second = try #require(layout.nodes[DOT.ID(.node, 2)])
    #expect(abs(first.size.width - 36) < 0.01 && abs(first.size.height - 18) < 0.01)
    #expect(abs(second.center.x - first.center.x - 100) < 0.01)
    #expect(abs(second.center.y - first.center.y - 50) < 0.01)
    #expect(abs(layout.bounds.width - 136) < 0.01 && abs(layout.bounds.height - 68) < 0.01)
    #expect(layout.edges.count == 1 && layout.edges.first?.points.count == 4)
    #expect(layout.edges.first?.head == DOT.ID(.node, 2))
  }

  @Test(arguments: ["dot", "neato", "sfdp", "osage"])
  func sameTextSameBytes(engine: String) throws {
    let target = [Graphviz.Target("svg")]
    let first = try Graphviz.render(text: Self.clusters, engine: engine, as: target)
    for _ in 0..<20 {
      #expect(try Graphviz.render(text: Self.clusters, engine: engine, as: target) == first)
    }
  }

  @Test func sameDrawingSameBytes() throws {
    let drawing = try Pictures.silos.diagram().drawn(on: .slide)
    let first = try drawing.rendered(as: [.svg, .pdf, .png], dotsPerInch: 50)
    for _ in 0..<20 {
      #expect(try drawing.rendered(as: [.svg, .pdf, .png], dotsPerInch: 50) == first)
      #expect(try Pictures.silos.diagram().drawn(on: .slide) == drawing)
    }
  }

  @Test func rendersFromManyThreads() async throws {
    let expected = try Pictures.small.diagram().drawn(on: .a4).rendered(as: .svg)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<16 {
        group.addTask { try Pictures.small.diagram().drawn(on: .a4).rendered(as: .svg) }
      }
      for try await svg in group { #expect(svg == expected) }
    }
  }

  @Test(arguments: [
    "", "not a graph", "digraph g { a -> ", "digraph g { a [label=\"open] }",
    "digraph g { a [pos=] }",
  ])
  func badTextIsAnErrorAndTheNextRenderWorks(text: String) throws {
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz.render(text: text, engine: "nop2", as: [Graphviz.Target("svg")])
    }
    #expect(error?.reason == .layout)
    try expectGoodRender()
  }

  @Test func unknownEngineIsAnError() throws {
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz.render(text: Self.clusters, engine: "xyz", as: [Graphviz.Target("svg")])
    }
    #expect(error?.message.contains("xyz") == true)
    try expectGoodRender()
  }

  @Test(arguments: ["xyz", "", "svg:", "../svg"])
  func unknownFormatIsAnError(format: String) throws {
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz.render(text: Self.clusters, engine: "dot", as: [Graphviz.Target(format)])
    }
    #expect(error?.reason == .format(format))
    try expectGoodRender()
  }

  @Test func diagnosisFindsWhatIsNeeded() {
    let diagnosis = Graphviz.diagnosis
    #expect(!diagnosis.version.isEmpty)
    #expect(diagnosis.engines.contains("neato") && diagnosis.formats.contains("pdf"))
    #expect(diagnosis.hasFonts)
    #expect(diagnosis.problems.isEmpty)
  }

  /// A rendering after a failed one used to go to standard output instead of to the caller.
  private func expectGoodRender() throws {
    let svg = try Graphviz.render(
      text: Self.clusters, engine: "dot", as: [Graphviz.Target("svg")])
    #expect(String(decoding: svg[0], as: UTF8.self).hasSuffix("</svg>\n"))
  }
}
