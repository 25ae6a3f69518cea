import Diagrams
import SystemMaps

/// Pictures that the tests draw.
enum Pictures {
  static let caption = Caption(
    title: "Who works with whom", date: "2026-03-01", audience: .members,
    notShown: ["residents", "agreements"])

  /// Six organizations in three sectors, one of them without a tie.
  static let small = SystemPicture(
    caption: caption,
    nodes: [
      .init("Oak Clinic", group: "health"), .init("Elm School", group: "schools"),
      .init("Birch School", group: "schools"), .init("St. Anne's Church", group: "faith"),
      .init("County Hospital", group: "health"), .init("Food Bank"),
    ],
    ties: [.init(0, 1), .init(1, 2), .init(1, 3), .init(0, 4), .init(2, 4)])

  static let silos = SiloPicture(system: small, boxOf: [0, 1, 1, 1, 0, 2])

  static let tables = TablePicture(
    caption: caption,
    tables: [
      .init(
        "Steering Group", tier: 1,
        seats: [
          .init("Oak Clinic", holder: "o1", group: "health"), .vacant,
          .init("Elm School", holder: "o2", group: "schools"),
        ]),
      .init(
        "Early Years Team", tier: 2,
        seats: [.init("Elm School", holder: "o2", group: "schools"), .init("Ana")]),
      .init("Data Team", tier: 2, seats: [.init("Elm School", holder: "o2", group: "schools")]),
    ])

  static let sectors = SectorPicture(small)

  /// A picture of many organizations with names of two to four words.
  static func large(_ count: Int, ties: Int, groups: Int = 8) -> SystemPicture {
    let words = [
      "Community", "Youth", "Family", "Health", "Center", "Alliance", "School", "Larkspur",
      "County", "Services", "House", "Hope", "Network", "Police", "Council", "Trust",
    ]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let nodes = (0..<count).map { place in
      let name = (0...(1 + place % 3)).map { _ in words[next(words.count)] }
      return SystemPicture.Node(
        name.joined(separator: " ") + " \(place)", group: "group \(place % groups)")
    }
    let pairs = (0..<ties).map { _ -> SystemPicture.Tie in
      let first = next(count)
      let second = next(3) == 0 ? next(count) : (first + groups * (1 + next(5))) % count
      return SystemPicture.Tie(first, second)
    }
    return SystemPicture(caption: caption, nodes: nodes, ties: pairs)
  }

  /// The tables of a large partnership: 18 seats, six times 8, fourteen times 6.
  static let partnership: TablePicture = {
    func seats(_ count: Int, from start: Int) -> [TablePicture.Seat] {
      (0..<count).map { seat in
        let number = (start * 5 + seat * 7) % 53
        return seat == 3 && start % 4 == 0
          ? .vacant
          : .init(
            "Larkspur Organization \(number)", holder: "\(number)", group: "group \(number % 8)")
      }
    }
    return TablePicture(
      caption: caption,
      tables: [.init("Steering Group", tier: 1, seats: seats(18, from: 0))]
        + (1...6).map { .init("Learning Team \($0)", tier: 2, seats: seats(8, from: $0)) }
        + (1...14).map {
          .init("Neighborhood Circle \($0)", tier: 3, seats: seats(6, from: 6 + $0))
        }
    )
  }()

  /// The seats of some tables of one tier, of four groups.
  static func seats(tables count: Int) -> SeatsPicture {
    let rows = ["White", "Latino", "Black", "Asian"].enumerated().map { place, group in
      SeatsPicture.Row(group, .seats(held: 4 - place, expected: 2.5))
    }
    return SeatsPicture(
      caption: caption,
      tables: (1...count).map { .init("Table \($0)", tier: 1, note: "10 seats", rows: rows) },
      population: "City, 2024")
  }

  /// Labels that somebody might type, or paste, to do harm.
  static let hostileLabels = [
    "<b>bold</b>", "quote \" and end\\", "back\\\\slash\\n \\N \\G", "🏥 clinic 👩‍👩‍👧",
    "مركز صحة", "a\u{202E}b\u{202C}c", "bell\u{07}\u{1B}[31m", "=cmd|' /C calc'!A0",
    "&eacute; &#1; &bogus; &lt; R&D", "日本語のラベル", "line\nline\ttab", "nul\u{0}nul",
    "</title><script>alert(1)</script>", "]]> <!-- -->", "%s %n {a|b} [x]", "\u{FFFE}\u{FFFF}x",
    "e\u{301}\u{301}\u{301}", "javascript:alert(1)", "' onload='x",
  ]

  static let hostile = SystemPicture(
    caption: Caption(title: hostileLabels[0], date: hostileLabels[1], notShown: hostileLabels),
    nodes: hostileLabels.enumerated().map { place, label in
      .init(label, group: place % 3 == 0 ? nil : hostileLabels[place % 5])
    },
    ties: (1..<hostileLabels.count).map { .init(0, $0) })
}
