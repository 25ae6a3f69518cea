/// Who may see an output.
///
/// The audience decides what an output holds, before the format does.
public enum Audience: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Anyone: a website, a newspaper.
  case `public`
  /// The members of the collaborative: the handout of a retreat.
  case members
  /// The few who keep the map, and see all of it.
  case team

  /// Orders audiences by how much they may see.
  public static func < (first: Audience, second: Audience) -> Bool {
    first.breadth < second.breadth
  }

  private var breadth: Int {
    switch self {
    case .public: 0
    case .members: 1
    case .team: 2
    }
  }
}

/// How far an element's name may go.
public enum Privacy: String, Hashable, Sendable, CaseIterable {
  /// Known by its role: organizations, and people who agreed to be named.
  case publicRole = "public role"
  /// Named within the collaborative.
  case member
  /// Named to the team alone.
  case resident

  /// The widest audience that may see the name.
  public var widestAudience: Audience {
    switch self {
    case .publicRole: .public
    case .member: .members
    case .resident: .team
    }
  }
}
