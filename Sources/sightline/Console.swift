import Foundation
import SystemMaps

/// Results go to standard output, everything else to standard error.
enum Console {
  /// Writes a line of a result.
  static func print(_ text: String) { printLines(text + "\n") }

  /// Writes lines of text that a person reads.
  static func printLines(_ text: String) {
    FileHandle.standardOutput.write(Data(harmless(text).utf8))
  }

  /// Writes text that a program reads.
  static func printVerbatim(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Writes a message about the work.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((harmless(text) + "\n").utf8))
  }

  /// Writes what the reader should know about a map or a result, a line each.
  static func tell(_ findings: [Finding]) {
    for finding in findings { note("\(finding.severity.rawValue): \(finding)") }
  }

  /// Text that cannot command a terminal or turn its lines around, whatever the map's labels hold.
  private static func harmless(_ text: String) -> String {
    func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0..<0x0A, 0x0B..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isUnsafe($0) ? "\u{FFFD}" : $0 }))
  }

  /// Whether a person watches standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }
}
