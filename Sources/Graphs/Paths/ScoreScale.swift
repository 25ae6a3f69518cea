/// Whether a measure is given as counted or as a share of the largest possible value.
public enum ScoreScale: Hashable, Sendable {
  /// As counted.
  case raw
  /// Divided by the largest value that a graph of this size allows; from 0 to 1 on unweighted
  /// graphs.
  case normalized
}
