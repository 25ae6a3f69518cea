import Graphs

extension Measure {
  /// Measures of standing between others.
  static let brokerage: [Measure] = [
    effectiveSize, burtEfficiency, constraint, burtHierarchy, localClustering, egoBetweenness,
    bridgingCentrality, gouldFernandez, gouldFernandezExpected, gouldFernandezDeviation,
    gouldFernandezZ, gouldFernandezP, gouldFernandezPartial, betweennessByRole,
    gouldFernandezOfAll,
  ]

  private static let noContact = "the element has no contact"

  /// Contacts less those that know one another.
  public static let effectiveSize = Measure(
    "burt_effective_size", "Contacts who do not overlap (effective size)",
    "The number of contacts less their mean number of ties to one another: how many of them are no "
      + "way round to the same others.",
    of: .elements { ElementValues($0.graph.burtEffectiveSize(), otherwise: noContact) })

  /// The share of contacts that do not overlap.
  public static let burtEfficiency = Measure(
    "burt_efficiency", "Share of contacts who do not overlap (efficiency)",
    "Effective size as a share of the contacts.",
    of: .elements { ElementValues($0.graph.burtEfficiency(), otherwise: noContact) })

  /// How far contacts lead back to one another.
  public static let constraint = Measure(
    "burt_constraint", "Dependence on one circle (constraint)",
    "How far an element's ties lead, directly or through each other, to the same few contacts: low "
      + "for who stands between circles; small closed circles may exceed 1.",
    of: .elements { ElementValues($0.graph.burtConstraint(), otherwise: noContact) })

  /// Whether one contact makes most of the constraint.
  public static let burtHierarchy = Measure(
    "burt_hierarchy", "Dependence on one contact (hierarchy)",
    "How far the constraint comes from a single contact: 0 from all alike, 1 from one.",
    of: .elements { ElementValues($0.graph.burtHierarchy(), otherwise: noContact) })

  /// How many of an element's contacts know one another.
  public static let localClustering = Measure(
    "local_clustering", "Contacts who know one another (clustering)",
    "The share of pairs of contacts that have a tie themselves, directions ignored.",
    of: .elements {
      ElementValues(
        $0.graph.localClustering(), otherwise: "the element has fewer than two contacts")
    })

  /// Betweenness among its contacts.
  public static let egoBetweenness = Measure(
    "ego_betweenness", "Bridging among its contacts",
    "Betweenness in the network of the element and its contacts alone: it stands up to answers that "
      + "are missing elsewhere.",
    of: .elements { ElementValues($0.graph.egoBetweenness()) })

  /// Betweenness where few ties lead on.
  public static let bridgingCentrality = Measure(
    "bridging_centrality", "Bridging between the well tied",
    "Betweenness times how few ties the element has beside its contacts'.", needs: .mutuality,
    of: .elements { ElementValues($0.graph.bridgingCentrality()) })
}

extension Measure {
  private static let noGroup = "the group of the element is not known"

  /// A measure of each role between groups, and of all together.
  private static func roles(
    _ name: String, _ title: String, _ definition: String,
    _ rows: @escaping @Sendable (MeasureInput, [Int?]) -> [[Double?]?]
  ) -> Measure {
    Measure(
      name, title, definition, needs: .attribute,
      of: .elements { input in
        let rows = rows(input, input.labels?.labels ?? [])
        return ElementValues(
          columns: roleNames.enumerated().map { place, name in
            .init(name: name, values: rows.map { $0?[place] })
          }, otherwise: noGroup)
      })
  }

  private static let roleNames =
    BrokerageRole.allCases.map { "\($0)" } + ["total"]

  /// Pairs that an element brokers, by the groups of the three.
  public static let gouldFernandez = roles(
    "gould_fernandez", "Brokerage between groups (Gould–Fernandez)",
    "Pairs of others that the element joins in two steps and that have no tie, by the sectors of the "
      + "three: coordinator, itinerant, representative, gatekeeper, liaison."
  ) { input, labels in
    input.graph.gouldFernandez(by: labels).nodes.map { $0?.row { Double($0) } }
  }

  /// What brokerage is expected by chance.
  public static let gouldFernandezExpected = roles(
    "gould_fernandez_expected", "Brokerage expected by chance",
    "Brokerage expected of random ties of the same density between the same sectors."
  ) { input, labels in
    input.graph.gouldFernandez(by: labels).expected.map { $0?.row { $0 } }
  }

  /// How far brokerage spreads by chance.
  public static let gouldFernandezDeviation = roles(
    "gould_fernandez_sd", "Spread of brokerage by chance",
    "The standard deviation of brokerage by random ties of the same density."
  ) { input, labels in
    input.graph.gouldFernandez(by: labels).standardDeviation.map { $0?.row { $0 } }
  }

  /// Brokerage against chance.
  public static let gouldFernandezZ = roles(
    "gould_fernandez_z", "Brokerage against chance (z)",
    "(Brokerage − expected) ÷ standard deviation; large for everyone with many ties, so read the "
      + "permutation p instead."
  ) { input, labels in
    input.graph.gouldFernandez(by: labels).z.map { $0?.row { $0 } }
  }

  /// How often dealing the sectors out anew gives as much brokerage.
  public static let gouldFernandezP = roles(
    "gould_fernandez_p", "Brokerage against shuffled sectors (p)",
    "The share of 1,999 random exchanges of sectors on the same ties that give the element as much "
      + "brokerage in the role or more."
  ) { input, labels in
    input.graph.gouldFernandezSignificance(by: labels, seed: input.seed).map { $0?.row { $0 } }
  }

  /// Brokerage where several brokers of a pair share it.
  public static let gouldFernandezPartial = roles(
    "gould_fernandez_partial", "Brokerage, shared among brokers",
    "Brokerage where each pair counts once, shared among all who broker it."
  ) { input, labels in
    input.graph.partialGouldFernandez(by: labels).map { $0?.row { $0 } }
  }

  /// Betweenness by the groups of the three.
  public static let betweennessByRole = roles(
    "gf_betweenness_decomposition", "Bridging by role",
    "Betweenness by the sectors of the element and of the two ends; the roles add up to it."
  ) { input, labels in
    input.graph.betweennessByRole(by: labels).map { $0?.row { $0 } }
  }

  /// Brokerage of all elements together.
  public static let gouldFernandezOfAll = Measure(
    "gould_fernandez_global", "Brokerage of all",
    "Brokerage of all elements together by role, with what random ties of the same density would "
      + "give.", needs: .attribute,
    of: .network { input in
      let roles = input.graph.gouldFernandez(by: input.labels?.labels ?? [])
      return .record([
        .init("raw", MeasureValue(roles.whole.row { Double($0) }, otherwise: noGroup)),
        .init("expected", MeasureValue(roles.wholeExpected.row { $0 }, otherwise: noGroup)),
      ])
    })
}

extension RoleScores {
  /// The roles in order, then the total.
  fileprivate func row(_ number: (Score) -> Double?) -> [Double?] {
    BrokerageRole.allCases.map { number(self[$0]) } + [number(total)]
  }
}
