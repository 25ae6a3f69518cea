/// The reading of the benchmarks.
struct BenchmarksSheet {
  let table: SheetTable<BenchmarkColumn>
  let registry: ElementRegistry

  private var log: FindingLog { table.log }

  /// The benchmarks of the rows.
  func benchmarks() -> [Benchmark] {
    guard table.hasRequiredColumns else { return [] }
    table.reportCellsBeyondHeader()
    let benchmarks = table.rows.compactMap(benchmark)
    reportGroupsWithoutElements(benchmarks)
    reportSums(benchmarks)
    return benchmarks
  }

  private func benchmark(_ row: RowReader<BenchmarkColumn>) -> Benchmark? {
    let population = row.requiredText(.population)
    let attribute = row.requiredText(.attribute)
    let group = row.requiredText(.group)
    guard let population, let attribute, let group else { return nil }
    var benchmark = Benchmark(
      population: .named(population), attribute: AttributeName(attribute), group: group)
    if case .found(let index) = registry.match(population, preferring: .table),
      registry.elements[index].type == .table
    {
      benchmark.population = .table(registry.elements[index].id)
    }
    benchmark.share = share(of: row)
    benchmark.count = row.number(.count, from: 0, expected: "a number, 0 or more")
    benchmark.source = row.text(.source)
    benchmark.date = row.text(.date)
    benchmark.attributes = row.attributes
    benchmark.place = row.place(of: .group)
    if row.text(.share) == nil, row.text(.count) == nil {
      log.add(
        .warning, at: row.place(of: .share), "\(group.quoted) has neither a share nor a count",
        expected: "expected a share such as 40% or a count",
        summary: "groups have neither share nor count")
    }
    return benchmark
  }

  private func share(of row: RowReader<BenchmarkColumn>) -> Double? {
    guard let text = row.statement(.share) else { return nil }
    let expected = "a share from 0 to 1, or a percentage"
    guard text.utf8.last == UInt8(ascii: "%") else {
      return row.number(.share, from: 0, to: 1, expected: expected)
    }
    // A percentage has at most two decimals, so a comma in it is a decimal comma.
    let digits = text.dropLast().map { $0 == "," ? "." : $0 }
    if let percent = NumberText(String(digits))?.value(in: .english), (0...100).contains(percent) {
      return percent / 100
    }
    row.reportUnread(.share, expected: expected)
    return nil
  }
}

extension BenchmarksSheet {
  /// Says which attributes no element has, and which groups no element is in.
  private func reportGroupsWithoutElements(_ benchmarks: [Benchmark]) {
    var valuesOfAttribute: [AttributeName: Set<String>] = [:]
    for benchmark in benchmarks {
      for part in benchmark.attribute.crossedParts where valuesOfAttribute[part] == nil {
        valuesOfAttribute[part] = values(of: part)
      }
    }
    var reported: Set<AttributeName> = []
    for benchmark in benchmarks {
      let attributes = benchmark.attribute.crossedParts
      let groups = benchmark.group.crossedParts
      for (index, attribute) in attributes.enumerated() {
        guard let place = benchmark.place, let values = valuesOfAttribute[attribute] else {
          continue
        }
        if values.isEmpty {
          guard reported.insert(attribute).inserted else { continue }
          log.add(
            .warning, at: place, "no element has a value in \(attribute.text.quoted)",
            expected: "expected a column of the elements as Attribute, or counts of a table")
        } else if attributes.count == groups.count, !CellWord.isDeclined(groups[index]),
          !values.contains(groups[index].comparisonKey),
          !isUnknown(groups[index], in: benchmark.population)
        {
          log.add(
            .warning, at: place,
            "no element has \(groups[index].quoted) as its \(attribute.text)",
            expected: "expected a value of that column, spelt as there",
            summary: "groups are no value of their column")
        }
      }
      if attributes.count != groups.count, let place = benchmark.place {
        log.add(
          .warning, at: place,
          "\(benchmark.group.quoted) does not name a group of each attribute of "
            + benchmark.attribute.text.quoted,
          expected: "expected as many groups as attributes, with × between",
          summary: "groups do not fit their crossed attributes")
      }
    }
  }

  /// Whether a group is those of a table whose answer its own counts do not know.
  private func isUnknown(_ group: String, in population: Benchmark.Population) -> Bool {
    guard case .table = population else { return false }
    return group.comparisonKey == "unknown"
  }

  /// The values that elements have of an attribute, as they are compared.
  private func values(of attribute: AttributeName) -> Set<String> {
    var values: Set<String> = []
    for element in registry.elements {
      for value in element.values(of: attribute) {
        values.insert(value.comparisonKey)
      }
    }
    return values
  }

  /// Says which shares of a population do not add up.
  private func reportSums(_ benchmarks: [Benchmark]) {
    struct Whole: Hashable {
      var population: Benchmark.Population
      var attribute: AttributeName
    }
    var sums: [Whole: (sum: Double, place: Place?)] = [:]
    var order: [Whole] = []
    for benchmark in benchmarks {
      guard let share = benchmark.share, !CellWord.isDeclined(benchmark.group) else { continue }
      let whole = Whole(population: benchmark.population, attribute: benchmark.attribute)
      if sums[whole] == nil { order.append(whole) }
      sums[whole, default: (0, benchmark.place)].sum += share
    }
    for whole in order {
      guard let (sum, place) = sums[whole], abs(sum - 1) > 0.005 + 1e-9,
        !isMultiSelect(whole.attribute)
      else { continue }
      let percent = (sum * 1000).rounded() / 10
      log.add(
        .warning, at: place,
        "the shares of \(whole.attribute.text.quoted) add up to \(percent) %",
        expected: "expected 100 %, unless one person may have several values")
    }
  }

  private func isMultiSelect(_ attribute: AttributeName) -> Bool {
    registry.elements.contains { $0.values(of: attribute).count > 1 }
  }
}

extension AttributeName {
  /// The attributes of `A × B`.
  fileprivate var crossedParts: [AttributeName] { text.crossedParts.map { AttributeName($0) } }
}

extension String {
  /// The parts of `A × B`.
  fileprivate var crossedParts: [String] { split(separator: "×").map(\.trimmedCell) }
}
