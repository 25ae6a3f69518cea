internal import Foundation
internal import Graphs
internal import Synchronization
internal import SystemMaps

/// The bytes of a file, with what kind of content they look like.
struct FileContent {
  /// What a file holds, told from its first bytes.
  enum Kind {
    case text, json, workbook
  }

  /// The file's name without its folder, as findings name it.
  let name: String
  let bytes: [UInt8]
  /// How text is encoded, if the user says so.
  let encoding: TextEncoding?

  /// Reads a file.
  init(path: String, encoding: TextEncoding? = nil) throws(MapErrors) {
    self.encoding = encoding
    name = Self.name(of: path)
    let place = Place(file: path)
    do {
      bytes = try Self.bytes(of: URL(fileURLWithPath: path))
    } catch {
      if !FileManager.default.fileExists(atPath: path) {
        throw MapErrors(
          at: place, "there is no such file or folder",
          expected: "expected a folder of CSV files, a workbook, a CSV file or a JSON file")
      }
      throw MapErrors(
        at: place, "the file cannot be read", expected: "expected a file that you may open")
    }
  }

  /// The bytes of a file; those of a large one are read on all threads.
  private static func bytes(of file: URL) throws -> [UInt8] {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    var bytes: [UInt8] = []
    if size >= 1 << 22, let begun = Self.bytes(of: handle, count: size) {
      bytes = begun
      try handle.seek(toOffset: UInt64(size))
    } else {
      bytes.reserveCapacity(size)
    }
    while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  /// The first bytes of a large file; `nil` if they cannot be read piece by piece, or are fewer.
  private static func bytes(of handle: FileHandle, count: Int) -> [UInt8]? {
    let file = handle.fileDescriptor
    let cores = Parallelism.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let bounds = (0...cores).map { count / cores * $0 + ($0 == cores ? count % cores : 0) }
    let isWhole = Atomic(true)
    let bytes = [UInt8](pieces: bounds, concurrently: true) { piece, bytes in
      while !bytes.isFull {
        let offset = bounds[piece] + bytes.count
        let read = bytes.withUnsafeMutableBufferPointer { memory, count in
          let read = pread(
            file, memory.baseAddress.map { $0 + count }, memory.count - count, off_t(offset))
          count += max(read, 0)
          return read
        }
        if read > 0 { continue }
        isWhole.store(false, ordering: .relaxed)
        while !bytes.isFull { bytes.append(0) }
      }
    }
    return isWhole.load(ordering: .relaxed) ? bytes : nil
  }

  /// Wraps bytes that are at hand.
  init(name: String, bytes: [UInt8], encoding: TextEncoding? = nil) {
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    let name = URL(fileURLWithPath: path).lastPathComponent
    return name.isEmpty || name == "/" ? path : name
  }

  private var place: Place { Place(file: name) }

  /// Tells text, JSON and workbooks apart, and refuses what is none of them.
  func kind() throws(MapErrors) -> Kind {
    if bytes.starts(with: Array("PK".utf8)), isArchive { return .workbook }
    try refuseOtherFormats()
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let first = bytes[start...].first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    guard let first else {
      throw MapErrors(
        at: place, "the file is empty", expected: "expected a header and rows")
    }
    if first == UInt8(ascii: "{") { return .json }
    if first == UInt8(ascii: "["), name.lowercased().hasSuffix(".json") { return .json }
    if first == UInt8(ascii: "<") {
      throw MapErrors(
        at: place, "this looks like XML or a web page",
        expected: "export the map as a workbook (.xlsx), CSV or JSON")
    }
    if isBinary {
      throw MapErrors(
        at: place, "this is neither a workbook nor a text file",
        expected: "expected a workbook (.xlsx), CSV or JSON")
    }
    return .text
  }

  private func refuseOtherFormats() throws(MapErrors) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw UnreadableWorkbook(compoundFile: bytes).errors(in: name)
    }
    if bytes.starts(with: [0x1F, 0x8B]) {
      throw MapErrors(at: place, "the file is compressed", expected: "unpack it first")
    }
    if bytes.starts(with: Array("%PDF-".utf8)) {
      throw MapErrors(
        at: place, "this is a PDF, which holds a picture of a table rather than the table",
        expected: "expected a workbook (.xlsx), CSV or JSON")
    }
    let ending = name.lowercased()
    if [".xlsx", ".xls", ".xlsm", ".ods", ".numbers"].contains(where: ending.hasSuffix), isBinary {
      throw UnreadableWorkbook.damaged.errors(in: name)
    }
  }

  /// Whether the file begins as zip files do: with a part, or with the end of an empty list.
  private var isArchive: Bool {
    bytes.dropFirst(2).starts(with: [0x03, 0x04]) || bytes.dropFirst(2).starts(with: [0x05, 0x06])
  }

  /// Whether control characters are so many that this is no text in any encoding.
  private var isBinary: Bool {
    if encoding != nil || TextEncoding.marked(in: bytes) != nil { return false }
    if TextEncoding.wide(bytes) != nil { return false }
    let sample = bytes.prefix(8192)
    let controls = sample.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B }
    return controls * 20 > sample.count
  }
}
