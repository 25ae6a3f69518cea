import Foundation
import Synchronization

/// How far a piece of work has come.
final class ProgressMeter: Sendable {
  private struct State {
    var settled = 0
    var total = 0
    var last = ""
  }

  private let state = Mutex(State())

  /// Takes note of a part that is settled; any thread may call.
  func settle(_ part: String, _ settled: Int, of total: Int) {
    state.withLock { state in
      // Threads may come here in another order than they have counted.
      guard settled > state.settled else { return }
      state = State(settled: settled, total: total, last: part)
    }
  }

  /// The line that a person sees after some tenths of a second.
  func line(_ title: String, tenths: Int) -> String {
    let width = 24
    let state = state.withLock { $0 }
    guard state.total > 0 else {
      // The end is not known: a mark that walks to and fro says that the work is alive.
      let step = tenths % (2 * width)
      let place = step < width ? step : 2 * width - 1 - step
      let bar =
        String(repeating: "·", count: place) + "█"
        + String(repeating: "·", count: width - 1 - place)
      return "\(title) [\(bar)] \(tenths / 10) s "
    }
    let full = width * state.settled / state.total
    let bar = String(repeating: "█", count: full) + String(repeating: "·", count: width - full)
    return
      "\(title) [\(bar)] \(state.settled) of \(state.total), \(state.last) \(tenths / 10) s "
  }
}

/// Does a piece of work and, if a person watches and it takes over a second, shows that it goes on.
func showingProgress<Result, Failure: Error>(
  _ title: String, _ work: () throws(Failure) -> Result
) throws(Failure) -> Result {
  try showingProgress(title) { (_: ProgressMeter) throws(Failure) in try work() }
}

/// Does a piece of work that tells how far it has come and, if a person watches and it takes over a
/// second, shows it.
///
/// Nothing is ever drawn into a pipe.
func showingProgress<Result, Failure: Error>(
  _ title: String, _ work: (ProgressMeter) throws(Failure) -> Result
) throws(Failure) -> Result {
  let meter = ProgressMeter()
  guard Console.isWatched else { return try work(meter) }
  let ticker = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
  let start = DispatchTime.now()
  ticker.schedule(deadline: .now() + 1, repeating: 0.1)
  ticker.setEventHandler {
    let tenths = Int((DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 100_000_000)
    let line = "\r\(meter.line(title, tenths: tenths))\u{1B}[K"
    FileHandle.standardError.write(Data(line.utf8))
  }
  ticker.resume()
  defer {
    ticker.cancel()
    if DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds > 1_000_000_000 {
      FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
  }
  return try work(meter)
}
