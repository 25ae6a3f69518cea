import Reports

/// What can be asked of a drawing besides its view, each by the name of its option.
///
/// An option that says nothing to a view is told, and never passed over in silence.
enum DrawingWish: String, CaseIterable {
  case filter
  case hide
  case highlight
  case label
  case color = "by"
  case size
  case focus
  case steps
  case before
  case ties
  case types
  case weighted
  case direction = "directed or --undirected"
  case keep
  case family = "case"
  case toScale = "to-scale"

  /// What to say of a wish that does not count in a view: for which views it does.
  func regret(in view: DrawnView) -> String? {
    guard !counts(in: view) else { return nil }
    let others = DrawnView.all.filter(counts).map(\.name).joined(separator: ", ")
    return "--\(rawValue) says nothing to \(view.name); it is for \(others)."
  }

  /// Whether a view is another one by this wish.
  func counts(in view: DrawnView) -> Bool {
    switch view {
    case .map(let view): counts(in: view)
    case .journey(let view): counts(in: view)
    }
  }

  private func counts(in view: MapDiagram) -> Bool {
    switch self {
    case .filter, .hide: true
    case .highlight: ![.sectors, .overlap, .seats, .difference].contains(view)
    case .label: view != .sectors
    case .color: view != .overlap
    case .size: view == .system
    case .focus: ![.overlap, .grid, .difference].contains(view)
    case .steps: [.system, .silos, .sectors, .bridges, .ladder, .missing, .ego].contains(view)
    case .before: view == .difference
    case .ties, .types, .weighted, .direction:
      ![.tables, .overlap, .seats, .grid].contains(view)
    case .keep: view.keepsPlaces
    case .family, .toScale: false
    }
  }

  private func counts(in view: JourneyDiagram) -> Bool {
    switch self {
    case .family: view != .flow
    case .toScale: view == .journey
    case .before: view == .ecomap || view == .careTeam
    default: false
    }
  }
}

extension Draw {
  /// What was asked for on the command line besides the view.
  var wishes: [DrawingWish] {
    let asked: [(DrawingWish, Bool)] = [
      (.filter, rules.filter != nil), (.hide, rules.hide != nil),
      (.highlight, rules.highlight != nil), (.label, rules.labelBy != nil), (.color, by != nil),
      (.size, size != nil), (.focus, rules.focus != nil), (.steps, rules.steps != nil),
      (.before, before != nil), (.ties, network.ties != nil), (.types, network.types != nil),
      (.weighted, network.weighted), (.direction, network.direction != nil),
      (.keep, keeping.output != nil), (.family, family.name != nil), (.toScale, family.toScale),
    ]
    return asked.filter(\.1).map(\.0)
  }
}
