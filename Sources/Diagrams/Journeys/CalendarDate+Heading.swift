internal import SystemMaps

extension CalendarDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The month as a heading: "Sep 2025".
  var monthHeading: String { "\(Self.months[month - 1]) \(year)" }

  /// The first day of the next month.
  var nextMonth: CalendarDate? {
    CalendarDate(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
  }

  /// The number of the day, counted from 1 March of the year 0.
  ///
  /// Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
  var ordinal: Int {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear
  }
}
