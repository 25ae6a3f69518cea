/// Takes the moment of writing out of a PDF, so that the same drawing is the same bytes.
enum PDFDate {
  private static let marker = Array("/CreationDate (D:".utf8)
  private static let date = Array("20000101000000Z)".utf8)

  /// Returns the file with the creation date 2000-01-01; its length stays, as its table of places
  /// needs.
  static func fixed(in bytes: [UInt8]) -> [UInt8] {
    // The date stands near the end, behind all that is drawn.
    var place = bytes.count - marker.count
    while place >= 0 {
      if bytes[place] == marker[0], bytes[place..<(place + marker.count)].elementsEqual(marker) {
        return replaced(bytes, from: place + marker.count)
      }
      place -= 1
    }
    return bytes
  }

  private static func replaced(_ bytes: [UInt8], from start: Int) -> [UInt8] {
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")),
      end - start + 1 >= date.count, end - start < 40
    else { return bytes }
    var fixed = bytes
    for place in start...end {
      let offset = place - start
      fixed[place] = offset < date.count ? date[offset] : UInt8(ascii: " ")
    }
    return fixed
  }
}
