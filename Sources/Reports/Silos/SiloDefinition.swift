/// What a figure of the silos means, in a sentence that stands beside it in every output.
struct SiloDefinition: Sendable {
  /// The name of the figure in JSON.
  let key: String
  /// Its name for people.
  let title: String
  /// What it means, its range and its source.
  let text: String

  /// How the groups are found and how sure they are.
  static let groups = [
    SiloDefinition(
      key: "silos", title: "Silo",
      text: "A group with more ties inside than chance would give. Leiden communities (Traag, "
        + "Waltman and van Eck 2019), the best of many runs and of searches from what two of them "
        + "have in common (Ovelgönne and Geyer-Schulz 2013), called silos only if the test against "
        + "chance has a p below .05. Elements without a tie are in no group."),
    SiloDefinition(
      key: "modularity", title: "Modularity",
      text: "The share of ties inside the groups, less the share expected from the numbers of ties "
        + "alone (Newman and Girvan 2004). High values come by chance too: read it with its test."),
    SiloDefinition(
      key: "null", title: "Test against chance",
      text: "The same search on random networks in which every element has as many ties as here. p "
        + "is the share of them, this one counted, that are grouped as strongly; z is how many "
        + "standard deviations this one is above their mean."),
    SiloDefinition(
      key: "stability", title: "Stability",
      text:
        "How far the groups of two runs of the search agree on average (adjusted Rand index): 1 "
        + "is the same groups every time, 0 no more than chance."),
    SiloDefinition(
      key: "consensus", title: "Consensus",
      text: "The groups that the runs have in common (Lancichinetti and Fortunato 2012), and how "
        + "far they are the groups shown: 1 is the same."),
    SiloDefinition(
      key: "plateaus", title: "Resolution",
      text: "How fine the search looks: larger gives smaller groups. Groups that hold over a "
        + "stretch of resolutions are more than a choice of the method (Lambiotte 2010)."),
    SiloDefinition(
      key: "confidence", title: "Confidence",
      text: "How often the runs put an element together with the others of its silo, from 0 to 1."),
  ]

  /// The silos beside the declared sectors.
  static let sectors = [
    SiloDefinition(
      key: "ari", title: "Adjusted Rand index (ARI)",
      text: "How far silos and sectors are the same division: 1 the same, 0 no more than chance "
        + "(Hubert and Arabie 1985). ari_p is the share of sectors dealt out at random that agree "
        + "as well."),
    SiloDefinition(
      key: "ami", title: "Adjusted mutual information (AMI)",
      text: "How much of the one division tells the other, beyond chance: 1 all, 0 by chance "
        + "(Vinh, Epps and Bailey 2010)."),
    SiloDefinition(
      key: "nmi", title: "Normalized mutual information (NMI)",
      text:
        "How much of the one division tells the other, from 0 to 1; high by chance where groups "
        + "are many and small."),
    SiloDefinition(
      key: "vi", title: "Variation of information (VI)",
      text: "How far the two divisions are apart, in nats: 0 for the same division (Meilă 2007)."),
    SiloDefinition(
      key: "ei", title: "E-I index",
      text: "(Ties across − ties within) ÷ all ties, from −1, all inside, to 1, all across "
        + "(Krackhardt and Stern 1988). Compare it with the value expected if sectors were dealt "
        + "out at random, not with 0: many small sectors look outward by chance alone."),
    SiloDefinition(
      key: "homophily", title: "Homophily",
      text: "How far a sector's ties go to its own, corrected for its size: 1 all of them, 0 as "
        + "chance gives, −1 none (Coleman 1958)."),
    SiloDefinition(
      key: "densities", title: "Density of ties",
      text: "Pairs with a tie as a share of the observed pairs: those of which at least one "
        + "responded. An absent tie of two who did not respond is not known."),
    SiloDefinition(
      key: "levels", title: "Level of a tie",
      text:
        "The rung on the map's ladder from 1 to 4. p is the share of random deals of the levels "
        + "to the same ties that part the means inside and across as far."),
  ]

  /// What joins the silos.
  static let bridges = [
    SiloDefinition(
      key: "bridges", title: "Bridging tie",
      text: "A tie that nothing else replaces: the only one between two silos, or the only one "
        + "between two parts of the network."),
    SiloDefinition(
      key: "brokers", title: "Bridging organization",
      text: "One through which others are joined. Share of paths: the share of pairs of others "
        + "whose shortest path runs through it (betweenness)."),
    SiloDefinition(
      key: "pairs", title: "Stands between",
      text:
        "Pairs of others who are tied to it and not to each other, told apart by the sectors of "
        + "the three (Gould and Fernandez 1989). p is the share of sectors dealt out at random that "
        + "give as many pairs of that kind."),
    SiloDefinition(
      key: "efficiency", title: "Nearness (global efficiency)",
      text: "How near the others are to each other: the mean of 1 ÷ distance over all pairs, 1 if "
        + "each had a tie to each."),
    SiloDefinition(
      key: "tables", title: "Overlap of tables",
      text: "The people who sit at both tables as a share of those at either (Jaccard)."),
    SiloDefinition(
      key: "agreements", title: "Agreement with no frontline contact reported",
      text: "A written agreement of two of whom at least one responded, with no tie of workers who "
        + "see families between them. Where neither responded it is not known."),
  ]

  /// Who has not met, and what rests on answers.
  static let meetings = [
    SiloDefinition(
      key: "strangers", title: "Have not met yet as reported",
      text: "Two who share a table, a place or those they serve, have no reported tie, and of whom "
        + "at least one responded. Where neither responded it is not known."),
    SiloDefinition(
      key: "roles", title: "Roles of a place",
      text:
        "Pairs of people of two roles with a tie, of all pairs. None is claimed only if someone "
        + "of a pair responded."),
    SiloDefinition(
      key: "response", title: "Response",
      text: "Those who answered of those invited. A tie is confirmed if both ends reported it, "
        + "one-sided if one did although the other answered. Under 75 % ties are missed and ranks "
        + "are rough."),
  ]

  /// All of them.
  static let all = groups + sectors + bridges + meetings
}

extension HTML {
  /// Definitions under a line that opens them.
  static func definitions(_ definitions: [SiloDefinition]) -> HTML {
    let entries = definitions.map { entry -> HTML in
      "<dt>\(entry.title)</dt><dd>\(entry.text)</dd>\n"
    }
    return details("What these figures mean", "<dl class=\"definitions\">\(entries)</dl>\n")
  }
}
