import ArgumentParser
import Insights

/// `sightline measures`: what can be measured, and what it says.
struct Measures: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the measures, each with its definition.",
    discussion: """
      sightline measures
      sightline measures closeness
      """)

  @Argument(help: "Only measures with this word in their name or definition.")
  var word: String?

  func run() throws {
    let word = word?.lowercased() ?? ""
    let found = Measure.all.filter { measure in
      word.isEmpty
        || [measure.name, measure.title, measure.definition].contains {
          $0.lowercased().contains(word)
        }
    }
    guard !found.isEmpty else { throw CommandFailure("no measure is told of with \"\(word)\"") }
    for (subject, heading) in Self.headings {
      let measures = found.filter { $0.subject == subject }
      if measures.isEmpty { continue }
      Console.print("\(heading)\n")
      for measure in measures {
        Console.print("  \(measure.name)\n      \(measure.definition)\n")
      }
    }
  }

  private static let headings: [(Measure.Subject, String)] = [
    (.element, "Of each element"), (.tie, "Of each tie"), (.network, "Of the network"),
    (.matrix, "Of pairs, and of groups"),
  ]
}
