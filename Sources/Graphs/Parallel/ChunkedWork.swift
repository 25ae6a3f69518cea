import Dispatch
import Synchronization

/// Returns the results of independent pieces of work, in the order of their numbers.
///
/// How many pieces there are is the caller's choice and never that of the machine: whoever adds
/// the results up in order gets the same bits on one core and on many.
///
/// - Parameters:
///   - count: How many pieces there are.
///   - concurrently: Whether the work is worth the cost of several threads, about a millisecond.
///   - work: Does the piece of a number.
package func chunkedResults<Result: Sendable>(
  count: Int, concurrently: Bool, of work: @Sendable (Int) -> Result
) -> [Result] {
  let workers = min(count, max(1, Parallelism.threads ?? count))
  guard concurrently, workers > 1 else { return (0..<count).map(work) }
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    for chunk in stride(from: worker, to: count, by: workers) {
      let result = work(chunk)
      results.withLock { $0[chunk] = result }
    }
  }
  return results.withLock { $0.compactMap(\.self) }
}
