import Foundation
import SystemMaps

extension GroupVoice {
  /// The group that has least of the influence beside its share of the population, or of those in
  /// the network; `nil` where nobody has influence.
  public var leastHeard: Part? {
    parts.filter { $0.position != nil }.min {
      ($0.total ?? $0.position ?? 0, $0.group) < ($1.total ?? $1.position ?? 0, $1.group)
    }
  }

  /// The groups of the population of which nobody is in the network.
  public var absent: [Part] { parts.filter { $0.members == 0 && ($0.benchmark ?? 0) > 0 } }

  /// The influence of the group that is heard least, as a sentence with figures.
  public var sentence: String {
    let network = isOfPeople ? "those who sit at tables" : "the network of working ties"
    let absent =
      self.absent.isEmpty
      ? "" : " Nobody in it is \(ChanceWords.list(self.absent.map(\.group)))."
    guard let part = leastHeard, let influence = part.influenceShare else {
      return "\(attribute): nobody in \(network) has influence.\(absent)"
    }
    var shares: [String] = []
    if let benchmark = part.benchmark, let population {
      shares.append("\(ChanceWords.percent(benchmark)) of \(population.citation)")
    }
    shares.append("\(ChanceWords.percent(part.memberShare)) of \(network)")
    shares.append("\(ChanceWords.percent(influence)) of its influence")
    let without = withoutBackbone?.first { $0.group == part.group }?.influenceShare.map {
      " (\(ChanceWords.percent($0)) without the backbone)"
    }
    return "\(part.group): \(shares.joined(separator: ", "))\(without ?? ""): \(part.verdict). "
      + "\(part.chance)\(unknownWords)\(absent)"
  }

  private var unknownWords: String {
    unknown > 0 ? " Of \(unknown) in it \(attribute) is not known." : ""
  }
}

extension GroupVoice.Part {
  /// Whether the group lacks seats, place or both, in words.
  public var verdict: String {
    let isMissing = presence.map { ParityBand(ratio: exp($0)) == .below } ?? false
    let isOnEdge = position.map { ParityBand(ratio: exp($0)) == .below } ?? false
    return switch (isMissing, isOnEdge) {
    case (true, true): "fewer than its share are at the table, and those who are stand on the edge"
    case (true, false): "not at the table: fewer are there than its share"
    case (false, true): "at the table, but on the edge"
    case (false, false): "near its share"
    }
  }

  fileprivate var chance: String {
    guard let p else { return "" }
    return "Shuffling the groups puts one as far from even \(ChanceWords.frequency(p))"
      + (p < 0.05 ? "." : ", so no clear difference in position.")
  }
}

extension BudgetVoice {
  /// How influence goes with budget, as a sentence with figures.
  public var sentence: String {
    let without =
      withoutBackbone.map { "; \(ChanceWords.decimal($0)) without the backbone" } ?? ""
    let leaning =
      p >= 0.05
      ? "does not clearly go with budget"
      : concentrationIndex > 0
        ? "leans to the larger budgets" : "leans to the smaller budgets"
    return "Influence \(leaning): concentration index \(ChanceWords.decimal(concentrationIndex)) "
      + "(0 is even\(without)); shuffled budgets give one as large, either way, "
      + "\(ChanceWords.frequency(p)). \(ends)"
  }

  private var ends: String {
    guard let low = fifths.first, let high = fifths.last else { return "" }
    let seats = zip([low], [high]).compactMap { low, high in
      low.seatShare.flatMap { first in high.seatShare.map { (first, $0) } }
    }.first
    func words(_ influence: Double, _ seats: Double?) -> String {
      "\(ChanceWords.percent(influence)) of the influence"
        + (seats.map { " and \(ChanceWords.percent($0)) of the seats at tables that decide" } ?? "")
    }
    return "The fifth with the smallest budgets has \(words(low.influenceShare, seats?.0)), the "
      + "fifth with the largest \(words(high.influenceShare, seats?.1))."
  }
}

extension TableReach {
  /// Who is near a table that decides, as a sentence with figures: the first attribute's groups.
  public var sentence: String {
    let near = all.seated + all.nextTo
    let first = groups.filter { $0.attribute == groups.first?.attribute && $0.members > 1 }
    let words = first.map { "\($0.group) \(ChanceWords.percent($0.share))" }
    return "\(near) of \(all.members) are within two steps of a table that decides, by a seat of "
      + "their own or a working tie with someone who has one"
      + (words.isEmpty ? "." : ": \(words.joined(separator: ", ")).")
  }
}

extension ResidentTies {
  /// Residents as those who give and those who are served, as a sentence with figures.
  public var sentence: String {
    "Residents and households give in \(giving) of \(giving + receiving) reported ties of service, "
      + "and are served in \(receiving). Of \(ChanceWords.count(oneWay + twoWay, "pair")) of one of "
      + "them and an organization or worker, \(twoWay) have ties both ways."
  }
}

extension TieBalance {
  /// How many referrals are answered, as a sentence with figures.
  public var sentence: String {
    "Of \(ChanceWords.count(oneWay + twoWay, "pair")) with a referral, \(twoWay) "
      + "\(twoWay == 1 ? "refers" : "refer") both ways."
  }
}
