extension JourneyStep {
  /// A day, with the time of the day where the file tells it.
  public struct Moment: Hashable, Comparable, Sendable {
    /// The day.
    public var day: CalendarDate
    /// Seconds after midnight, as written; `nil` if only the day is known.
    public var secondOfDay: Int?
    /// Millionths of a second after that.
    public var microsecond = 0
    /// Seconds by which the place's clock is ahead of Greenwich, as written; `nil` if not told.
    public var offset: Int?

    /// Creates a moment.
    public init(day: CalendarDate, secondOfDay: Int? = nil) {
      self.day = day
      self.secondOfDay = secondOfDay
    }

    /// Microseconds since the beginning of 1970 in Greenwich.
    ///
    /// A day without a time is its beginning. A time without an offset is taken as Greenwich's, so
    /// that such times are compared as the clock on the wall showed them, summer time or not; where
    /// the offsets are told, an hour that the clock was put on or back is neither lost nor counted
    /// twice.
    public var instant: Int64 {
      let seconds = day.daysSince1970 * 86_400 + (secondOfDay ?? 0) - (offset ?? 0)
      return Int64(seconds) * 1_000_000 + Int64(microsecond)
    }

    /// Orders moments by time; a day without a time is its beginning.
    public static func < (first: Moment, second: Moment) -> Bool { first.instant < second.instant }
  }
}

extension CalendarDate {
  /// Days since 1 January 1970, negative before it.
  ///
  /// Hinnant, "chrono-compatible low-level date algorithms", 2013: years are counted from March,
  /// so that the leap day is the last one.
  package var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
