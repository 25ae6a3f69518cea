import ArgumentParser
import Diagrams
import Foundation

/// `sightline doctor`: what the machine has, what it lacks, and how to get it.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell whether Graphviz, its plugins and fonts are in order.",
    discussion: "sightline doctor")

  func run() throws {
    let diagnosis = Graphviz.diagnosis
    Console.print("Graphviz \(diagnosis.version)")
    Console.print("  layouts: \(diagnosis.engines.joined(separator: ", "))")
    Console.print("  formats: \(diagnosis.formats.joined(separator: ", "))")
    Console.print("  fonts:   \(diagnosis.hasFonts ? "found" : "none found")")
    let pandoc = Self.program("pandoc")
    Console.print("pandoc: \(pandoc ?? "not installed (only Word, PowerPoint and ODT need it)")")
    for problem in diagnosis.problems { Console.print("Problem: \(problem)") }
    if diagnosis.problems.isEmpty {
      Console.print("All is well: every diagram can be drawn.")
    } else {
      throw ExitCode.failure
    }
  }

  /// Where a program of a name stands, or `nil`.
  private static func program(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}
