internal import SystemMaps

/// What tells whether lines of pairs are an edge list, and what their first line is.
///
/// Told of all rows: either from their cells, or from the numbers that stand for names in a large
/// list.
protocol EdgeListEvidence {
  /// The first row.
  var first: Sheet.Row { get }
  /// How many rows follow it.
  var followingCount: Int { get }
  /// How many cells the longest row has.
  var columnCount: Int { get }
  /// Whether every following row begins with two whole numbers.
  var followingAreNumbers: Bool { get }
  /// Whether the third cell of every following row is a number, blank or not there.
  var followingHaveWeightOrNone: Bool { get }
  /// How many names the following rows have in their first two cells.
  var followingNameCount: Int { get }
  /// Whether every row, the first one too, has two names, and a number or nothing beside them.
  var arePairs: Bool { get }
  /// Whether a name comes up twice, in whichever rows and columns.
  var repeatNames: Bool { get }
  /// Whether the names of the first row come up nowhere else, as those of a header do; `nil` if no
  /// name comes up in both columns of the following rows, as it would where each is a node.
  var firstStandsApart: Bool? { get }
}

/// What the first line of an edge list is, and what its columns are.
struct EdgeListShape {
  private(set) var header = ["From", "To"]
  private(set) var skipsFirst = false
  private(set) var findings: [Finding] = []

  /// Takes rows as pairs if both columns are numbers, if names come up in both, or if nothing
  /// says that they are anything else.
  init?(of evidence: some EdgeListEvidence, in form: EdgeListForm, file: String) {
    let first = evidence.first
    guard Sheet.Kind(recognizing: first.cells) == nil else { return nil }
    var isHeader = false
    if evidence.followingAreNumbers {
      isHeader = !first.isPairOfNumbers
      if isHeader && evidence.followingCount == 0 { return nil }
    } else {
      if Self.knowsColumn(of: first) { return nil }
      if let firstStandsApart = evidence.firstStandsApart {
        isHeader = firstStandsApart && !first.statesWeight
      } else if Self.looksLikeHeader(first) || !Self.holdsPairsAlone(evidence, in: form) {
        return nil
      }
    }
    if evidence.columnCount > 2 {
      header.append(evidence.followingHaveWeightOrNone ? "Strength" : "Column 3")
    }
    describe(evidence, isHeader: isHeader, file: file)
  }

  private mutating func describe(
    _ evidence: some EdgeListEvidence, isHeader: Bool, file: String
  ) {
    let first = evidence.first
    let place = Place(file: file, row: first.number)
    let columns = header.count > 2 ? ", the third \(header[2])" : ""
    var message = "read as an edge list: the first column is From, the second To\(columns)"
    if isHeader {
      skipsFirst = true
      message += "; the first line was taken as a header"
      for (index, name) in first.cells.enumerated().dropFirst(2) where header[index] != "Strength" {
        header[index] = name
      }
    } else if Self.firstStatesSize(in: evidence) {
      skipsFirst = true
      message += "; the first line tells the numbers of nodes and ties and was left out"
    }
    findings = [
      Finding(
        .notice, at: place, message,
        expected: "a header with From and To, or --column connections.From=…, says otherwise")
    ]
  }

  /// Whether a row holds the name of a column that elements have.
  private static func knowsColumn(of row: Sheet.Row) -> Bool {
    let known: Set<AttributeName> = [
      "ID", "Label", "Type", "Sector", "Role", "Name", "Description",
    ]
    return row.cells.contains { known.contains(AttributeName($0)) }
  }

  /// Whether a row holds a word that heads columns, such as a type of elements.
  private static func looksLikeHeader(_ row: Sheet.Row) -> Bool {
    let known: Set<AttributeName> = [
      "From", "To", "Source", "Target", "Table", "Holder", "Case", "Step", "Setting", "Value",
      "Population", "Attribute", "Group", "Kind", "Works for", "Part of", "Owner", "Privacy",
      "Budget", "Tags", "Contact", "Title", "Email", "Phone", "Address", "Website", "Notes",
    ]
    let types = Set(ElementType.known.map { AttributeName($0.name) })
    return row.cells.contains {
      let name = AttributeName($0)
      return known.contains(name) || types.contains(name)
    }
  }

