import SystemMaps

/// A ladder on which participation is told; its levels are in order, and their distances mean
/// nothing.
///
/// The same word stands for different things on different ladders (*involve* is "voice" on one, and
/// *consult* is on another), so a level is never told without its scale, and levels are never
/// averaged.
public enum ParticipationScale: String, Sendable, Hashable, CaseIterable {
  /// The spectrum of the International Association for Public Participation.
  case iap2 = "IAP2"
  /// The ladder of Arnstein (*Journal of the American Institute of Planners*, 1969).
  case arnstein = "Arnstein"
  /// The Spectrum of Community Engagement to Ownership (González, Facilitating Power).
  case ownership = "Spectrum of Community Engagement to Ownership"

  /// The levels, from the lowest.
  public var levels: [String] {
    switch self {
    case .iap2: ["inform", "consult", "involve", "collaborate", "empower"]
    case .arnstein:
      [
        "manipulation", "therapy", "informing", "consultation", "placation", "partnership",
        "delegated power", "citizen control",
      ]
    case .ownership: ["ignore", "inform", "consult", "involve", "collaborate", "defer to"]
    }
  }

  /// The lowest level at which power is shared.
  public var sharedFrom: String { self == .arnstein ? "partnership" : "collaborate" }

  /// Reads the name of a scale; `nil` if it is none of these.
  public init?(named name: String) {
    let key = name.comparisonKey
    switch true {
    case key.contains("iap2"): self = .iap2
    case key.contains("arnstein"): self = .arnstein
    case key.contains("ownership"): self = .ownership
    default: return nil
    }
  }

  /// The place of a level, from 0; `nil` if the scale has no such word.
  public func rank(of level: String) -> Int? {
    let key = level.comparisonKey
    return levels.firstIndex {
      $0.comparisonKey == key || (key.hasPrefix("defer") && $0 == "defer to")
        || (key.hasPrefix("ignore") && $0 == "ignore")
    }
  }
}

/// How far the holders of a table's seats take part in their own eyes, on one scale.
public struct Participation: Sendable, Hashable {
  /// The scale.
  public let scale: ParticipationScale
  /// How many told each level, in the order of the scale.
  public let counts: [Int]

  /// How many told a level.
  public var told: Int { counts.reduce(0, +) }

  /// The middle level, the lower of two; a median needs the order alone.
  public var median: String? {
    guard told > 0 else { return nil }
    var below = 0
    for (level, count) in zip(scale.levels, counts) {
      below += count
      if 2 * below >= told { return level }
    }
    return nil
  }

  /// The share that told a level at which power is shared, or a higher one.
  public var sharing: Double? {
    guard told > 0, let from = scale.rank(of: scale.sharedFrom) else { return nil }
    return Double(counts[from...].reduce(0, +)) / Double(told)
  }
}

/// What a table promised residents, beside what is reported of it.
public struct PromiseGap: Sendable, Hashable {
  /// How one person's level stands to the promise.
  public struct Standing: Sendable, Hashable {
    /// Who tell less than was promised.
    public let below: Int
    /// Who tell the promised level.
    public let met: Int
    /// Who tell more.
    public let above: Int

    /// How many told a level.
    public var told: Int { below + met + above }

    init(_ ranks: [Int], promised: Int) {
      below = ranks.count { $0 < promised }
      met = ranks.count { $0 == promised }
      above = ranks.count { $0 > promised }
    }
  }

  /// The scale of the promise.
  public let scale: ParticipationScale
  /// The level that was promised.
  public let promised: String
  /// What residents at the table tell.
  public let residents: Standing
  /// What all holders of seats tell.
  public let everyone: Standing
}
