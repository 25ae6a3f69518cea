/// Prints one titled line per case: the median of several rounds.
struct Stopwatch {
  /// Cases whose title does not contain it are left out.
  var filter: String?

  /// Times some work.
  ///
  /// - Parameters:
  ///   - title: What is timed, and on what.
  ///   - rounds: How often.
  ///   - repetitions: How often the work is done in a round; the time given is that of one.
  ///   - work: Gives a number that depends on all of its results, printed with the time.
  func measure(
    _ title: String, rounds: Int = 3, repetitions: Int = 1, _ work: () -> Double
  ) {
    if let filter, !title.contains(filter) { return }
    var result = 0.0
    let times = (0..<rounds).map { _ in
      ContinuousClock().measure { for _ in 0..<repetitions { result = work() } }
    }
    let median = times.sorted()[rounds / 2] / repetitions
    print("\(title): \(median), result \(result)")
  }
}
