public import SystemMaps

extension JSONValue {
  /// Findings as `{"severity","file","row","column","message","expected"}`, with `"sheet"` if the
  /// file is a workbook.
  public static func findings(_ findings: [Finding]) -> JSONValue {
    .array(
      findings.map { finding in
        var members: [String: JSONValue] = [
          "severity": .string(finding.severity.rawValue),
          "file": JSONValue(finding.place?.file),
          "row": JSONValue(finding.place?.row),
          "column": JSONValue(finding.place?.column),
          "message": .string(finding.message),
          "expected": JSONValue(finding.expected),
        ]
        if let sheet = finding.place?.sheet { members["sheet"] = .string(sheet) }
        return .object(members)
      })
  }
}

/// How many findings there are, and the three to mend first.
public struct FindingSummary: Sendable {
  /// How many of each severity, in words.
  public let counts: String
  /// The first three to mend: errors, then warnings, each in the order of the files.
  public let mendFirst: [Finding]

  /// Summarizes findings.
  public init(_ findings: [Finding]) {
    func count(_ severity: Finding.Severity, _ one: String, _ many: String) -> String? {
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : count == 1 ? "1 \(one)" : "\(count) \(many)"
    }
    let parts = [
      count(.error, "error", "errors"), count(.warning, "warning", "warnings"),
      count(.notice, "notice", "notices"),
    ].compactMap { $0 }
    counts = parts.isEmpty ? "Nothing to mend." : parts.joined(separator: ", ") + "."
    mendFirst = Array(
      (findings.filter { $0.severity == .error } + findings.filter { $0.severity == .warning })
        .prefix(3))
  }

  /// The summary, a line for the counts and one for each of the three.
  public var text: String {
    guard !mendFirst.isEmpty else { return counts }
    return ([counts, "Mend first:"] + mendFirst.map { "  \($0)" }).joined(separator: "\n")
  }
}
