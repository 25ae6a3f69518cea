import SystemMaps

/// Which cells of a table are made of whole handovers between organizations.
///
/// Two tables of the same steps, one by organization and one by silo or activity, are equations on
/// each other. A cell that is the sum of whole handovers that are told adds nothing to them, so that
/// what is left out stays so.
struct WholeFlows {
  private struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  /// How many of the steps between two places are told by the handovers they belong to.
  private var told: [Pair: Int] = [:]

  /// - Complexity: O(events).
  init(
    of sequences: CaseSequences, by place: (EventLog.Event) -> UInt32?, organizations: FlowTable
  ) {
    var parts: [Pair: [Pair: Int]] = [:]
    for number in sequences.log.cases.indices {
      let events = sequences.events(of: number)
      for (first, second) in zip(events, events.dropFirst()) {
        guard let from = place(first), let to = place(second),
          let giver = first.organization, let receiver = second.organization
        else { continue }
        let handover = Pair(from: Int(giver), to: Int(receiver))
        parts[Pair(from: Int(from), to: Int(to)), default: [:]][handover, default: 0] += 1
      }
    }
    for (pair, handovers) in parts {
      let isWhole = handovers.allSatisfy { handover, count in
        guard let cell = organizations.cell(from: handover.from, to: handover.to) else {
          return false
        }
        return !cell.isHidden && cell.count == count
      }
      if isWhole { told[pair] = handovers.values.reduce(0, +) }
    }
  }

  /// Whether a cell is the sum of whole handovers that are told.
  func make(_ cell: FlowTable.Cell) -> Bool {
    told[Pair(from: cell.from, to: cell.to)] == cell.count
  }
}

extension FlowTable {
  /// The table without what would tell of too few families, beside that of the organizations.
  func told(
    beside organizations: FlowTable, of sequences: CaseSequences,
    by place: (EventLog.Event) -> UInt32?, threshold: Int
  ) -> FlowTable {
    if sequences.log.organizations.isEmpty || threshold <= 1 {
      return FlowSuppression(self, threshold: threshold).table
    }
    let whole = WholeFlows(of: sequences, by: place, organizations: organizations)
    var table = self
    table.hide(
      cells.indices.filter {
        isSmall(cells[$0], threshold: threshold) || !whole.make(cells[$0])
      })
    return table
  }
}
