import ArgumentParser
import Reports
import SystemMaps

/// Which elements a diagram shows, and how; each holds instead of the map's setting.
struct RuleArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The elements to draw: 'type = organization and sector != health'. In tables and overlap "
        + "it chooses tables, or those who sit there; in seats, tables.",
      valueName: "condition"))
  var filter: String?

  @Option(help: ArgumentHelp("The elements to leave out.", valueName: "condition"))
  var hide: String?

  @Option(
    help: ArgumentHelp(
      "The elements that get a heavy border, wherever single elements are drawn.",
      valueName: "condition"))
  var highlight: String?

  @Option(
    name: .customLong("label"),
    help: ArgumentHelp("The attribute to write instead of the label.", valueName: "attribute"))
  var labelBy: String?

  @Option(
    help: ArgumentHelp(
      "The element to draw around, by its label or ID; for tables, the one table or who sits at "
        + "all that are drawn; for seats, the one table.",
      valueName: "name"))
  var focus: String?

  @Option(help: "How many steps around the focus are drawn, 1 if absent; ego shows 1 or 2.")
  var steps: Int?

  func validate() throws {
    for (name, text) in conditions { _ = try Self.condition(text, name) }
    guard (steps ?? 1) >= 1 else {
      throw ValidationError("--steps \(steps ?? 0): expected 1 or more.")
    }
  }

  private var conditions: [(name: String, text: String)] {
    [("filter", filter), ("hide", hide), ("highlight", highlight)].compactMap { name, text in
      text.map { (name, $0) }
    }
  }

  private static func condition(_ text: String, _ name: String) throws -> ElementFilter {
    do throws(FilterError) {
      return try ElementFilter(text)
    } catch {
      throw ValidationError("--\(name), \(error.explanation)")
    }
  }

  /// Puts what was asked for in the place of what the map's settings ask for.
  func apply(to options: inout DiagramOptions, of map: SystemMap) throws {
    func checked(_ text: String?, _ name: String) throws -> ElementFilter? {
      try text.map { text in
        let condition = try Self.condition(text, name)
        do throws(FilterError) {
          try condition.check(for: map)
        } catch {
          throw ValidationError("--\(name), \(error.explanation)")
        }
        return condition
      }
    }
    if let filter = try checked(filter, "filter") { options.rules.filter = filter }
    if let hide = try checked(hide, "hide") { options.rules.hide = hide }
    if let highlight = try checked(highlight, "highlight") { options.rules.highlight = highlight }
    if let labelBy { options.rules.labelBy = AttributeName(labelBy) }
    if let focus { options.focus = try Self.element(named: focus, of: map) }
    if let steps { options.steps = steps }
  }

  private static func element(named name: String, of map: SystemMap) throws -> ElementID {
    switch map.element(named: name) {
    case .found(let id): return id
    case .ambiguous(let ids):
      let list = ids.map(\.text).joined(separator: ", ")
      throw ValidationError(
        "--focus \(name.quoted): several elements have this name; write one of the IDs \(list).")
    case .absent(let nearest):
      let hint = nearest.map { " Did you mean \($0.quoted)?" } ?? ""
      throw ValidationError("--focus \(name.quoted): no element has this label or ID.\(hint)")
    }
  }
}
