import Graphs

extension Measure {
  /// Measures of what changed since an earlier day.
  static let change: [Measure] = [tieChange, quadraticAssignment]

  /// Ties kept, lost and gained.
  public static let tieChange = Measure(
    "tie_change", "Ties kept, lost and gained",
    "Pairs of those present on both days by whether they were tied then and are tied now; Jaccard is "
      + "the kept as a share of all ties of either day. Who joined or left is listed apart.",
    needs: .earlier,
    of: .network { input in
      guard let change = input.change else { return .undefined(reason: "there is no earlier day") }
      let ties = change.before.tieChange(to: change.now)
      let none = "no pair is or was tied"
      return .record([
        .init("kept", .count(ties.kept), told: "kept"),
        .init("lost", .count(ties.lost), told: "lost"),
        .init("gained", .count(ties.gained), told: "gained"),
        .init("absent", .count(ties.absent)),
        .init("jaccard", MeasureValue(ties.jaccard, otherwise: none), told: "Jaccard"),
        .init("loss", MeasureValue(ties.loss, otherwise: none)),
        .init("gain", MeasureValue(ties.gain, otherwise: none)),
        .init("hamming", .count(ties.hamming)),
        .init("ruzicka", MeasureValue(ties.ruzicka, otherwise: none)),
        .init("joined", .elements(change.joined)), .init("left", .elements(change.left)),
      ])
    })

  /// The correlation of the ties then and now.
  public static let quadraticAssignment = Measure(
    "qap", "Likeness of the ties then and now (QAP)",
    "The correlation of the ties of both days over all pairs, with the share of random renumberings "
      + "that correlate as much or more.",
    needs: .earlier, mostElements: 2_000,
    of: .network { input in
      guard let change = input.change,
        let test = change.before.quadraticAssignment(with: change.now, seed: input.seed)
      else {
        return .undefined(reason: "one of the days has no ties, or all there can be")
      }
      return .record([
        .init("r", .number(test.correlation), told: ""),
        .init("p_ge", .number(test.pHigh), told: "p"), .init("p_le", .number(test.pLow)),
        .init("mean", .number(test.mean)), .init("sd", .number(test.standardDeviation)),
        .init("permutations", .count(test.permutations)),
      ])
    })
}
