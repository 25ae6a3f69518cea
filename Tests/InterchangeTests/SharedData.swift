import Foundation
import Testing

/// Files that are not part of the project; tests that need them are skipped where they are absent.
enum SharedData {
  /// The folder beside the repository, found from this file.
  private static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["SIGHTLINE_SHARED"] { return folder }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()  // InterchangeTests
      .deletingLastPathComponent()  // Tests
      .deletingLastPathComponent()  // the repository
      .deletingLastPathComponent().appendingPathComponent("shared").path
  }()

  static func path(_ name: String) -> String { folder + "/" + name }

  static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }

  /// Skips a test, saying so, where a file is absent.
  static func needs(_ name: String) -> ConditionTrait {
    .enabled(if: has(name), "\(name) is not there: the test is skipped")
  }
}
