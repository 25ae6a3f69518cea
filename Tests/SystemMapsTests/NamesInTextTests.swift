import Testing

@testable import SystemMaps

@Suite("Names in text")
struct NamesInTextTests {
  private static let elements = """
    Label;Type;Description
    Oak Clinic;organization;NOTE
    Hope House;organization;
    María López;resident;
    Will Zest;resident;
    Bo Ly;resident;

    """

  @Test(arguments: [
    ("María could not come", "a resident could not come"),
    ("we asked maria and LOPEZ", "we asked a resident and a resident"),
    ("Maria Lopez, twice", "a resident, twice"),
    ("Lopez's son", "a resident's son"),
    ("Marias and Mariana stay", "Marias and Mariana stay"),
    // An open name, and ordinary words.
    ("Hope House will help", "Hope House will help"),
    ("Will came", "a resident came"),
    // Too short alone, but not together.
    ("so Bo and Ly, or Bo Ly", "so Bo and Ly, or a resident"),
  ])
  func aWordOfANameStandsForTheWhole(note: String, read: String) {
    let reading = readMap(elements: Self.elements.replacing("NOTE", with: note))
    let clinic = reading.map.shared(with: .members).elements.first
    #expect(clinic?.summary == read)
    #expect(reading.map.shared(with: .team).elements.first?.summary == note)
    let isSaid = reading.findings.contains { $0.message.contains("names somebody") }
    #expect(isSaid == (note != read))
  }
}
