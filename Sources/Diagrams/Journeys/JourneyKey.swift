internal import SystemMaps

/// What lines and tags of a journey look like and mean: the same in picture, legend and words.
enum JourneyKey {
  /// The kinds of hand-offs, from nothing to the best.
  static let kinds: [JourneyStep.Handoff?] = [
    .onTheirOwn, .cold, .warm, .closedLoop, nil,
  ]

  /// What a kind is called.
  static func words(for handoff: JourneyStep.Handoff?) -> String {
    switch handoff {
    case .onTheirOwn: "found the way alone"
    case .cold: "cold: a name, number or form"
    case .warm: "warm: introduced in person"
    case .closedLoop: "closed loop: the answer came back"
    case .some(.none): "nothing to hand over"
    case nil: "kind not reported"
    }
  }

  /// How the line of a kind is drawn: by its strokes and ends, not by colour.
  static func style(of handoff: JourneyStep.Handoff?) -> StrokeStyle {
    switch handoff {
    case .onTheirOwn:
      StrokeStyle(color: .strongLine, width: 1.5, pattern: .dotted, ends: .head)
    case .cold: StrokeStyle(color: .strongLine, width: 1.2, pattern: .dashed, ends: .head)
    case .warm: StrokeStyle(color: .ink, width: 2.8, ends: .head)
    case .closedLoop: StrokeStyle(color: .ink, width: 2.8, ends: .both)
    case .some(.none), nil: StrokeStyle(color: .firmLine, width: 0.9, ends: .head)
    }
  }

  /// The letter of a barrier: A, B, … Z, then AA, AB, ….
  static func letter(_ number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map(String.init)
    let last = letters[number % letters.count]
    return number < letters.count ? last : letter(number / letters.count - 1) + last
  }

  /// The tag of a barrier: dark where nobody is responsible, with a question mark where that is not known.
  static func tag(of barrier: JourneyPicture.Barrier, number: Int) -> LaneContent.Tag {
    let letter = letter(number)
    switch barrier.ownership {
    case .nobody:
      return LaneContent.Tag(
        text: letter, outline: Sheet.Outline(fill: .ink, stroke: .ink, width: 1), ink: .paper)
    case .notKnown:
      return LaneContent.Tag(
        text: letter + "?", outline: Sheet.Outline(fill: .paper, stroke: .ink, width: 1), ink: .ink)
    case .owned:
      return LaneContent.Tag(
        text: letter, outline: Sheet.Outline(fill: .paper, stroke: .ink, width: 1), ink: .ink)
    }
  }

  /// The tag of how a step felt; `nil` where that was neither good nor bad.
  static func tag(ofFeeling feeling: Double) -> LaneContent.Tag? {
    guard feeling.isFinite else { return nil }
    let value = Int(min(max(feeling, -2), 2).rounded())
    guard value != 0 else { return nil }
    return LaneContent.Tag(
      text: value < 0 ? "−\(-value)" : "+\(value)",
      outline: Sheet.Outline(fill: .paper, stroke: .quietInk, width: 0.7, isRounded: true),
      ink: .quietInk)
  }

  /// What the tags of feelings mean.
  static var feelings: LegendEntry {
    let outline = Sheet.Outline(fill: .paper, stroke: .quietInk, width: 0.7, isRounded: true)
    return LegendEntry(
      sample: .tag(LaneContent.Tag(text: "+1", outline: outline, ink: .quietInk)),
      text: "how it felt to the family: −2 very hard to +2 very good")
  }

  /// A barrier with whose job it is and how many were told.
  static func sentence(of barrier: JourneyPicture.Barrier) -> String {
    let owner =
      switch barrier.ownership {
      case .nobody: "nobody is responsible"
      case .notKnown: "who is responsible is not reported"
      case .owned: "somebody is responsible"
      }
    let told = barrier.told.map { $0 == 0 ? "" : ", \(Noun("worker").counted($0)) told" } ?? ""
    return "\(DOTText(barrier.name).plain): \(owner)\(told)"
  }

  /// The lines and tags that a picture has.
  static func legend(of picture: JourneyPicture) -> [LegendEntry] {
    var legend = picture.barriers.enumerated().map { number, barrier in
      LegendEntry(
        sample: .tag(tag(of: barrier, number: number)),
        text: barrier.ownership == .owned
          ? DOTText(barrier.name).plain : sentence(of: barrier))
    }
    let present = Set(picture.referrals.map(\.handoff))
    legend += kinds.filter(present.contains).map { kind in
      LegendEntry(sample: .stroke(style(of: kind)), text: words(for: kind))
    }
    func isWord(_ test: (JourneyPicture.Referral.Outcome) -> Bool) -> Bool {
      picture.referrals.contains { test($0.outcome) }
    }
    func entry(_ sign: String, _ text: String) -> LegendEntry {
      LegendEntry(
        sample: .outline(
          Sheet.Outline(fill: .paper, stroke: .ink, width: 1, isDashed: true), text: sign),
        text: text)
    }
    if isWord({ if case .deadEnd = $0 { true } else { false } }) {
      legend.append(entry("✕", "sent there, and never arrived"))
    }
    if isWord({ if case .open = $0 { true } else { false } }) {
      legend.append(entry("?", "sent there, and not arrived yet"))
    }
    if picture.steps.contains(where: \.isWithoutFamily) {
      legend.append(entry("", "the family was not there"))
    }
    return legend
  }
}
