import Foundation
import Subprocess
import Testing

@testable import Diagrams

/// Drawings made by the built tool for this process, and by the tool for itself.
@Suite(.timeLimit(.minutes(2))) struct WorkerTests {
  private static let small = "digraph g { a -> b; subgraph cluster_c { b; c } }"

  /// Ranks without order, in which `dot` looks for one for minutes.
  private static let endless =
    "digraph g { " + (0..<5_000).map { "\($0) -> \(($0 * 7 + 1) % 5_000); " }.joined()
    + (0..<5_000).map { "\($0) -> \(($0 * 131 + 17) % 5_000); " }.joined() + "}"

  /// The sum of the weights is beyond what Graphviz counts with.
  private static let crashing = """
    digraph g { edge [weight=2000000000] a -> b; a -> b; a -> b; b -> c; a -> c; c -> d }
    """

  private func workers(seconds: Int = 60, bytes: Int = 2 << 30) -> Graphviz.Host {
    .workers(
      GraphvizWorkers(
        executable: Tool.binary, arguments: ["drawing-worker"],
        limits: GraphvizWorkers.Limits(seconds: seconds, bytes: bytes)))
  }

  private func draw(
    _ text: String, in host: Graphviz.Host, as format: String = "svg"
  ) throws -> [UInt8] {
    try Graphviz.$host.withValue(host) {
      try Graphviz.render(text: text, engine: "dot", as: [Graphviz.Target(format)])[0]
    }
  }

  @Test func aWorkerDrawsTheSameBytes() throws {
    let picture = SystemPicture(
      caption: Caption(title: "Who works with whom"),
      nodes: (0..<30).map { .init("Element \($0) \"é & <b>\"", group: "G\($0 % 3)") },
      ties: (0..<30).map { .init($0, ($0 * 7 + 1) % 30) })
    func files() throws -> [[UInt8]] {
      try picture.diagram().drawn(on: .a4).rendered(as: [.svg, .pdf, .png], dotsPerInch: 96)
    }
    let here = try files()
    #expect(try Graphviz.$host.withValue(workers()) { try files() } == here)
  }

  @Test func aDrawingThatHangsIsGivenUp() throws {
    let host = workers(seconds: 2)
    let error = #expect(throws: GraphvizError.self) { try draw(Self.endless, in: host) }
    #expect(error?.reason == .time(2))
    #expect(error?.description.hasPrefix("the diagram was given up after 2 seconds: ") == true)
    #expect(try !draw(Self.small, in: host).isEmpty)
  }

  @Test func aDrawingThatCrashesTakesNothingAlong() throws {
    let host = workers()
    let error = #expect(throws: GraphvizError.self) { try draw(Self.crashing, in: host) }
    #expect(error?.reason == .worker)
    #expect(try !draw(Self.small, in: host).isEmpty)
  }

  @Test func aDrawingHasSoMuchMemoryAndNoMore() throws {
    let host = workers(bytes: 512 << 20)
    #expect(throws: GraphvizError.self) {
      let drawing = try draw("digraph g { a [peripheries=10000000] }", in: host)
      Issue.record("a drawing of \(drawing.count) bytes was made")
    }
    #expect(try !draw(Self.small, in: host).isEmpty)
  }

  @Test func whatGraphvizSaysComesBack() throws {
    let error = #expect(throws: GraphvizError.self) {
      try draw("digraph g { a -> ", in: workers())
    }
    #expect(error?.reason == .layout)
    #expect(error?.message.contains("syntax error") == true)
  }

  @Test func manyDrawAtOnce() async throws {
    let expected = try draw(Self.small, in: .thisProcess)
    let host = workers()
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<12 { group.addTask { try draw(Self.small, in: host) } }
      for try await svg in group { #expect(svg == expected) }
    }
  }

  @Test func aProgramThatCannotDrawIsNamed() throws {
    let missing = GraphvizWorkers(executable: URL(filePath: "/nowhere/at/all"), arguments: [])
    let mute = GraphvizWorkers(executable: URL(filePath: "/bin/sh"), arguments: ["-c", "exit 3"])
    for workers in [missing, mute] {
      let error = #expect(throws: GraphvizError.self) {
        try draw(Self.small, in: .workers(workers))
      }
      #expect(error?.reason == .worker)
    }
  }

  @Test func theHiddenCommandIsNotForPeople() async throws {
    let outcome = try await Tool.run("drawing-worker")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("sightline draw"))
    #expect(try await !Tool.run("--help").output.contains("drawing-worker"))
  }

  @Test func withoutAFontNothingIsWritten() async throws {
    try await withTemporaryFolder { folder in
      let fonts = try folder.write(
        "fonts.conf",
        """
        <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig><dir>/nowhere</dir><cachedir>\(folder.path("cache"))</cachedir></fontconfig>
        """)
      let result = try await Subprocess.run(
        Tool.executable,
        arguments: ["draw", Tool.sample("larkspur"), "system", "-o", folder.path("map.pdf")],
        environment: .inherit.updating(["FONTCONFIG_FILE": fonts]), output: .discarded,
        error: .string(limit: 1 << 20))
      #expect(result.terminationStatus == .exited(1))
      #expect(result.standardError.contains("no font was found; install `fonts-liberation`"))
      #expect(!folder.contents.contains { $0.contains("map") })
    }
  }

  #if os(Linux)
    /// In a process of its own, where nothing else takes memory.
    @Test func aHundredDrawingsInOneProcessAreTheSameAndTakeNoMemory() async throws {
      try await withTemporaryFolder { folder in
        // Each process that is started adds its number.
        let numbers = folder.path("numbers")
        let command = "echo $$ >> '\(numbers)'; exec '\(Tool.binary.path)' drawing-worker"
        let host = Graphviz.Host.workers(
          GraphvizWorkers(executable: URL(filePath: "/bin/sh"), arguments: ["-c", command]))
        let picture = SystemPicture(
          caption: Caption(title: "Who works with whom"),
          nodes: (0..<40).map { .init("Organization \($0)", group: "G\($0 % 4)") },
          ties: (0..<40).map { .init($0, ($0 * 7 + 1) % 40) })
        try Graphviz.$host.withValue(host) {
          let drawing = try picture.diagram().drawn(on: .slide)
          func files() throws -> [[UInt8]] {
            try drawing.rendered(as: [.svg, .pdf, .png], dotsPerInch: 60)
          }
          let first = try files()
          for _ in 0..<15 { _ = try files() }
          let process = try folder.text("numbers").trimmingCharacters(in: .whitespacesAndNewlines)
          let before = try Self.residentKilobytes(of: process)
          for _ in 0..<100 { #expect(try files() == first) }
          let growth = try Self.residentKilobytes(of: process) - before
          #expect(growth < 1_500, "a hundred drawings took \(growth) kB")
          #expect(try folder.text("numbers").split(separator: "\n").count == 1, "one process")
        }
      }
    }

    private static func residentKilobytes(of process: String) throws -> Int {
      let text = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)
      let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
      return try #require(pages) * 4
    }

    @Test func aWorkerKilledWhileItDrawsIsSaidOfItsDrawing() async throws {
      try await withTemporaryFolder { folder in
        let map = try folder.write(["connections.csv": Self.map], into: "map")
        let drawing = folder.path("map.svg")
        let outcome = try killingWorker(of: ["draw", map, "system", "-o", drawing])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("error: the diagram was not finished: Graphviz crashed"))
        #expect(folder.contents == ["map", "map/connections.csv"])
      }
    }

    @Test func aReportIsThereWithoutTheDrawingWhoseWorkerWasKilled() async throws {
      try await withTemporaryFolder { folder in
        let map = try folder.write(["connections.csv": Self.map], into: "map")
        let report = folder.path("report")
        let outcome = try killingWorker(
          of: ["report", map, "-o", report, "--formats", "html,svg"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("the diagram was not finished"))
        let page = try folder.text("report/index.html")
        #expect(page.contains("This diagram could not be drawn."))
        #expect(page.contains("could not be drawn: the diagram was not finished"), "a finding")
        #expect(outcome.errors.contains("warning: the picture "))
      }
    }

    private static let map =
      "From,To\n" + (0..<12).map { "Agency \($0),Agency \(($0 * 7 + 3) % 12)\n" }.joined()

    /// Runs the tool, and kills the first worker that it starts.
    private func killingWorker(
      of arguments: [String]
    ) throws -> (status: Int32, errors: String) {
      let tool = Process()
      let errors = Pipe()
      tool.executableURL = Tool.binary
      tool.arguments = arguments
      tool.standardOutput = FileHandle.nullDevice
      tool.standardError = errors
      try tool.run()
      let list = "/proc/\(tool.processIdentifier)/task"
      while tool.isRunning {
        // Any thread of the tool may have started the worker.
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: list)) ?? []
        let children = threads.compactMap {
          try? String(contentsOfFile: "\(list)/\($0)/children", encoding: .utf8)
        }
        if let child = children.joined(separator: " ").split(separator: " ").first {
          kill(try #require(Int32(child)), SIGKILL)
          break
        }
        usleep(500)
      }
      let text = try errors.fileHandleForReading.readToEnd() ?? Data()
      tool.waitUntilExit()
      return (tool.terminationStatus, String(decoding: text, as: UTF8.self))
    }
  #endif
}
