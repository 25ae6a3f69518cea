import Graphs

extension Measure {
  /// Measures of the shape of the whole: a star, a core, a small world, a tree.
  static let shape: [Measure] = [
    degreeCentralization, directedDegreeCentralization, betweennessCentralization,
    closenessCentralization, discreteCorePeriphery, continuousCorePeriphery, smallWorld,
    smallWorldByFormula, krackhardtConnectedness, krackhardtHierarchy, krackhardtEfficiency,
    krackhardtEfficiencyOfPairs, krackhardtLeastUpperBounds,
  ]

  /// How far ties gather at one element.
  public static let degreeCentralization = Measure(
    "centralization_degree", "Ties gathered at one (centralization)",
    "How far ties gather at one element: 1 for a star, 0 where all have as many.",
    needs: .mutuality,
    of: .network {
      MeasureValue($0.graph.degreeCentralization(), otherwise: "there are fewer than 3 elements")
    })

  /// How far arcs gather at one element, in and out.
  public static let directedDegreeCentralization = Measure(
    "centralization_indegree_outdegree", "Arcs gathered at one, in and out (centralization)",
    "How far arcs to others' ends gather at one element, and how far arcs start at one: 1 for a "
      + "star.",
    needs: .directions,
    of: .network {
      MeasureValue(
        [$0.graph.inDegreeCentralization(), $0.graph.outDegreeCentralization()],
        otherwise: "there are fewer than 3 elements")
    })

  /// How far paths gather at one element.
  public static let betweennessCentralization = Measure(
    "centralization_betweenness", "Paths gathered at one (centralization)",
    "How far shortest paths run through one element: 1 for a star.",
    of: .network {
      MeasureValue(
        $0.graph.betweennessCentralization(), otherwise: "there are fewer than 3 elements")
    })

  /// How much closer one is than the others.
  public static let closenessCentralization = Measure(
    "centralization_closeness", "Closeness of one (centralization)",
    "How much closer one element is to all than the others are: 1 for a star.", needs: .mutuality,
    of: .network {
      MeasureValue(
        $0.graph.closenessCentralization(),
        otherwise: "some elements reach not all, or there are fewer than 3")
    })

  /// The best division into a core and a periphery.
  public static let discreteCorePeriphery = Measure(
    "core_periphery_discrete", "Core and periphery",
    "The cores for which ties look most like a dense core with a sparse rim, by correlation: \"or\" "
      + "expects ties between core and rim, \"missing\" expects nothing of them.",
    mostElements: 1_000,
    of: .network { input in
      let patterns: [(String, CorePeripheryPattern)] = [("or", .either), ("missing", .missing)]
      return .record(
        patterns.map { name, pattern in
          let found = input.graph.discreteCorePeriphery(pattern: pattern, seed: input.seed)
          guard let found else {
            return .init(name, .undefined(reason: "the network is too small, empty or complete"))
          }
          return .init(
            name,
            .record([
              .init("correlation", .number(found.correlation), told: ""),
              .init("cores", .list(found.cores.map { .elements($0.map(input.element)) })),
            ]), told: name)
        })
    })

  /// How far each element belongs to the core.
  public static let continuousCorePeriphery = Measure(
    "core_periphery_continuous_minres", "Nearness to the core",
    "Values whose products come closest to the ties: the larger, the nearer to one core.",
    mostElements: 20_000,
    of: .elements { input in
      guard let found = input.graph.continuousCorePeriphery(), found.hasConverged else {
        return .undefined(
          input.graph.nodeCount, reason: "no values fit: the ties have no single core")
      }
      return ElementValues(found.values)
    })

  /// Clustering and distance against rewired networks.
  public static let smallWorld = Measure(
    "small_world", "Small world, against rewired networks",
    "Clustering and mean distance of the largest part against networks of the same numbers of ties: "
      + "sigma above 1 and omega near 0 mark a small world; below 50 elements they say little.",
    mostElements: 20_000,
    of: .network {
      MeasureValue($0.undirected.unweighted.smallWorld(seed: $0.seed), hasOmega: true)
    })

  /// Clustering and distance against formulas.
  public static let smallWorldByFormula = Measure(
    "small_world_sigma_analytic", "Small world, by formula",
    "Clustering and mean distance of the largest part against those of random networks by formula.",
    of: .network {
      MeasureValue($0.undirected.unweighted.smallWorldByFormula(), hasOmega: false)
    })

  /// The share of pairs that a path joins.
  public static let krackhardtConnectedness = Measure(
    "krackhardt_connectedness", "Connectedness (Krackhardt)",
    "The share of pairs that a path joins, directions ignored.",
    of: .network {
      MeasureValue(
        $0.graph.krackhardtConnectedness(), otherwise: "there are fewer than two elements")
    })

  /// How far reach goes one way.
  public static let krackhardtHierarchy = Measure(
    "krackhardt_hierarchy", "Hierarchy (Krackhardt)",
    "The share of pairs tied by paths whose paths go one way only.", needs: .directions,
    of: .network {
      MeasureValue($0.graph.krackhardtHierarchy(), otherwise: "no path joins two elements")
    })

  /// How few ties there are beyond the needed.
  public static let krackhardtEfficiency = Measure(
    "krackhardt_efficiency", "Spareness of arcs (Krackhardt's efficiency)",
    "1 − the share of arcs that are there beyond those that hold the parts together.",
    of: .network {
      MeasureValue($0.graph.krackhardtEfficiency(), otherwise: "no part could have more ties")
    })

  /// How few tied pairs there are beyond the needed.
  public static let krackhardtEfficiencyOfPairs = Measure(
    "krackhardt_efficiency_underlying", "Spareness of ties (Krackhardt's efficiency)",
    "1 − the share of tied pairs that are there beyond those that hold the parts together.",
    of: .network {
      MeasureValue(
        $0.graph.krackhardtEfficiency(counting: .pairs), otherwise: "no part could have more ties")
    })

  /// Whether any two have one above them.
  public static let krackhardtLeastUpperBounds = Measure(
    "krackhardt_lubness", "One above any two (Krackhardt)",
    "1 − the share of pairs that have no one above both whom all others above both are above.",
    mostElements: 2_000,
    of: .network {
      MeasureValue(
        $0.graph.krackhardtLeastUpperBoundedness(), otherwise: "no part has three elements")
    })
}

extension MeasureValue {
  /// Clustering and distance with what they are compared with.
  fileprivate init(_ world: SmallWorld?, hasOmega: Bool) {
    guard let world else {
      self = .undefined(reason: "the largest part is too small, or has no two contacts of one")
      return
    }
    let none = "the references have no clustering or distance"
    var fields: [Field] = [
      Field("C", .number(world.transitivity)), Field("L", .number(world.averagePathLength)),
      Field("C_rand", .number(world.randomTransitivity)),
      Field("L_rand", .number(world.randomPathLength)),
      Field("sigma", MeasureValue(world.sigma, otherwise: none), told: "sigma"),
    ]
    if hasOmega {
      fields.append(Field("omega", MeasureValue(world.omega, otherwise: none), told: "omega"))
    }
    self = .record(fields)
  }
}
