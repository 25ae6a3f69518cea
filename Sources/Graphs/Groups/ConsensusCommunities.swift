extension DetectedCommunities {
  /// Returns the groups that the runs have in common.
  ///
  /// Two nodes are tied by the share of runs that put them together, if that is `threshold` or more;
  /// groups are looked for in what comes out, by modularity and with as many runs, again and again
  /// until all runs find the same. Where runs disagree this is fairer than the best of them: it does
  /// not stand on the luck of one.
  ///
  ///     let detected = Graph.path(4).bestCommunities(runs: 10, seed: 1)
  ///     detected.consensus(seed: 1).partition.groups  // [0, 0, 1, 1]
  ///
  /// A node that the runs put together with no other often enough is a group of its own.
  ///
  /// - Parameters:
  ///   - threshold: The least share of runs that says anything, from 0 to 1.
  ///   - seed: The seed of the search.
  /// - Returns: The groups, with each node's confidence; the same on any number of cores.
  /// - Complexity: O(*c*² *r*) in each round, for *r* runs and *c* sets of nodes that every run keeps
  ///   together; O(*c*²) space. Three rounds are usual.
  ///
  /// Lancichinetti and Fortunato, "Consensus clustering in complex networks", 2012,
  /// doi:10.1038/srep00336.
  public func consensus(threshold: Double = 0.5, seed: UInt64) -> ConsensusCommunities {
    var divisions = partitionsOfRuns
    var rounds = 0
    while rounds < ConsensusCommunities.mostRounds, Set(divisions).count > 1 {
      let shared = SharedMembership(of: divisions, threshold: threshold)
      let starts = (0..<runs).map { run in
        SeededGenerator(seed: seed, stream: rounds * runs + run)
      }
      divisions = shared.objective.divisions(
        method: .leiden(), from: starts, concurrently: runs * partition.nodeCount > 1_000
      )
      .map { shared.partition(of: $0) }
      rounds += 1
    }
    // Settled, all are the same; else the first is as good as any.
    let common = divisions[0]
    return ConsensusCommunities(
      partition: common, confidence: membershipConfidence(in: common), rounds: rounds,
      isSettled: Set(divisions).count == 1)
  }
}

/// What several runs of a search have in common.
public struct ConsensusCommunities: Hashable, Sendable {
  /// After so many rounds the search for a consensus is given up.
  static let mostRounds = 20

  /// The groups; a node without a sure place is a group of its own.
  public var partition: Partition
  /// How surely each node belongs to its group: the mean, over the others of the group, of the share
  /// of the first runs that put the two together, from 0 to 1; `nil` for a group of one.
  public var confidence: NodeMap<Double?>
  /// How many times the groups had to be looked for again; 0 where all runs were the same.
  public var rounds: Int
  /// Whether in the end all runs found the same groups.
  public var isSettled: Bool
}

/// The shares of runs that put nodes together, as a graph.
///
/// Nodes that every run keeps together are one node of it.
private struct SharedMembership {
  /// The node of the graph that each node is part of.
  private let cores: Partition
  let objective: LeidenObjective<Double>

  init(of runs: [Partition], threshold: Double) {
    cores = runs.dropFirst().reduce(runs[0]) { $0.intersection($1) }
    let sizes = cores.sizes
    var first = Array(repeating: 0, count: cores.groupCount)
    for (node, core) in cores.groups.enumerated().reversed() { first[core] = node }
    // For each run, the cores of each of its groups.
    let members = runs.map { run in
      var members: [[Int]] = Array(repeating: [], count: run.groupCount)
      for core in first.indices { members[run.groups[first[core]]].append(core) }
      return members
    }
    let least = Int((threshold * Double(runs.count)).rounded(.up))
    var level = LeidenLevel<Double>()
    var together = Array(repeating: 0, count: cores.groupCount)
    for core in first.indices {
      for (run, members) in zip(runs, members) {
        for other in members[run.groups[first[core]]] { together[other] += 1 }
      }
      var mass = Double(sizes[core] * (sizes[core] - 1))
      for other in first.indices {
        if other != core, together[other] >= max(least, 1) {
          let share = Double(together[other]) / Double(runs.count)
          let weight = share * Double(sizes[core] * sizes[other])
          level.targets.append(NodeID(other))
          level.weights.append(weight)
          mass += weight
        }
        together[other] = 0
      }
      level.masses.append(mass)
      level.offsets.append(level.targets.count)
    }
    objective = LeidenObjective(modularityOf: level, resolution: 1)
  }

  /// A division of the cores as one of all nodes.
  func partition(of division: LabelledDivision) -> Partition {
    Partition(
      labels: cores.groups.map { Int(division.labels[$0]) }, below: division.labels.count)
  }
}
