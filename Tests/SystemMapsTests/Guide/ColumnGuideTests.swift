import Testing

@testable import SystemMaps

@Suite("The guide to the columns")
struct ColumnGuideTests {
  private static let kinds = Sheet.Kind.allCases.filter { $0 != .positions && $0 != .answers }

  @Test("every known column is explained, in a note that fits beside its header")
  func complete() {
    for kind in Self.kinds {
      for guide in kind.guides {
        #expect((10...260).contains(guide.note.count), "\(kind) \(guide.title)")
        #expect(guide.note.hasSuffix(".") || guide.note.hasSuffix("Church."), "\(guide.title)")
      }
      #expect(Set(kind.guides.map(\.title)).count == kind.guides.count)
    }
    #expect(Sheet.Kind.positions.guides.isEmpty)
    #expect(Sheet.Kind.answers.guides.isEmpty)
  }

  @Test("the required columns are those without which a sheet cannot be read")
  func required() {
    let required = Self.kinds.map { kind in
      kind.guides.filter { $0.need == .required }.map(\.title)
    }
    #expect(
      required == [
        ["Label"], ["From", "To"], ["Table"], ["Case", "Step"],
        ["Population", "Attribute", "Group"], ["Setting", "Value"],
      ])
  }

  @Test("the words that a column is said to know are understood in it")
  func words() throws {
    let rows: [(kind: Sheet.Kind, cells: [(title: String, text: String)])] = [
      (.elements, [("Label", "A")]), (.connections, [("From", "A"), ("To", "B")]),
      (.seats, [("Table", "A"), ("Holder", "B")]), (.journeys, [("Case", "A"), ("Step", "Ask")]),
    ]
    for (kind, required) in rows {
      for guide in kind.guides {
        guard case .known(let words) = guide.words else { continue }
        for word in words {
          let cells = required + [(guide.title, word)]
          let sheet = Sheet(
            kind: kind, file: "x", header: cells.map(\.title),
            rows: [Sheet.Row(number: 2, cells: cells.map(\.text))])
          let told = MapReading(sheets: [sheet]).findings.map(\.description)
          #expect(!told.contains { $0.contains("left out") }, "\(guide.title) \(word)")
        }
      }
    }
  }

  @Test("headers of other programs are known too")
  func synonyms() {
    #expect(Sheet.Kind.connections.guide(of: "source")?.title == "From")
    #expect(Sheet.Kind.elements.guide(of: "works_FOR ")?.title == "Works for")
    #expect(Sheet.Kind.elements.guide(of: "Budget code") == nil)
    #expect(Sheet.Kind.positions.guide(of: "ID") == nil)
  }
}
