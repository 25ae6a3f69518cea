/// Does two independent pieces of work at once, and returns both results.
package func sideBySide<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let pieces = chunkedResults(count: 2, concurrently: true) { number in
    number == 0 ? Piece<First, Second>.first(first()) : .second(second())
  }
  guard case .first(let one) = pieces.first, case .second(let other) = pieces.last else {
    return (first(), second())
  }
  return (one, other)
}

private enum Piece<First: Sendable, Second: Sendable>: Sendable {
  case first(First)
  case second(Second)
}
