import Insights
import SystemMaps

extension SiloReport {
  /// The report as lines for a terminal: what was found, and below it what every figure means.
  public var text: String {
    let parts = [
      ("", found), ("Beside the sectors", beside), ("What joins them", joined),
      ("Who has not met yet, as reported", strangers), ("What this rests on", knowledge),
      ("What the figures mean", SiloDefinition.all.map { "\($0.title): \($0.text)" }),
    ]
    return parts.filter { !$0.1.isEmpty }.map { title, lines in
      ((title.isEmpty ? [] : ["", title]) + lines).map { $0 + "\n" }.joined()
    }.joined()
  }

  private var found: [String] {
    var lines = [silos.sentence]
    lines += [silos.stabilitySentence, silos.resolutionSentence].compactMap(\.self)
    lines += silos.groups.map { group in
      "\(group.number). \(group.members.count) members, \(group.tiesWithin) ties within, "
        + "\(group.tiesAcross) across: \(labels(of: group.members))"
    }
    let unsure = zip(silos.elements, silos.confidence).filter { ($0.1 ?? 1) < 0.75 }.map(\.0)
    if !unsure.isEmpty {
      lines.append("Less sure of their group than 3 runs in 4: \(labels(of: unsure))")
    }
    if !silos.isolates.isEmpty {
      lines.append("In no group, because no tie is reported: \(labels(of: silos.isolates))")
    }
    return lines
  }

  private var beside: [String] {
    guard let sectors = silos.sectors else { return [] }
    var lines = [
      sectors.agreement?.sentence(against: sectors.attribute.text), sectors.sentence,
      sectors.levels?.sentence,
    ].compactMap(\.self)
    for sector in sectors.sectors {
      guard let index = sector.outward.index, let expected = sector.outward.expected else {
        continue
      }
      lines.append(
        "\(sector.name): \(sector.tiesWithin) ties within, \(sector.tiesAcross) across (E-I "
          + "\(FigureText.fixed(index, digits: 2)), expected "
          + "\(FigureText.fixed(expected, digits: 2)), p inward "
          + "\(FigureText.probability(sector.outward.pInward)))")
    }
    for element in sectors.misplaced {
      lines.append(
        "\(label(of: element.element)) (\(element.sector)) is in group \(element.group); most of "
          + "its \(sectors.attribute.text) is in group \(element.mainGroup).")
    }
    return lines
  }

  private var joined: [String] {
    var lines = study.bridges.bridging.prefix(10).map { bridge in
      "\(label(of: bridge.element)): on \(FigureText.percent(bridge.share)) of the shortest paths of "
        + "others" + (bridge.isArticulationPoint ? ", holds parts together" : "")
    }
    if let backbone = study.bridges.backbone { lines.append(backbone.sentence(in: map)) }
    lines += study.bridges.ties.prefix(20).map { tie in
      "\(label(of: tie.pair.first)) – \(label(of: tie.pair.second)): "
        + (tie.silos.map { "the only tie between groups \($0[0]) and \($0[1])" }
          ?? "without it the network falls apart")
    }
    if let words = study.agreements?.sentence { lines.append(words) }
    if let words = study.overlap.sentence { lines.append(words) }
    lines += study.levels.map(\.sentence)
    return lines
  }

  private var strangers: [String] {
    let all = study.introductions.introductions.count
    let shown = study.introductions.selection(10)
    let rest =
      all > shown.count
      ? ["\(all) pairs in all; shown are \(shown.count), nobody in more than two."] : []
    return study.roles.compactMap { $0.sentence(in: map) }
      + shown.map { $0.sentence(in: map) } + rest
  }

  private var knowledge: [String] {
    [study.response.sentence, study.response.reportsSentence, study.response.densitySentence]
      .compactMap(\.self) + findings.map { "note: \($0)" }
  }
}
