public import Insights
public import SystemMaps

/// Everything that a report tells of a map: the analyses, made once, for one audience.
///
///     let report = MapReport(of: map, for: .members)
///     try OutputFile.write(report.edition().files, into: "map-report")
public struct MapReport: Sendable {
  /// What a report is for.
  public enum Purpose: String, Sendable, Hashable, CaseIterable {
    /// A first meeting: who bridges and what is present, then introductions worth making; nobody
    /// is ranked, and no figure stands without need.
    case kickoff
    /// Everything.
    case full
  }

  /// The map, as the audience may see it.
  public let map: SystemMap
  /// Who will read it.
  public let audience: Audience
  /// What it is for.
  public let purpose: Purpose
  /// The seed of everything random.
  public let seed: UInt64
  /// The working ties of those whom the audience may know by name: all figures are of these.
  public let network: Network
  /// All working ties, for the picture, in which unnamed elements stand together.
  let pictured: Network
  /// The measures of elements and network.
  public internal(set) var measures: MeasureReport
  /// The groups that ties show, who joins them, and who could meet.
  public let silos: SiloReport
  /// Who sits at the tables.
  public let inclusion: InclusionReport
  /// The five conditions.
  public let conditions: ConditionsReport
  /// What is not known.
  public let knowledge: Knowledge
  /// What is odd in the files; in an edition also which pictures could not be drawn.
  public internal(set) var findings: [Finding]

  /// Makes the analyses.
  ///
  /// - Parameters:
  ///   - map: The map of one day, whole: the audience is applied here.
  ///   - audience: Who will read it.
  ///   - purpose: What it is for.
  ///   - findings: What is known about the map's files.
  ///   - seed: The seed of everything random.
  /// - Complexity: That of ``SiloStudy`` and ``Inclusion`` together.
  public init(
    of map: SystemMap, for audience: Audience = .members, purpose: Purpose = .full,
    findings: [Finding] = [], seed: UInt64 = 1,
    progress: @Sendable (Double) -> Void = { _ in }
  ) {
    let pictured = map.network()
    let network = pictured.named(in: map, for: audience)
    let study = SiloStudy(
      of: network, in: map, audience: audience, seed: seed, progress: progress)
    self.map = map.shared(with: audience)
    self.audience = audience
    self.purpose = purpose
    self.seed = seed
    self.network = network
    self.pictured = pictured
    silos = SiloReport(study, of: map, for: audience)
    inclusion = InclusionReport(
      Inclusion(of: map, seed: seed), in: network, of: map, for: audience)
    conditions = ConditionsReport(of: map, for: audience)
    knowledge = Knowledge(of: map, network: network, for: audience)
    let found = findings + map.settings.drawing.findings(on: map)
    measures = MeasureReport(
      Influence(of: network, in: map, audience: audience), of: network, in: map, for: audience,
      findings: found)
    self.findings = map.shared(found, with: audience)
  }

  /// The name of an element, as the audience may read it.
  func label(of element: ElementID) -> String { map[element]?.label ?? element.text }

  /// Whether the audience may read an element's name.
  func isNamed(_ element: ElementID) -> Bool {
    map[element].map { map.mayName($0, to: audience) } ?? false
  }
}
