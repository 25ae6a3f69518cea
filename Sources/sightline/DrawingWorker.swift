import ArgumentParser
import Diagrams
import Foundation

/// The hidden command with which Sightline starts itself to draw.
struct DrawingWorker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drawing-worker", abstract: "Draw for another Sightline.", shouldDisplay: false)

  /// Where this program's drawings are made.
  static var host: Graphviz.Host {
    guard let executable = Bundle.main.executableURL else { return .thisProcess }
    return .workers(GraphvizWorkers(executable: executable, arguments: ["drawing-worker"]))
  }

  func run() throws {
    guard Graphviz.serve() else {
      throw CommandFailure("drawing-worker is for Sightline itself; draw with `sightline draw`")
    }
  }
}
