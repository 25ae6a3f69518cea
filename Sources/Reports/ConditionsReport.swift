public import Insights
public import SystemMaps

/// The five conditions, ready to print: as JSON, as lines of text, as a part of a page.
public struct ConditionsReport: Sendable {
  /// What is known of the conditions.
  public let conditions: Conditions
  /// The map, as the audience may see it.
  public let map: SystemMap
  /// Who will read it.
  public let audience: Audience

  /// Prepares the report of what an audience may see.
  public init(of map: SystemMap, for audience: Audience) {
    conditions = Conditions(of: map, for: audience)
    self.map = map.shared(with: audience)
    self.audience = audience
  }

  /// The report as JSON: the cells of each condition, every one computed, declared or unknown.
  public var json: JSONValue {
    [
      "map": [
        "title": JSONValue(map.settings.title), "date": JSONValue(map.settings.date?.description),
      ],
      "share": .string(audience.rawValue),
      "conditions": .array(
        Condition.allCases.map { condition in
          [
            "condition": .string(condition.rawValue),
            "cells": .array(entries(of: condition).map(json(of:))),
          ]
        }),
      "isolated_impact": conditions.isolatedImpact.map { likeness in
        [
          "type": .string(likeness.kind.rawValue),
          "absent": .array(likeness.absent.map { .string($0.rawValue) }),
          "sectors": .array(likeness.sectors.map { .string($0) }),
          "sentence": .string(likeness.sentence),
        ]
      } ?? .null,
      "findings": .findings(map.shared(conditions.findings, with: audience)),
    ]
  }

  /// The report as text: a heading for each condition, a line for each cell.
  public var text: String {
    var text = ""
    for condition in Condition.allCases {
      text += "\(condition.title)\n"
      for entry in entries(of: condition) {
        text += "  \(entry.cell.title) [\(Self.word(for: entry.basis))]: \(entry.sentence)\n"
        if let line = evidence(of: entry) { text += "    \(line)\n" }
      }
    }
    if let likeness = conditions.isolatedImpact { text += likeness.sentence + "\n" }
    return text
  }

  func entries(of condition: Condition) -> [Conditions.Entry] {
    conditions.entries.filter { $0.cell.condition == condition }
  }

  /// "computed", "declared" or "unknown".
  static func word(for basis: Conditions.Entry.Basis) -> String {
    switch basis {
    case .computed: "computed"
    case .declared: "declared"
    case .unknown: "unknown"
    }
  }

  /// How many cases a line names before it counts the rest.
  private static let mostCases = 12

  /// The grounds of an entry: the cases worth looking at, and what is declared.
  func evidence(of entry: Conditions.Entry) -> String? {
    var parts: [String] = []
    if case .declared(let declaration) = entry.basis {
      parts.append(declaration.evidence ?? "no evidence is given")
    }
    if let declared = entry.alsoDeclared {
      parts.append("Declared too: \(declared.value)\(declared.evidence.map { " (\($0))" } ?? "")")
    }
    if let figure = entry.figure, let title = figure.evidenceTitle {
      let cases = figure.evidence.map(words(for:))
      let rest = cases.count - Self.mostCases
      let shown = cases.prefix(Self.mostCases) + (rest > 0 ? ["and \(rest) more"] : [])
      if !shown.isEmpty {
        parts.append(
          "\(title.prefix(1).uppercased() + title.dropFirst()): \(shown.joined(separator: "; "))")
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ". ")
  }

  private func words(for evidence: ConditionFigure.Evidence) -> String {
    let names = evidence.elements.map { map[$0]?.label ?? $0.text }.joined(separator: ", ")
    guard !evidence.text.isEmpty else { return names }
    return names.isEmpty ? evidence.text : "\(evidence.text): \(names)"
  }

  private func json(of entry: Conditions.Entry) -> JSONValue {
    var object: [String: JSONValue] = [
      "cell": .string(entry.cell.rawValue), "definition": .string(entry.cell.definition),
      "status": .string(Self.word(for: entry.basis)), "sentence": .string(entry.sentence),
    ]
    switch entry.basis {
    case .computed(let figure):
      object["count"] = JSONValue(figure.count)
      object["of"] = JSONValue(figure.total)
      object["value"] = JSONValue(figure.value)
      object["not_reported"] = .integer(figure.unknown)
      object["evidence_is"] = JSONValue(figure.evidenceTitle)
      object["evidence"] = .array(figure.evidence.map(json(of:)))
    case .declared(let declaration): object["declared"] = json(of: declaration)
    case .unknown(let reason): object["reason"] = .string(reason)
    }
    if let declared = entry.alsoDeclared { object["declared"] = json(of: declared) }
    return .object(object)
  }

  private func json(of declaration: Settings.Declaration) -> JSONValue {
    ["value": .string(declaration.value), "evidence": JSONValue(declaration.evidence)]
  }

  private func json(of evidence: ConditionFigure.Evidence) -> JSONValue {
    [
      "text": .string(evidence.text),
      "elements": .array(
        evidence.elements.map { element in
          [
            "id": .string(element.text), "label": .string(map[element]?.label ?? element.text),
          ]
        }),
    ]
  }
}
