import Diagrams
import SystemMaps

/// Journeys that the tests draw.
enum JourneyPictures {
  static let caption = Caption(
    title: "A family's journey", map: "Larkspur", date: "2026-03-01", audience: .team,
    notShown: ["names of workers"])

  private static let places: [JourneyPicture.Place] = [
    .init("Birchwood Elementary", silo: "education"),
    .init("District Special Education", silo: "education"),
    .init("County Child Welfare", silo: "county"),
    .init("County Housing Authority", silo: "county"),
    .init("County Probation", silo: "county"),
    .init("State Benefits Office", silo: "state"),
    .init("State Disability Services", silo: "state"),
    .init("Riverside Clinic", silo: "health"),
    .init("County Hospital", silo: "health"),
    .init("Hope Center", silo: "nonprofit"),
    .init("Eastside Food Pantry", silo: "nonprofit"),
  ]

  private static let barriers: [JourneyPicture.Barrier] = [
    .init("Electricity cut off", ownership: .nobody, told: 9),
    .init("No phone at home", ownership: .notKnown, told: 2),
    .init("No bus to the clinic", ownership: .owned, told: 3),
    .init("School absence", ownership: .owned, told: 4),
    .init("Eviction notice", ownership: .owned, told: 2),
    .init("Asthma without an inhaler", ownership: .owned, told: 2),
    .init("Benefits stopped", ownership: .owned, told: 3),
    .init("No childcare", ownership: .owned, told: 1),
  ]

  /// The place, the words and the barriers of each step; every fifth day one.
  private static let rows: [(Int, String, [Int])] = [
    (0, "School calls about missed days", [3]), (0, "Intake with the family", [0]),
    (2, "Report received", []), (2, "Intake at home", [0, 4]), (5, "Asks for food help", [6]),
    (7, "Child seen for asthma", [5]), (1, "Intake for learning support", [3]),
    (5, "Intake interview", [0]), (9, "Walks in to ask for help", [0, 1]),
    (7, "Intake", [0, 2]), (0, "Meeting on absence", [3]), (8, "Night in the emergency room", [5]),
    (8, "Intake before discharge", [0]), (2, "Plan written without the family", []),
    (9, "Help with forms", [6]), (3, "Asks about the eviction", [4]), (3, "Intake", [0]),
    (5, "Papers missing, sent home", [6]), (9, "Finds the missing papers", []),
    (6, "Intake for disability", [0]), (4, "Intake with the older son", [0]),
    (1, "Test of reading", []), (7, "Inhaler prescribed", [2]), (10, "Food for the week", []),
    (2, "Visit by a new worker", [0]), (9, "Call about the light bill", [0]),
    (3, "Put on a waiting list", [4]), (5, "Benefits start again", []),
    (0, "Plan for mornings", [7]), (4, "Monthly visit", []), (6, "Asked for more papers", []),
    (10, "Food for the week", []), (7, "Visit missed", [2]), (2, "Case review", []),
    (9, "Calls everyone together", [0]), (0, "Back in class", []),
  ]

  private static let referrals: [JourneyPicture.Referral] = [
    .init(from: 0, .arrived(2), handoff: .cold), .init(from: 1, .arrived(6), handoff: .cold),
    .init(from: 3, .arrived(5), handoff: .cold), .init(from: 4, .arrived(7), handoff: .cold),
    .init(from: 5, .arrived(9), handoff: .warm), .init(from: 7, .arrived(8), handoff: .onTheirOwn),
    .init(from: 9, .arrived(11), handoff: .cold), .init(from: 12, .arrived(15), handoff: .cold),
    .init(from: 13, .deadEnd("Legal Aid"), handoff: .cold),
    .init(from: 14, .arrived(17), handoff: .closedLoop),
    .init(from: 16, .arrived(18), handoff: .cold), .init(from: 18, .arrived(19), handoff: .warm),
    .init(from: 20, .arrived(21), handoff: nil), .init(from: 21, .arrived(22), handoff: .cold),
    .init(from: 25, .deadEnd("Energy Assistance Fund"), handoff: .cold),
    .init(from: 28, .open("Childcare Subsidy Office"), handoff: .cold),
  ]

  static let family = JourneyPicture(
    caption: caption, places: places, barriers: barriers,
    steps: rows.enumerated().map { number, row in
      JourneyPicture.Step(
        row.1, at: row.0,
        day: CalendarDate(
          year: number < 24 ? 2025 : 2026,
          month: number < 24 ? 9 + number / 6 : (number - 24) / 6 + 1,
          day: 1 + number % 6 * 4),
        barriers: row.2, isWithoutFamily: row.1.contains("without"))
    }, referrals: referrals)

  /// Three steps at two places.
  static let short = JourneyPicture(
    caption: caption,
    places: [.init("Oak Clinic", silo: "health"), .init("Elm School", silo: "schools")],
    barriers: [.init("No bus", ownership: .nobody, told: 2)],
    steps: [
      .init("Asked for help", at: 1, day: CalendarDate("2026-03-02"), barriers: [0]),
      .init("Was told to come back", at: 1, day: CalendarDate("2026-03-09")),
      .init("Saw a nurse", at: 0, day: CalendarDate("2026-04-01"), barriers: [0]),
    ],
    referrals: [
      .init(from: 1, .arrived(2), handoff: .warm),
      .init(from: 2, .deadEnd("Legal Aid"), handoff: .cold),
    ])

  /// Every text is one that somebody might type, or paste, to do harm.
  static let hostile = JourneyPicture(
    caption: Caption(title: Pictures.hostileLabels[0], notShown: Pictures.hostileLabels),
    places: Pictures.hostileLabels.prefix(6).map { .init($0, silo: $0) },
    barriers: Pictures.hostileLabels.prefix(3).map { .init($0, ownership: .notKnown) },
    steps: Pictures.hostileLabels.enumerated().map { number, label in
      JourneyPicture.Step(label, at: number % 6, barriers: [number % 3])
    },
    referrals: [
      .init(from: 0, .deadEnd(Pictures.hostileLabels[12]), handoff: .warm),
      .init(from: 1, .arrived(5), handoff: .closedLoop),
    ])
}
