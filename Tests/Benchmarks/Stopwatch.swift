import Foundation

/// Times work: one titled line a case, and a record of each for programs.
struct Stopwatch {
  /// One case.
  struct Record: Codable {
    let measure: String
    let graph: String
    /// The median of the rounds.
    let seconds: Double
    /// A number that depends on the whole result.
    let value: Double
  }

  /// Cases whose title does not contain it are left out.
  var filter: String?
  /// How often each case is timed; of the times the median counts.
  var rounds = 3
  private(set) var records: [Record] = []

  init(filter: String?, rounds: Int) {
    self.filter = filter
    self.rounds = rounds
  }

  /// Times some work.
  ///
  /// - Parameters:
  ///   - measure: What is timed.
  ///   - graph: What it is timed on.
  ///   - repetitions: How often the work is done in a round; the time given is that of one.
  ///   - work: Gives a number that depends on all of its results, printed with the time.
  mutating func measure(
    _ measure: String, on graph: String, repetitions: Int = 1, _ work: () -> Double
  ) {
    let title = "\(measure), \(graph)"
    if let filter, !title.contains(filter) { return }
    var value = 0.0
    let times = (0..<rounds).map { _ in
      Self.seconds { for _ in 0..<repetitions { value = work() } } / Double(repetitions)
    }
    let median = times.sorted()[rounds / 2]
    print("\(title): \(Self.text(median)), result \(value)")
    records.append(Record(measure: measure, graph: graph, seconds: median, value: value))
  }

  /// How long some work takes.
  static func seconds(_ work: () -> Void) -> Double {
    ContinuousClock().measure(work) / .seconds(1)
  }

  /// A time in its fitting unit.
  static func text(_ seconds: Double) -> String {
    seconds < 0.1
      ? String(format: "%.3f ms", 1_000 * seconds) : String(format: "%.3f s", seconds)
  }
}
