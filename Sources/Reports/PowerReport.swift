public import Insights
public import SystemMaps

/// Participation and power at the tables, ready to print.
public struct PowerReport: Sendable {
  /// What the audience may see.
  public let power: Power
  /// The map, as the audience may see it.
  public let map: SystemMap

  /// Prepares the report of what an audience may see.
  public init(of map: SystemMap, for audience: Audience) {
    power = Power(of: map, for: audience)
    self.map = map.shared(with: audience)
  }

  /// The report as JSON.
  public var json: JSONValue {
    [
      "tables": .array(power.tables.map(json(of:))),
      "binding_decisions": power.decisions.map { decisions in
        [
          "decisions": .integer(decisions.decisions.count),
          "residents_hold_majority_or_veto": .integer(decisions.turnedByResidents.count),
          "unknown": .integer(decisions.unknown),
        ]
      } ?? .null,
      "power_interest": .array(
        power.grid.map { place in
          [
            "id": .string(place.element.text), "label": .string(label(of: place.element)),
            "power": .number(place.power), "interest": .number(place.interest),
            "quarter": .string(place.quarter.rawValue),
          ]
        }),
      "influence_towers": .array(power.towers.map(json(of:))),
      "findings": .findings(power.findings),
    ]
  }

  /// Each table in plain sentences.
  public var sentences: [String] {
    power.tables.flatMap(sentences(of:)) + decisionSentences
      + power.towers.compactMap(sentence(of:))
  }

  func label(of element: ElementID) -> String { map[element]?.label ?? element.text }

  /// What is known of one table: who set it, what was promised, whose votes count.
  func sentences(of table: TablePower) -> [String] {
    let name = label(of: table.table)
    var sentences = [
      "\(name): the community does \(table.governance.community) of "
        + "\(table.governance.known) things that are known (of six: convene, set the agenda, "
        + "chair, pay, appoint, hold most votes)."
    ]
    if let promise = table.promise {
      sentences.append("\(name): \(Self.words(for: promise))")
    }
    if let voting = table.voting {
      let voters = zip(table.voters, zip(voting.weights, voting.swings)).map { voter, figures in
        "\(voter.map(label(of:)) ?? "not reported") \(figures.0) \(figures.0 == 1 ? "vote" : "votes"), "
          + "\(figures.1) \(figures.1 == 1 ? "swing" : "swings")"
      }
      sentences.append(
        "\(name): \(voting.quota) of \(voting.weights.reduce(0, +)) votes decide; "
          + "\(voters.joined(separator: "; ")). A swing turns a defeat into a majority.")
    }
    return sentences
  }

  static func words(for promise: PromiseGap) -> String {
    func words(_ standing: PromiseGap.Standing, _ who: String) -> String {
      standing.told == 0
        ? "no level told by \(who)"
        : "\(who): \(standing.below) less, \(standing.met) the same, \(standing.above) more"
    }
    return "promised “\(promise.promised)” (\(promise.scale.rawValue)). As told by those who take "
      + "part, \(words(promise.residents, "residents")); "
      + "\(words(promise.everyone, "all holders of seats"))."
  }

  var decisionSentences: [String] {
    guard let decisions = power.decisions, !decisions.decisions.isEmpty else { return [] }
    return [
      "Residents hold a majority or a veto where \(decisions.turnedByResidents.count) of "
        + "\(decisions.decisions.count) binding decisions are taken (\(decisions.unknown) not "
        + "known)."
    ]
  }

  /// Where interviewees and the network disagree on an actor; `nil` where they do not.
  func sentence(of tower: InfluenceTower) -> String? {
    guard !tower.disagreeing.isEmpty, let structure = tower.structure else { return nil }
    let views = tower.disagreeing.map { height in
      "\(label(of: height.interviewee)) puts it above \(FigureText.percent(height.standing)) of "
        + "those rated"
    }
    return "\(label(of: tower.element)): \(views.joined(separator: ", ")); by its ties it is above "
      + "\(FigureText.percent(structure)) of the others. Worth a talk: neither is the truth."
  }

  private func json(of table: TablePower) -> JSONValue {
    [
      "table": .string(label(of: table.table)), "id": .string(table.table.text),
      "seats": .integer(table.seats), "seats_are_all": .bool(table.isWhole),
      "participation": .array(
        table.participation.map { part in
          [
            "scale": .string(part.scale.rawValue),
            "levels": .array(
              zip(part.scale.levels, part.counts).map { level, count in
                ["level": .string(level), "seats": .integer(count)]
              }),
            "median": JSONValue(part.median), "sharing": JSONValue(part.sharing),
          ]
        }),
      "participation_unknown": .integer(table.participationUnknown),
      "promise": table.promise.map { promise in
        [
          "scale": .string(promise.scale.rawValue), "promised": .string(promise.promised),
          "residents": json(of: promise.residents), "everyone": json(of: promise.everyone),
        ]
      } ?? .null,
      "rights": .object(
        Dictionary(
          uniqueKeysWithValues: table.rights.map { ($0.key.rawValue, .integer($0.value)) })),
      "rights_unknown": .integer(table.rightsUnknown),
      "governance": .array(table.governance.checks.map(json(of:))),
      "community_set": .integer(table.governance.community),
      "governance_known": .integer(table.governance.known),
      "voting": table.voting.map { json(of: $0, voters: table.voters) } ?? .null,
      "voting_reason": JSONValue(table.votingReason),
    ]
  }

  private func json(of standing: PromiseGap.Standing) -> JSONValue {
    [
      "below": .integer(standing.below), "met": .integer(standing.met),
      "above": .integer(standing.above),
    ]
  }

  private func json(of check: TableGovernance.Check) -> JSONValue {
    [
      "item": .string(check.item.rawValue),
      "who": .array(
        check.who.map { ["id": .string($0.text), "label": .string(label(of: $0))] }),
      "community": check.isCommunity.map(JSONValue.bool) ?? .null,
      "reason": JSONValue(check.reason),
    ]
  }

  private func json(of voting: VotingPower, voters: [ElementID?]) -> JSONValue {
    [
      "quota": .integer(voting.quota),
      "seats": .array(
        voters.indices.map { place in
          [
            "holder": JSONValue(voters[place].map(label(of:))),
            "votes": .integer(voting.weights[place]), "swings": .integer(voting.swings[place]),
            "banzhaf": .number(voting.shares[place]),
            "banzhaf_measure": .number(voting.measure[place]),
          ]
        }),
    ]
  }

  private func json(of tower: InfluenceTower) -> JSONValue {
    [
      "id": .string(tower.element.text), "label": .string(label(of: tower.element)),
      "structure": JSONValue(tower.structure), "spread": JSONValue(tower.spread),
      "towers": .array(
        tower.heights.map { height in
          [
            "interviewee": .string(label(of: height.interviewee)),
            "height": .number(height.height), "standing": JSONValue(height.standing),
          ]
        }),
    ]
  }
}
