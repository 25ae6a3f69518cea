import SystemMaps

/// Those who answer for seats in one column, put together where they hold the same seats.
struct SeatBlocks {
  /// The seats that each of a block holds.
  struct Seats: Hashable {
    /// Some seats at one table, by its number.
    struct Held: Hashable {
      let table: Int
      var seats: Int
    }

    /// The tables in their order, each once.
    var held: [Held] = []
    /// Whether the table counts them itself, so that nobody knows who they are.
    var isAnonymous = false
  }

  struct Block {
    let seats: Seats
    var size = 0
    /// How many are of each group, as far as one of them is.
    private var answers: [Int] = []

    init(seats: Seats, size: Int = 0) {
      self.seats = seats
      self.size = size
    }

    /// How many are of a group.
    func answers(of group: Int) -> Int { group < answers.count ? answers[group] : 0 }

    fileprivate mutating func set(_ count: Int, of group: Int) {
      answers += Array(repeating: 0, count: max(0, group + 1 - answers.count))
      answers[group] = count
    }
  }

  private(set) var blocks: [Block] = []
  /// The groups that were named, as they are compared, in the order in which they were met.
  private(set) var groups: [String] = []
  private(set) var hasSeveralAnswers = false
  /// The groups by their keys, and by their names as they are written.
  private var numbers: [String: Int] = [:]

  /// Someone who answers for seats.
  private struct Holder {
    var seats = Seats()
    let groups: [String]
  }

  init(by attribute: AttributeName, at tables: SeatedTables, in map: SystemMap) {
    let answers = GroupAnswers(of: attribute, in: map)
    var holders: [Holder] = []
    var places: [ElementID: Int] = [:]
    for (table, element) in tables.all.enumerated() {
      guard tables.ownCounts(of: element.id, by: attribute).isEmpty else {
        addAnonymous(tables.composition(of: element.id, by: answers), at: table)
        continue
      }
      for seat in tables.filled(at: element.id) {
        guard case .groups(let named) = answers.reply(of: seat),
          let who = answers.isOfPeople ? seat.holder : map.organization(of: seat)
        else { continue }
        hasSeveralAnswers = hasSeveralAnswers || named.count > 1
        let place = places[who] ?? holders.count
        if place == holders.count {
          places[who] = place
          holders.append(Holder(groups: named))
        }
        holders[place].seats.add(at: table)
      }
    }
    putTogether(holders)
  }

  private mutating func addAnonymous(_ composition: SeatComposition, at table: Int) {
    let seats = Seats(held: [Seats.Held(table: table, seats: 1)], isAnonymous: true)
    var block = Block(seats: seats, size: composition.known)
    for group in composition.groups { block.set(group.seats, of: number(of: group.key)) }
    blocks.append(block)
  }

  private mutating func putTogether(_ holders: [Holder]) {
    var places: [Seats: Int] = [:]
    for holder in holders {
      let place = places[holder.seats] ?? blocks.count
      if place == blocks.count {
        places[holder.seats] = place
        blocks.append(Block(seats: holder.seats))
      }
      blocks[place].size += 1
      for name in holder.groups {
        let group = number(of: name)
        blocks[place].set(blocks[place].answers(of: group) + 1, of: group)
      }
    }
  }

  /// The number of a group, which is met for the first time if it has none.
  private mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    let key = name.groupKey
    let number = numbers[key] ?? groups.count
    if number == groups.count { groups.append(key) }
    numbers[key] = number
    numbers[name] = number
    return number
  }
}

extension SeatBlocks.Seats {
  /// Adds a seat at the last of the tables, or at one after it.
  fileprivate mutating func add(at table: Int) {
    if held.last?.table == table {
      held[held.count - 1].seats += 1
    } else {
      held.append(Held(table: table, seats: 1))
    }
  }
}
