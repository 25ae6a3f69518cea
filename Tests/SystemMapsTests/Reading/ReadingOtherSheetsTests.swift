import Testing

@testable import SystemMaps

@Suite("Reading seats, journeys, benchmarks, settings")
struct ReadingOtherSheetsTests {
  private static let people = """
    Label;Type;Works for;Privacy;Colour
    Board;table;;;
    Ann;person;Elm;;red
    Ben;person;Elm|Oak;;blue
    Rosa;resident;;;
    Elm;organization;;;
    Oak;organization;;;
    H-07;household;;;
    """

  @Test("seats: vacancies, employers, residents")
  func seats() {
    let reading = readMap(
      elements: Self.people,
      seats: """
        Table;Holder;Role;Representing;Votes;Attended;Paid;Appointed by
        Board;Ann;Chair;;2;9;no;Elm
        Board;Ben;;;;;;nobody
        Board;Rosa;member;;;;;
        Board;;vacant;;;;;
        Board;nobody;;;;;;
        Board;;;;;;;
        Board;Elm;Treasurer;Oak;-1;;;
        ;Ann;;;;;;
        """)
    let seats = reading.map.seats
    #expect(seats.map(\.role) == [.chair, .member, .member, .vacant, .vacant, .member, .member])
    #expect(
      seats.map { $0.representing?.text } == [
        "organization-1", nil, nil, nil, nil, nil, "organization-2",
      ])
    #expect(seats[0].votes == 2)
    #expect(seats[0].attended == 9)
    #expect(seats[0].isPaid == false)
    #expect(seats[0].appointedBy == .given([ElementID("organization-1")]))
    #expect(seats[1].appointedBy == .nobody)
    #expect(seats[6].attributes["Role"] == "Treasurer")
    #expect(
      reading.told == [
        "warning: seats:3:2: \"Ben\" works for \"Elm\" and \"Oak\": for whom is the seat?; expected one "
          + "of them in Representing",
        "warning: seats:4:2: \"Rosa\" is a resident with a seat, and Privacy does not say who may see "
          + "the name; the seat stays unnamed; expected public role, member or resident in Privacy, as "
          + "the resident wishes",
        "warning: seats:7:2: the seat has no holder; expected a name, or vacant as its Role",
        "warning: seats:8:3: Role \"Treasurer\" was left out; expected member, chair, co-chair, "
          + "alternate, staff or vacant",
        "warning: seats:8:5: Votes \"-1\" was left out; expected a number of votes; 1 was taken",
        "error: seats:9:1: the row has no Table; every row of the seats needs one",
      ])
  }

  @Test("journeys: people, times, steps of numbers")
  func journeys() {
    let reading = readMap(
      elements: Self.people + "\nElmo;organization;;;",
      journeys: """
        Case;Step;start_timestamp;Complete;Worker;Handoff;Referred to;Barrier;Collected;Feeling
        h-07;Intake;2026-01-02T10:30:05.5+01:00;2026-01-02;Ann;Closed Loop;Oak|Elm;No bus;a|b;−2
        Other;Visit;2/1/2026;2026-01-01;Ben;none;nobody;;;3
        H-07;17;;;;;;;;
        H-07;;;;;;;;;
        """)
    let steps = reading.map.journeySteps
    #expect(steps.count == 2)
    #expect(steps[0].household == ElementID("household-1"))
    #expect(steps[0].caseName == "h-07")
    #expect(steps[0].start?.secondOfDay == 37_805)
    #expect(steps[0].end == CalendarDate("2026-01-02").map { JourneyStep.Moment(day: $0) })
    #expect(steps[0].organization == ElementID("organization-1"))
    #expect(steps[0].handoff == .closedLoop)
    #expect(steps[0].referredTo == [ElementID("organization-2"), ElementID("organization-1")])
    #expect(steps[0].collected == ["a", "b"])
    #expect(steps[0].feeling == -2)
    #expect(steps[1].household == nil)
    #expect(steps[1].start == nil)
    #expect(steps[1].organization == nil)
    #expect(steps[1].handoff == JourneyStep.Handoff.none)
    #expect(
      reading.findings.filter { $0.severity == .error }.map(\.description) == [
        "journeys:4:2: Step \"17\" is a number; expected what happened, in words",
        "journeys:5:2: the row has no Step; every row of the journeys needs one",
      ])
    #expect(
      reading.findings.filter { $0.severity == .warning }.map(\.description) == [
        "journeys:3:3: Start date \"2/1/2026\" was left out; expected a day as YYYY-MM-DD, with or "
          + "without a time",
        "journeys:3:5: \"Ben\" works for several organizations: for which was the step?; expected one of "
          + "them in Organization",
        "journeys:3:10: Feeling \"3\" was left out; expected a number from -2 to 2",
      ])
  }

  @Test("benchmarks: shares, sums, groups")
  func benchmarks() {
    let reading = readMap(
      elements: Self.people,
      benchmarks: """
        Population;Attribute;Group;Share;Count;Extra
        town;Colour;Red;40%;;x
        town;colour;blue;0.4;;
        town;Colour;green;10 %;;
        Board;Colour;red;;3;
        Board;Colour;prefer not to say;;1;
        town;Shoe;small;1;;
        town;Colour × Type;red × person;50,5%;;
        town;Colour × Type;red;140%;;
        town;Colour;;;;
        """)
    let benchmarks = reading.map.benchmarks
    #expect(benchmarks.count == 8)
    #expect(benchmarks.map(\.share) == [0.4, 0.4, 0.1, nil, nil, 1, 0.505, nil])
    #expect(benchmarks[3].population == .table(ElementID("table-1")))
    #expect(benchmarks[3].count == 3)
    #expect(benchmarks[0].attributes["extra"] == "x")
    #expect(reading.map.selfIdentifiedAttributes.contains("colour"))
    #expect(
      reading.told == [
        "warning: benchmarks:2:3: the shares of \"Colour\" add up to 90.0 %; expected 100 %, unless one "
          + "person may have several values",
        "warning: benchmarks:4:3: no element has \"green\" as its Colour; expected a value of that "
          + "column, spelt as there",
        "warning: benchmarks:7:3: no element has a value in \"Shoe\"; expected a column of the elements "
          + "as Attribute, or counts of a table",
        "warning: benchmarks:8:3: the shares of \"Colour × Type\" add up to 50.5 %; expected 100 %, unless "
          + "one person may have several values",
        "warning: benchmarks:9:3: \"red\" does not name a group of each attribute of \"Colour × Type\"; "
          + "expected as many groups as attributes, with × between",
        "warning: benchmarks:9:4: Share \"140%\" was left out; expected a share from 0 to 1, or a "
          + "percentage",
        "error: benchmarks:10:3: the row has no Group; every row of the benchmarks needs one",
      ])
  }

  @Test("settings of every kind")
  func settings() {
    let reading = readMap(
      elements: Self.people,
      benchmarks: "Population;Attribute;Group;Count\nTown;Colour;red;1\n",
      settings: """
        Setting;Value;Note
        title;Elm;the note
        Purpose;p
        Boundary;b
        Date;2026-06-01
        Language;en
        Backbone;Elm
        Sector column;Colour
        Level-scale;PARTNER
        Strongest is low;Strength|Rank
        Participation scale;IAP2
        Follow_up days;30
        Privacy threshold;5
        Read as;organization;agency|firm
        Benchmark: Board;town
        Benchmark: Nowhere;town
        Declared: Agreed  Problem;yes;minutes
        Consent: H-07;yes;Ann, 2026
        Consent: counts;no;
        Consent: H-08;;asked
        Mood;good
        Title;Oak
        Follow-up days;soon
        Date;
        """)
    let settings = reading.map.settings
    #expect(settings.title == "Oak")
    #expect(settings.notes["title"] == "the note")
    #expect(settings.purpose == "p")
    #expect(settings.boundary == "b")
    #expect(settings.date == CalendarDate("2026-06-01"))
    #expect(settings.language == "en")
    #expect(settings.backbone == ElementID("organization-1"))
    #expect(settings.sectorColumn == "colour")
    #expect(settings.levelScale == .partner)
    #expect(settings.strongestIsLow == ["strength", "rank"])
    #expect(settings.participationScale == "IAP2")
    #expect(settings.followUpDays == 30)
    #expect(settings.privacyThreshold == 5)
    #expect(settings.readAs == ["organization": ["agency", "firm"]])
    #expect(settings.tableBenchmarks == [ElementID("table-1"): "Town"])
    #expect(
      settings.declarations
        == ["agreed problem": Settings.Declaration(value: "yes", evidence: "minutes")])
    #expect(settings.consents == [.journey("H-07"): "Ann, 2026"])
    #expect(settings.others["Mood"] == "good")
    #expect(
      reading.told == [
        "warning: settings:10:2: Strongest is low \"Strength\" is no column of the connections; expected Level, Trust or Strength, if the connections have it",
        "warning: settings:10:2: Strongest is low \"Rank\" is no scale of the connections; expected Level, Trust or Strength, if the connections have it",
        "warning: settings:16:1: no table is called \"Nowhere\"; expected the label or ID of a table",
        "warning: settings:20:2: the consent \"H-08\" says neither yes nor no, and was not taken as "
          + "given; expected yes as Value, and who, when, for what and until when as Note",
        "notice: settings:21:1: the setting \"Mood\" has no meaning here; it is kept as typed",
        "warning: settings:22:1: \"Title\" is set in row 2 too; expected one row for each setting; the "
          + "last one holds",
        "warning: settings:23:1: \"Follow-up days\" is set in row 12 too; expected one row for each "
          + "setting; the last one holds",
        "warning: settings:23:2: Value \"soon\" was left out; expected a whole number, 0 or more",
        "warning: settings:24:1: \"Date\" is set in row 5 too; expected one row for each setting; the "
          + "last one holds",
      ])
  }

  @Test("a sector column that is not there leaves Sector in its place")
  func absentSectorColumn() {
    let reading = readMap(
      elements: "Label;Sector\nElm;schools\n",
      connections: "From;To;Type;Trust;Weight\nElm;Elm 2;knows;1;2\n",
      settings: "Setting;Value\nSector column;Field\nStrongest is low;Trust|Strength|Level\n")
    #expect(reading.map.elements[0].sector == "schools")
    #expect(reading.map.sectorAttribute == "Sector")
    #expect(reading.map.connections[0].trust == 4)
    #expect(
      reading.told.suffix(2) == [
        "warning: settings:2:2: Sector column \"Field\" is no column of the elements; Sector was taken; expected the name of a column, spelt as there",
        "warning: settings:3:2: Strongest is low \"Level\" is no column of the connections; expected Level, Trust or Strength, if the connections have it",
      ])
  }

  @Test("nobody holds two seats at one table at one time")
  func repeatedSeats() {
    let reading = readMap(
      elements: Self.people,
      seats: """
        Table;Holder;Role;Since;Until
        Board;Ann;member;2024-01-01;2024-12-31
        Board;Ann;chair;2025-01-01;
        Board;ann;member;2025-06-01;
        Board;Elm;vacant;;
        Board;Elm;vacant;;
        """)
    #expect(reading.map.seats.compactMap(\.place?.row) == [2, 3, 5, 6])
    #expect(
      reading.told == [
        "warning: seats:4:2: \"Ann\" has a seat at \"Board\" in row 3 too, at the same time; the row was left out; expected one row, or periods that do not overlap"
      ])
  }

  @Test("a table's own counts may say that some are unknown")
  func unknownCounts() {
    let reading = readMap(
      elements: Self.people,
      benchmarks: "Population;Attribute;Group;Count\nBoard;Colour;red;3\nBoard;Colour;Unknown;1\n")
    #expect(reading.told.isEmpty)
    let town = readMap(
      elements: Self.people,
      benchmarks: "Population;Attribute;Group;Count\ntown;Colour;Unknown;1\n")
    #expect(town.told.count == 1)
  }

  @Test("days and times as spreadsheets and logs write them")
  func moments() {
    func moment(_ text: String) -> String? {
      JourneyStep.Moment(text).map { "\($0.day) \($0.secondOfDay.map(String.init) ?? "-")" }
    }
    #expect(moment("2026-03-01") == "2026-03-01 -")
    #expect(moment("2026-03-01 00:00") == "2026-03-01 0")
    #expect(moment("2026-03-01T23:59:59.999Z") == "2026-03-01 86399")
    #expect(moment("2026-03-01 10:00:00+02") == "2026-03-01 36000")
    #expect(moment("2026-03-01T10:00:00.000+02:00") == "2026-03-01 36000")
    for text in [
      "2026-3-1", "01.03.2026", "2026-03-01T", "2026-03-01T24:00", "2026-03-01 10:00:00.", "",
    ] {
      #expect(moment(text) == nil, "\(text)")
    }
  }
}
