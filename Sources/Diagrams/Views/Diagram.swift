public import SystemMaps

/// What stands around every picture: what it is called, when and for whom it was made, and what it
/// leaves out.
public struct Caption: Hashable, Sendable {
  /// What the picture shows: "Who works with whom".
  public var title: String
  /// The name of the map, where the title is another.
  public var map: String?
  /// The date of the data as YYYY-MM-DD; `nil` prints "undated".
  public var date: String?
  /// Who may see the picture.
  public var audience: Audience
  /// What is not in the picture, each as a short sentence.
  public var notShown: [String]

  /// Creates a caption.
  public init(
    title: String, map: String? = nil, date: String? = nil, audience: Audience = .members,
    notShown: [String] = []
  ) {
    self.title = title
    self.map = map
    self.date = date
    self.audience = audience
    self.notShown = notShown
  }
}

/// A picture of a map that does not yet know its page.
///
/// A view makes it; ``drawn(on:)`` puts it on a page.
///
///     let drawing = try picture.diagram().drawn(on: .slide)
///     let svg = try drawing.rendered(as: .svg)
public struct Diagram: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The line below the title: counts, date, audience.
  public var facts: [String]
  /// What the picture leaves out, each as a short sentence.
  public var notShown: [String]
  /// The picture in words, for readers who do not see it.
  public var summary: String
  /// What the reader of a report should know about the picture.
  public var notes: [String]
  /// Simpler pictures of the same map, drawn instead where this one could not be read.
  public var simpler: [Diagram] = []
  /// The colours of paper, text and lines.
  public var ground = Palette.Ground.light {
    didSet { for place in simpler.indices { simpler[place].ground = ground } }
  }
  /// What is said where a simpler picture is drawn.
  var simplerWords = "the groups are drawn"
  /// Whether a picture that cannot be read is nevertheless drawn whole, as where it can be
  /// enlarged; only one of more than 300 labels becomes simpler then.
  public var keepsAll = false

  static let manyLabels = 300

  /// What is drawn.
  var content: Content
  var legend: [LegendEntry]
  /// The legend of another view of the same map, in which everything has the same place: the room
  /// is left for the longer of the two.
  var siblingLegend: [LegendEntry] = []

  /// What is drawn, by the way in which it is arranged.
  enum Content: Hashable, Sendable {
    case network(NetworkContent)
    case boxes(BoxContent)
    case matrix(MatrixContent)
    case plane(PlaneContent)
    case gauges(GaugeContent)
    case lanes(LaneContent)
    case rings(RingContent)

    /// Whether ties decide where its labels lie.
    var isNetwork: Bool { if case .network = self { true } else { false } }
  }
}

extension Diagram {
  /// Has a simpler picture drawn wherever the labels of this one cannot be read.
  mutating func replaceIfSmall(by simpler: Diagram, _ words: String) {
    self.simpler = [simpler]
    simplerWords = words
  }

  /// Leaves as much room for the legend as another picture of the same elements and ties needs, so
  /// that everything has the same place in both.
  ///
  /// Where ties do not decide what lies where, nothing changes.
  public mutating func sharePlaces(with sibling: Diagram) {
    guard content.isNetwork else { return }
    siblingLegend = sibling.legend
  }

  /// A picture of nothing, which says why.
  public static func nothing(_ caption: Caption, because reason: String) -> Diagram {
    Diagram(
      title: caption.title, facts: caption.facts([]),
      notShown: caption.printableNotShown, summary: reason, notes: [reason],
      content: .network(NetworkContent(chips: [], ties: [], styles: [], isolatesTitle: "")),
      legend: [LegendEntry(sample: .nothing, text: DOTText(reason).plain)])
  }
}

/// A label on the picture, with the group it belongs to.
struct Chip: Hashable, Sendable {
  var label: String
  /// The place of its style, or `nil` for none.
  var style: Int?
  /// The size of its text against the others'.
  var scale = 1.0
  /// Drawn with a heavy border.
  var isMarked = false
  /// Drawn with a dashed border and no fill.
  var isOpen = false
  /// Whether it stands for one, and is counted where names are left out.
  var isCounted = true
  /// What a screen reader says of it.
  var title: String
  /// The element it stands for; `nil` for a group, or for elements that may not be named.
  var element: ElementID?
}

/// How a tie looks.
struct LineStyle: Hashable, Sendable {
  var stroke: Color
  var width: Double
  var pattern = DOT.Style.solid

  static let within = LineStyle(stroke: .faintLine, width: 0.7)
  /// Between two ends of which one is in no known group.
  static let unreported = LineStyle(stroke: .faintLine, width: 0.7, pattern: .dashed)
  static let across = LineStyle(stroke: .strongLine, width: 1.4)
}

/// A tie between two chips, or two boxes.
struct Tie: Hashable, Sendable {
  var first: Int
  var second: Int
  var style: LineStyle
  var isDirected = false
  /// Whether the two have no tie: the line is drawn, and places nothing.
  var isAbsent = false
  /// Always curved, to one side: a tie back takes the other.
  var isBowed = false
  /// A number on the line.
  var label: String?
  var title: String?
}

/// Chips whose places come from their ties, and a row of chips without ties.
struct NetworkContent: Hashable, Sendable {
  var chips: [Chip]
  var ties: [Tie]
  var styles: [GroupStyle]
  /// What the row of chips without a tie is called.
  var isolatesTitle: String
  /// Whether the chips stand for groups, with room around them.
  var isSparse = false
  /// Where the chips lie unless others are in the way, from 0 to 1 across and down the picture;
  /// their ties decide if `nil`.
  var places: [Point]?
  /// What may become of each chip where fewer lines would cross; anything if `nil`.
  var freedoms: [Untangling.Freedom]?
}

/// Boxes of chips, with ties between the boxes.
struct BoxContent: Hashable, Sendable {
  /// One box.
  struct Box: Hashable, Sendable {
    var title: String
    var chips: [Chip]
    var tone: Palette.Tone
    var isDashed = false
  }

  /// Boxes that lie together under one heading.
  struct Band: Hashable, Sendable {
    var title: String?
    var boxes: [Box]
  }

  var bands: [Band]
  /// Ties between boxes, counted through all bands.
  var ties: [Tie]
  var styles: [GroupStyle]
  /// Whether boxes may change places, so that ties are short.
  var isOrderFree: Bool
  /// What a chip is, if some may be left out where they have no room.
  var chipNoun: Noun?
  /// Whether no chip was left out; where some were, the others leave room for the lines.
  var hasAll = true
}

/// One line of a legend: a sample and what it means.
struct LegendEntry: Hashable, Sendable {
  /// What is shown beside the words.
  enum Sample: Hashable, Sendable {
    case group(GroupStyle)
    case line(LineStyle)
    case stroke(StrokeStyle)
    case tag(LaneContent.Tag)
    case outline(Sheet.Outline, text: String)
    case dot(filled: Bool)
    case tick
    case nothing
  }

  var sample: Sample
  var text: String

  /// The heavy border of those whom somebody asked for.
  static let highlighted = LegendEntry(
    sample: .outline(Sheet.Outline(fill: .paper, stroke: .ink, width: 1.7), text: ""),
    text: "highlighted")
}

extension Diagram {
  /// Whether anything has a heavy border because somebody asked for it.
  public var isHighlighting: Bool { legend.contains(.highlighted) }
}
