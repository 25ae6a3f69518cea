extension Silos {
  /// How hard to search for groups and to test them.
  public struct Effort: Sendable, Hashable {
    /// How many runs of Leiden the groups are the best of.
    public var runs: Int
    /// How many random networks, or random sectors, the tests compare with.
    public var replicates: Int
    /// How many runs of Leiden on each random network, and as many on this one for the test.
    public var runsPerReplicate: Int
    /// How many runs of Leiden at each of 17 resolutions; 0 tries no other.
    public var runsPerResolution: Int

    /// Creates an effort.
    public init(
      runs: Int, replicates: Int, runsPerReplicate: Int, runsPerResolution: Int = 0
    ) {
      self.runsPerResolution = runsPerResolution
      self.runs = runs
      self.replicates = replicates
      self.runsPerReplicate = runsPerReplicate
    }

    /// Creates the effort that suits a network: all of it for a coalition of up to 500 ties, less and
    /// less as every run takes longer.
    ///
    /// The smallest p-value is 1 ÷ (1 + replicates): .0005 with all of them, .01 with the 99 of the
    /// largest networks, which is enough for the verdict.
    public init(forTies count: Int) {
      switch count {
      case ...500:
        self.init(runs: 100, replicates: 1_999, runsPerReplicate: 10, runsPerResolution: 10)
      case ...1_500: self.init(runs: 50, replicates: 999, runsPerReplicate: 1, runsPerResolution: 5)
      case ...5_000: self.init(runs: 30, replicates: 199, runsPerReplicate: 1, runsPerResolution: 2)
      default: self.init(runs: 20, replicates: 99, runsPerReplicate: 1)
      }
    }
  }
}
