extension Palette {
  /// Greys only, for a black and white printer.
  ///
  /// The tags tell groups apart; greys that lie side by side differ as far as they can.
  public static let grey = Palette(
    tones: [
      (0xFFFFFF, 0x111111), (0xDDDDDD, 0x444444), (0xF2F2F2, 0x666666), (0xCCCCCC, 0x222222),
      (0xE8E8E8, 0x555555), (0xFFFFFF, 0x333333), (0xD4D4D4, 0x111111), (0xF7F7F7, 0x4D4D4D),
      (0xE0E0E0, 0x2B2B2B), (0xEDEDED, 0x5E5E5E),
    ].map { Tone(fill: Color($0), dark: Color($1)) },
    other: Tone(fill: Color(0xFFFFFF), dark: Color(0x6A6A6A)),
    shade: Tone(fill: Color(0xF2F2F2), dark: Color(0x808080)),
    ground: Ground(
      paper: Color(0xFFFFFF), ink: Color(0x141414), quietInk: Color(0x4D4D4D),
      faintLine: Color(0x8E8E8E), firmLine: Color(0x6A6A6A), strongLine: Color(0x363636),
      border: Color(0x888888), panel: Color(0xF5F5F5)))

  /// White labels with dark borders, and nothing between black and white that carries meaning.
  ///
  /// All text stands out 7 to 1 or more: Web Content Accessibility Guidelines 2.1, level AAA.
  public static let contrast = Palette(
    tones: standard.tones.map {
      Tone(fill: .paper, dark: $0.dark.mixed(with: Color(0x000000), share: 0.4))
    }, other: Tone(fill: .paper, dark: Color(0x333333)),
    shade: Tone(fill: Color(0xF4F4F4), dark: Color(0xA8A8A8)),
    ground: Ground(
      paper: Color(0xFFFFFF), ink: Color(0x000000), quietInk: Color(0x2B2B2B),
      faintLine: Color(0x595959), firmLine: Color(0x333333), strongLine: Color(0x000000),
      border: Color(0x333333), panel: Color(0xFFFFFF)))

  /// Light text on a dark page, for a dark room or a dark screen.
  public static let dark = Palette(
    tones: standard.tones.map(Self.inverted), other: Self.inverted(standard.other),
    shade: Tone(fill: Color(0x22303C), dark: Color(0x2F75A8)),
    ground: Ground(
      paper: Color(0x12181E), ink: Color(0xF3F6F8), quietInk: Color(0xB9C4CE),
      faintLine: Color(0x75828E), firmLine: Color(0x9AA7B3), strongLine: Color(0xD3DCE4),
      border: Color(0x7B8894), panel: Color(0x1B232B)))

  /// A tone whose label is dark, and whose border is light.
  private static func inverted(_ tone: Tone) -> Tone {
    Tone(
      fill: tone.dark.mixed(with: Color(0x0E1318), share: 0.58),
      dark: tone.fill.mixed(with: tone.dark, share: 0.3))
  }

  /// The colours of everything that stands for no group.
  public struct Ground: Hashable, Sendable {
    /// The page.
    public var paper: Color
    /// Text, and what is drawn heaviest.
    public var ink: Color
    /// Text that steps back.
    public var quietInk: Color
    /// The lightest line.
    public var faintLine: Color
    /// A line between the lightest and the darkest.
    public var firmLine: Color
    /// The darkest line.
    public var strongLine: Color
    /// The border of a shape.
    public var border: Color
    /// Behind groups of shapes.
    public var panel: Color

    /// Dark on white.
    public static let light = Ground(
      paper: .paper, ink: .ink, quietInk: .quietInk, faintLine: .faintLine, firmLine: .firmLine,
      strongLine: .strongLine, border: .border, panel: .panel)

    /// Creates a ground.
    public init(
      paper: Color, ink: Color, quietInk: Color, faintLine: Color, firmLine: Color,
      strongLine: Color, border: Color, panel: Color
    ) {
      self.paper = paper
      self.ink = ink
      self.quietInk = quietInk
      self.faintLine = faintLine
      self.firmLine = firmLine
      self.strongLine = strongLine
      self.border = border
      self.panel = panel
    }

    /// The colours in a fixed order.
    private var colors: [Color] {
      [paper, ink, quietInk, faintLine, firmLine, strongLine, border, panel]
    }

    /// What stands here in the place of each colour of the light ground.
    var replacements: [Color: Color] {
      Dictionary(
        zip(Ground.light.colors, colors), uniquingKeysWith: { first, _ in first })
    }
  }
}

extension Sheet {
  /// The sheet on another ground; the colours of groups stay.
  func repainted(on ground: Palette.Ground) -> Sheet {
    guard ground != .light else { return self }
    let colors = ground.replacements
    func repaint(_ color: inout Color) { color = colors[color] ?? color }
    var sheet = self
    repaint(&sheet.paper)
    for place in sheet.boxes.indices {
      repaint(&sheet.boxes[place].fill)
      repaint(&sheet.boxes[place].stroke)
    }
    for place in sheet.lines.indices { repaint(&sheet.lines[place].stroke) }
    for place in sheet.marks.indices {
      repaint(&sheet.marks[place].ink)
      guard var outline = sheet.marks[place].outline else { continue }
      repaint(&outline.fill)
      repaint(&outline.stroke)
      sheet.marks[place].outline = outline
    }
    return sheet
  }
}
