/// How many threads the measures may take.
///
/// The results are the same bytes whatever the number: work is divided into fixed pieces that are
/// added up in their order.
///
///     let scores = Parallelism.$threads.withValue(1) { graph.betweenness() }
public enum Parallelism {
  /// The most threads that one measure uses, 1 or more; `nil` is as many as there are cores.
  @TaskLocal public static var threads: Int?
}
