public import SystemMaps

/// Where everything lies on a page, in points from its upper left corner, y downwards.
///
/// With it a web page can draw the same picture by its own means: the ids are those of the SVG.
public struct DrawingPositions: Hashable, Sendable {
  /// A place on the page.
  public struct Place: Hashable, Sendable {
    /// From the left edge.
    public var x: Double
    /// From the upper edge.
    public var y: Double
  }

  /// A label with its tag, or a box.
  public struct Item: Hashable, Sendable {
    /// The id of its part in an SVG, without what all ids there begin with.
    public var id: String
    /// The element; `nil` for boxes and groups, and where names may not be known.
    public var element: ElementID?
    /// What it is called, as its audience may read it.
    public var label: String
    /// The centre.
    public var center: Place
    /// The width.
    public var width: Double
    /// The height.
    public var height: Double
    /// The size of its text; `nil` for boxes.
    public var fontSize: Double?
  }

  /// A tie.
  public struct Line: Hashable, Sendable {
    /// The id of its part in an SVG, without what all ids there begin with.
    public var id: String
    /// The id of the item where it begins.
    public var from: String
    /// The id of the item where it ends.
    public var to: String
    /// The control points of Bezier curves: 4, 7, 10, ….
    public var points: [Place]
  }

  /// The name of the page.
  public var page: String
  /// The width of the page.
  public var width: Double
  /// The height of the page.
  public var height: Double
  /// The labels, in the order of the picture.
  public var labels: [Item]
  /// The boxes around labels.
  public var boxes: [Item]
  /// The ties between labels, or between boxes.
  public var lines: [Line]
}

extension Drawing {
  /// Where everything lies that stands for something of the map; not title and legend.
  public var positions: DrawingPositions {
    let parts = sheet.parts
    let ids = sheet.markIDs
    func name(_ id: DOT.ID) -> String { parts[id]?.id ?? id.text }
    func boxName(_ place: Int) -> String { name(DOT.ID(.cluster, place + 1)) }
    func item(_ id: String, _ label: String, _ frame: Rect) -> DrawingPositions.Item {
      DrawingPositions.Item(
        id: id, label: label, center: DrawingPositions.Place(frame.center), width: frame.width,
        height: frame.height)
    }
    /// The name of what a line ends at; `nil` for samples in a legend.
    func end(_ mark: Int) -> String? {
      sheet.marks[mark].kind == .node ? name(ids[mark]) : sheet.marks[mark].box.map(boxName)
    }
    return DrawingPositions(
      page: page.name, width: page.width, height: page.height,
      labels: zip(sheet.marks, ids).filter { $0.0.kind == .node }.map { mark, id in
        var item = item(name(id), mark.lines.joined(separator: " "), mark.whole ?? mark.frame)
        item.element = mark.element
        item.fontSize = mark.fontSize
        return item
      },
      boxes: sheet.boxes.enumerated().map { item(boxName($0), $1.title, $1.frame) },
      lines: sheet.lines.enumerated().compactMap { place, line in
        guard let from = end(line.tail), let to = end(line.head) else { return nil }
        return DrawingPositions.Line(
          id: name(DOT.ID(.edge, place + 1)), from: from, to: to,
          points: line.points.map { DrawingPositions.Place($0) })
      })
  }
}

extension DrawingPositions {
  /// The places of the elements, to be kept with the map for the next drawing of a view.
  public func kept(as view: String) -> [KeptPosition] {
    labels.compactMap { item in
      item.element.map {
        KeptPosition(
          view: view, element: $0, x: item.center.x, y: item.center.y, pageWidth: width,
          pageHeight: height)
      }
    }
  }
}

extension DrawingPositions.Place {
  fileprivate init(_ point: Point) { self.init(x: point.x, y: point.y) }
}
