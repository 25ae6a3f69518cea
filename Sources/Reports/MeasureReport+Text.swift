import Graphs
import Insights
import SystemMaps

extension MeasureReport {
  /// The report as lines for a terminal: the network, then a row for each element.
  public var text: String {
    let elements = TextTable(
      header: ["Element", "Type"] + columnNames,
      rows: rows, textColumns: 2)
    let network = TextTable(header: ["Network", "Value"], rows: networkRows, textColumns: 1)
    return network.text + "\n" + elements.text
  }

  /// Title and value of each measure of the network that fits in a line.
  var networkRows: [[String]] {
    influence.network.compactMap { value in
      summary(of: value.value).map { [value.measure.title, $0] }
    }
  }

  private func summary(of value: MeasureValue) -> String? {
    switch value {
    case .count(let count): String(count)
    case .number(let number): FigureText.short(number)
    case .undefined(let reason): "– (\(reason))"
    case .text(let text): text
    case .pair: nil
    case .list(let values): summary(ofList: values)
    case .elements(let elements): String(elements.count)
    case .pairs(let pairs): String(pairs.count)
    case .record(let fields): summary(of: fields)
    }
  }

  /// The first values of a list of numbers; nothing of a list of lists.
  private func summary(ofList values: [MeasureValue]) -> String? {
    let numbers = values.prefix(5).map { $0.number.map { FigureText.short($0) } }
    guard numbers.allSatisfy({ $0 != nil }) else { return nil }
    return numbers.compactMap(\.self).joined(separator: ", ") + (values.count > 5 ? ", …" : "")
  }

  /// The fields of a record that are told in a line.
  private func summary(of fields: [MeasureValue.Field]) -> String? {
    let told = fields.compactMap { field in
      field.word.flatMap { word in
        summary(of: field.value).map { word.isEmpty ? $0 : "\(word) \($0)" }
      }
    }
    return told.isEmpty ? nil : told.joined(separator: ", ")
  }
}
