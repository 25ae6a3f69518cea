extension ElementColumn: GuidedColumn {
  var entry: GuideEntry {
    switch self {
    case .id: .special("A short name that never changes, such as org-7, if labels may change.")
    case .label:
      .usual(
        "The name, as people here say it. One row for each organization, person, table, service, "
          + "barrier and so on.")
    case .type:
      .usual(
        "What it is. Choose from the list, or write a word of your own.",
        .suggested(ElementType.known.filter { $0 != .element }.map(\.name)))
    case .sector:
      .usual(
        "Its field: schools, health, police, faith. Write the same word for the same field. "
          + "A person without one has the employer's.")
    case .role: .usual("What a person does: teacher, nurse, pastor.")
    case .worksFor:
      .usual("The organization that employs this person. Several: put | between them.")
    case .partOf: .usual("The larger thing it belongs to, such as a school district.")
    case .place:
      .usual("The neighborhood, town or county it is there for. Several: put | between them.")
    case .owner:
      .usual(
        "Who is responsible for this objective, barrier, decision or indicator. Write nobody if you "
          + "asked, and there is no one. Blank means not known.")
    case .privacy:
      .usual(
        "Who may see the name. public role: anyone. member: the partners. resident: only you. If "
          + "blank, residents and households are resident, people are member, the rest is public.",
        .known(Privacy.self))
    case .responded:
      .usual("Whether they answered the survey. Blank means they were not asked.", .yesNo)
    case .budget: .usual("Money in one year, as a number: 25000.")
    case .description: .usual("A sentence about it.")
    case .tags: .usual("Words to sort by. Several: put | between them.")
    case .alsoKnownAs:
      .usual("Other spellings and short names, with | between them: St. Mary's|Saint Marys Church.")
    case .frontline: .special("Whether this person works with families directly.", .yesNo)
    case .communityLed: .special("Whether residents lead this organization.", .yesNo)
    case .livedExperience:
      .special("Whether this person has lived through what the work is about.", .yesNo)
    default: factEntry
    }
  }

  /// The columns of tables, indicators, services and decisions.
  private var factEntry: GuideEntry {
    switch self {
    case .seats: .special("How many seats the table has.")
    case .tier: .special("The rank of the table: 1 is the top.")
    case .drawnFrom: .special("The table whose members this table's members are taken from.")
    case .decides:
      .special("What the table may do.", .known(TableFacts.Mandate.self))
    case .decisionRule: .special("How the table decides: consensus, majority.")
    case .quota: .special("How many votes a decision needs.")
    case .promisedParticipation:
      .special("How far residents were promised to take part.", .participation)
    case .convenedBy: .special("Who calls the table together. nobody, if no one does.")
    case .agendaBy: .special("Who writes the agenda.")
    case .paidBy: .special("Who pays for the table.")
    case .meetingsHeld: .special("How many meetings there were.")
    case .lastMet: .special("The day of the last meeting: 2026-06-01.")
    case .trend:
      .special("Where the indicator is going.", .known(IndicatorFacts.Trend.self))
    case .reporters: .special("Who reports this indicator. Several: put | between them.")
    case .asOf: .special("The day of the last figure: 2026-06-01.")
    case .kind: .special("What kind of service it is: food pantry, tutoring.")
    case .serves: .special("Whom the service is for. Several: put | between them.")
    case .power: .special("How much power over the objective, from 0 to 10.")
    case .interest: .special("How much interest in the objective, from 0 to 10.")
    case .binding: .special("Whether the decision binds those it concerns.", .yesNo)
    case .since: .special("The first day it was there: 2026-06-01.")
    case .until: .special("The last day it was there. Blank: it still is.")
    default: .usual("")
    }
  }
}

extension ColumnGuide.Words {
  /// The levels of participation of IAP2's spectrum, which other scales share words with.
  static let participation = ColumnGuide.Words.suggested([
    "inform", "consult", "involve", "collaborate", "empower",
  ])

  /// The rungs of a ladder of four.
  static let fourRungs = ColumnGuide.Words.suggested(["1", "2", "3", "4"])
}

extension SeatColumn: GuidedColumn {
  var entry: GuideEntry {
    switch self {
    case .table: .usual("The table: a committee, board, team or network. The same name each time.")
    case .holder:
      .usual("Who sits there: a person or an organization. Blank if the seat is vacant.")
    case .representing: .usual("Whom they speak for. If blank, their employer.")
    case .role: .usual("What they are at the table. If blank, member.", .known(Seat.Role.self))
    case .appointedBy: .usual("Who chose them for this seat.")
    case .votes: .usual("How many votes the seat has. If blank, 1.")
    case .decisionRight:
      .usual(
        "What they may do when the table decides.",
        .suggested(["none", "informed", "advises", "votes", "co-decides", "vetoes", "decides"]))
    case .participation: .usual("How far they take part, in their own eyes.", .participation)
    case .scale: .special("The scale that Participation is on, if it is not the map's.")
    case .paid: .special("Whether they are paid for their time.", .yesNo)
    case .attended: .special("How many meetings they came to.")
    case .since: .special("The first day in the seat: 2026-06-01.")
    case .until: .special("The last day in the seat. Blank: they still hold it.")
    }
  }
}

extension BenchmarkColumn: GuidedColumn {
  var entry: GuideEntry {
    switch self {
    case .population:
      .usual("The people that tables are compared with: community, people served.")
    case .attribute:
      .usual("The question that divides them: Race or ethnicity. It is a column of your elements.")
    case .group: .usual("One answer to the question: Latino. One row for each.")
    case .share: .usual("Their share of the people: 0.4 or 40%. The shares add up to 1.")
    case .count: .usual("Their number, if you have it instead of a share.")
    case .source: .usual("Where the figure is from.")
    case .date: .usual("When it was counted: 2024 or 2024-07-01.")
    }
  }
}
