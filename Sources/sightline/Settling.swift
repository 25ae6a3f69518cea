/// Tells when the files of a map are to be read, from what is seen of them every moment.
///
/// Programs save by writing beside a file and renaming, or by writing over it, in one go or in many.
/// So a change is read once nothing has moved for a moment. What cannot be read then may be half
/// written: only if it stays so for a while is it an error, and told once. The same holds for a file
/// that is gone.
struct Settling<Stamp: Equatable> {
  /// What to do about the files.
  enum Step: Equatable {
    /// Nothing has changed, or it is still changing.
    case wait
    /// Read them; errors are passed over, since they may be half written.
    case read
    /// Read them; errors are told, since nothing has changed for long.
    case readAndTell
  }

  /// How long files must not change before they are read.
  static var quiet: Duration { .milliseconds(300) }
  /// How long files that cannot be read, or are gone, are waited for.
  static var patience: Duration { .seconds(2) }

  private enum State {
    case unread, unreadable, done
  }

  private var files: [String: Stamp]?
  private var lastChange = Duration.zero
  private var state = State.unread
  /// The files that were there when the map was last read.
  private var known: Set<String> = []

  /// Takes in what is seen of the files.
  ///
  /// - Parameters:
  ///   - files: What can be seen of each file that is there, by path.
  ///   - now: The time since any fixed moment.
  mutating func see(_ files: [String: Stamp], at now: Duration) -> Step {
    if files != self.files {
      self.files = files
      lastChange = now
      state = .unread
    }
    let age = now - lastChange
    let isMissingFiles = files.isEmpty || !known.isSubset(of: files.keys)
    switch state {
    case .done: return .wait
    case .unread where age >= Self.quiet && !isMissingFiles: return .read
    case .unread, .unreadable: return age >= Self.patience ? .readAndTell : .wait
    }
  }

  /// Takes in that the files could be read.
  mutating func succeed() {
    state = .done
    known = files.map { Set($0.keys) } ?? []
  }

  /// Takes in that the files could not be read when a step said to.
  mutating func fail(after step: Step) { state = step == .readAndTell ? .done : .unreadable }
}
