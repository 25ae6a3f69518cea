import Graphs
import SystemMaps

// Continuous communication.
extension ConditionSurvey {
  var attendance: Answer {
    let seats = map.seats(countedBy: audience).filter(\.role.countsAsSeat)
    guard !seats.isEmpty else { return .unknown("no table has filled seats") }
    var attended = 0
    var possible = 0
    var unknown = 0
    var shares: [ElementID: (attended: Int, possible: Int)] = [:]
    for seat in seats {
      guard let held = map[seat.table]?.table.meetingsHeld, held > 0, let came = seat.attended,
        came <= held
      else {
        unknown += 1
        continue
      }
      attended += came
      possible += held
      let sum = shares[seat.table] ?? (0, 0)
      shares[seat.table] = (sum.attended + came, sum.possible + held)
    }
    guard possible > 0 else { return .unknown("no seat says how many meetings were attended") }
    let low = map.tables.compactMap { table -> (Element, Double)? in
      shares[table.id].map { (table, Double($0.attended) / Double($0.possible)) }
    }.filter { $0.1 < 2 / 3 }
    return .figure(
      ConditionFigure(
        count: attended, total: possible, value: Double(attended) / Double(possible),
        unknown: unknown,
        sentence: "\(ChanceWords.percent(Double(attended) / Double(possible))) of meetings were "
          + "attended by \(ChanceWords.count(seats.count - unknown, "holder")) of seats",
        evidenceTitle: low.isEmpty ? nil : "below two thirds",
        evidence: low.map {
          ConditionFigure.Evidence(text: ChanceWords.percent($0.1), elements: [$0.0.id])
        }))
  }

  var recentMeetings: Answer {
    let tables = elements(.table)
    guard !tables.isEmpty else { return .unknown("the map has no table") }
    guard let day = map.settings.date else { return .unknown("the map has no date") }
    let dated = tables.compactMap { table in
      table.table.lastMet.map { (table: table, days: day.days(after: $0), on: $0) }
    }
    guard !dated.isEmpty else { return .unknown("no table says when it last met") }
    let quiet = dated.filter { $0.days > 90 }
    return .figure(
      ConditionFigure(
        count: dated.count - quiet.count, total: dated.count, unknown: tables.count - dated.count,
        sentence: "\(dated.count - quiet.count) of \(ChanceWords.count(dated.count, "table")) met "
          + "in the 90 days before \(day)",
        evidenceTitle: quiet.isEmpty ? nil : "last met",
        evidence: quiet.map {
          ConditionFigure.Evidence(text: $0.on.description, elements: [$0.table.id])
        }))
  }

  var mutualTies: Answer {
    let directed = map.connections.filter { tie in
      tie.type.part == .always && tie.direction != .undirected && tie.from != tie.to
        && map[tie.from]?.type == .organization && map[tie.to]?.type == .organization
    }
    guard !directed.isEmpty else { return .unknown("no tie between organizations has a direction") }
    let arcs = Set(
      directed.flatMap { tie in
        tie.direction == .mutual
          ? [[tie.from, tie.to], [tie.to, tie.from]] : [[tie.from, tie.to]]
      })
    let known = arcs.filter { arc in arc.allSatisfy { map[$0]?.responded == true } }
    guard !known.isEmpty else { return .unknown("of no such tie have both ends responded") }
    let mutual = known.count { known.contains([$0[1], $0[0]]) }
    return .figure(
      ConditionFigure(
        count: mutual, total: known.count, unknown: arcs.count - known.count,
        sentence: "\(mutual) of \(ChanceWords.count(known.count, "directed tie")) also "
          + "\(mutual == 1 ? "runs" : "run") the other way"))
  }

  var stepsApart: Answer {
    guard let average = network.graph.undirected.averagePathLength() else {
      return .unknown("no working tie joins two organizations")
    }
    let parts = network.graph.undirected.components().groupCount
    return .figure(
      ConditionFigure(
        value: average,
        sentence: "Organizations that are joined are \(ChanceWords.decimal(average)) steps apart "
          + "on average; the network has \(ChanceWords.count(parts, "part"))"))
  }
}

// The backbone.
extension ConditionSurvey {
  private static let noBackbone = "the settings name no backbone"

  var backboneNamed: Answer {
    guard let backbone = map.settings.backbone else { return .unknown(Self.noBackbone) }
    return .figure(
      ConditionFigure(
        count: 1, sentence: "The settings name one", evidenceTitle: "the backbone",
        evidence: [ConditionFigure.Evidence(text: "", elements: [backbone])]))
  }

  var backboneReach: Answer {
    guard let backbone = map.settings.backbone else { return .unknown(Self.noBackbone) }
    guard let node = network.node(of: backbone), network.graph.nodeCount > 1 else {
      return .unknown("the backbone is not in the network of organizations")
    }
    let reached = network.graph.undirected.reach(within: 2)[node]
    let others = network.graph.nodeCount - 1
    return .figure(
      ConditionFigure(
        count: reached, total: others,
        sentence: "\(reached) of \(ChanceWords.count(others, "other organization")) are within two "
          + "steps of it"))
  }

  var backboneDependence: Answer {
    guard map.settings.backbone != nil else { return .unknown(Self.noBackbone) }
    guard let backbone else {
      return .unknown("the backbone is not in the network of organizations")
    }
    let more = backbone.componentsAfter - backbone.componentsBefore
    let parts =
      more > 0
      ? "Without it the network would have \(ChanceWords.count(backbone.componentsAfter, "part")) "
        + "instead of \(backbone.componentsBefore)"
      : "Without it the network would not fall into more parts"
    return .figure(
      ConditionFigure(
        count: backbone.tables.count, total: map.tables.count,
        sentence: parts + "; \(ChanceWords.count(backbone.tables.count, "table")) "
          + "\(backbone.tables.count == 1 ? "is" : "are") joined to others only through it",
        evidenceTitle: backbone.tables.isEmpty ? nil : "joined to others only through it",
        evidence: backbone.tables.map {
          ConditionFigure.Evidence(text: "", elements: [$0.table])
        }))
  }

  var backbonePurpose: Answer {
    guard let backbone = map.settings.backbone else { return .unknown(Self.noBackbone) }
    let ties = map.connections.filter {
      $0.type.part != .never && ($0.from == backbone || $0.to == backbone)
    }
    let purposes = ties.compactMap { $0.purpose.map(\.comparisonKey) }
    guard !purposes.isEmpty else { return .unknown("no tie of the backbone has a purpose") }
    let transactional = purposes.count { $0 == "deadline" || $0 == "data" }
    return .figure(
      ConditionFigure(
        count: purposes.count - transactional, total: purposes.count,
        unknown: ties.count - purposes.count,
        sentence: "\(purposes.count - transactional) of "
          + "\(ChanceWords.count(purposes.count, "tie")) of the backbone are for collective work "
          + "or a program, \(transactional) for deadlines or data"))
  }
}
