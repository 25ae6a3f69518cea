import Foundation

/// A file that could not be written.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What could not be written, and why.
  public let description: String

  /// Creates the error.
  public init(_ description: String) { self.description = description }
}

/// One file of an output: its name and what it holds.
public struct OutputFile: Hashable, Sendable {
  /// The name, made from words of ours and ids, never from a label.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]

  /// Creates a file of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Creates a file of text.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Writes the file whole or not at all: beside its place first, then renamed.
  public func write(to path: String) throws(OutputError) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw OutputError("\(path): cannot be written: \(Self.obstacle(at: path))")
    }
  }

  /// What keeps a file or folder from being written, and what to do, in words.
  private static func obstacle(at path: String) -> String {
    func isFolder(_ url: URL) -> Bool? {
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      return exists ? isFolder.boolValue : nil
    }
    let place = URL(filePath: path)
    switch isFolder(place) {
    case true: return "it is a folder; name a file"
    case false: return "it is a file; name another"
    case nil: break
    }
    var folder = place.deletingLastPathComponent()
    let wanted = folder
    while isFolder(folder) == nil, folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
    }
    if isFolder(folder) == false { return "\(folder.path) is a file; name a folder" }
    if folder != wanted { return "there is no folder \(wanted.path); make it first" }
    return "nothing can be written into \(folder.path); name another folder"
  }

  /// Writes files into a folder, which is made if it does not exist.
  ///
  /// Everything is in memory before the first is written, so that what fails to be made leaves
  /// nothing behind.
  public static func write(_ files: [OutputFile], into folder: String) throws(OutputError) {
    let url = URL(filePath: folder, directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw OutputError("\(folder): cannot be made: \(Self.obstacle(at: folder))")
    }
    for file in files {
      var isFolder: ObjCBool = false
      let path = url.appending(path: file.name).path(percentEncoded: false)
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        throw OutputError("\(path): cannot be written: \(obstacle(at: path))")
      }
    }
    for file in files {
      try file.write(to: url.appending(path: file.name).path(percentEncoded: false))
    }
  }
}
