extension EventLog {
  /// The log with the elements of a map in place of the parties that it names alike, and what of it
  /// the map does not know.
  ///
  /// Names match the id, the label or another name of an element of the party's type, without regard
  /// to case. Events without a sector take that of their organization, else of their worker.
  ///
  /// - Complexity: O(elements + parties + events).
  public func matched(to map: SystemMap) -> (log: EventLog, findings: [Finding]) {
    var log = self
    var findings: [Finding] = []
    var taken = Set(map.elements.map(\.id))
    func match(_ parties: [Party], _ type: ElementType, _ noun: (String, String)) -> [Party] {
      var known: [String: Element] = [:]
      for element in map.elements where element.type == type {
        for name in [element.id.text, element.label] + element.aliases {
          known[name.comparisonKey] = known[name.comparisonKey] ?? element
        }
      }
      var unknown = 0
      var number = 0
      let matched = parties.map { party in
        if let element = known[party.label.comparisonKey] {
          return Party(id: element.id, label: element.label)
        }
        unknown += 1
        var id: ElementID
        repeat {
          number += 1
          id = ElementID("\(type.name)-\(number)")
        } while !taken.insert(id).inserted
        return Party(id: id, label: party.label)
      }
      if unknown > 0, !map.elements.isEmpty {
        findings.append(
          Finding(
            .notice, "\(unknown.counted(noun.0, noun.1)) of the log no row in the map",
            expected: "they are taken as the log names them; Also known as would join them"))
      }
      return matched
    }
    log.organizations = match(
      organizations, .organization, ("organization has", "organizations have"))
    log.workers = match(workers, .person, ("worker has", "workers have"))
    log.takeSectors(from: map)
    return (log, findings)
  }

  private mutating func takeSectors(from map: SystemMap) {
    var numbers = Numbering<String>()
    for silo in silos { _ = numbers.number(of: silo) }
    let ofOrganization = organizations.map { map[$0.id]?.sector }
    let ofWorker = workers.map { map[$0.id]?.sector }
    for place in events.indices where events[place].silo == nil {
      let sector =
        events[place].organization.flatMap { ofOrganization[Int($0)] }
        ?? events[place].worker.flatMap { ofWorker[Int($0)] }
      events[place].silo = sector.map { numbers.number(of: $0) }
    }
    silos = numbers.values
  }
}

extension SystemMap {
  /// The map with one case of a log as its only journey, and the parties that it names.
  ///
  /// - Parameter name: The case as the log writes it, but for case and blanks.
  /// - Returns: `nil` if the log has no such case.
  public func taking(caseNamed name: String, from log: EventLog) -> SystemMap? {
    let key = name.comparisonKey
    guard let number = log.cases.firstIndex(where: { $0.comparisonKey == key }) else { return nil }
    var map = self
    map.journeySteps = []
    var parties: [(EventLog.Party, ElementType)] = []
    var receivers: [Int: [ElementID]] = [:]
    for referral in log.referrals where Int(log.events[referral.event].caseNumber) == number {
      let receiver = log.organizations[Int(referral.organization)]
      receivers[referral.event, default: []].append(receiver.id)
      parties.append((receiver, .organization))
    }
    for (place, event) in log.events.enumerated() where Int(event.caseNumber) == number {
      var step = JourneyStep(
        caseName: log.cases[number], activity: log.activities[Int(event.activity)])
      step.start = event.start.flatMap { JourneyStep.Moment(instant: $0) }
      step.end = event.end.flatMap { JourneyStep.Moment(instant: $0) }
      step.sector = event.silo.map { log.silos[Int($0)] }
      step.referredTo = receivers[place] ?? []
      if let worker = event.worker.map({ log.workers[Int($0)] }) {
        step.worker = worker.id
        parties.append((worker, .person))
      }
      if let organization = event.organization.map({ log.organizations[Int($0)] }) {
        step.organization = organization.id
        parties.append((organization, .organization))
      }
      map.journeySteps.append(step)
    }
    var known = Set(map.elements.map(\.id))
    let added = parties.filter { known.insert($0.0.id).inserted }.map { party, type in
      Element(id: party.id, label: party.label, type: type)
    }
    map.elements += added
    return map
  }
}

extension JourneyStep.Moment {
  /// The moment so many microseconds after the beginning of 1970, in Greenwich; `nil` if it is not
  /// between the years 1 and 9999.
  init?(instant: Int64) {
    let seconds = Int((Double(instant) / 1_000_000).rounded(.down))
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    guard let day = CalendarDate(daysSince1970: days) else { return nil }
    self.init(day: day, secondOfDay: seconds - days * 86_400)
    microsecond = Int(instant - Int64(seconds) * 1_000_000)
    offset = 0
  }
}

extension CalendarDate {
  /// The day so many days after 1 January 1970; `nil` if it is not between the years 1 and 9999.
  ///
  /// The inverse of ``daysSince1970``, after the same source.
  init?(daysSince1970 days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
