internal import Foundation
internal import SystemMaps

/// A file that is written whole or not at all: beside its place first, then renamed.
struct WholeFile {
  let path: String

  /// Writes bytes.
  func write(_ bytes: [UInt8]) throws(MapErrors) {
    try write { temporary in
      do {
        try Data(bytes).write(to: URL(fileURLWithPath: temporary))
        return nil
      } catch {
        return "the disk may be full"
      }
    }
  }

  /// Lets something else write a file, and puts it in its place.
  ///
  /// - Parameter body: Writes the file at the path it is given, and tells what went wrong, if
  ///   anything did.
  func write(_ body: (_ temporary: String) -> String?) throws(MapErrors) {
    if let obstacle { throw failure(obstacle) }
    let place = URL(fileURLWithPath: path)
    let temporary = place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent).\(UUID().uuidString)").path
    defer { unlink(temporary) }
    if let reason = body(temporary) { throw failure(reason) }
    guard rename(temporary, path) == 0 else {
      throw failure("nothing can be written in its place; name another file")
    }
  }

  private func failure(_ reason: String) -> MapErrors {
    MapErrors(at: Place(file: path), "cannot be written: \(reason)")
  }

  /// What keeps the file from being written, and what to do; `nil` if nothing is seen to.
  private var obstacle: String? {
    if isFolder(path) == true { return "it is a folder; name a file" }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    switch isFolder(folder) {
    case nil: return "there is no folder \(folder); make it first"
    case false: return "\(folder) is a file; name a folder"
    case true:
      return FileManager.default.isWritableFile(atPath: folder)
        ? nil : "nothing can be written into \(folder); name another folder"
    }
  }

  private func isFolder(_ path: String) -> Bool? {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists ? isFolder.boolValue : nil
  }
}
