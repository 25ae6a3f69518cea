internal import Foundation
internal import SystemMaps

/// A folder that is written whole or not at all: beside its place first, then renamed.
struct WholeFolder {
  private let path: String

  init(path: String) {
    var path = path
    while path.count > 1, path.last == "/" { path.removeLast() }
    self.path = path
  }

  /// Writes files into the folder, which may replace one that holds nothing but a map.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(MapErrors) {
    let replaced = try replacedFiles()
    let place = URL(fileURLWithPath: path)
    let parent = place.deletingLastPathComponent()
    let mark = UUID().uuidString
    let new = parent.appendingPathComponent(".\(place.lastPathComponent).\(mark)")
    let old = parent.appendingPathComponent(".\(place.lastPathComponent).\(mark).old")
    do {
      defer { try? FileManager.default.removeItem(at: new) }
      try FileManager.default.createDirectory(at: new, withIntermediateDirectories: false)
      for (name, bytes) in files {
        try Data(bytes).write(to: new.appendingPathComponent(name))
      }
      if replaced != nil { try FileManager.default.moveItem(at: place, to: old) }
      do {
        try FileManager.default.moveItem(at: new, to: place)
      } catch {
        if replaced != nil { try FileManager.default.moveItem(at: old, to: place) }
        throw error
      }
      try? FileManager.default.removeItem(at: old)
    } catch {
      throw MapErrors(
        at: Place(file: path), "cannot be written: nothing can be written into \(parent.path)",
        expected: "make that folder, or name another")
    }
  }

  /// The files of a folder that may be replaced; `nil` if there is none yet.
  private func replacedFiles() throws(MapErrors) -> [String]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    guard isFolder.boolValue else {
      throw MapErrors(
        at: Place(file: path), "cannot be written: it is a file", expected: "name a folder")
    }
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    let others = files.filter {
      $0 != ".DS_Store" && MapFolder.kind(of: $0) == nil && !MapFolder.isIgnored($0)
    }
    guard others.isEmpty else {
      throw MapErrors(
        at: Place(file: path),
        "cannot be written: the folder holds other things than a map, which would be lost"
          + MapFolder.listing(others),
        expected: "name another folder")
    }
    return files
  }
}
