/// Whether anything secret can be worked out from what is published.
///
/// A reader who adds, subtracts and knows that counts are whole numbers of 0 or more can work a
/// secret out if all counts that agree with the published facts give it the same value. The audit
/// looks for two that agree and differ in it. Two are a proof that it stays open; where none are
/// found the secret counts as given away, so that an audit errs on the safe side.
///
/// The rule is the Cell Suppression Policy of the Centers for Medicare & Medicaid Services: no
/// count from 1 to 10 may be derivable. ``narrowest`` asks for more: how far apart the two have to
/// be, the sliding protection level of Fischetti and Salazar-González (Management Science 47, 2001).
public struct DisclosureAudit: Sendable, Hashable {
  /// How far apart two possible values of a secret are at least; 1 says that it is not derivable.
  public var narrowest: Int
  /// The largest number of facts × counts among which a ``FeasibleWalk`` is taken.
  ///
  /// Where more hang together, only the counts near a secret are tried; if that does not show it to
  /// be open it counts as given away.
  public var largestTable: Int

  /// Creates an audit.
  public init(narrowest: Int = 1, largestTable: Int = 50_000) {
    self.narrowest = narrowest
    self.largestTable = largestTable
  }

  /// The numbers of the secrets that facts give away, or that cannot be shown to stay open.
  ///
  /// - Parameters:
  ///   - secrets: What may not be worked out.
  ///   - hidden: The counts.
  ///   - facts: What a reader knows; one that is not true is left out.
  /// - Complexity: That of ``Publication/init(of:keeping:known:audit:)``.
  public func exposed(
    _ secrets: [HiddenCounts.Secret], of hidden: HiddenCounts, knowing facts: [HiddenCounts.Fact]
  ) -> [Int] {
    Publication(of: hidden, keeping: secrets, known: facts, audit: self).exposed
  }
}
