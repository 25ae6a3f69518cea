import Foundation
import Graphs
import Interchange

/// A question of `peers.py`, a line of JSON: the time of one measure.
private struct Question: Codable {
  /// The name of a measure, or `csv`, the reading of a file.
  let measure: String
  /// The name of a graph, or the path of a file.
  let graph: String
}

private struct Answer: Codable {
  let seconds: Double
  let value: Double
}

/// Answers questions on standard input, a line each, until there are no more.
func answerQuestions(about graphs: [BenchmarkGraph]) throws {
  let graphs = Dictionary(uniqueKeysWithValues: graphs.map { ($0.name, $0) })
  let measures = Dictionary(uniqueKeysWithValues: MeasureCase.all.map { ($0.name, $0) })
  var forms: [String: Graph] = [:]
  while let line = readLine() {
    let question = try JSONDecoder().decode(Question.self, from: Data(line.utf8))
    var value: Double?
    var seconds = 0.0
    if question.measure == "csv" {
      seconds = Stopwatch.seconds {
        value = (try? TieList(question.graph)).map { Double($0.rowCount) }
      }
    } else if let measure = measures[question.measure], let graph = graphs[question.graph] {
      let key = "\(graph.name) \(measure.form)"
      let form = forms[key] ?? measure.graph(of: graph)
      forms[key] = form
      seconds = Stopwatch.seconds { value = measure.total(form) }
    }
    let answer = try value.map { try JSONEncoder().encode(Answer(seconds: seconds, value: $0)) }
    FileHandle.standardOutput.write((answer ?? Data("{}".utf8)) + Data("\n".utf8))
  }
}
