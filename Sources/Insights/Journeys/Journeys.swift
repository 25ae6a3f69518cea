public import SystemMaps

/// What many families' journeys show together: where they go, how long they wait, where they are
/// lost.
///
/// It names no family.
///
///     let journeys = Journeys(of: map.eventLog, in: map, for: .members)
///     journeys.handovers.first?.families  // 23
///
/// Below the team nothing is told of fewer families than the map's privacy threshold, nor could it
/// be computed from what is told: see ``suppressed``. Medians and quartiles, never the extremes.
public struct Journeys: Hashable, Sendable {
  /// How many families go from one place to the next.
  public struct Flow<Place: Hashable & Sendable>: Hashable, Sendable {
    /// Where they come from.
    public let from: Place
    /// Where they go; the place itself if the next step is there too.
    public let to: Place
    /// How many times.
    public let count: Int
    /// How many different families.
    public let families: Int
    /// The days between the end of the one and the start of the other; `nil` if too few tell.
    public let waits: Spread?
  }

  /// A way through organizations, each named once for every stay.
  public struct Route: Hashable, Sendable {
    /// The organizations in order of time.
    public let organizations: [ElementID]
    /// How many families went this way.
    public let families: Int
  }

  /// Where families were sent and did not arrive in the map's follow-up days.
  public struct Loss: Hashable, Sendable {
    /// Who sent them; `nil` if not known.
    public let from: ElementID?
    /// Where they were sent.
    public let to: ElementID
    /// How many families were sent, and either arrived or had the time to.
    public let sent: Int
    /// How many of them are not known to have arrived, after any of the times they were sent.
    public let lost: Int
  }

  /// Two organizations that serve the same families.
  public struct SharedFamilies: Hashable, Sendable {
    /// What the map says of the two.
    public enum Tie: Hashable, Sendable {
      /// They work together, as reported.
      case reported
      /// At least one of them was asked, and neither names the other: an introduction would help.
      case noneReported
      /// Neither answered, or there is no map of ties.
      case notKnown
    }

    /// The one whose id comes first.
    public let first: ElementID
    /// The other.
    public let second: ElementID
    /// How many families both serve, no fewer than the threshold.
    ///
    /// `nil` where small counts are left out: the families that only one of them serves could be
    /// computed.
    public let families: Int?
    /// What the map says of the two.
    public let tie: Tie
  }

  /// How many families an organization met.
  public struct Visit: Hashable, Sendable {
    /// The organization.
    public let organization: ElementID
    /// How many families.
    public let families: Int
  }

  /// What was left out so that no family can be told.
  public struct Suppression: Hashable, Sendable {
    /// Whatever concerns fewer families is left out; 0 or 1 leaves nothing out.
    public let threshold: Int
    /// How many rows were left out of ``directlyFollows``.
    public let directlyFollows: Int
    /// How many rows were left out of ``handovers``.
    public let handovers: Int
    /// How many rows were left out of ``siloHandovers``.
    public let siloHandovers: Int
    /// How many different routes were left out.
    public let routes: Int
  }

  /// Who may see it.
  public let audience: Audience
  /// How many families there are; `nil` if too few.
  public let cases: Int?
  /// How many steps they took; `nil` if there are too few families, or if rows are left out, which
  /// the number of all steps could give away.
  public let events: Int?
  /// What follows what, those of most families first.
  public let directlyFollows: [Flow<String>]
  /// Handovers of work between organizations, and steps that stay with one.
  public let handovers: [Flow<ElementID>]
  /// Handovers of work between silos, and steps that stay within one.
  public let siloHandovers: [Flow<String>]
  /// Handovers of work between workers; none but for the team.
  public let workerHandovers: [Flow<ElementID>]
  /// How many families each organization met, those of most families first; none where small counts
  /// are left out, since whoever enters and leaves could then be computed.
  public let visits: [Visit]
  /// The most common routes.
  public let routes: [Route]
  /// Where families are lost, where most are first; empty if no step names a referral.
  public let losses: [Loss]
  /// The pairs of organizations that serve the same families, those without a tie first.
  public let sharedFamilies: [SharedFamilies]
  /// How closely those who serve a family know each other's families: see ``CareDensity``.
  public let careDensity: Spread?
  /// The organizations and workers that the log names.
  public let labels: [ElementID: String]
  /// What was left out.
  public let suppressed: Suppression
  /// What was odd, assumed or could not be told.
  public let findings: [Finding]

  /// The name of an organization or worker.
  public func label(of id: ElementID) -> String { labels[id] ?? id.text }
}

/// The middle of some numbers and the middles of their halves.
public struct Spread: Hashable, Sendable {
  /// A quarter of the numbers are below.
  public let lowerQuartile: Double
  /// Half of the numbers are below.
  public let median: Double
  /// Three quarters of the numbers are below.
  public let upperQuartile: Double

  /// The spread of numbers, between two of them by the straight line; `nil` if there are none.
  ///
  /// Hyndman & Fan, "Sample Quantiles in Statistical Packages", 1996, definition 7.
  ///
  /// - Complexity: O(*n* log *n*).
  public init?(of numbers: [Double]) {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    lowerQuartile = quantile(0.25)
    median = quantile(0.5)
    upperQuartile = quantile(0.75)
  }
}
