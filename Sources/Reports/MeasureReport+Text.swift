import Graphs
import Insights
import SystemMaps

extension MeasureReport {
  /// The report as lines for a terminal: the network, then a row for each element.
  public var text: String {
    let elements = TextTable(
      header: ["Element", "Type"] + influence.scores.map(\.measure.rawValue),
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
    case .sizes(let sizes):
      sizes.prefix(5).map(String.init).joined(separator: ", ") + (sizes.count > 5 ? ", …" : "")
    case .elements(let elements): String(elements.count)
    case .pairs(let pairs): String(pairs.count)
    case .externalInternal(let index, _):
      "\(FigureText.short(index.value)), expected \(FigureText.short(index.expected))"
    case .matrix, .byGroup: nil
    }
  }
}
