public import SystemMaps
import Graphs

/// How unevenly the groups of one attribute are spread over the tables, whatever the population.
///
/// Small tables differ by chance. So beside each figure stands what dealing the same seats out to
/// the same tables at random gives on average. Described, not tested against a population: the same
/// people sit at several tables.
public struct TableMixing: Sendable, Hashable {
  /// The attribute.
  public let attribute: AttributeName
  /// The tables with a seat of a known group, in the order of the map; member lists are left out.
  public let tables: [ElementID]
  /// Their seats of known groups.
  public let seats: Int
  /// Theil's information index *H*: 0 where all tables have the same mix, 1 where none has two
  /// groups.
  public let theilH: Double
  /// The mean of ``theilH`` over random deals.
  public let expectedTheilH: Double
  /// The dissimilarity of the groups across tables, from 0 to 1.
  public let dissimilarity: Double
  /// The mean of ``dissimilarity`` over random deals.
  public let expectedDissimilarity: Double
  /// The share of deals with a ``theilH`` as large or larger: (*b* + 1)/(*B* + 1).
  public let p: Double
  /// The number of deals.
  public let deals: Int

  /// How many deals are made.
  static let deals = 999

  /// The mixing as a sentence with figures.
  public var sentence: String {
    "Between \(ChanceWords.count(tables.count, "table")), \(attribute): Theil's H "
      + "\(ChanceWords.decimal(theilH)) (dealt at random: \(ChanceWords.decimal(expectedTheilH))), "
      + "dissimilarity \(ChanceWords.decimal(dissimilarity)) (at random: "
      + "\(ChanceWords.decimal(expectedDissimilarity))); 0 is the same mix at every table. "
      + "Dealing \(ChanceWords.count(seats, "seat")) at random gives this H or more "
      + "\(ChanceWords.frequency(p))\(p < 0.05 ? "" : ", so no clear difference")."
  }

  /// Measures how groups are spread over tables.
  ///
  /// - Returns: `nil` unless two tables and two groups have known seats, or where someone gave
  ///   several answers.
  /// - Complexity: O(999 × (seats + tables × groups)).
  init?(of seated: [AttributeInclusion.Seated], attribute: AttributeName, seed: UInt64) {
    let known = seated.filter { $0.composition.known > 0 }
    guard known.count > 1, known.allSatisfy({ !$0.composition.hasSeveralAnswers }) else {
      return nil
    }
    let names = SeatComposition(pooling: known.map(\.composition)).groups.map(\.group)
    let counts = known.map { entry in names.map { entry.composition.seats(of: $0) } }
    guard let theilH = Insights.theilH(of: counts),
      let dissimilarity = Insights.dissimilarity(across: counts)
    else { return nil }
    var groups = counts.flatMap { table in
      table.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    }
    let sizes = counts.map { $0.reduce(0, +) }
    var generator = SeededGenerator(seed: seed)
    var (sumH, sumD, asUneven) = (0.0, 0.0, 0)
    var dealt = counts
    var own: [Int] = []
    for _ in 0..<Self.deals {
      groups.shuffle(using: &generator)
      var place = 0
      for (table, size) in sizes.enumerated() {
        // Taken out while it is counted, so that no seat asks whose the array is.
        swap(&own, &dealt[table])
        for group in own.indices { own[group] = 0 }
        for seat in place..<place + size { own[groups[seat]] += 1 }
        swap(&own, &dealt[table])
        place += size
      }
      let dealtH = Insights.theilH(of: dealt) ?? 0
      sumH += dealtH
      sumD += Insights.dissimilarity(across: dealt) ?? 0
      if dealtH >= theilH - 1e-12 { asUneven += 1 }
    }
    self.attribute = attribute
    tables = known.map(\.table.id)
    seats = groups.count
    self.theilH = theilH
    self.dissimilarity = dissimilarity
    expectedTheilH = sumH / Double(Self.deals)
    expectedDissimilarity = sumD / Double(Self.deals)
    p = Double(asUneven + 1) / Double(Self.deals + 1)
    deals = Self.deals
  }
}
