/// Steps put together where they follow one another at one organization.
struct JourneyRuns {
  private let steps: [JourneyPicture.Step]
  /// The steps of each run.
  let ranges: [Range<Int>]
  /// The run of each step.
  let runOf: [Int]

  /// Every step by itself.
  init(single steps: [JourneyPicture.Step]) {
    self.steps = steps
    ranges = steps.indices.map { $0..<($0 + 1) }
    runOf = Array(steps.indices)
  }

  /// Steps that follow one another at one organization; none is put together across a hand-off to
  /// somewhere else and back.
  init(of steps: [JourneyPicture.Step], keeping referrals: [JourneyPicture.Referral]) {
    self.steps = steps
    let arrivals = Set(
      referrals.compactMap { referral -> Int? in
        guard case .arrived(let step) = referral.outcome else { return nil }
        return steps[step].place == steps[referral.step].place ? nil : step
      })
    var ranges: [Range<Int>] = []
    for step in steps.indices {
      if let last = ranges.last, steps[last.lowerBound].place == steps[step].place,
        !arrivals.contains(step)
      {
        ranges[ranges.count - 1] = last.lowerBound..<(step + 1)
      } else {
        ranges.append(step..<(step + 1))
      }
    }
    self.ranges = ranges
    runOf = ranges.enumerated().flatMap { run, range in range.map { _ in run } }
  }

  /// The numbers of a run's steps, as in "7–9".
  func number(of range: Range<Int>) -> String {
    range.count == 1
      ? String(range.upperBound) : "\(range.lowerBound + 1)–\(range.upperBound)"
  }

  /// What happened in a run, every step of it.
  func wholeLabel(of range: Range<Int>) -> String {
    steps[range].map { DOTText($0.label).plain }.joined(separator: "; ")
  }

  /// What happened in a run: its first step, and how many more there are.
  func label(of range: Range<Int>) -> String {
    let first = DOTText(steps[range.lowerBound].label).plain
    return range.count == 1 ? first : "\(first) + \(range.count - 1) more"
  }
}
