import SystemMaps

extension Journeys.Loss {
  /// Where the families of a log were sent and did not arrive, where most are first.
  ///
  /// A family counts once for each pair of organizations, and as lost there if it arrived after none
  /// of the times it was sent. Times whose follow-up days are not over are left out.
  ///
  /// - Parameters:
  ///   - days: How long after a referral an arrival counts.
  ///   - day: Until when the log tells, in microseconds since 1970; else its last event.
  /// - Complexity: O(events + referrals × events of a case).
  static func all(
    in sequences: CaseSequences, days: Int, until day: Int64?, threshold: Int
  ) -> [Journeys.Loss] {
    let log = sequences.log
    guard !log.referrals.isEmpty else { return [] }
    let window = Int64(days) * 86_400_000_000
    let last = [log.events.compactMap { $0.end ?? $0.start }.max(), day].compactMap(\.self).max()
    let referrals = Dictionary(grouping: log.referrals, by: \.event)

    struct Pair: Hashable {
      let from: UInt32?
      let to: UInt32
    }
    var order: [Pair] = []
    var tally: [Pair: (sent: Int, lost: Int)] = [:]
    for number in log.cases.indices {
      let places = sequences.events[sequences.starts[number]..<sequences.starts[number + 1]]
      var arrived: [Pair: Bool] = [:]
      var met: [Pair] = []
      for (offset, place) in zip(places.indices, places) {
        let event = log.events[place]
        for referral in referrals[place] ?? [] {
          let pair = Pair(from: event.organization, to: referral.organization)
          let later = places[(offset + 1)...].lazy.map { log.events[$0] }
          let left = event.end ?? event.start
          let isAnswered = later.contains { next in
            guard next.organization == referral.organization else { return false }
            guard let left, let began = event.time, let time = next.time else { return true }
            return time >= began && time <= left + window
          }
          let isOver = zip(left, last).map { $0 + window < $1 } ?? false
          guard isAnswered || isOver else { continue }
          if arrived[pair] == nil { met.append(pair) }
          arrived[pair] = arrived[pair] == true || isAnswered
        }
      }
      for pair in met {
        if tally[pair] == nil { order.append(pair) }
        var counts = tally[pair] ?? (0, 0)
        counts.sent += 1
        counts.lost += arrived[pair] == true ? 0 : 1
        tally[pair] = counts
      }
    }
    return order.compactMap { pair -> Journeys.Loss? in
      // Those who arrived are the rest of those who were sent, and those who were not sent, or not
      // lost, are the rest of all.
      guard let (sent, lost) = tally[pair], lost > 0,
        ![(lost, sent), (lost, log.cases.count), (sent, log.cases.count)].contains(where: {
          Journeys.isSmall($0, of: $1, threshold: threshold)
        })
      else { return nil }
      return Journeys.Loss(
        from: pair.from.map { log.organizations[Int($0)].id },
        to: log.organizations[Int(pair.to)].id, sent: sent, lost: lost)
    }.sortedStably { ($1.lost, $1.sent) < ($0.lost, $0.sent) }
  }
}
