extension Sheet {
  /// What each part is called in an SVG, by its id in the drawing.
  ///
  /// What stands for an element has a name made from the element's id, never from its label, and
  /// so keeps it when the map changes.
  var parts: [DOT.ID: SVGPart] {
    var parts: [DOT.ID: SVGPart] = [:]
    var taken: Set<String> = []
    func add(_ name: String?, _ id: DOT.ID, _ classes: [String?], title: String? = nil) {
      let name = name ?? id.text
      var unique = name
      var count = 1
      // An element may sit at several tables.
      while !taken.insert(unique).inserted {
        count += 1
        unique = "\(name)--\(count)"
      }
      parts[id] = SVGPart(id: unique, classes: classes.compactMap(\.self), title: title)
    }
    for (mark, id) in zip(marks, markIDs) {
      let name = mark.element?.partName
      let group = mark.group.map { "group-\($0 + 1)" }
      switch mark.kind {
      case .node:
        add(name.map { "element-\($0)" }, id, ["element", group], title: mark.title)
      case .tag: add(name.map { "tag-\($0)" }, id, ["tag", group], title: mark.title)
      default: add(nil, id, ["text"], title: mark.title)
      }
    }
    for (place, line) in lines.enumerated() {
      let id = DOT.ID(.edge, place + 1)
      let ends = [line.tail, line.head].compactMap { marks[$0].element?.partName }
      let name = ends.count == 2 ? "tie-\(ends[0])--\(ends[1])" : nil
      add(name, id, [line.isSample ? "sample" : "tie"], title: line.title)
    }
    for (place, box) in boxes.enumerated() {
      let id = DOT.ID(.cluster, place + 1)
      add("box-\(place + 1)", id, ["box"], title: box.title)
    }
    return parts
  }
}
