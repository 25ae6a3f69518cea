extension JourneyStep.Moment {
  /// Reads a day, or a day with a time: `2026-03-01`, `2026-03-01 14:30`, `2026-03-01T14:30:05Z`.
  ///
  /// The time is kept as written, with its offset from Greenwich; digits beyond the millionth of a
  /// second are dropped, and a leap second is the second before it.
  public init?(_ text: String) { self.init(utf8: Array(text.utf8)) }

  /// Reads the bytes of a text, as those of a large log.
  package init?(utf8 bytes: [UInt8]) {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let century = Self.twoDigits(bytes, at: 0), let year = Self.twoDigits(bytes, at: 2),
      let month = Self.twoDigits(bytes, at: 5), let number = Self.twoDigits(bytes, at: 8),
      let day = CalendarDate(year: century * 100 + year, month: month, day: number)
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
        microsecond = Self.millionths(bytes[20..<end])
      }
    }
    guard let zone = Self.zone(bytes[end...]) else { return nil }
    offset = zone
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

  private static func millionths(_ digits: ArraySlice<UInt8>) -> Int {
    let known = digits.prefix(6)
    let value = known.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return (known.count..<6).reduce(value) { value, _ in value * 10 }
  }

  /// What follows the time: nothing, `Z`, `+01`, `+0100` or `+01:00`; no value if
  /// anything else does.
  private static func zone(_ bytes: ArraySlice<UInt8>) -> Int?? {
    let rest = Array(bytes.drop { $0 == UInt8(ascii: " ") })
    if rest.isEmpty { return .some(nil) }
    if rest == [UInt8(ascii: "Z")] || rest == Array("UTC".utf8) { return 0 }
    guard rest[0] == UInt8(ascii: "+") || rest[0] == UInt8(ascii: "-") else { return nil }
    let digits = rest.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 2 || digits.count == 4, let hours = twoDigits(digits, at: 0),
      let minutes = digits.count == 2 ? 0 : twoDigits(digits, at: 2)
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return rest[0] == UInt8(ascii: "-") ? -seconds : seconds
  }
}
