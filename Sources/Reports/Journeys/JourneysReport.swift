public import Insights
public import SystemMaps

/// Many families' journeys together, ready to print as JSON or as lines.
public struct JourneysReport: Sendable {
  /// What they show, for an audience.
  public let journeys: Journeys
  /// The map that they are of.
  public let map: SystemMap

  /// Prepares the report.
  public init(_ journeys: Journeys, of map: SystemMap) {
    self.journeys = journeys
    self.map = map.shared(with: journeys.audience)
  }

  /// The report as JSON.
  ///
  /// A handover's `share` is that of all handovers that are told, as pm4py has it;
  /// `share_between` leaves out steps that stay where they were.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "map": [
        "title": JSONValue(map.settings.title), "date": JSONValue(map.settings.date?.description),
      ],
      "cases": JSONValue(journeys.cases), "events": JSONValue(journeys.events),
      "directly_follows": .array(
        journeys.directlyFollows.map { .object(flow($0) { .string($0) }) }),
      "handover": handovers(journeys.handovers) { .string(journeys.label(of: $0)) },
      "handover_silos": handovers(journeys.siloHandovers) { .string($0) },
      "organizations": .array(
        journeys.visits.map {
          [
            "organization": .string(journeys.label(of: $0.organization)),
            "families": .integer($0.families),
          ]
        }),
      "routes": .array(
        journeys.routes.map {
          [
            "organizations": .array(
              $0.organizations.map { .string(journeys.label(of: $0)) }),
            "families": .integer($0.families),
          ]
        }),
      "lost": .array(
        journeys.losses.map {
          [
            "from": JSONValue($0.from.map(journeys.label)),
            "to": .string(journeys.label(of: $0.to)), "sent": .integer($0.sent),
            "lost": .integer($0.lost),
          ]
        }),
      "shared_families": .array(
        journeys.sharedFamilies.map {
          [
            "first": .string(journeys.label(of: $0.first)),
            "second": .string(journeys.label(of: $0.second)), "families": JSONValue($0.families),
            "tie": .string($0.tie.words),
          ]
        }),
      "care_density": journeys.careDensity.map {
        [
          "median": .number($0.median), "lower_quartile": .number($0.lowerQuartile),
          "upper_quartile": .number($0.upperQuartile),
        ]
      } ?? nil,
      "suppressed": [
        "threshold": .integer(journeys.suppressed.threshold),
        "directly_follows": .integer(journeys.suppressed.directlyFollows),
        "handover": .integer(journeys.suppressed.handovers),
        "handover_silos": .integer(journeys.suppressed.siloHandovers),
        "routes": .integer(journeys.suppressed.routes),
      ],
      "findings": .findings(journeys.findings),
    ]
    if journeys.audience == .team {
      members["handover_workers"] = handovers(journeys.workerHandovers) {
        .string(journeys.label(of: $0))
      }
    }
    return .object(members)
  }

  private func handovers<Place>(
    _ flows: [Journeys.Flow<Place>], naming name: (Place) -> JSONValue
  ) -> JSONValue {
    let all = flows.reduce(0) { $0 + $1.count }
    let between = flows.reduce(0) { $0 + ($1.from == $1.to ? 0 : $1.count) }
    return .array(
      flows.map { flow in
        var members = self.flow(flow, naming: name)
        members["share"] = .number(Double(flow.count) / Double(all))
        members["share_between"] =
          flow.from == flow.to ? .null : .number(Double(flow.count) / Double(between))
        return .object(members)
      })
  }

  private func flow<Place>(
    _ flow: Journeys.Flow<Place>, naming name: (Place) -> JSONValue
  ) -> [String: JSONValue] {
    [
      "from": name(flow.from), "to": name(flow.to), "count": .integer(flow.count),
      "families": .integer(flow.families), "median_wait_days": JSONValue(flow.waits?.median),
      "lower_quartile_wait_days": JSONValue(flow.waits?.lowerQuartile),
      "upper_quartile_wait_days": JSONValue(flow.waits?.upperQuartile),
    ]
  }
}

extension JourneysReport {
  /// The report as lines for a terminal: the largest of each.
  public var text: String {
    guard let cases = journeys.cases else {
      return "There are too few families to show anything of their journeys together.\n"
    }
    let steps = journeys.events.map { ", " + $0.counted("step", "steps") } ?? ""
    var text = "\(cases.counted("case", "cases"))\(steps).\n"
    text += table(
      "From one organization to another", ["From", "To"],
      journeys.handovers.filter { $0.from != $0.to }
    ) { [journeys.label(of: $0.from), journeys.label(of: $0.to)] }
    text += table(
      "From one silo to another", ["From", "To"],
      journeys.siloHandovers.filter { $0.from != $0.to }
    ) { [$0.from, $0.to] }
    text += table("From one step to the next", ["From", "To"], journeys.directlyFollows) {
      [$0.from, $0.to]
    }
    for route in journeys.routes.prefix(Self.most) {
      text +=
        "Route of \(route.families): "
        + route.organizations.map(journeys.label).joined(separator: " → ") + "\n"
    }
    for loss in journeys.losses.prefix(Self.most) {
      text +=
        "Lost: \(loss.lost) of \(loss.sent) sent"
        + (loss.from.map { " by \(journeys.label(of: $0))" } ?? "")
        + " to \(journeys.label(of: loss.to))\n"
    }
    for pair in journeys.sharedFamilies.filter({ $0.tie == .noneReported }).prefix(Self.most) {
      text +=
        "Share families and have not met yet as reported: "
        + "\(journeys.label(of: pair.first)), \(journeys.label(of: pair.second))\n"
    }
    let hidden = journeys.suppressed
    if hidden.threshold > 1 {
      text +=
        "Left out, for fewer than \(hidden.threshold) families or because others could be "
        + "computed: \(hidden.handovers) handovers, \(hidden.siloHandovers) between silos, "
        + "\(hidden.directlyFollows) pairs of steps, \(hidden.routes) routes.\n"
    }
    for finding in journeys.findings { text += "note: \(finding)\n" }
    return text
  }

  /// How many rows of each kind are printed; JSON holds all.
  private static let most = 10

  private func table<Place>(
    _ title: String, _ columns: [String], _ flows: [Journeys.Flow<Place>],
    naming name: (Journeys.Flow<Place>) -> [String]
  ) -> String {
    if flows.isEmpty { return "" }
    let rows = flows.prefix(Self.most).map { flow in
      name(flow) + [
        String(flow.families), String(flow.count), FigureText.short(flow.waits?.median),
      ]
    }
    return "\n\(title)\n"
      + TextTable(
        header: columns + ["families", "times", "median wait in days"], rows: rows, textColumns: 2
      ).text + "\n"
  }
}

extension Journeys.SharedFamilies.Tie {
  /// What the map says of the two, in words.
  var words: String {
    switch self {
    case .reported: "reported"
    case .noneReported: "none reported"
    case .notKnown: "not known"
    }
  }
}
