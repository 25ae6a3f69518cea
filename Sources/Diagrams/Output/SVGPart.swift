internal import SystemMaps

/// What a part of a picture is called in the file, so that a web page finds it again.
struct SVGPart: Hashable, Sendable {
  /// Its id, without what all ids of the picture begin with.
  var id: String
  /// What it is, and what it belongs to.
  var classes: [String]
  /// What a screen reader or a pointer finds.
  var title: String?
}

extension ElementID {
  /// The id in letters that may stand in a web page's selector, still different from all others.
  var partName: String {
    text.unicodeScalars.reduce(into: "") { name, scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": name.unicodeScalars.append(scalar)
      default: name += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
  }
}
