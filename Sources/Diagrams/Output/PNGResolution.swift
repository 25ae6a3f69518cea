/// Says in a PNG how large it is on paper, so that a letter or slide that it is placed in shows it
/// in the size of its page.
///
/// Neither of the libraries that write the picture records it. The chunk `pHYs` holds the pixels to
/// a metre, across and down: Portable Network Graphics, third edition, 11.3.4.3.
enum PNGResolution {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The first chunk, of which the length is known: length, name, 13 bytes and a check.
  private static let headerSize = 8 + 13 + 4

  /// Returns the file with its pixels to an inch; one that says so already, or is no PNG, as it is.
  static func recorded(_ dotsPerInch: Double, in bytes: [UInt8]) -> [UInt8] {
    let start = signature.count + headerSize
    guard bytes.count > start, bytes.starts(with: signature), dotsPerInch.isFinite,
      dotsPerInch > 0, !names(of: bytes).contains("pHYs")
    else { return bytes }
    return bytes[..<start] + chunk(dotsPerInch) + bytes[start...]
  }

  /// The chunk, with its length before and its check behind it.
  private static func chunk(_ dotsPerInch: Double) -> [UInt8] {
    let metre: UInt8 = 1
    let pixels = bigEndian(UInt32((dotsPerInch / 0.0254).rounded()))
    let body = Array("pHYs".utf8) + pixels + pixels + [metre]
    return bigEndian(UInt32(body.count - 4)) + body + bigEndian(check(body))
  }

  /// The names of the chunks before the pixels, in their order.
  private static func names(of bytes: [UInt8]) -> [String] {
    var names: [String] = []
    var place = signature.count
    while place + 8 <= bytes.count, names.last != "IDAT" {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      names.append(String(decoding: bytes[place + 4..<place + 8], as: UTF8.self))
      place += 12 + length
    }
    return names
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The check of a chunk's name and bytes: a cyclic redundancy code of 32 bits.
  private static func check(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { code, byte in
      (0..<8).reduce(code ^ UInt32(byte)) { code, _ in
        code & 1 == 1 ? code >> 1 ^ 0xEDB8_8320 : code >> 1
      }
    }
  }
}
