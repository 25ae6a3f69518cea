import ArgumentParser
import Foundation
import Interchange
import Synchronization
import SystemMaps

/// Whether a command goes on, and does its work again whenever the map is saved.
struct WatchArguments: ParsableArguments {
  @Flag(help: "Go on, and do it again within a second of each save of the map; Ctrl-C ends it.")
  var watch = false

  /// Does a command's work once, or again and again.
  ///
  /// - Parameters:
  ///   - source: The map.
  ///   - work: Reads the map, writes the output whole or not at all, and returns its path.
  func run(_ source: MapArguments, _ work: () throws -> String) throws {
    if watch { try Watch(source: source).run(work) } else { _ = try work() }
  }
}

/// The watch over the files of a map.
private struct Watch {
  let source: MapArguments

  /// Works until the user ends it; what is odd in the map is told, and the old output stays.
  func run(_ work: () throws -> String) throws {
    let ending = Ending()
    let signals = [SIGINT, SIGTERM].map(ending.source)
    defer { signals.forEach { $0.cancel() } }
    Console.note("Watching \(source.map); Ctrl-C ends it.")
    let clock = ContinuousClock()
    let start = clock.now
    var settling = Settling<FileStamp>()
    var hasWorked = false
    while true {
      let files = MapFile.stamps(of: source.map, connections: source.connections)
      let step = settling.see(files, at: clock.now - start)
      if step == .wait {
        Thread.sleep(forTimeInterval: 0.1)
        continue
      }
      do {
        let output = try ending.deferring(work)
        settling.succeed()
        hasWorked = true
        Console.note("\(timeOfDay) \(output)")
      } catch let errors as MapErrors {
        settling.fail(after: step)
        if step == .readAndTell { tell(errors) }
      } catch let failure as CommandFailure where hasWorked {
        settling.succeed()
        Console.note("\(timeOfDay) error: \(failure)")
      }
    }
  }

  private func tell(_ errors: MapErrors) {
    for error in errors.errors { Console.note("\(timeOfDay) error: \(error)") }
    Console.note("Waiting for the next save; nothing was written.")
  }

  private var timeOfDay: String {
    let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
    return [parts.hour, parts.minute, parts.second].map { part in
      let digits = String(part ?? 0)
      return digits.count < 2 ? "0" + digits : digits
    }.joined(separator: ":")
  }
}

/// The end that the user makes with Ctrl-C: at once, or when the work in hand is done.
private final class Ending: Sendable {
  private struct State {
    var isWorking = false
    var isDue = false
  }

  private let state = Mutex(State())

  /// Takes a signal as the wish to end, as long as the source is not cancelled.
  func source(ofSignal number: Int32) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler { [self] in end() }
    source.resume()
    return source
  }

  /// Ends the program, unless it is at work; asked twice, it ends even so.
  private func end() {
    state.withLock { state in
      if !state.isWorking || state.isDue { exit(0) }
      state.isDue = true
    }
  }

  /// Does a piece of work that an end waits for, so that no output is left half written.
  func deferring<Result>(_ work: () throws -> Result) throws -> Result {
    state.withLock { $0.isWorking = true }
    defer {
      state.withLock { state in
        if state.isDue { exit(0) }
        state.isWorking = false
      }
    }
    return try work()
  }
}
