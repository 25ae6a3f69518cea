import ArgumentParser
import SystemMaps

/// Which part of the map is the network, and how its ties count.
struct NetworkArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Types of ties to take, with commas.", valueName: "type,…"))
  var ties: String?

  @Option(help: ArgumentHelp("Types of elements to take, with commas.", valueName: "type,…"))
  var types: String?

  @Flag(help: "Let ties weigh what their Strength or Level says.")
  var weighted = false

  @Flag(help: "Whether ties have a direction; they have one if every tie of the map has.")
  var direction: Direction?

  enum Direction: String, EnumerableFlag {
    case directed
    case undirected
  }

  var scope: NetworkScope {
    func names(_ list: String?) -> [String]? {
      list?.split(separator: ",").map { String($0.trimmingPrefix(while: \.isWhitespace)) }
    }
    let direction: NetworkScope.Direction =
      switch self.direction {
      case .directed: .directed
      case .undirected: .undirected
      case nil: .asReported
      }
    return NetworkScope(
      types: names(types)?.map { ElementType($0) }, ties: names(ties)?.map { ConnectionType($0) },
      direction: direction, isWeighted: weighted)
  }
}
