/// The findings of one sheet, in order; findings of one kind are counted when they are many.
///
/// A file of 170,000 rows may be odd in every row: beyond a few of a kind, the reader is better
/// served by their number and the first places.
final class FindingLog {
  private struct Group {
    var first: [Finding]
    var count = 0
    var places: [Place] = []
    var summary: String
    var limit: Int
  }

  private static let shownPlaces = 3
  private var groups: [Group] = []
  private var groupOfSummary: [String: Int] = [:]

  /// Adds a finding of which there can only be one.
  func add(
    _ severity: Finding.Severity, at place: Place?, _ message: String, expected: String? = nil
  ) {
    let finding = Finding(severity, at: place, message, expected: expected)
    groups.append(Group(first: [finding], count: 1, summary: "", limit: 1))
  }

  /// Adds a finding of a kind that may come up in many rows.
  ///
  /// - Parameters:
  ///   - summary: What all findings of the kind have in common, said of their number: "rows have
  ///     no label". It also tells the kinds apart.
  ///   - limit: How many are told one by one; with 0 or 1 only their number is.
  func add(
    _ severity: Finding.Severity, at place: Place, _ message: @autoclosure () -> String,
    expected: @autoclosure () -> String? = nil, summary: String, limit: Int = 20
  ) {
    let group: Int
    if let known = groupOfSummary[summary] {
      group = known
    } else {
      group = groups.count
      groupOfSummary[summary] = group
      groups.append(Group(first: [], summary: summary, limit: limit))
    }
    groups[group].count += 1
    if groups[group].places.count < Self.shownPlaces, groups[group].places.last?.row != place.row {
      groups[group].places.append(place)
    }
    if groups[group].first.count < max(limit, 1) {
      groups[group].first.append(
        Finding(severity, at: place, message(), expected: expected()))
    }
  }

  /// The findings in the order of their rows, many of a kind as one.
  var findings: [Finding] {
    var indexOfSheet: [[String?]: Int] = [:]
    var keyed: [(key: [Int], finding: Finding)] = []
    for (offset, finding) in summarized.enumerated() {
      let (sheet, row, column) = (
        [finding.place?.file, finding.place?.sheet], finding.place?.row, finding.place?.column
      )
      let index = indexOfSheet[sheet] ?? indexOfSheet.count
      indexOfSheet[sheet] = index
      keyed.append(([index, row ?? 0, column ?? 0, offset], finding))
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.finding)
  }

  private var summarized: [Finding] {
    groups.flatMap { group -> [Finding] in
      guard group.count > max(group.limit, 1), let example = group.first.first else {
        return group.first
      }
      let rows = group.places.compactMap { $0.row.map(String.init) }
      let more = group.count > rows.count ? ", …" : ""
      let places = rows.isEmpty ? "" : " (rows \(rows.joined(separator: ", "))\(more))"
      return [
        Finding(
          example.severity, at: example.place, "\(group.count.grouped) \(group.summary)\(places)",
          expected: example.expected)
      ]
    }
  }
}
