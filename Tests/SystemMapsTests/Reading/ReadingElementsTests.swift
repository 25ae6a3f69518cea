import Testing

@testable import SystemMaps

@Suite("Reading elements")
struct ReadingElementsTests {
  @Test("columns match without regard to case, spaces, hyphens and underscores")
  func columnNames() {
    let map = readMap(
      elements: """
        \u{FEFF}label;TYPE;works_for;Also-Known-As;lived experience;Shoe size
         Ann\u{A0};Person;Elm School;Annie|A. A.;Yes;38
        Elm School;organization;;;;
        """
    ).map
    #expect(map.elements.map(\.label) == ["Ann", "Elm School"])
    #expect(map.elements[0].type == .person)
    #expect(map.elements[0].worksFor == .given([ElementID("organization-1")]))
    #expect(map.elements[0].aliases == ["Annie", "A. A."])
    #expect(map.elements[0].hasLivedExperience == true)
    #expect(map.elements[0].attributes["shoe-size"] == "38")
    #expect(map.elements[0].attributes["Works for"] == "Elm School")
    #expect(map.elements[1].attributes == ["Type": "organization"])
  }

  @Test("ids count elements of a type in file order, and step around stated ones")
  func ids() {
    let map = readMap(
      elements: """
        ID;Label;Type
        ;A;organization
        organization-2;B;organization
        ;C;organization
        ;D;
        ;E;../../Etc Passwd
        """
    ).map
    #expect(
      map.elements.map(\.id.text) == [
        "organization-1", "organization-2", "organization-3", "element-1", "etc-passwd-1",
      ])
  }

  @Test("one label and type in two rows is one element; contradictions are an error")
  func merging() {
    let merged = readMap(
      elements: "Label;Type;Sector;Budget\nElm;table;;5\nelm ;Table;schools;\nElm;service;;\n")
    #expect(merged.map.elements.map(\.label) == ["Elm", "Elm"])
    #expect(merged.map.elements[0].sector == "schools")
    #expect(merged.map.elements[0].budget == 5)
    #expect(
      merged.told == [
        "notice: elements:3:1: \"Elm\" is there twice; rows 2 and 3 were merged"
      ])
    let conflict = readMap(elements: "Label;Type;Sector\nElm;table;a\nOak;table;\nElm;table;b\n")
    #expect(!conflict.isUsable)
    #expect(
      conflict.told == [
        "error: elements:4:3: \"Elm\" is there twice, and rows 2 and 4 disagree on Sector: \"a\" and "
          + "\"b\"; expected one row, or an ID for each"
      ])
    let named = readMap(elements: "ID;Label;Type\n1;Elm;table\n2;Elm;table\n1;Oak;table\n")
    #expect(named.map.elements.map(\.id.text) == ["1", "2"])
    #expect(
      named.told == [
        "error: elements:4:1: ID \"1\" is given to two elements, here and in row 2; expected an ID of "
          + "its own for each"
      ])
  }

  @Test("names match ID, then label, then label and type, then another name")
  func names() {
    let reading = readMap(
      elements: """
        ID;Label;Type;Also known as
        Oak;Elm;organization;
        e2;Oak;organization;
        e3;Hope House;service;
        e4;Hope House;organization;
        e5;Cafe\u{301}  Noir;organization;the café
        """,
      connections: """
        From;To;Type
        Oak;CAFÉ NOIR;works with
        oak;Hope House (Service);works with
        the Café;hope house (organization);works with
        Hope House;Oak;works with
        """)
    #expect(
      reading.map.connections.map { "\($0.from) \($0.to)" } == ["Oak e5", "e2 e3", "e5 e4"])
    #expect(
      reading.told == [
        "warning: connections:5:1: \"Hope House\" is the name of 2 elements, and was left out; write "
          + "\"Hope House (service)\" or \"Hope House (organization)\""
      ])
  }

  @Test("a column that speaks of a type decides among equal labels, and types what it adds")
  func typedColumns() {
    let reading = readMap(
      elements:
        "Label;Type;Works for;Place\nAnn;person;Elm;North\nElm;table;;\nElm;organization;;\n",
      connections: "From;To;Type\nBoard;Ann;knows\n", seats: "Table;Holder\nBoard;Ann\n",
      journeys: "Case;Step;Worker;Barrier\nH;Intake;Wim;No bus|No job\n")
    let map = reading.map
    #expect(map.elements[0].worksFor.elements == [ElementID("organization-1")])
    #expect(map.elements.first { $0.label == "Board" }?.type == .table)
    #expect(map.elements.first { $0.label == "North" }?.type == .place)
    #expect(map.elements.first { $0.label == "Wim" }?.type == .person)
    #expect(map.elements.filter { $0.type == .barrier }.map(\.label) == ["No bus", "No job"])
    #expect(map.elements.first { $0.label == "H" } == nil)
    #expect(map.journeySteps[0].household == nil)
    #expect(reading.findings.count == 5)
    #expect(reading.findings.allSatisfy { $0.severity == .notice })
  }

  @Test("a near label is offered for a name without a row")
  func nearLabels() {
    func offered(_ name: String) -> String? {
      let reading = readMap(
        elements: "Label;Type\nHope Center;organization\nPerson 12;person\nOak;organization\n",
        connections: "From;To;Type\nOak;\(name);works with\n")
      return reading.findings.first?.expected
    }
    #expect(offered("Hope Centre") == "did you mean \"Hope Center\"?")
    #expect(offered("HopeCenter") == "did you mean \"Hope Center\"?")
    #expect(offered("Person 13") == "give it a row, or correct the name")
    #expect(offered("Ash") == "give it a row, or correct the name")
  }

  @Test("blank, nobody and prefer not to say are three answers")
  func answers() {
    let map = readMap(
      elements: """
        Label;Type;Owner;Responded;Frontline
        A;objective;;;
        B;objective;nobody;yes;prefer not to say
        C;objective;Prefer not to say;no;x
        D;objective;A|B;Y;0
        E;objective;E;;
        """
    ).map
    #expect(
      map.elements.map(\.owner) == [
        .unknown, .nobody, .preferNotToSay,
        .given([ElementID("objective-1"), ElementID("objective-2")]),
        .given([ElementID("objective-5")]),
      ])
    #expect(map.elements.map(\.responded) == [nil, true, false, true, nil])
    #expect(map.elements.map(\.isFrontline) == [nil, nil, true, false, nil])
  }

  @Test("privacy follows the type, and an unknown word shows nobody")
  func privacy() {
    let reading = readMap(
      elements:
        "Label;Type;Privacy\nA;household;\nB;resident;Public Role\nC;person;\nD;;\nE;person;secret\n"
    )
    #expect(
      reading.map.elements.map(\.privacy) == [
        .resident, .publicRole, .member, .publicRole, .resident,
      ])
    #expect(
      reading.told == [
        "warning: elements:6:3: Privacy \"secret\" was left out; expected public role, member or "
          + "resident"
      ])
  }

  @Test("a person without a sector has the employer's, by column or connection")
  func sectors() {
    let map = readMap(
      elements: """
        Label;Type;Works for;Sector
        Ann;person;Elm;
        Ben;person;Elm|Oak;
        Cid;person;Elm;arts
        Dan;person;;
        Elm;organization;;schools
        Oak;organization;;health
        """, connections: "From;To;Type\nDan;Oak;works for\n"
    ).map
    #expect(map.elements.map(\.sector) == ["schools", nil, "arts", "health", "schools", "health"])
    let other = readMap(
      elements: "Label;Field\nElm;schools\n", settings: "Setting;Value\nSector column;field\n"
    ).map
    #expect(other.elements[0].sector == "schools")
  }

  @Test("cells that are not what their column holds are told and left out")
  func oddCells() {
    let reading = readMap(
      elements: """
        Label;Type;Power;Tier;Since;Until;Trend;Responded;Seats;Part of
        A;table;11;0;2026-02-30;;up;perhaps;1.5;A
        B;table;7,5;2;2026-02-01;2026-01-01;Flat;no;12;A|B
        """)
    #expect(reading.isUsable)
    #expect(reading.map.elements[1].power == 7.5)
    #expect(reading.map.elements[1].partOf == .given([ElementID("table-1")]))
    #expect(reading.map.elements[0].attributes["Power"] == "11")
    #expect(
      reading.told == [
        "warning: elements:2:3: Power \"11\" was left out; expected a number from 0 to 10",
        "warning: elements:2:4: Tier \"0\" was left out; expected a whole number, 1 or more",
        "warning: elements:2:5: Since \"2026-02-30\" was left out; expected a day as YYYY-MM-DD",
        "warning: elements:2:7: Trend \"up\" was left out; expected improving, flat or worsening",
        "warning: elements:2:8: Responded \"perhaps\" was left out; expected yes or no",
        "warning: elements:2:9: Seats \"1.5\" was left out; expected a whole number, 0 or more",
        "warning: elements:2:10: \"A\" names itself as Part of; expected another element",
        "warning: elements:3:6: it ends on 2026-01-01, before it begins on 2026-02-01; expected Until "
          + "on or after Since",
        "warning: elements:3:10: \"B\" names itself as Part of; expected another element",
      ])
  }

  @Test("missing and repeated columns, rows without a label, cells beyond the header")
  func headers() {
    #expect(
      readMap(elements: "Name;Sector\nA;b\n").told == [
        "error: elements:1: the elements have no column Label; expected a header with Label (found "
          + "\"Name\", \"Sector\"), or From and To if these are connections, or --column "
          + "elements.Label=Name"
      ])
    let reading = readMap(elements: "Label;Name;name;;Type;Type\nA;x;y;z;table;w;v\n;;q;;;\n")
    #expect(
      reading.map.elements[0].attributes == [
        "Name": "x", "name (2)": "y", "Column 4": "z", "Type": "table", "Type (2)": "w",
        "Column 7": "v",
      ])
    #expect(
      reading.told == [
        "warning: elements:1:3: the column \"name\" is there twice; the second is kept as \"name (2)\"",
        "warning: elements:1:4: column 4 has cells but no name; it is kept as \"Column 4\"",
        "warning: elements:1:6: the column \"Type\" is there twice; the second is kept as \"Type (2)\"",
        "warning: elements:2:7: the row is longer than the header; its cells are kept as attributes; "
          + "put values with commas between quotation marks",
        "error: elements:3:1: the row has no Label; every row of the elements needs one",
      ])
    #expect(
      MapReading(sheets: []).told == [
        "error: the map has no sheet that says who is there; expected elements, connections, seats or "
          + "journeys"
      ])
  }

  @Test("money in English and European figures, never guessed")
  func money() {
    func budgets(_ cells: String...) -> [Double?] {
      readMap(
        elements: "Label;Budget\n"
          + cells.enumerated().map { "E\($0);\($1)" }.joined(separator: "\n")
      )
      .map.elements.map(\.budget)
    }
    #expect(budgets("$25,000", "25000", "1,234,567.50", "€ 7") == [25_000, 25_000, 1_234_567.5, 7])
    #expect(budgets("25.000,00", "1.234", "12,5") == [25_000, 1_234, 12.5])
    #expect(budgets("25.000", "-5", "25k", "1,2,3", "") == [nil, nil, nil, nil, nil])
    #expect(budgets("25.000,00", "25,000.00", "300") == [nil, nil, 300])
    #expect(budgets("25 000", "25\u{A0}000,50", "USD 12", "2 5") == [25_000, 25_000.5, 12, nil])
    #expect(budgets("1e400", "inf", "NaN", "0x10", "1e3", "٣") == [nil, nil, nil, nil, 1000, nil])
  }
}
