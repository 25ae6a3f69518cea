// Times of the kernels of `Graphs`, on generated and on real graphs.
//
//     swift run -c release Benchmarks [WORD]          every measure on every graph
//     swift run -c release Benchmarks growth [WORD]   how each kernel's time grows
//     swift run -c release Benchmarks bulk            ten million ties
//     swift run -c release Benchmarks graphs FOLDER   the graphs as files, for other programs
//     swift run -c release Benchmarks answer          questions of peers.py, on standard input
//     swift run -c release Benchmarks communities FOLDER   graphs and questions of communities.py
//
// With a word, only the cases whose title contains it. `--smoke` takes tiny graphs and one round:
// all of it in a second. `--json FILE` writes the times for programs too. How they compare with
// other libraries is told by `peers.py` beside this file.
import Foundation

var words = Array(CommandLine.arguments.dropFirst())
let isSmoke = words.contains("--smoke")
words.removeAll { $0 == "--smoke" }
var json: String?
if let place = words.firstIndex(of: "--json"), place + 1 < words.count {
  json = words[place + 1]
  words.removeSubrange(place...place + 1)
}
let modes = ["growth", "bulk", "graphs", "answer", "communities"]
let mode = words.first.flatMap { modes.contains($0) ? $0 : nil }
let word = words.dropFirst(mode == nil ? 0 : 1).first

var stopwatch = Stopwatch(filter: mode == "graphs" ? nil : word, rounds: isSmoke ? 1 : 3)
switch mode {
case "growth": growth(of: MeasureCase.all, filter: word, isSmoke: isSmoke)
case "bulk": bulkGraph(isSmoke: isSmoke, &stopwatch)
case "graphs":
  let folder = URL(filePath: word ?? ".")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for graph in BenchmarkGraph.all(isSmoke: isSmoke) { try graph.write(to: folder) }
case "communities":
  let folder = URL(filePath: word ?? ".")
  let cases = CommunityCases(isSmoke: isSmoke)
  try cases.write(to: folder)
  FileHandle.standardOutput.write(Data("ready\n".utf8))
  try cases.answerQuestions()
case "answer": try answerQuestions(about: BenchmarkGraph.all(isSmoke: isSmoke))
default:
  smallGraphs(&stopwatch)
  everyMeasure(on: BenchmarkGraph.all(isSmoke: isSmoke), &stopwatch)
}
if isSmoke, mode == nil {
  growth(of: MeasureCase.all, filter: word, isSmoke: true)
  bulkGraph(isSmoke: true, &stopwatch)
}
if let json { try JSONEncoder().encode(stopwatch.records).write(to: URL(filePath: json)) }
