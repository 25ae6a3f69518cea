/// The colours that tell groups apart.
public struct Palette: Hashable, Sendable {
  /// The two colours of a group.
  public struct Tone: Hashable, Sendable {
    /// The light colour behind dark text.
    public var fill: Color
    /// The dark colour of borders, and behind white text.
    public var dark: Color

    /// Creates a tone.
    public init(fill: Color, dark: Color) {
      self.fill = fill
      self.dark = dark
    }
  }

  /// The tones of the groups, the largest group's first.
  public var tones: [Tone]
  /// The tone of everything else.
  public var other: Tone
  /// The two ends of a scale from little to much, behind dark text.
  public var shade: Tone
  /// The colours of paper, text and lines.
  public var ground: Ground
  /// The groups that have the tones in this order; others follow by their size.
  public var groups: [String] = []

  /// Creates a palette.
  ///
  /// - Parameters:
  ///   - tones: The tones of the groups.
  ///   - other: The tone of everything else.
  ///   - shade: The two ends of a scale; those of the first group if `nil`.
  ///   - ground: The colours of paper, text and lines.
  public init(tones: [Tone], other: Tone, shade: Tone? = nil, ground: Ground = .light) {
    self.tones = tones
    self.other = other
    self.shade = shade ?? tones.first ?? other
    self.ground = ground
  }

  /// Ten hues, light behind text and dark for borders, chosen for colour-blind readers.
  ///
  /// The first eight follow Okabe and Ito, "Color universal design", 2008. Tags tell all ten apart
  /// without colour.
  public static let standard = Palette(
    tones: [
      Tone(fill: Color(0xDCEBF7), dark: Color(0x00659E)),
      Tone(fill: Color(0xFCE5D6), dark: Color(0xB34700)),
      Tone(fill: Color(0xD6EFE6), dark: Color(0x00705A)),
      Tone(fill: Color(0xF7E1EE), dark: Color(0x9C3F78)),
      Tone(fill: Color(0xFAF1C4), dark: Color(0x756000)),
      Tone(fill: Color(0xE3E1F4), dark: Color(0x3D3393)),
      Tone(fill: Color(0xEFE4DA), dark: Color(0x6B4226)),
      Tone(fill: Color(0xD3F0F7), dark: Color(0x08708A)),
      Tone(fill: Color(0xFBDDDD), dark: Color(0xA32A31)),
      Tone(fill: Color(0xE7F1CB), dark: Color(0x4C6612)),
    ],
    other: Tone(fill: Color(0xEDEFF1), dark: Color(0x59636E)))
}

/// How the members of one group look: a name, a short tag, two colours.
struct GroupStyle: Hashable, Sendable {
  var name: String
  var tag: String
  var tone: Palette.Tone
  var count: Int
}

extension Palette {
  /// The styles of groups, and for each group the place of its style.
  ///
  /// Groups beyond the tones share the last style, "other". Groups that the palette names keep the
  /// tone and tag of their place in every picture; of the rest the largest have their own.
  func styles(names: [String?], sizes: [Int]) -> (styles: [GroupStyle], styleOf: [Int]) {
    let named = names.indices.filter { names[$0] != nil }
    let bySize = named.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    let unlisted = bySize.compactMap { names[$0] }.filter { !groups.contains($0) }
    let listed = (groups + unlisted).prefix(tones.count)
    let tags = Self.tags(for: Array(listed))
    var styleOf = Array(repeating: -1, count: names.count)
    var styles: [GroupStyle] = []
    for group in bySize {
      guard let place = listed.firstIndex(of: names[group] ?? "") else { continue }
      styleOf[group] = styles.count
      styles.append(
        GroupStyle(
          name: names[group] ?? "", tag: tags[place], tone: tones[place], count: sizes[group]))
    }
    let rest = names.indices.filter { styleOf[$0] < 0 }
    for group in rest { styleOf[group] = styles.count }
    if !rest.isEmpty {
      let sectorless = rest.filter { names[$0] == nil }
      let others = rest.count - sectorless.count
      let name =
        switch (others, sectorless.isEmpty) {
        case (0, _): "not reported"
        // One alone is called by its name: "other" would say less in as much room.
        case (1, true): rest.compactMap { names[$0] }.first ?? ""
        case (1, false): "1 other group, or not reported"
        case (_, true): "\(others) other groups"
        case (_, false): "\(others) other groups, or not reported"
        }
      styles.append(
        GroupStyle(
          name: name, tag: others == 0 ? "?" : "+", tone: other,
          count: rest.reduce(0) { $0 + sizes[$1] }))
    }
    return (styles, styleOf)
  }

  /// A tag of one or two characters for each name, no two alike, and none the beginning of another.
  ///
  /// A name has its first letter alone only where no other begins with it.
  private static func tags(for names: [String]) -> [String] {
    let plain = names.map { DOTText($0).plain.uppercased() }
    let letters = plain.map { $0.filter { $0.isLetter || $0.isNumber }.map(String.init) }
    let firsts = letters.map(\.first)
    var taken: Set<String> = []
    return names.indices.map { place in
      var choices: [String] = []
      if let first = firsts[place] {
        if firsts.count(where: { $0 == first }) == 1 { choices.append(first) }
        let initials = plain[place].split { !$0.isLetter && !$0.isNumber }.compactMap(\.first)
        if initials.count > 1, initials[1] != "0" { choices.append(first + String(initials[1])) }
        // A nought comes last: it is easily taken for a letter.
        let others = letters[place].dropFirst()
        choices += (others.filter { $0 != "0" } + others).map { first + $0 }
      }
      let tag = choices.first { !taken.contains($0) } ?? String(place + 1)
      taken.insert(tag)
      return tag
    }
  }
}
