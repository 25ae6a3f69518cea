internal import Foundation

/// A number as a workbook keeps it, and as a person sees it.
struct CellNumber {
  /// The number as it is written in the file: `0.40000000000000002`, `46082.5`.
  let raw: String
  /// Whether days are counted from 1904.
  let countsFrom1904: Bool

  /// The number in a format: `0.4`, `02134`, `2026-03-01`, `2026-03-01 12:00`.
  ///
  /// A date without a time of its own has none, as where a program writes days as midnights. What
  /// lies outside Excel's calendar stays a number.
  func text(in format: NumberFormat) -> String {
    switch format {
    case .number: return plain
    case .padded(let width):
      let digits = plain
      guard digits.utf8.count < width, digits.utf8.allSatisfy({ $0 >= 0x30 }) else { return digits }
      return String(repeating: "0", count: width - digits.utf8.count) + digits
    case .date, .dateTime, .time, .elapsedTime:
      // Both calendars end with the year 9999.
      let end = countsFrom1904 ? 2_957_004.0 : 2_958_466
      guard let serial = Double(raw), serial >= 0, serial < end else { return plain }
      let moment = SerialMoment(serial, countsFrom1904: countsFrom1904)
      switch format {
      case .elapsedTime: return moment.elapsed
      case .time: return moment.time
      case .date where serial >= 1 || countsFrom1904: return moment.day
      case .dateTime where serial >= 1 || countsFrom1904:
        return moment.secondOfDay == 0 ? moment.day : "\(moment.day) \(moment.time)"
      default: return serial == 0 ? plain : moment.time
      }
    }
  }

  /// The number with the 15 digits that Excel keeps.
  private var plain: String {
    if let short = shortDecimal { return short }
    guard let value = Double(raw), value.isFinite else { return raw }
    return String(format: "%.15g", value)
  }

  /// The number as it is written, if that is short and without an exponent.
  private var shortDecimal: String? {
    let bytes = raw.utf8
    var digits = 0
    var hasPoint = false
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "-") where offset == 0: break
      case UInt8(ascii: ".") where digits > 0 && !hasPoint: hasPoint = true
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    if !hasPoint { return raw == "-0" ? "0" : raw }
    guard digits <= 15 else { return nil }
    var text = raw[...]
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text == "-0" ? "0" : String(text)
  }
}

/// A moment as a number of days, taken apart.
struct SerialMoment {
  private let days: Int
  private let countsFrom1904: Bool
  /// The seconds since midnight.
  let secondOfDay: Int

  init(_ serial: Double, countsFrom1904: Bool) {
    let seconds = Int((serial * 86400).rounded())
    days = seconds / 86400
    secondOfDay = seconds % 86400
    self.countsFrom1904 = countsFrom1904
  }

  /// The day as `YYYY-MM-DD`.
  ///
  /// Excel counts a 29 February 1900 that never was, as day 60.
  var day: String {
    if !countsFrom1904, days == 60 { return "1900-02-29" }
    let epoch = countsFrom1904 ? 1462 : days < 60 ? 1 : 0
    return Self.day(daysSince1899: days + epoch)
  }

  /// The time of the day as `HH:MM`, with seconds if there are any.
  var time: String { Self.time(secondOfDay) }

  /// The time since day 0, past 24 hours if need be.
  var elapsed: String { Self.time(days * 86400 + secondOfDay) }

  private static func time(_ seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60] + (seconds % 60 == 0 ? [] : [seconds % 60])
    return parts.map { padded($0, to: 2) }.joined(separator: ":")
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The day that lies a number of days after 1899-12-30.
  ///
  /// Years are counted from March, so that the leap day is the last of its year.
  private static func day(daysSince1899 days: Int) -> String {
    // 0000-03-01 lies 693,899 days before 1899-12-30; 400 years have 146,097 days.
    let sinceMarch = days + 693_899
    let era = sinceMarch / 146_097
    let dayOfEra = sinceMarch % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = era * 400 + yearOfEra + (month >= 10 ? 1 : 0)
    return [padded(year, to: 4), padded((month + 2) % 12 + 1, to: 2), padded(day, to: 2)]
      .joined(separator: "-")
  }
}
