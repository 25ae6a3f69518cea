import ArgumentParser
import Diagrams
import SystemMaps

/// The command line: it parses, asks the libraries, and turns errors into text and exit codes.
@main
struct Sightline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sightline",
    abstract: "See the larger system: who works with whom, where the silos are, who is missing.",
    discussion: """
      A map is a workbook or a folder of CSV files (elements, connections, seats, …), a pair of CSV \
      files, an edge list, or a JSON file.

      sightline Samples/larkspur            checks the map and writes the report beside it
      sightline check Samples/larkspur      lists what is odd in it, and where
      """,
    version: "0.1.0",
    subcommands: [
      Overview.self, New.self, Check.self, AnswerCommand.self, MeasureCommand.self,
      Measures.self,
      SilosCommand.self,
      InclusionCommand.self, ConditionsCommand.self, JourneyCommand.self,
      Draw.self, ReportCommand.self, Convert.self, Doctor.self, DrawingWorker.self,
    ],
    defaultSubcommand: Overview.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try Graphviz.$host.withValue(DrawingWorker.host) { try command.run() }
    } catch let errors as MapErrors {
      for error in errors.errors { Console.note("error: \(error)") }
      exit(withError: ExitCode.failure)
    } catch let failure as CommandFailure {
      Console.note("error: \(failure)")
      exit(withError: ExitCode.failure)
    } catch {
      exit(withError: error)
    }
  }
}

/// A job that failed for a reason that its text tells in full.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
