/// What a workbook says of its sheets: their names, in their order, and which part holds each.
struct WorkbookIndex {
  /// A sheet of the workbook.
  struct Entry {
    let name: String
    let isHidden: Bool
    /// The part with its cells.
    let part: String
  }

  let sheets: [Entry]
  /// Whether days are counted from 1904, as in workbooks of old Macs.
  let countsFrom1904: Bool
  /// The part with the texts that cells share; `nil` if there is none.
  let sharedStrings: String?
  /// The part with the formats of cells; `nil` if there is none.
  let styles: String?

  /// Reads the index of an archive.
  init(of archive: ZipArchive) throws(UnreadableWorkbook) {
    let root = try Relations(of: "", in: archive)
    let workbook = root.target(ofType: "officeDocument") ?? "xl/workbook.xml"
    guard !workbook.hasSuffix(".bin"), let bytes = try archive.contents(of: workbook) else {
      throw UnreadableWorkbook(noWorkbookIn: archive)
    }
    let reader = WorkbookReader()
    try MarkupPart(bytes: bytes).read(with: reader)
    guard reader.isWorkbook else { throw UnreadableWorkbook(noWorkbookIn: archive) }
    let relations = try Relations(of: workbook, in: archive)
    sheets = reader.sheets.compactMap { sheet in
      guard let relation = relations.byID[sheet.relation], relation.type == "worksheet" else {
        return nil
      }
      return Entry(name: sheet.name, isHidden: sheet.isHidden, part: relation.target)
    }
    countsFrom1904 = reader.countsFrom1904
    sharedStrings = relations.target(ofType: "sharedStrings")
    styles = relations.target(ofType: "styles")
  }
}

/// The list of sheets in the workbook's own part.
private final class WorkbookReader: MarkupReader {
  private(set) var isWorkbook = false
  private(set) var sheets: [(name: String, isHidden: Bool, relation: String)] = []
  private(set) var countsFrom1904 = false

  func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "workbook": isWorkbook = true
    case "workbookPr": countsFrom1904 = attributes.isTrue("date1904")
    case "sheet":
      let state = attributes["state"] ?? "visible"
      // The prefix of the relation's id is the writer's choice.
      let relation = attributes["r:id"] ?? attributes.first { $0.key.hasSuffix(":id") }?.value
      sheets.append((attributes["name"] ?? "", state != "visible", relation ?? ""))
    default: break
    }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// Where a part points to: the parts that belong to it.
private struct Relations {
  private(set) var byID: [String: (type: String, target: String)] = [:]

  /// Reads the relations of a part, or of the whole archive if its name is empty.
  init(of part: String, in archive: ZipArchive) throws(UnreadableWorkbook) {
    var folder = part.split(separator: "/").map(String.init)
    let file = folder.popLast() ?? ""
    let name = (folder + ["_rels", file + ".rels"]).joined(separator: "/")
    guard let bytes = try archive.contents(of: name) else { return }
    let reader = RelationsReader()
    try MarkupPart(bytes: bytes).read(with: reader)
    for relation in reader.relations {
      byID[relation.id] = (relation.type, Self.path(to: relation.target, from: folder))
    }
  }

  func target(ofType type: String) -> String? {
    byID.values.filter { $0.type == type }.map(\.target).min()
  }

  /// A target as the archive names it: from its root, without steps up.
  private static func path(to target: String, from folder: [String]) -> String {
    let target = target.replacing("\\", with: "/")
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = path.popLast()
      default: path.append(String(step))
      }
    }
    return path.joined(separator: "/")
  }
}

private final class RelationsReader: MarkupReader {
  private(set) var relations: [(id: String, type: String, target: String)] = []

  func begin(_ name: String, _ attributes: [String: String]) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
      attributes["TargetMode"] != "External"
    else { return }
    // The type is a web address whose last word tells what it is, in both editions of the standard.
    let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
    relations.append((id, type, target))
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}
