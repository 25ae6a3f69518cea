import Diagrams

/// The pictures of the small map that show more than who is there.
extension Pictures {
  static let views: [String: Diagram] = [
    "ego": EgoPicture(of: small, focus: 0, steps: 2).diagram(),
    "bridges": BridgePicture(silos).diagram(),
    "ladder": ladder.diagram(),
    "missing": missing.diagram(),
    "missingtable": missingTable.diagram(),
    "overlap": OverlapPicture(tables).diagram(),
    "seats": seats.diagram(),
    "seatbands": bands.diagram(),
    "grid": grid.diagram(),
    "difference": difference.diagram(),
  ]

  static let ladder = LadderPicture(
    system: small, levels: [1, 2, 3, 4, nil],
    rungs: ["networking", "coordinating", "cooperating", "collaborating"])

  /// Two pairs that have not met yet as reported.
  static let missing = MissingPicture(
    system: small, absent: [.init(0, 5), .init(2, 3)], groups: ["health", "schools", "faith", nil],
    pairs: [
      [.init(tied: 1, absent: 0)], [.init(tied: 2, absent: 1), .init(tied: 1, absent: 0)],
      [.init(tied: 0, absent: 1), .init(tied: 1, absent: 0), .init(tied: 0, absent: 0)],
      [
        .init(tied: 0, absent: 0, unknown: 2), .init(tied: 0, absent: 2),
        .init(tied: 0, absent: 1), .init(tied: 0, absent: 0),
      ],
    ])

  static var missingTable: MissingPicture {
    var picture = missing
    picture.absent = nil
    return picture
  }

  static let seats = SeatsPicture(
    caption: caption,
    tables: [
      .init(
        "Steering Group", tier: 1, note: "18 seats",
        rows: [
          .init("White", .seats(held: 12, expected: 7.2)),
          .init("Latino", .seats(held: 1, expected: 5.4)),
        ]),
      .init("Data Team", tier: 2, note: "too few seats to judge", rows: []),
    ], population: "community, 2024")

  static let bands = SeatsPicture(
    caption: caption,
    tables: [
      .init(
        "Steering Group", note: "",
        rows: [.init("White", .band(.above)), .init("Latino", .band(nil))])
    ], population: "community, 2024")

  static let grid = GridPicture(
    caption: caption,
    entries: [
      .init("Oak Clinic", group: "health", power: 8, interest: 9),
      .init("Elm School", group: "schools", power: 8, interest: 9),
      .init("Parents' Circle", power: 1, interest: 10),
    ], noun: .organization)

  static let difference = DifferencePicture(
    system: small, changes: [.kept, .new, .kept, .gone],
    tieChanges: [.new, .gone, .stronger(from: 1, to: 3), .weaker(from: 4, to: 2)],
    before: "2025-03-01")
}
