public import ArgumentParser
import Foundation
public import Interchange
import Reports

extension StarterMap.Purpose: ExpressibleByArgument {}

/// `sightline new`: a map to begin with.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a map to fill in: a workbook, or a folder of CSV files.",
    discussion: """
      Headers carry notes, cells drop-downs, and grey rows show how it is done; they are skipped \
      when the map is read. Nothing that is there already is touched.

      sightline new map.xlsx
      sightline new families.xlsx --for journey
      sightline new form.html --for journey --language es
      """)

  @Argument(help: "The map to make: a name ending in .xlsx, or a folder; .html is a paper form.")
  var path: String

  @Option(
    name: .customLong("for"),
    help: "What it is for: full, or the few columns of a session on a journey or on tables.")
  var purpose: StarterMap.Purpose = .full

  @Option(help: "The language of the paper form: en or es.")
  var language: FamilyLanguage = .english

  func validate() throws {
    guard isForm, purpose != .journey else { return }
    throw ValidationError("\(path): only a session on a journey has a paper form: --for journey.")
  }

  /// Whether a form to print is asked for, and no map.
  private var isForm: Bool { path.lowercased().hasSuffix(".html") }

  func run() throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure("\(path) is there already and was left as it is; name another")
    }
    if isForm {
      do {
        try OutputFile(name: path, text: SessionForm(in: language).html).write(to: path)
      } catch {
        throw CommandFailure(error.description)
      }
      Console.print(path)
      Console.note(
        "Print it, fill it in together, then type it in: sightline new map.xlsx --for journey")
      return
    }
    try StarterMap(for: purpose).write(to: path)
    Console.print(path)
    let shown = path.contains(" ") ? "\"\(path)\"" : path
    Console.note("Fill it in, then look what is odd in it: sightline check \(shown)")
  }
}
