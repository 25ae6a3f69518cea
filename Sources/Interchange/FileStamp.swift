public import Foundation

/// What can be seen of a file without opening it; it changes whenever the file is saved.
public struct FileStamp: Hashable, Sendable {
  /// The size in bytes.
  public let size: Int
  /// When it was last written.
  public let modified: Date
  /// What tells a file from another of the same name, put in its place.
  public let number: Int
  /// Whether it may be opened; another program can lock it.
  public let isReadable: Bool

  /// Looks at a file; `nil` if it is not there.
  public init?(path: String) {
    // Of a link, what it leads to is saved.
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil
    }
    size = attributes[.size] as? Int ?? 0
    modified = attributes[.modificationDate] as? Date ?? .distantPast
    number = attributes[.systemFileNumber] as? Int ?? 0
    isReadable = FileManager.default.isReadableFile(atPath: path)
  }
}

extension MapFile {
  /// The files from which a map is read, as they can be seen without opening them.
  ///
  /// Of a folder only the files of the map count: neither the locks that programs put beside an open
  /// file, `~$map.xlsx` and `.~lock.map.xlsx#`, nor what is drawn into it.
  ///
  /// - Parameters:
  ///   - path: The folder or file.
  ///   - connections: The connections, if `path` is a file of the elements alone.
  /// - Returns: The stamps by path; files that are not there are left out.
  public static func stamps(of path: String, connections: String? = nil) -> [String: FileStamp] {
    var paths = [path]
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      paths = MapFolder.files(in: path).map {
        URL(fileURLWithPath: path).appendingPathComponent($0).path
      }
    }
    if let connections { paths.append(connections) }
    var stamps: [String: FileStamp] = [:]
    for path in paths { stamps[path] = FileStamp(path: path) }
    return stamps
  }
}
