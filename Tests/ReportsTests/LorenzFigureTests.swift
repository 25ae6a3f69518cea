import Insights
import SystemMaps
import Testing

@testable import Reports

@Suite("Lorenz figure")
struct LorenzFigureTests {
  /// Of seven filled seats six are of five organizations, and one is of a worker with two employers:
  /// sentence and curve say what each counts.
  @Test func theCaptionSaysWhichSeatsItCounts() throws {
    var map = SystemMap()
    map.elements = [Element(id: "t", label: "Committee", type: .table)]
    map.elements[0].table.tier = 2
    for name in ["a", "b", "c", "d", "e"] {
      map.elements.append(Element(id: ElementID(name), label: name, type: .organization))
      map.seats.append(Seat(table: "t", holder: ElementID(name)))
    }
    map.seats.append(Seat(table: "t", holder: "a"))
    var torn = Element(id: "x", label: "Torn", type: .person)
    torn.worksFor = .given(["b", "c"])
    map.elements.append(torn)
    map.seats.append(Seat(table: "t", holder: "x"))
    let tiers = Inclusion(of: map).concentration
    #expect(
      tiers.compactMap(\.sentence) == ["3 organizations hold 57 % of the 7 filled seats at tier 2."]
    )
    let figure = try #require(LorenzFigure(of: tiers))
    #expect(
      figure.curves.map(\.words) == [
        "Of the 7 filled seats at tier 2, 5 organizations hold 6, at most 2 each; 1 speaks for no "
          + "organization named here."
      ])
    #expect(figure.curves[0].points.last?.up == 1)
    map.seats.removeLast()
    #expect(
      LorenzFigure(of: Inclusion(of: map).concentration)?.curves.map(\.words) == [
        "Of the 6 filled seats at tier 2, 5 organizations hold 6, at most 2 each."
      ])
  }
}
