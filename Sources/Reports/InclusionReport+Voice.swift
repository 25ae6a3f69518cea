import Insights
import SystemMaps

extension InclusionReport {
  /// Who is heard, a sentence for each result.
  public var voiceSentences: [String] {
    voice.groups.map { "\($0.attribute): \($0.sentence)" }
      + [
        voice.budgets?.sentence, voice.reach?.sentence, voice.residents?.sentence,
        voice.referrals?.sentence,
      ].compactMap(\.self)
  }

  /// Who is heard, as JSON: undefined and withheld parts are `null`.
  var voiceJSON: JSONValue {
    [
      "influence_by_group": .array(voice.groups.map(json(of:))),
      "influence_by_budget": voice.budgets.map(json(of:)) ?? nil,
      "reach": voice.reach.map(json(of:)) ?? nil,
      "residents": voice.residents.map {
        [
          "giving": .integer($0.giving), "receiving": .integer($0.receiving),
          "giving_share": .number($0.givingShare), "pairs_one_way": .integer($0.oneWay),
          "pairs_both_ways": .integer($0.twoWay), "sentence": .string($0.sentence),
        ]
      } ?? nil,
      "referrals": voice.referrals.map {
        [
          "pairs_one_way": .integer($0.oneWay), "pairs_both_ways": .integer($0.twoWay),
          "sentence": .string($0.sentence),
        ]
      } ?? nil,
    ]
  }

  private func json(of group: GroupVoice) -> JSONValue {
    [
      "attribute": .string(group.attribute.text),
      "population": JSONValue(group.population?.name),
      "of": group.isOfPeople ? "people at tables" : "working ties",
      "unknown": .integer(group.unknown), "groups": .array(group.parts.map(json(of:))),
      "without_backbone": group.withoutBackbone.map { .array($0.map(json(of:))) } ?? nil,
      "sentence": .string(group.sentence),
    ]
  }

  private func json(of part: GroupVoice.Part) -> JSONValue {
    [
      "group": .string(part.group), "members": .integer(part.members),
      "member_share": .number(part.memberShare), "benchmark": JSONValue(part.benchmark),
      "influence_share": JSONValue(part.influenceShare), "presence": JSONValue(part.presence),
      "position": JSONValue(part.position), "total": JSONValue(part.total),
      "p_position": JSONValue(part.p),
    ]
  }

  private func json(of budgets: BudgetVoice) -> JSONValue {
    [
      "organizations": .integer(budgets.organizations), "unknown": .integer(budgets.unknown),
      "concentration_index": .number(budgets.concentrationIndex),
      "concentration_index_without_backbone": JSONValue(budgets.withoutBackbone),
      "p": .number(budgets.p), "gini": .number(budgets.gini), "theil_t": .number(budgets.theilT),
      "seat_concentration_index": JSONValue(budgets.seatIndex),
      "curve": .array(
        budgets.curve.map { [.number($0.organizations), .number($0.influence)] }),
      "fifths": .array(
        budgets.fifths.map {
          [
            "organizations": .integer($0.organizations), "smallest": .number($0.smallest),
            "largest": .number($0.largest), "influence_share": .number($0.influenceShare),
            "seat_share": JSONValue($0.seatShare),
          ]
        }),
      "sentence": .string(budgets.sentence),
    ]
  }

  private func json(of reach: TableReach) -> JSONValue {
    func json(of group: TableReach.Group) -> JSONValue {
      [
        "attribute": JSONValue(group.attribute?.text), "group": .string(group.group),
        "members": .integer(group.members), "seated": .integer(group.seated),
        "next_to": .integer(group.nextTo), "share": .number(group.share),
      ]
    }
    return [
      "tables": .array(reach.tables.map { .string(label(of: $0)) }),
      "all": json(of: reach.all), "groups": .array(reach.groups.map(json(of:))),
      "sentence": .string(reach.sentence),
    ]
  }
}
