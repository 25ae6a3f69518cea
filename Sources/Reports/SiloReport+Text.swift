import Insights
import SystemMaps

extension SiloReport {
  /// The report as lines for a terminal.
  public var text: String {
    var lines = [silos.sentence]
    for group in silos.groups {
      let names = group.members.filter(isNamed).map { map[$0]?.label ?? $0.text }
      let unnamed = group.members.count - names.count
      lines.append(
        "\(group.number). \(count(of: group.members).map(String.init) ?? "–") members, "
          + "\(group.tiesWithin) ties within, "
          + "\(group.tiesAcross) across: "
          + (names + (unnamed > 0 ? [map.wordsForUnnamed(unnamed)] : [])).joined(separator: ", "))
    }
    if !silos.isolates.isEmpty {
      lines.append(
        "In no group, because no tie is reported: "
          + (count(of: silos.isolates).map(String.init) ?? "–"))
    }
    if let sectors = silos.sectors { lines.append(sectors.sentence) }
    for finding in map.shared(silos.findings, with: audience) { lines.append("note: \(finding)") }
    return lines.map { $0 + "\n" }.joined()
  }
}
