extension TwoModeGraph {
  /// Returns for every two actors who share events how likely it is that they share so many.
  ///
  /// The hypergeometric chance that two who take part in as many events as these, drawn at random
  /// from all events, share as many or more. Where many pairs are tested some are rare by chance:
  /// correct for it, as by Benjamini and Hochberg's method.
  ///
  /// - Returns: The pairs in order; for two who share none the chance is 1.
  /// - Complexity: That of `projection(_:)`, and O(*k*) for each pair with *k* events.
  ///
  /// Tumminello et al., "Statistically validated networks in bipartite complex systems", 2011,
  /// doi:10.1371/journal.pone.0017994.
  public func sharedEventSignificance() -> [SharedEvents] {
    var pairs: [SharedEvents] = []
    forEachPair(contribution: { _ in 1 }) { first, second, shared in
      let overlap = Overlap(
        events: events.count, first: eventCount(of: first), second: eventCount(of: second))
      pairs.append(
        SharedEvents(
          first: actors[first], second: actors[second], count: Int(shared),
          p: overlap.chance(ofAtLeast: Int(shared))))
    }
    return pairs
  }
}

/// How many events two actors share, and the chance of as many or more.
public struct SharedEvents: Hashable, Sendable {
  /// The actor that stands first in the graph.
  public var first: NodeID
  /// The other actor.
  public var second: NodeID
  /// How many events both took part in.
  public var count: Int
  /// The chance that two with as many events as these share as many or more.
  public var p: Double
}

/// The hypergeometric distribution of how many events two actors share.
private struct Overlap {
  let events: Int
  let first: Int
  let second: Int

  func chance(ofAtLeast count: Int) -> Double {
    let least = max(0, first + second - events)
    let most = min(first, second)
    guard count > least else { return 1 }
    // Chances relative to that of the likeliest number, so that none that matters is too small
    // for a `Double`.
    let likeliest = min(most, max(least, (first + 1) * (second + 1) / (events + 2)))
    var chances = Array(repeating: 1.0, count: most - least + 1)
    for number in likeliest..<most {
      chances[number + 1 - least] = chances[number - least] * ratio(after: number)
    }
    for number in (least..<likeliest).reversed() {
      chances[number - least] = chances[number + 1 - least] / ratio(after: number)
    }
    return chances[(count - least)...].reduce(0, +) / chances.reduce(0, +)
  }

  /// The chance of one more than a number, divided by that of the number.
  private func ratio(after number: Int) -> Double {
    Double(first - number) * Double(second - number)
      / (Double(number + 1) * Double(events - first - second + number + 1))
  }
}
