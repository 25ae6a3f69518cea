// Times of the kernels of `Graphs` on generated and on real graphs.
//
//     swift run -c release Benchmarks [WORD]
//
// With a word, only the cases whose title contains it.
let stopwatch = Stopwatch(filter: CommandLine.arguments.dropFirst().first)
smallGraphs(stopwatch)
largeGraphs(stopwatch)
