extension ConnectionColumn: GuidedColumn {
  var entry: GuideEntry {
    switch self {
    case .from: .usual("The one end: the label of an element, spelled as there.")
    case .to: .usual("The other end. Several: put | between them.")
    case .type:
      .usual(
        "What joins them. Choose from the list, or write a word of your own.",
        .suggested(ConnectionType.known.map(\.name)))
    case .direction:
      .usual(
        "directed: from the one to the other. undirected: between them. mutual: both ways, each "
          + "said so. If blank, the type tells.", .known(Connection.Direction.self))
    case .level:
      .usual(
        "How closely they work together, from 1 to 4: networking, coordinating, cooperating, "
          + "collaborating.", .fourRungs)
    case .strength: .usual("How strong the tie is: a number over 0. Never money.")
    case .trust:
      .usual(
        "How far the first trusts the second, from 1 to 4. Only your team sees it.", .fourRungs)
    case .reliability: .special("Whether the second keeps promises, from 1 to 4.", .fourRungs)
    case .mission: .special("Whether the second shares the mission, from 1 to 4.", .fourRungs)
    case .openness: .special("Whether the second speaks openly, from 1 to 4.", .fourRungs)
    case .quality:
      .usual("How the tie feels, on a family's map.", .known(Connection.Quality.self))
    case .frequency:
      .usual(
        "How often they meet or talk.",
        .suggested(["daily", "weekly", "monthly", "quarterly", "yearly"]))
    case .since: .usual("The first day it held: 2026-06-01.")
    case .until: .usual("The last day it held. Blank: it still does.")
    case .reportedBy: .usual("Who told you. If blank, you. Only your team sees it.")
    case .between:
      .special(
        "Whether frontline workers have the tie, or only leaders.", .known(Connection.Between.self))
    case .purpose:
      .special(
        "What the tie is for.",
        .suggested(["collective work", "program", "deadline", "data"]))
    case .amount: .special("Money in one year, as a number: 25000.")
    case .label: .usual("A few words to write beside the tie.")
    case .description: .usual("A sentence about it.")
    case .tags: .usual("Words to sort by. Several: put | between them.")
    }
  }
}

extension JourneyColumn: GuidedColumn {
  var entry: GuideEntry {
    switch self {
    case .case: .usual("The family, under a name that is not theirs: Family A.")
    case .step: .usual("What happened, in words. One row for each step.")
    case .startDate: .usual("The day it began: 2026-06-01.")
    case .endDate: .usual("The day it ended: 2026-06-04.")
    case .worker: .usual("Who met the family.")
    case .organization: .usual("For which organization. If blank, the worker's employer.")
    case .sector: .usual("Its field. If blank, the organization's.")
    case .referredTo: .usual("Where the family was sent. If blank, the next organization.")
    case .handoff:
      .usual(
        "How the family left this step. cold: a number or a form. warm: introduced in person. "
          + "closed loop: and someone checked that it worked. on their own: they found it.",
        .known(JourneyStep.Handoff.self))
    case .barrier: .usual("What stood in the way. Several: put | between them.")
    case .collected: .usual("What the family had to tell or sign. Several: put | between them.")
    case .channel:
      .usual(
        "Where or how it happened.",
        .suggested(["office", "home", "phone", "online", "letter", "without the family"]))
    case .familyHours: .special("How many hours it cost the family, travel and waiting included.")
    case .feeling:
      .usual("How it was for the family, from -2 to 2.", .known(["-2", "-1", "0", "1", "2"]))
    case .notes: .usual("Anything else.")
    }
  }
}

extension SettingColumn: GuidedColumn {
  var entry: GuideEntry {
    switch self {
    case .setting:
      .usual(
        "What is set. Choose from the list.",
        .suggested([
          "Title", "Purpose", "Boundary", "Date", "Language", "Backbone", "Sector column",
          "Level scale", "Strongest is low", "Participation scale", "Follow-up days",
          "Privacy threshold", "Read as",
        ]))
    case .value: .usual("What it is set to.")
    case .note: .usual("Where it is from, or who agreed.")
    }
  }
}
