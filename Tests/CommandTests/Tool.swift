import Foundation
import Subprocess
import Testing

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The built `sightline`, run as a user runs it.
enum Tool {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    /// The lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    /// Standard output as a JSON object.
    var json: JSON { get throws { try JSON(Data(output.utf8)) } }
  }

  static func run(_ arguments: String...) async throws -> Outcome { try await run(arguments) }

  static func run(_ arguments: [String]) async throws -> Outcome {
    let result = try await Subprocess.run(
      executable,
      arguments: Arguments(arguments),
      output: .string(limit: 1 << 28), error: .string(limit: 1 << 24))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): Int32(code)
      case .signaled(let signal): -Int32(signal)
      }
    return Outcome(status: status, output: result.standardOutput, errors: result.standardError)
  }

  static var executable: Executable { .path(FilePath(binary.path(percentEncoded: false))) }

  /// Beside the test bundle on macOS, beside the test runner on Linux.
  static var binary: URL {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      return (bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL)
        .appending(path: "sightline")
    #else
      return Bundle.main.bundleURL.appending(path: "sightline")
    #endif
  }

  /// The root of the repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func sample(_ name: String) -> String {
    root.appending(path: "Samples/\(name)").path(percentEncoded: false)
  }

  /// Real files that nobody here wrote; they stand beside the repository, or not at all.
  static func shared(_ path: String) -> String {
    root.deletingLastPathComponent().appending(path: "shared/\(path)")
      .path(percentEncoded: false)
  }

  /// Skips a test, saying so, where a file beside the repository is absent.
  static func needs(_ path: String) -> ConditionTrait {
    .enabled(
      if: FileManager.default.fileExists(atPath: shared(path)),
      "../shared/\(path) is not there: the test is skipped")
  }

  /// The text of a PDF, or `nil` where no program is installed that reads it.
  static func text(ofPDF path: String) async throws -> String? {
    do {
      return try await Subprocess.run(
        .name("pdftotext"), arguments: [path, "-"], output: .string(limit: 1 << 24),
        error: .discarded
      ).standardOutput
    } catch is SubprocessError {
      return nil
    }
  }
}

/// Gives a folder to some work and removes it afterwards.
func withTemporaryFolder<Result>(
  _ work: (TemporaryFolder) async throws -> Result
) async throws -> Result {
  let folder = try TemporaryFolder()
  let result = try await work(folder)
  withExtendedLifetime(folder) {}
  return result
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "sightline-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path(percentEncoded: false) }

  /// The names of everything in the folder, to any depth.
  var contents: [String] {
    (FileManager.default.subpaths(atPath: path) ?? []).sorted()
  }

  func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  /// Writes a file, making the folders on its way, and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path(percentEncoded: false)
  }

  /// Writes files of a map, by their names.
  @discardableResult
  func write(_ files: [String: String], into folder: String = "map") throws -> String {
    for (name, text) in files { try write("\(folder)/\(name)", text) }
    return path(folder)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }
}