  /// Whether every row is a pair, with a number or nothing beside it.
  ///
  /// A single row may be a header. Where blanks part the names, a list of names of two words would
  /// pass, so one must come up twice.
  private static func holdsPairsAlone(
    _ evidence: some EdgeListEvidence, in form: EdgeListForm
  ) -> Bool {
    guard evidence.followingCount > 0, evidence.arePairs else { return false }
    return form != .blanks || evidence.repeatNames
  }

  /// Whether the first row says how many nodes and ties follow.
  private static func firstStatesSize(in evidence: some EdgeListEvidence) -> Bool {
    let (cells, count) = (evidence.first.cells, evidence.followingCount)
    guard cells.count == 2, count > 1, let nodes = Int(cells[0]), let ties = Int(cells[1]),
      ties == count || ties == count / 2
    else { return false }
    return evidence.followingNameCount <= nodes
  }
}

/// The rows of an edge list, cell by cell.
struct EdgeListRows: EdgeListEvidence {
  let first: Sheet.Row
  private let rows: [Sheet.Row]

  /// Takes rows, of which there must be one.
  init?(_ rows: [Sheet.Row]) {
    guard let first = rows.first else { return nil }
    self.first = first
    self.rows = rows
  }

  private var following: ArraySlice<Sheet.Row> { rows.dropFirst() }
  var followingCount: Int { rows.count - 1 }
  var columnCount: Int { rows.map(\.cells.count).max() ?? 0 }
  var followingAreNumbers: Bool { following.allSatisfy(\.isPairOfNumbers) }
  var followingHaveWeightOrNone: Bool { following.allSatisfy(\.hasWeightOrNone) }

  var followingNameCount: Int {
    var names: Set<String> = []
    for row in following { names.formUnion(row.cells.prefix(2)) }
    return names.count
  }

  var arePairs: Bool { rows.allSatisfy { $0.isPair && $0.hasWeightOrNone } }

  var repeatNames: Bool {
    let names = rows.flatMap { $0.cells.prefix(2) }
    return Set(names).count < names.count
  }

  var firstStandsApart: Bool? {
    var froms: Set<String> = []
    var tos: Set<String> = []
    for row in following where row.cells.count > 1 {
      froms.insert(row.cells[0])
      tos.insert(row.cells[1])
    }
    froms.remove("")
    tos.remove("")
    if froms.isDisjoint(with: tos) { return nil }
    let names = froms.union(tos)
    return first.cells.prefix(2).allSatisfy { !names.contains($0) }
  }
}

extension Sheet.Row {
  /// Whether the first two cells are whole numbers.
  var isPairOfNumbers: Bool {
    cells.count > 1 && cells[0].isWholeNumber && cells[1].isWholeNumber
  }

  /// Whether the first two cells hold anything.
  var isPair: Bool { cells.count > 1 && cells.prefix(2).allSatisfy(\.holdsText) }

  /// Whether the third cell is a number.
  var statesWeight: Bool { cells.count > 2 && cells[2].statesWeight }

  /// Whether the third cell is a number, blank or not there.
  var hasWeightOrNone: Bool {
    cells.count < 3 || !cells[2].holdsText || statesWeight
  }
}

extension String {
  /// Whether any character is not blank.
  var holdsText: Bool { contains { !$0.isWhitespace } }

  /// Whether the text is a number, with a point or a comma.
  var statesWeight: Bool { Double(replacing(",", with: ".").filter { $0 != " " }) != nil }

  /// Whether the text is digits only.
  var isWholeNumber: Bool {
    !utf8.isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
