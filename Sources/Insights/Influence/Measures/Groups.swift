import Graphs

extension Measure {
  /// Measures of ties within and between groups, detected or declared.
  static let groups: [Measure] = [
    modularity, externalInternalIndex, modularityOfAttribute, assortativity, mixingMatrix,
    blockDensities, colemanHomophily,
  ]

  private static let noKnownTie = "no tie joins two elements whose groups are known"

  /// The modularity of the detected groups.
  public static let modularity = Measure(
    "modularity", "Modularity of the detected groups",
    "The share of ties inside the best groups found, less the share expected from the numbers of "
      + "ties alone; high values come by chance too, so read it with its test.",
    of: .network {
      MeasureValue(
        $0.graph.bestLeidenCommunities(
          runs: Silos.Effort(forTies: $0.graph.edgeCount).runs, seed: $0.seed
        ).modularity, otherwise: "there are no ties")
    })

  /// The E-I index of an attribute.
  public static let externalInternalIndex = Measure(
    "ei_index", "Ties across less ties within (E-I index)",
    "(Ties between sectors − ties inside them) ÷ all ties, from −1 to 1; compare it with the "
      + "value expected if sectors were dealt out at random, not with 0.",
    needs: .attribute,
    of: .network { input in
      if input.isOfOneGroup { return .undefined(reason: MeasureInput.oneGroup) }
      guard input.externalInternal.value != nil else { return .undefined(reason: noKnownTie) }
      return MeasureValue(input.externalInternal, groups: input.groups)
    })

  /// The modularity of an attribute.
  public static let modularityOfAttribute = Measure(
    "modularity_of_attribute", "Modularity of the sectors",
    "The share of ties inside sectors, less the share expected from the numbers of ties alone.",
    needs: .attribute,
    of: .network { input in
      guard !input.isOfOneGroup, let labels = input.labels else {
        return .undefined(reason: MeasureInput.oneGroup)
      }
      let (known, partition) = labels.induced(from: input.undirected)
      return MeasureValue(known.modularity(of: partition), otherwise: noKnownTie)
    })

  /// Nominal assortativity of an attribute.
  public static let assortativity = Measure(
    "assortativity_nominal", "Like with like (assortativity)",
    "How far ties join elements of the same sector: 1 always, 0 as by chance, below 0 less.",
    needs: .attribute,
    of: .network { input in
      guard !input.isOfOneGroup, let labels = input.labels else {
        return .undefined(reason: MeasureInput.oneGroup)
      }
      return MeasureValue(
        input.graph.assortativity(by: labels.labels),
        otherwise: "all ties begin and end in one group, or none is left")
    })

  /// Ties by the groups of their ends.
  public static let mixingMatrix = Measure(
    "mixing_matrix", "Ties between sectors",
    "The number of ties from each sector (row) to each sector (column); an undirected tie "
      + "counts both ways.",
    needs: .attribute,
    of: .matrix { input in
      .record([
        .init("classes", .list(input.groups.map(MeasureValue.text))),
        .init(
          "counts",
          .list(
            input.graph.mixingMatrix(by: input.labels?.labels ?? []).counts.map {
              MeasureValue($0)
            })),
      ])
    })

  /// The share of possible ties within and between groups.
  public static let blockDensities = Measure(
    "block_densities", "Density within and between sectors",
    "The share of possible ties from each sector (row) to each sector (column) that are reported.",
    needs: .attribute,
    of: .matrix { input in
      let blocks = input.graph.blockDensities(by: input.labels?.labels ?? [])
      return .record([
        .init("classes", .list(blocks.labels.map { .text(input.groups[$0]) })),
        .init("elements", MeasureValue(blocks.nodeCounts)),
        .init(
          "densities",
          .list(
            blocks.values.map {
              MeasureValue($0, otherwise: "one element alone has no pair")
            })),
      ])
    })

  /// Coleman's homophily of each group.
  public static let colemanHomophily = Measure(
    "coleman_homophily", "Preference for one's own sector (Coleman)",
    "How far a sector's ties stay inside beyond what its size gives: 1 all, 0 as by chance, −1 "
      + "none.",
    needs: .attribute,
    of: .network { input in
      let homophily = input.graph.mixingMatrix(by: input.labels?.labels ?? []).colemanHomophily
      return .record(
        zip(input.groups, homophily).map { group, value in
          .init(
            group,
            MeasureValue(value, otherwise: "the group has no tie, or none that could leave it"))
        })
    })
}

extension MeasureValue {
  /// The E-I index with its parts, as the reference values give it.
  fileprivate init(_ index: ExternalInternalIndex, groups: [String]) {
    let none = "it is not defined for these groups"
    self = .record([
      .init("ties", .count(index.internalTies + index.externalTies)),
      .init("internal", .count(index.internalTies)),
      .init("external", .count(index.externalTies)),
      .init("ei", MeasureValue(index.value, otherwise: none), told: ""),
      .init(
        "expected_permutation", MeasureValue(index.expected, otherwise: none), told: "expected"),
      .init("sd_permutation", MeasureValue(index.standardDeviation, otherwise: none)),
      .init("z", MeasureValue(index.z, otherwise: none)),
      .init("min_possible", MeasureValue(index.minimum, otherwise: none)),
      .init("max_possible", MeasureValue(index.maximum, otherwise: none)),
      .init("rescaled", MeasureValue(index.rescaled, otherwise: none)),
      .init(
        "per_group",
        .record(
          zip(groups, index.groups).map { name, group in
            .init(
              name,
              .record([
                .init("internalTies", .count(group.internalTies)),
                .init("externalTies", .count(group.externalTies)),
                .init("ei_ties", MeasureValue(group.value, otherwise: none)),
                .init("ei_endpoints", MeasureValue(group.valueByEndpoints, otherwise: none)),
              ]))
          })),
    ])
  }
}
