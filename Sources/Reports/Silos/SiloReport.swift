public import Insights
public import SystemMaps

/// What the ties of a map say about its silos, ready to print as text or JSON.
///
///     let report = SiloReport(SiloStudy(of: network, in: map, audience: .members), of: map, for: .members)
///     print(report.text)
public struct SiloReport: Sendable {
  /// What was found.
  public let study: SiloStudy
  /// The map, as the audience may see it.
  public let map: SystemMap
  /// Who will read it.
  public let audience: Audience

  /// Prepares the report of what an audience may see.
  ///
  /// - Parameters:
  ///   - study: A study made for the same audience.
  ///   - map: The map, not yet cut for the audience.
  ///   - audience: Who will read it.
  public init(_ study: SiloStudy, of map: SystemMap, for audience: Audience) {
    self.study = study
    self.map = map.shared(with: audience)
    self.audience = audience
  }

  /// The groups, and the sectors beside them.
  public var silos: Silos { study.silos }

  /// What was assumed or left out, in the words that the audience may read.
  var findings: [Finding] {
    map.shared(silos.findings + study.introductions.findings, with: audience)
  }

  /// The name of an element, as the audience may read it.
  func label(of element: ElementID) -> String { map[element]?.label ?? element.text }

  /// The names of elements, as the audience may read them.
  func labels(of elements: [ElementID]) -> String {
    elements.map(label(of:)).joined(separator: ", ")
  }
}
