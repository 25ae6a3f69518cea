/// Whether two lists of numbers agree to a tolerance, relative above 1.
func areNear(_ first: [Double], _ second: [Double], tolerance: Double = 1e-9) -> Bool {
  first.count == second.count
    && zip(first, second).allSatisfy { isNear($0, $1, tolerance: tolerance) }
}

/// Whether two numbers agree to a tolerance, relative above 1; `nil` agrees with `nil`.
func isNear(_ first: Double?, _ second: Double?, tolerance: Double = 1e-9) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= tolerance * max(1, abs(second))
}
