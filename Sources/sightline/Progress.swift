import Foundation
import Synchronization

/// How far a piece of work has come.
final class ProgressMeter: Sendable {
  private enum State {
    /// The end is not known.
    case going
    /// A share from 0 to 1 is done.
    case share(Double)
    /// So many parts are settled of how many, and which came last.
    case parts(Int, of: Int, last: String)
  }

  private let state = Mutex(State.going)

  /// Takes note of the share that is done, from 0 to 1; any thread may call.
  ///
  /// With 1, what is left has no known end.
  func reach(_ share: Double) {
    state.withLock { $0 = share < 1 ? .share(share) : .going }
  }

  /// Takes note of a part that is settled; any thread may call.
  func settle(_ part: String, _ settled: Int, of total: Int) {
    state.withLock { state in
      // Threads may come here in another order than they have counted.
      if case .parts(let before, _, _) = state, before >= settled { return }
      state = .parts(settled, of: total, last: part)
    }
  }

  /// The line that a person sees after some tenths of a second.
  func line(_ title: String, tenths: Int) -> String {
    let seconds = tenths / 10
    switch state.withLock({ $0 }) {
    case .going:
      // A mark that walks to and fro says that the work is alive.
      let step = tenths % (2 * Self.width)
      let place = step < Self.width ? step : 2 * Self.width - 1 - step
      let bar =
        String(repeating: "·", count: place) + "█"
        + String(repeating: "·", count: Self.width - 1 - place)
      return "\(title) [\(bar)] \(seconds) s"
    case .share(let share):
      let percent = Int(100 * share)
      return "\(title) [\(Self.bar(Int(Double(Self.width) * share)))] \(percent) %, \(seconds) s"
    case .parts(let settled, let total, let last):
      let bar = Self.bar(Self.width * settled / max(total, 1))
      return "\(title) [\(bar)] \(settled) of \(total), \(last), \(seconds) s"
    }
  }

  private static let width = 24

  private static func bar(_ full: Int) -> String {
    String(repeating: "█", count: full) + String(repeating: "·", count: width - full)
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
