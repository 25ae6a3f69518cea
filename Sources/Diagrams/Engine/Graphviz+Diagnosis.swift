internal import CGraphvizShim
internal import Synchronization

extension Graphviz {
  /// What is installed of Graphviz, for a message to whoever misses a picture.
  public struct Diagnosis: Hashable, Sendable {
    /// The version of the library that runs.
    public var version: String
    /// The layout engines it has; Sightline needs `neato` and `nop2`.
    public var engines: [String]
    /// The formats it can write; Sightline needs `svg`, `pdf` and `png`.
    public var formats: [String]
    /// Whether a text has a width, that is, whether a font was found.
    public var hasFonts: Bool
    /// Whether text has the widths of Arial, which browsers and printers expect.
    public var hasArial: Bool
    /// Why nothing can be drawn, if that is neither a plugin nor a font.
    public var failure: GraphvizError?

    /// What is missing, each with the way to get it; empty if all is well.
    public var problems: [String] {
      var problems: [String] = []
      let absent = Graphviz.Engine.allCases.map(\.rawValue).filter { !engines.contains($0) }
      if !absent.isEmpty {
        problems.append(
          "Graphviz lacks the layouts \(absent.joined(separator: ", ")): run `dot -c` as root, or "
            + "install `graphviz` (from Debian 14 on also `libgvplugin-neato-layout8`).")
      }
      let missing = ["svg", "pdf", "png"].filter { !formats.contains($0) }
      if !missing.isEmpty {
        problems.append(
          "Graphviz cannot write \(missing.joined(separator: ", ")): install it with its pango "
            + "plugin (Debian: `graphviz`; Homebrew: `graphviz`).")
      }
      if let failure, problems.isEmpty {
        problems.append("Nothing can be drawn: \(failure).")
      } else if !hasFonts {
        problems.append("No font was found: install `fonts-liberation`.")
      } else if !hasArial {
        problems.append(
          "Neither Arial nor a font of its widths was found, so text may not fit its place: "
            + "install `fonts-liberation`.")
      }
      return problems
    }
  }

  /// What is installed of Graphviz.
  public static var diagnosis: Diagnosis {
    var diagnosis = lock.withLock { _ in
      Diagnosis(
        version: sightline_graphviz_version().map { String(cString: $0) } ?? "",
        engines: plugins("layout"), formats: plugins("device"), hasFonts: false,
        hasArial: false)
    }
    do throws(GraphvizError) {
      diagnosis.hasArial = try TextMeasure(words: [], bold: []).isInArial
      diagnosis.hasFonts = true
    } catch {
      if error.reason != .font { diagnosis.failure = error }
    }
    return diagnosis
  }

  private static func plugins(_ kind: String) -> [String] {
    let bytes = sightline_plugins(kind)
    defer { sightline_free_bytes(bytes) }
    guard let data = bytes.data else { return [] }
    let text = String(
      decoding: UnsafeRawBufferPointer(start: data, count: bytes.length), as: UTF8.self)
    return Set(text.split(separator: "\n").map(String.init)).sorted()
  }
}
