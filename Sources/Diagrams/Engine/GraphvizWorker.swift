internal import CGraphvizShim
internal import Foundation

/// What a worker is asked.
struct GraphvizRequest: Codable {
  var job: GraphvizJob
  var limits: GraphvizWorkers.Limits
}

/// What a worker says.
enum GraphvizReply: Codable {
  case answer(GraphvizAnswer)
  case failure(GraphvizError)
}

/// One process that draws, seen from the process that started it.
struct GraphvizWorker: Sendable {
  private let process: Process
  private let line: GraphvizLine
  /// How many jobs it has done.
  private(set) var jobs = 0

  /// Starts a process at the other end of a line, which it finds in place of its standard input.
  init(executable: URL, arguments: [String]) throws(GraphvizError) {
    var (near, far): (Int32, Int32) = (-1, -1)
    guard sightline_connect(&near, &far) else {
      throw GraphvizError(reason: .worker, message: "too many files are open; close some programs")
    }
    line = GraphvizLine(socket: near)
    process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = FileHandle(fileDescriptor: far, closeOnDealloc: true)
    // Graphviz and its libraries talk to both when they please.
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw GraphvizError(
        reason: .worker,
        message: "\(executable.path) could not be started: \(error.localizedDescription)")
    }
    process.standardInput = nil
  }

  /// Whether it can take a job: somebody may have ended it in the meantime.
  var isAlive: Bool { process.isRunning }

  /// Does one job; after an error the worker is gone.
  mutating func perform(_ request: GraphvizRequest) throws(GraphvizError) -> GraphvizReply {
    jobs += 1
    let milliseconds = request.limits.seconds * 1_000
    do {
      try line.send(request, milliseconds: milliseconds)
      return try line.receive(GraphvizReply.self, milliseconds: milliseconds)
    } catch {
      end()
      throw failure(error, request.limits)
    }
  }

  private func end() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func failure(
    _ problem: GraphvizLine.Problem, _ limits: GraphvizWorkers.Limits
  ) -> GraphvizError {
    let remedy = "draw fewer elements, or the sectors"
    // The worker ends itself at the same moment, and may be the first.
    if problem == .late
      || process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGALRM
    {
      return GraphvizError(reason: .time(limits.seconds), message: remedy)
    }
    return GraphvizError(
      reason: .worker,
      message: "Graphviz crashed, was stopped, or needed more than \(limits.bytes >> 20) MB of "
        + "memory; try again, else \(remedy)")
  }
}
