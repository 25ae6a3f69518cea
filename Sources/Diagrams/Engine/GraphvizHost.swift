extension Graphviz {
  /// Where Graphviz runs.
  public enum Host: Sendable {
    /// In this process, one drawing after another.
    ///
    /// What Graphviz does wrong with a drawing, it does to this process.
    case thisProcess
    /// In processes of its own, several at once, each with limits of time and memory.
    case workers(GraphvizWorkers)

    func perform(_ job: GraphvizJob) throws(GraphvizError) -> GraphvizAnswer {
      switch self {
      case .thisProcess: try Graphviz.perform(job)
      case .workers(let workers): try workers.perform(job)
      }
    }
  }

  /// Where the drawings of a piece of work are made.
  ///
  ///     let workers = GraphvizWorkers(executable: tool, arguments: ["drawing-worker"])
  ///     try Graphviz.$host.withValue(.workers(workers)) {
  ///       try diagram.drawn(on: .slide)
  ///     }
  @TaskLocal public static var host = Host.thisProcess
}
