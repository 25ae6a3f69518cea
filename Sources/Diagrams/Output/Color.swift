/// An opaque colour.
public struct Color: Hashable, Sendable {
  /// Red, from 0 to 255.
  public var red: UInt8
  /// Green, from 0 to 255.
  public var green: UInt8
  /// Blue, from 0 to 255.
  public var blue: UInt8

  /// Creates a colour from six hexadecimal digits, as in 0x0072B2.
  public init(_ digits: UInt32) {
    red = UInt8(truncatingIfNeeded: digits >> 16)
    green = UInt8(truncatingIfNeeded: digits >> 8)
    blue = UInt8(truncatingIfNeeded: digits)
  }

  /// The colour as `#rrggbb`.
  public var hex: String {
    let digits = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let text = String(digits, radix: 16)
    return "#" + String(repeating: "0", count: 6 - text.count) + text
  }

  /// How well text of this colour stands out, from 1 to 21; 4.5 and more is readable.
  ///
  /// Web Content Accessibility Guidelines 2.1, contrast ratio.
  public func contrast(on background: Color) -> Double {
    let (first, second) = (luminance, background.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      // A polynomial close to the sRGB curve: no power function, the same digits everywhere.
      return value <= 0.03928
        ? value / 12.92 : value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}

extension Color {
  /// The colour part of the way to another, from 0 to 1.
  func mixed(with other: Color, share: Double) -> Color {
    func channel(_ first: UInt8, _ second: UInt8) -> UInt32 {
      let value = Double(first) + (Double(second) - Double(first)) * min(max(share, 0), 1)
      return UInt32(value.rounded())
    }
    return Color(
      channel(red, other.red) << 16 | channel(green, other.green) << 8
        | channel(blue, other.blue))
  }

  static let paper = Color(0xFFFFFF)
  static let ink = Color(0x1B2733)
  static let quietInk = Color(0x4A5763)
  /// The lightest line that still stands out 3 to 1 from paper, as WCAG 1.4.11 asks.
  static let faintLine = Color(0x8994A1)
  static let firmLine = Color(0x66737F)
  static let strongLine = Color(0x33475B)
  static let border = Color(0x8793A0)
  static let panel = Color(0xF4F6F8)
}
