import ArgumentParser
import Diagrams
import Foundation
import Reports
import SystemMaps

/// `sightline MAP`: check the map, then write the report beside it.
struct Overview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview",
    abstract: "Check a map, then write its report into MAP-report beside it (the default).",
    discussion: "sightline Samples/larkspur")

  @OptionGroup var source: MapArguments

  func run() throws {
    guard FileManager.default.fileExists(atPath: source.map) else {
      throw CommandFailure(
        "no file or command \"\(source.map)\"; `sightline --help` lists the commands")
    }
    let (map, findings) = try source.load()
    try writeReport(
      of: map, findings: findings, source: source, purpose: .full,
      formats: nil, page: .slide, into: folder)
    Console.note(FindingSummary(findings).text)
  }

  /// The map's path without its ending, and `-report`.
  private var folder: String {
    var path = source.map
    while path.count > 1, path.last == "/" { path.removeLast() }
    let url = URL(filePath: path)
    let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    let base = isFolder ? url : url.deletingPathExtension()
    return base.path(percentEncoded: false).trimmingSuffix("/") + "-report"
  }
}

extension String {
  func trimmingSuffix(_ suffix: Character) -> String {
    var text = self
    while text.count > 1, text.last == suffix { text.removeLast() }
    return text
  }
}
