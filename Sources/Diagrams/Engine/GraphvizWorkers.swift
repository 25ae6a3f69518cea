public import Foundation
internal import Synchronization

/// Processes that draw for this one, so that a drawing which hangs or crashes takes nothing along.
///
/// A worker is started when one is wanted and none is free: there are as many as threads that draw
/// at once. It takes one job after another over a socket. One that fails is ended, and the next
/// job has a new one. They end with this process.
///
/// The program that is started has to call ``Graphviz/serve()``.
public final class GraphvizWorkers: Sendable {
  /// What one job may cost.
  public struct Limits: Hashable, Sendable, Codable {
    /// The seconds that a job may take, 1 or more.
    public var seconds: Int
    /// The bytes of memory that a worker may have, where the system keeps count.
    public var bytes: Int

    /// Creates limits.
    public init(seconds: Int = 60, bytes: Int = 2 << 30) {
      self.seconds = min(max(seconds, 1), 86_400)
      self.bytes = max(bytes, 64 << 20)
    }
  }

  private let executable: URL
  private let arguments: [String]
  private let limits: Limits
  private let idle = Mutex<[GraphvizWorker]>([])

  /// Prepares workers; none is started yet.
  ///
  /// - Parameters:
  ///   - executable: The program that draws.
  ///   - arguments: What it is started with.
  ///   - limits: What one job may cost.
  public init(executable: URL, arguments: [String], limits: Limits = Limits()) {
    self.executable = executable
    self.arguments = arguments
    self.limits = limits
  }

  /// Has a worker do a job; any thread may call.
  func perform(_ job: GraphvizJob) throws(GraphvizError) -> GraphvizAnswer {
    // Graphviz loses a little memory with each drawing, so a worker has its day.
    let mostJobs = 200
    var worker = try free()
    let reply = try worker.perform(GraphvizRequest(job: job, limits: limits))
    if worker.jobs < mostJobs { idle.withLock { [worker] in $0.append(worker) } }
    switch reply {
    case .answer(let answer): return answer
    case .failure(let error): throw error
    }
  }

  private func free() throws(GraphvizError) -> GraphvizWorker {
    while let worker = idle.withLock({ $0.popLast() }) {
      if worker.isAlive { return worker }
    }
    return try GraphvizWorker(executable: executable, arguments: arguments)
  }
}
