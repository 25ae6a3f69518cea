import Synchronization

/// Hands pieces of work to whichever thread is free, and returns what the threads have gathered.
///
/// Which thread does which piece is left to chance: only what does not depend on it may be
/// gathered, such as sums of whole numbers. For sums that are rounded there is `chunkedResults`.
///
/// - Parameters:
///   - pieces: How many pieces there are.
///   - concurrently: Whether the work is worth the cost of several threads, about a millisecond.
///   - start: Makes a thread's workspace, when it gets its first piece.
///   - work: Does the piece of a number.
/// - Returns: One workspace for each thread that did any work.
func gathered<Workspace: Sendable>(
  pieces: Int, concurrently: Bool, from start: @Sendable () -> Workspace,
  by work: @Sendable (inout Workspace, Int) -> Void
) -> [Workspace] {
  let begun = Atomic(0)
  let workspaces = chunkedResults(count: pieces, concurrently: concurrently) { _ -> Workspace? in
    // Whoever comes first takes piece after piece; later comers find none left.
    var piece = begun.wrappingAdd(1, ordering: .relaxed).oldValue
    guard piece < pieces else { return nil }
    var workspace = start()
    while piece < pieces {
      work(&workspace, piece)
      piece = begun.wrappingAdd(1, ordering: .relaxed).oldValue
    }
    return workspace
  }
  return workspaces.compactMap(\.self)
}
