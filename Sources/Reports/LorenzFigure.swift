import Insights

/// Lorenz curves in the page: who has how much of something, from those who have least.
///
/// Lorenz, "Methods of measuring the concentration of wealth", 1905. Where the order is by another
/// figure, such as a budget, it is a concentration curve, and may lie above the line of equality.
struct LorenzFigure {
  /// A point of a curve, both from 0 to 1.
  struct Point {
    let across: Double
    let up: Double
  }

  /// One curve, from (0, 0).
  struct Curve {
    let name: String
    let points: [Point]
    /// What it says, for those who do not see it.
    let words: String
  }

  /// Curves on one pair of axes: three at most, told apart by their strokes.
  let curves: [Curve]
  /// What the axis across counts.
  let across: String
  /// What the axis up counts.
  let up: String
  /// What is shown.
  let caption: String

  /// Solid, dashed and dotted, each with a tone of its own.
  private static let strokes = [
    (color: "#0b5c8a", width: "3", dashes: "none"),
    (color: "#8a3b0b", width: "2.5", dashes: "10 5"),
    (color: "#4a5866", width: "3", dashes: "2 5"),
  ]
  private static let side = 300.0
  private static let (left, top) = (70.0, 16.0)

  var markup: HTML {
    let shown = Array(zip(curves, Self.strokes))
    let words = curves.map(\.words).joined(separator: " ")
    let height = Self.top + Self.side + 62 + 24 * Double(shown.count + 1)
    let lines = shown.map { curve, stroke -> HTML in
      """
      <path d="\(Self.path(curve.points))" fill="none" stroke="\(stroke.color)" \
      stroke-width="\(stroke.width)" stroke-dasharray="\(stroke.dashes)" stroke-linejoin="round"/>

      """
    }
    let names =
      [("the same for all", ("#8b98a5", "1.5", "6 3"))]
      + shown.map { ($0.name, ($1.color, $1.width, $1.dashes)) }
    let legend = names.enumerated().map { place, entry -> HTML in
      let y = Self.top + Self.side + 66 + 24 * Double(place)
      return """
        <path d="M \(Self.text(Self.left)) \(Self.text(y)) h 44" stroke="\(entry.1.0)" \
        stroke-width="\(entry.1.1)" stroke-dasharray="\(entry.1.2)"/>
        <text x="\(Self.text(Self.left + 54))" y="\(Self.text(y + 5))">\(entry.0)</text>

        """
    }
    return """
      <figure class="lorenz">
      <svg viewBox="0 0 400 \(Self.text(height))" role="img" \
      font-family="Arial, 'Liberation Sans', Helvetica, sans-serif" font-size="14" fill="#1d2733">
      <title>\(caption)</title>
      <desc>\(words)</desc>
      \(Self.axes(across: across, up: up))\(lines)\(legend)</svg>
      <figcaption>\(caption) \(words)</figcaption>
      </figure>

      """
  }

  private static func axes(across: String, up: String) -> HTML {
    let (right, bottom) = (left + side, top + side)
    let ticks = [0, 25, 50, 75, 100].map { percent -> HTML in
      let x = text(left + side * Double(percent) / 100)
      let y = bottom - side * Double(percent) / 100
      return """
        <path d="M \(x) \(text(bottom)) v 6 M \(text(left)) \(text(y)) h -6" stroke="#4a5866"/>
        <text x="\(x)" y="\(text(bottom + 21))" text-anchor="middle">\(percent) %</text>
        <text x="\(text(left - 10))" y="\(text(y + 5))" text-anchor="end">\(percent) %</text>

        """
    }
    return """
      <path d="M \(text(left)) \(text(top)) V \(text(bottom)) H \(text(right))" fill="none" \
      stroke="#4a5866"/>
      <path d="M \(text(left)) \(text(bottom)) L \(text(right)) \(text(top))" stroke="#8b98a5" \
      stroke-width="1.5" stroke-dasharray="6 3"/>
      \(ticks)<text x="\(text(left + side / 2))" y="\(text(bottom + 43))" \
      text-anchor="middle">\(across)</text>
      <text transform="translate(16 \(text(top + side / 2))) rotate(-90)" \
      text-anchor="middle">\(up)</text>

      """
  }

  private static func path(_ points: [Point]) -> String {
    ([Point(across: 0, up: 0)] + points).enumerated().map { place, point in
      let (x, y) = (left + side * point.across, top + side * (1 - point.up))
      return "\(place == 0 ? "M" : "L") \(text(x)) \(text(y))"
    }.joined(separator: " ")
  }

  private static func text(_ length: Double) -> String { FigureText.fixed(length, digits: 1) }
}

extension LorenzFigure {
  /// How influence, and seats at tables that decide, go with budget.
  init(of budgets: BudgetVoice) {
    let half = budgets.curve.last { $0.organizations <= 0.5 }
    var curves = [
      Curve(
        name: "influence",
        points: budgets.curve.map { Point(across: $0.organizations, up: $0.influence) },
        words:
          "The half with the smaller budgets has "
          + "\(FigureText.percent(half?.influence)) of the influence.")
    ]
    if budgets.fifths.allSatisfy({ $0.seatShare != nil }) {
      var sum = Point(across: 0, up: 0)
      let points = budgets.fifths.map { fifth in
        sum = Point(
          across: sum.across + Double(fifth.organizations) / Double(budgets.organizations),
          up: sum.up + (fifth.seatShare ?? 0))
        return sum
      }
      let least = points.first.map(\.up)
      curves.append(
        Curve(
          name: "seats at tables that decide, by fifths", points: points,
          words:
            "The fifth with the smallest has \(FigureText.percent(least)) of the seats "
            + "at tables that decide."))
    }
    self.init(
      curves: curves, across: "organizations, from the smallest budget", up: "of the whole",
      caption: "Influence by budget.")
  }

  /// How the seats of up to three tiers gather with few organizations; `nil` where no tier has
  /// several.
  init?(of tiers: [SeatConcentration]) {
    let curves = tiers.filter { $0.holdings.count > 1 }.prefix(3).map { tier in
      let seats = tier.holdings.map(\.seats).sorted()
      let total = Double(seats.reduce(0, +))
      var sum = 0
      let points = seats.enumerated().map { place, count in
        sum += count
        return Point(across: Double(place + 1) / Double(seats.count), up: Double(sum) / total)
      }
      let name = tier.tier.map { "tier \($0)" } ?? "tables without a tier"
      let held = seats.reduce(0, +)
      let rest = tier.seats - held
      let others =
        rest == 0
        ? "" : "; \(rest) \(rest == 1 ? "speaks" : "speak") for no organization named here"
      return Curve(
        name: name, points: points,
        words:
          "Of the \(tier.seats) filled seats at \(name), \(seats.count) organizations hold "
          + "\(held), at most \(seats.last ?? 0) each\(others).")
    }
    guard !curves.isEmpty else { return nil }
    self.init(
      curves: curves, across: "organizations that hold a seat, from the fewest seats",
      up: "of their seats", caption: "How seats gather in few hands.")
  }
}
