/// What a cell says: a value, that there is none, or nothing.
///
/// A blank cell is never a "no": an owner who was not asked for and an owner who does not exist
/// are different findings.
public enum Answer<Value> {
  /// The cell is blank: nobody has asked, or nobody has told.
  case unknown
  /// The cell says "prefer not to say": unknown, and counted as such.
  case preferNotToSay
  /// The cell says "nobody": it was asked, and there is no one.
  case nobody
  /// The cell names something.
  case given(Value)

  /// The value, if one is given.
  public var value: Value? {
    if case .given(let value) = self { value } else { nil }
  }

  /// The same answer about the transformed value.
  public func map<Result>(_ transform: (Value) -> Result) -> Answer<Result> {
    switch self {
    case .unknown: .unknown
    case .preferNotToSay: .preferNotToSay
    case .nobody: .nobody
    case .given(let value): .given(transform(value))
    }
  }
}

extension Answer: Sendable where Value: Sendable {}
extension Answer: Equatable where Value: Equatable {}
extension Answer: Hashable where Value: Hashable {}

extension Answer where Value == [ElementID] {
  /// The elements named, or none.
  public var elements: [ElementID] { value ?? [] }
}
