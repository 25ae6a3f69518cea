extension JourneyStep.Moment {
  /// Reads a day, or a day with a time: `2026-03-01`, `2026-03-01 14:30`, `2026-03-01T14:30:05Z`.
  ///
  /// The time is kept as written; an offset from Greenwich is not applied.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let day = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    self.init(day: day)
    if bytes.count == 10 { return }
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), let hour = Self.twoDigits(bytes, at: 11), hour < 24,
      let minute = Self.twoDigits(bytes, at: 14), minute < 60
    else { return nil }
    var end = 16
    var second = 0
    if bytes.count > 16, bytes[16] == UInt8(ascii: ":") {
      guard let seconds = Self.twoDigits(bytes, at: 17), seconds <= 60 else { return nil }
      second = min(seconds, 59)
      end = 19
      if bytes.count > 19, bytes[19] == UInt8(ascii: ".") || bytes[19] == UInt8(ascii: ",") {
        end = bytes[20...].firstIndex { !Self.isDigit($0) } ?? bytes.count
        if end == 20 { return nil }
      }
    }
    guard Self.isOffset(bytes[end...]) else { return nil }
    secondOfDay = hour * 3600 + minute * 60 + second
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func twoDigits(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index + 1 < bytes.count, isDigit(bytes[index]), isDigit(bytes[index + 1]) else {
      return nil
    }
    return Int(bytes[index] - UInt8(ascii: "0")) * 10 + Int(bytes[index + 1] - UInt8(ascii: "0"))
  }

  /// Whether what follows the time is nothing, `Z`, `+01`, `+0100` or `+01:00`.
  private static func isOffset(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = Array(bytes.drop { $0 == UInt8(ascii: " ") })
    if rest.isEmpty || rest == [UInt8(ascii: "Z")] || rest == Array("UTC".utf8) { return true }
    guard rest[0] == UInt8(ascii: "+") || rest[0] == UInt8(ascii: "-") else { return false }
    let digits = rest.dropFirst().filter { $0 != UInt8(ascii: ":") }
    return (digits.count == 2 || digits.count == 4) && digits.allSatisfy(isDigit)
  }
}
