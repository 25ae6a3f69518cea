import SystemMaps

/// How often the events of many cases lead from one place to another, with the families that do.
struct FlowTable {
  /// A pair of places that events lead between.
  struct Cell {
    /// The number of the place they come from; ``outside`` at the beginning of a case.
    let from: Int
    /// The number of the place they go to; ``outside`` at the end of a case.
    let to: Int
    /// How many times.
    var count = 0
    /// The numbers of the cases, ascending.
    var families: [UInt32] = []
    /// The waits that are told, in days.
    var waits: [Double] = []
    /// How many cases tell one.
    var familiesThatWaited = 0
    /// Whether it is left out.
    var isHidden = false

    fileprivate var lastThatWaited: UInt32?

    /// Whether it is a row, and not the beginning or end of cases.
    var isInside: Bool { from != FlowTable.outside && to != FlowTable.outside }
  }

  /// Where cases come from and go to.
  static let outside = -1

  private(set) var cells: [Cell] = []
  /// How many cases there are.
  private let caseCount: Int
  private var places: [UInt64: Int] = [:]
  /// How many following events there are of which a place is not known.
  private(set) var unknown = 0

  /// Counts the pairs of following events.
  ///
  /// - Parameter place: The number of an event's place; `nil` if not known.
  /// - Complexity: O(events).
  init(of sequences: CaseSequences, by place: (EventLog.Event) -> UInt32?) {
    caseCount = sequences.log.cases.count
    for number in sequences.log.cases.indices {
      var last: EventLog.Event?
      var from = Self.outside
      for event in sequences.events(of: number) {
        let to = place(event).map(Int.init) ?? Self.outside
        if last != nil, from == Self.outside || to == Self.outside { unknown += 1 }
        let wait = last.flatMap { sequences.wait(from: $0, to: event) }
        if from != Self.outside || to != Self.outside {
          add(UInt32(number), from: from, to: to, wait: wait)
        }
        (last, from) = (event, to)
      }
      if from != Self.outside { add(UInt32(number), from: from, to: Self.outside, wait: nil) }
    }
  }

  private mutating func add(_ family: UInt32, from: Int, to: Int, wait: Double?) {
    let key = UInt64(from + 1) << 32 | UInt64(to + 1)
    let place = places[key] ?? cells.count
    if place == cells.count {
      places[key] = place
      cells.append(Cell(from: from, to: to))
    }
    cells[place].count += 1
    if cells[place].families.last != family { cells[place].families.append(family) }
    guard let wait else { return }
    cells[place].waits.append(wait)
    if cells[place].lastThatWaited != family {
      cells[place].lastThatWaited = family
      cells[place].familiesThatWaited += 1
    }
  }

  /// The cell between two places.
  func cell(from: Int, to: Int) -> Cell? {
    places[UInt64(from + 1) << 32 | UInt64(to + 1)].map { cells[$0] }
  }

  /// Whether a cell tells of too few families: those in it, or the others of all cases.
  func isSmall(_ cell: Cell, threshold: Int) -> Bool {
    Journeys.isSmall(cell.families.count, of: caseCount, threshold: threshold)
  }

  mutating func hide(_ places: some Sequence<Int>) {
    for place in places { cells[place].isHidden = true }
  }

  /// How many rows are left out.
  var hiddenRows: Int { cells.count { $0.isInside && $0.isHidden } }

  /// The rows that are told, those of most families first.
  func flows<Place: Comparable>(
    threshold: Int, naming name: (Int) -> Place
  ) -> [Journeys.Flow<Place>] {
    cells.filter { $0.isInside && !$0.isHidden }
      .map { cell in
        Journeys.Flow(
          from: name(cell.from), to: name(cell.to), count: cell.count,
          families: cell.families.count,
          waits: cell.familiesThatWaited >= threshold ? Spread(of: cell.waits) : nil)
      }
      .sorted {
        ($1.families, $1.count, $0.from, $0.to) < ($0.families, $0.count, $1.from, $1.to)
      }
  }
}
