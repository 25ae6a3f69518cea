public import SystemMaps

/// A map to begin with: the columns that people fill in, with notes, drop-downs and examples.
///
///     try StarterMap(for: .journey).write(to: "families.xlsx")
///
/// The examples begin with `e.g. `; a reader skips them.
public struct StarterMap: Hashable, Sendable {
  /// What the map is begun for.
  public enum Purpose: String, Hashable, Sendable, CaseIterable {
    /// Everything: who is there, who works with whom, who sits where, what families go through.
    case full
    /// One session about the steps of families.
    case journey
    /// One session about who sits at which table.
    case tables
  }

  /// What the map is begun for.
  public let purpose: Purpose

  /// Creates a starter map.
  public init(for purpose: Purpose = .full) { self.purpose = purpose }

  /// The sheets, with examples and, among the settings, rows that wait for a value.
  public var sheets: [Sheet] {
    titles.map { kind, titles in
      let examples = examples(of: kind).map { example in titles.map { example[$0] ?? "" } }
      let blanks = kind == .settings ? settings.map { [$0, ""] } : []
      return Sheet(
        kind: kind, file: kind.rawValue, header: titles,
        rows: (examples + blanks).enumerated().map { Sheet.Row(number: $0 + 2, cells: $1) })
    }
  }

  /// The columns of each sheet, in the order of the design.
  private var titles: [(kind: Sheet.Kind, titles: [String])] {
    switch purpose {
    case .full:
      return Sheet.Kind.allCases.filter { !$0.guides.isEmpty }.map { kind in
        let titles = kind.guides.filter { $0.need != .special }.map(\.title)
        return (kind, kind == .elements ? titles + [Self.ownColumn.title] : titles)
      }
    case .journey:
      return [
        (.elements, ["Label", "Type", "Sector", "Works for", "Owner"]),
        (.connections, ["From", "To", "Type", "Quality"]),
        (
          .journeys,
          [
            "Case", "Step", "Start date", "End date", "Worker", "Organization", "Referred to",
            "Handoff", "Barrier", "Collected", "Channel", "Family hours", "Feeling", "Notes",
          ]
        ),
        (.settings, ["Setting", "Value", "Note"]),
      ]
    case .tables:
      return [
        (
          .elements,
          [
            "Label", "Type", "Sector", "Works for", "Seats", "Tier", "Decides",
            Self.ownColumn.title,
          ]
        ),
        (
          .seats,
          [
            "Table", "Holder", "Representing", "Role", "Decision right", "Participation", "Paid",
            "Attended",
          ]
        ),
        (.benchmarks, ["Population", "Attribute", "Group", "Share", "Count", "Source", "Date"]),
        (.settings, ["Setting", "Value", "Note"]),
      ]
    }
  }

  /// The settings that a new map should say.
  private var settings: [String] {
    switch purpose {
    case .full: ["Title", "Purpose", "Boundary", "Date", "Backbone"]
    case .journey: ["Title", "Date"]
    case .tables: ["Title", "Date", "Participation scale"]
    }
  }

  /// A column that no sheet knows, as people may add them, and what it is for.
  static let ownColumn = (
    title: "Age group",
    note:
      "A column of your own. Ask people, and never guess. Tables are compared with benchmarks by "
      + "such columns: age group, race or ethnicity."
  )

  /// The examples that the session is about.
  private func examples(of kind: Sheet.Kind) -> [[String: String]] {
    let others: [String] =
      switch purpose {
      case .full: []
      case .journey: ["table", "resident"]
      case .tables: ["barrier"]
      }
    return Self.examples(of: kind).filter { !others.contains($0["Type"] ?? "") }
  }

  /// Rows that show how a sheet is filled, by the titles of the columns; plainly invented.
  private static func examples(of kind: Sheet.Kind) -> [[String: String]] {
    switch kind {
    case .elements:
      [
        [
          "Label": "e.g. Maple Street School", "Type": "organization", "Sector": "schools",
          "Place": "Maple Street", "Responded": "yes", "Budget": "3900000",
          "Also known as": "Maple St. School",
        ],
        [
          "Label": "e.g. Jo Example", "Type": "person", "Role": "teacher",
          "Works for": "Maple Street School", "Privacy": "member", "Age group": "under 40",
        ],
        ["Label": "e.g. Sam Sample", "Type": "resident", "Age group": "40 and over"],
        [
          "Label": "e.g. No bus on Sundays", "Type": "barrier", "Owner": "nobody",
          "Description": "Families cannot reach the food pantry",
        ],
        [
          "Label": "e.g. Steering group", "Type": "table", "Seats": "12", "Tier": "1",
          "Decides": "decides",
        ],
      ]
    case .connections:
      [
        [
          "From": "e.g. Maple Street School", "To": "Hope House", "Type": "works with",
          "Level": "2", "Frequency": "monthly", "Quality": "strong", "Reported by": "Jo Example",
        ],
        [
          "From": "e.g. Hope House", "To": "Legal Corner|City Clinic", "Type": "refers to",
          "Quality": "tenuous",
        ],
      ]
    case .seats:
      [
        [
          "Table": "e.g. Steering group", "Holder": "Jo Example",
          "Representing": "Maple Street School", "Role": "member", "Votes": "1",
          "Decision right": "votes", "Participation": "involve", "Paid": "no", "Attended": "7",
        ],
        ["Table": "e.g. Steering group", "Role": "vacant"],
      ]
    case .journeys:
      [
        [
          "Case": "e.g. Family A", "Step": "Asked for help with the rent",
          "Start date": "2026-03-02", "End date": "2026-03-02", "Worker": "Jo Example",
          "Organization": "Maple Street School", "Referred to": "Hope House", "Handoff": "warm",
          "Collected": "name|proof of income", "Channel": "office", "Family hours": "2",
          "Feeling": "-1",
        ],
        [
          "Case": "e.g. Family A", "Step": "Was told to come back",
          "Start date": "2026-03-09", "End date": "2026-03-09", "Organization": "Hope House",
          "Barrier": "No bus on Sundays", "Collected": "proof of income", "Channel": "phone",
          "Feeling": "-2",
        ],
      ]
    case .benchmarks:
      [
        [
          "Population": "e.g. community", "Attribute": "Age group", "Group": "under 40",
          "Share": "0.55", "Source": "Census estimate", "Date": "2024",
        ],
        [
          "Population": "e.g. community", "Attribute": "Age group", "Group": "40 and over",
          "Share": "0.45", "Source": "Census estimate", "Date": "2024",
        ],
      ]
    case .settings:
      [["Setting": "e.g. Language", "Value": "English"]]
    case .positions, .answers: []
    }
  }
}
