import Foundation
import Subprocess
import Testing

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

@Suite("--watch")
struct WatchTests {
  private static let elements = "ID,Label,Type\na,Elm,organization\nb,Oak,organization\n"
  private static let ties = "From,To,Type\na,b,works with\n"

  @Test func eachSaveIsDrawnAndNothingElse() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(["elements.csv": Self.elements, "connections.csv": Self.ties])
      let output = folder.path("map/system.dot")
      func drawing() -> String { (try? folder.text("map/system.dot")) ?? "" }
      let errors = try await WatchedTool.run(
        "draw", map, "system", "-o", output, "--watch", in: folder
      ) { tool in
        try await tool.wait(for: "the first drawing") { drawing().contains("Oak") }

        // Locks and notes are no part of the map.
        try folder.write("map/.~lock.elements.csv#", "me")
        try folder.write("map/~$elements.csv", "me")
        try folder.write("map/notes.txt", "hello")

        // What is written over in place is half a file for a while.
        let changed = Self.elements.replacing("Oak", with: "Fir")
        try folder.write("map/elements.csv", "ID,Label,Type\na,\"Elm")
        try await Task.sleep(for: .milliseconds(500))
        #expect(drawing().contains("Oak"), "half a file is not drawn")
        try folder.write("map/elements.csv", changed)
        try await tool.wait(for: "the second drawing") { drawing().contains("Fir") }

        // What stays wrong is told, and the old drawing stays.
        try folder.write("map/connections.csv", "From,To,Type\na,,works with\n")
        try await tool.wait(for: "the error") { tool.said.contains("has no To") }
        #expect(drawing().contains("Fir"))
        try FileManager.default.removeItem(atPath: folder.path("map/connections.csv"))
        try folder.write("map/connections.csv", Self.ties)
        try folder.write("map/elements.csv", changed.replacing("Fir", with: "Ash"))
        try await tool.wait(for: "the third drawing") { drawing().contains("Ash") }
        try tool.interrupt()
      }
      let lines = errors.split(separator: "\n").map(String.init)
      #expect(lines.first == "Watching \(map); Ctrl-C ends it.")
      #expect(lines.count { $0.hasSuffix(" \(output)") } >= 3)
      #expect(lines.count { $0.contains(" error: connections.csv:2:2: the row has no To") } == 1)
      #expect(
        folder.contents == [
          "map", "map/.~lock.elements.csv#", "map/connections.csv", "map/elements.csv",
          "map/notes.txt", "map/system.dot", "map/~$elements.csv", "said.txt",
        ])
    }
  }

  @Test func placesAreKeptAfterEachSave() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(["elements.csv": Self.elements, "connections.csv": Self.ties])
      let kept = folder.path("kept")
      func text(_ name: String) -> String { (try? folder.text("kept/\(name).csv")) ?? "" }
      let said = try await WatchedTool.run(
        "draw", map, "system", "-o", folder.path("x.dot"), "--keep", kept, "--watch", in: folder
      ) { tool in
        try await tool.wait(for: "the first places") { text("positions").contains("system,b,") }
        try folder.write(
          "map/elements.csv", Self.elements.replacing("Oak", with: "Fir") + "c,Ash,organization\n")
        try await tool.wait(for: "the second places") { text("positions").contains("system,c,") }
        #expect(text("elements").contains("Fir"))
        try tool.interrupt()
      }
      #expect(!said.contains("error"), "\(said)")
      // What was there before is never written over.
      let again = try await Tool.run(
        "draw", map, "system", "-o", folder.path("x.dot"), "--keep", kept)
      #expect(again.status == 1 && again.errors.contains("is there already; name another"))
      let boxes = try await Tool.run(
        "draw", map, "silos", "-o", folder.path("x.dot"), "--keep", folder.path("other"))
      #expect(boxes.status == 64 && boxes.errors.contains("it is for system, ladder, missing"))
    }
  }

  @Test func aReportIsMadeAgain() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(["elements.csv": Self.elements, "connections.csv": Self.ties])
      func page() -> String { (try? folder.text("out/index.html")) ?? "" }
      _ = try await WatchedTool.run(
        "report", map, "-o", folder.path("out"), "--formats", "html", "--watch", in: folder
      ) { tool in
        try await tool.wait(for: "the first report") { page().contains("Oak") }
        try folder.write("map/elements.csv", Self.elements.replacing("Oak", with: "Fir"))
        try await tool.wait(for: "the second report") { page().contains("Fir") }
        try tool.interrupt()
      }
    }
  }

  @Test func withoutAMapItWaits() async throws {
    try await withTemporaryFolder { folder in
      let errors = try await WatchedTool.run(
        "draw", folder.path("map.csv"), "system", "-o", folder.path("map.dot"), "--watch",
        in: folder
      ) { tool in
        try await tool.wait(for: "the error") { tool.said.contains("there is no such file") }
        try folder.write("map.csv", "From,To\nElm,Oak\n")
        try await tool.wait(for: "the drawing") { folder.contents.contains("map.dot") }
        try tool.interrupt()
      }
      #expect(errors.components(separatedBy: "there is no such file").count == 2)
    }
  }
}

/// A command that watches, while a test saves the map.
private struct WatchedTool {
  let folder: TemporaryFolder
  /// Gives Ctrl-C.
  let interrupt: () throws -> Void

  /// What the command has said.
  var said: String { (try? folder.text("said.txt")) ?? "" }

  /// Waits until something holds; it is a failure if it never does.
  func wait(for what: Comment, _ holds: () -> Bool) async throws {
    for _ in 0..<1200 {
      if holds() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record(what)
  }

  /// Runs a command until the work has given Ctrl-C, and returns what it said.
  static func run(
    _ arguments: String..., in folder: TemporaryFolder,
    work: (WatchedTool) async throws -> Void
  ) async throws -> String {
    let said = try FileDescriptor.open(
      FilePath(folder.path("said.txt")), .writeOnly, options: [.create, .append],
      permissions: .ownerReadWrite)
    let result = try await Subprocess.run(
      Tool.executable, arguments: Arguments(arguments), input: .none, output: .discarded,
      error: .fileDescriptor(said, closeAfterSpawningProcess: true)
    ) { execution in
      let tool = WatchedTool(folder: folder) { try execution.send(signal: .interrupt) }
      do {
        try await work(tool)
      } catch {
        try? execution.send(signal: .kill)
        throw error
      }
    }
    #expect(result.terminationStatus == .exited(0))
    return try folder.text("said.txt")
  }
}
