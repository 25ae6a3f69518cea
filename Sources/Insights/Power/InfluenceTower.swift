import Graphs
public import SystemMaps

/// Where an actor stands on the power–interest grid (Mendelow 1981), as the map's makers see it.
public struct PowerInterest: Sendable, Hashable {
  /// A quarter of the grid.
  public enum Quarter: String, Sendable, Hashable, CaseIterable {
    /// Much power, much interest.
    case manageClosely = "work closely with"
    /// Much power, little interest.
    case keepSatisfied = "keep satisfied"
    /// Little power, much interest: the grid's usual "keep informed" files residents away, so it
    /// says here what the literature on collective impact asks for.
    case buildPower = "build power with"
    /// Little of both.
    case monitor = "keep in mind"
  }

  /// The actor.
  public let element: ElementID
  /// Its power, from 0 to 10.
  public let power: Double
  /// Its interest, from 0 to 10.
  public let interest: Double

  /// Its quarter; 5 counts as much.
  public var quarter: Quarter {
    switch (power >= 5, interest >= 5) {
    case (true, true): .manageClosely
    case (true, false): .keepSatisfied
    case (false, true): .buildPower
    case (false, false): .monitor
    }
  }

  static func all(in map: SystemMap) -> [PowerInterest] {
    map.elements.compactMap { element in
      element.power.flatMap { power in
        element.interest.map {
          PowerInterest(element: element.id, power: power, interest: $0)
        }
      }
    }
  }
}

/// How much influence interviewees say that an actor has, beside its place in the network.
///
/// The towers of Net-Map (Schiffer 2007). Each interviewee has a scale of their own, so towers are
/// ranked within an interview, and no mean is taken: where they disagree is what to talk about.
public struct InfluenceTower: Sendable, Hashable {
  /// The tower that one interviewee built.
  public struct Height: Sendable, Hashable {
    /// The interviewee.
    public let interviewee: ElementID
    /// The height, on the interviewee's own scale.
    public let height: Double
    /// The share of the others this interviewee rated that stand lower, from 0 to 1, equal ones
    /// counted half; `nil` if only one actor was rated.
    public let standing: Double?
  }

  /// The actor.
  public let element: ElementID
  /// The towers, in the order of the map.
  public let heights: [Height]
  /// The share of the others in the network that are less close to all (harmonic closeness), equal
  /// ones counted half; `nil` if it is not in the network.
  public let structure: Double?

  /// How far apart a tower and the network stand before they are said to disagree.
  public static let clearDifference = 0.5

  /// Interviewees for whom the actor stands clearly higher or lower than in the network.
  public var disagreeing: [Height] {
    guard let structure else { return [] }
    return heights.filter { height in
      height.standing.map { abs($0 - structure) >= Self.clearDifference } ?? false
    }
  }

  /// The largest difference between two interviewees; `nil` unless two can be compared.
  public var spread: Double? {
    let standings = heights.compactMap(\.standing)
    guard let low = standings.min(), let high = standings.max(), standings.count > 1 else {
      return nil
    }
    return high - low
  }

  static func all(in map: SystemMap) -> [InfluenceTower] {
    let ratings = map.connections.filter { $0.type == .ratesInfluenceOf && $0.strength != nil }
    guard !ratings.isEmpty else { return [] }
    let network = map.network()
    let closeness = Array(network.graph.undirected.harmonic())
    func standing(_ value: Double, among others: [Double]) -> Double? {
      guard !others.isEmpty else { return nil }
      let lower = others.count { $0 < value - 1e-9 }
      let equal = others.count { abs($0 - value) <= 1e-9 }
      return (Double(lower) + Double(equal) / 2) / Double(others.count)
    }
    let byInterviewee = Dictionary(grouping: ratings, by: \.from)
    var order: [ElementID] = []
    for rating in ratings where !order.contains(rating.to) { order.append(rating.to) }
    return order.map { element in
      let heights = ratings.filter { $0.to == element }.map { rating in
        let others = (byInterviewee[rating.from] ?? []).filter { $0.to != element }
          .compactMap(\.strength)
        let height = rating.strength ?? 0
        return Height(
          interviewee: rating.from, height: height, standing: standing(height, among: others))
      }
      let place = network.node(of: element)?.index
      let structure = place.flatMap { place in
        standing(
          closeness[place],
          among: closeness.indices.filter { $0 != place }.map { closeness[$0] })
      }
      return InfluenceTower(element: element, heights: heights, structure: structure)
    }
  }
}
