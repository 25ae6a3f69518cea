/// Text from a map, made fit to stand in a DOT label.
///
/// This is the only way for text that somebody typed into a drawing.
struct DOTText: Hashable, Sendable {
  /// The most characters that are kept of a text.
  static let longest = 500

  /// The text as a reader sees it, without characters that are not for readers.
  let plain: String

  /// Takes out what cannot be printed, and cuts after ``longest`` characters.
  ///
  /// Line ends and tabs become spaces unless `lines` are kept. Joiners and the like without a letter
  /// to join are taken out, and an accent without a letter gets a circle to stand on: of what has no
  /// width at all Pango makes no text, and Graphviz draws it nevertheless.
  init(_ text: String, keepingLines: Bool = false) {
    // A million characters are cut before they are looked at.
    var plain = ""
    var count = 0
    for character in text {
      if count == Self.longest {
        plain += "…"
        break
      }
      if character.isNewline || character == "\t" {
        plain.append(keepingLines && character.isNewline ? "\n" : " ")
      } else {
        let scalars = character.unicodeScalars.filter(Self.isPrintable).prefix(16)
        guard scalars.contains(where: { !$0.properties.isDefaultIgnorableCodePoint }) else {
          continue
        }
        if plain.last?.isWhitespace ?? true, scalars.allSatisfy(Self.needsBase) {
          plain += "\u{25CC}"
        }
        plain.unicodeScalars.append(contentsOf: scalars)
      }
      count += 1
    }
    self.plain = plain
  }

  /// Whether a scalar is drawn upon the one before it, or not at all.
  private static func needsBase(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Keeps Graphviz from taking "&" and letters after it for an entity; no text has it of its own.
  static let entityBreak: Unicode.Scalar = "\u{200B}"

  /// The text between the quotes of a DOT string, so that it says nothing but itself.
  var escaped: String {
    var escaped = ""
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "&":
        escaped += "&amp;"
        escaped.unicodeScalars.append(Self.entityBreak)
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A text of any length without the scalars that no picture may hold.
  static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { isPrintable($0) || $0 == "\n" }))
  }

  /// Whether a scalar may stand in a picture: no control character, no change of writing
  /// direction, no byte order mark, no sign for an object in the text, nothing that XML forbids.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: false
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: false
    case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFC: false
    case 0xE0000...0xE0FFF: false
    default: scalar.value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF ~= scalar.value)
    }
  }
}
