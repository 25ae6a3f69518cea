internal import SystemMaps

/// What a picture counts, in one and in many.
public struct Noun: Hashable, Sendable {
  /// For one, as in "organization".
  public var one: String
  /// For none and many, as in "organizations".
  public var many: String

  /// Creates a noun; without `many` an "s" is added.
  public init(_ one: String, many: String? = nil) {
    self.one = one
    self.many = many ?? one + "s"
  }

  /// Organizations.
  public static let organization = Noun("organization")
  /// Elements of any type.
  public static let element = Noun("element")
  /// Sectors, the declared silos.
  public static let sector = Noun("sector")
  /// Silos, the groups that the ties show.
  public static let silo = Noun("silo")

  static let tie = Noun("tie")
  /// Ties of a picture in which each has one direction.
  static let arc = Noun("arc")
  static let seat = Noun("seat")

  /// A number with the noun: "1 tie", "12 ties".
  func counted(_ count: Int) -> String { "\(Self.grouped(count)) \(count == 1 ? one : many)" }

  /// The first of some names, and how many more there are.
  static func listed(_ names: [String], most: Int = 60) -> String {
    let list = names.prefix(most).joined(separator: ", ")
    return names.count > most ? "\(list) and \(grouped(names.count - most)) more" : list
  }

  /// A whole number with commas between thousands.
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(count))
    return digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0 && (digits.count - digit.offset) % 3 == 0 { text += "," }
      text.append(digit.element)
    }
  }
}

extension String {
  /// The text with a capital at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Caption {
  /// The line below the title, after what the picture counts.
  func facts(_ counts: [String]) -> [String] {
    [map.map { DOTText($0).plain }].compactMap { $0 } + counts
      + [date.map { DOTText($0).plain } ?? "undated", audienceText]
  }

  private var audienceText: String {
    switch audience {
    case .public: "for the public"
    case .members: "for members"
    case .team: "for the team"
    }
  }

  /// What is not shown, fit to print.
  var printableNotShown: [String] { notShown.map { DOTText($0).plain } }
}
