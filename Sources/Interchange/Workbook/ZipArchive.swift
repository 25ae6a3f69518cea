internal import CMinizip

/// The parts of a zip file that is at hand in memory.
///
/// What a part unpacks to is counted while it is unpacked: what its entry says is not believed.
final class ZipArchive {
  /// The most that all parts together may unpack to, in bytes.
  private static let largestTotal = 1 << 30
  /// How many times its packed size a part of over 16 MB may unpack to.
  ///
  /// A million blank rows with their formats come to 30 times; what is made to burst comes to 1000.
  private static let largestRatio = 200

  private let file: MemoryFile
  private let handle: unzFile
  private var unpackedTotal = 0
  private var entries: [String: unz64_file_pos] = [:]
  /// The names of the parts, in the order of the archive.
  private(set) var names: [String] = []

  /// Opens an archive and lists its parts.
  init(_ bytes: [UInt8]) throws(UnreadableWorkbook) {
    file = MemoryFile(bytes)
    var functions = file.functions
    guard let handle = unzOpen2_64(nil, &functions) else { throw .damaged }
    self.handle = handle
    try list()
  }

  deinit { unzClose(handle) }

  private func list() throws(UnreadableWorkbook) {
    var status = unzGoToFirstFile(handle)
    while status == UNZ_OK {
      guard let (info, name) = currentEntry else { throw .damaged }
      if info.flag & 1 != 0 { throw .password }
      var position = unz64_file_pos()
      guard unzGetFilePos64(handle, &position) == UNZ_OK else { throw .damaged }
      if entries.updateValue(position, forKey: Self.key(name)) != nil { throw .repeatedPart(name) }
      names.append(name)
      status = unzGoToNextFile(handle)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE, !names.isEmpty else { throw .damaged }
  }

  private var currentEntry: (info: unz_file_info64, name: String)? {
    var info = unz_file_info64()
    guard unzGetCurrentFileInfo64(handle, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK else {
      return nil
    }
    let length = info.size_filename
    var name = [CChar](repeating: 0, count: Int(length) + 1)
    guard unzGetCurrentFileInfo64(handle, &info, &name, length, nil, 0, nil, 0) == UNZ_OK else {
      return nil
    }
    return (info, String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// Names of parts do not differ by case, and some writers part folders the other way.
  private static func key(_ name: String) -> String {
    var key = name.lowercased().replacing("\\", with: "/")
    while key.hasPrefix("/") { key.removeFirst() }
    return key
  }

  /// Whether there is a part of a name.
  func holds(_ name: String) -> Bool { entries[Self.key(name)] != nil }

  /// What a part holds; `nil` if there is none of the name.
  func contents(of name: String) throws(UnreadableWorkbook) -> [UInt8]? {
    guard var position = entries[Self.key(name)] else { return nil }
    guard unzGoToFilePos64(handle, &position) == UNZ_OK, let (info, _) = currentEntry,
      unzOpenCurrentFile(handle) == UNZ_OK
    else { throw .damaged }
    let bytes: [UInt8]
    do throws(UnreadableWorkbook) {
      bytes = try unpack(info)
    } catch {
      unzCloseCurrentFile(handle)
      throw error
    }
    // The checksum is looked at when the part is closed.
    guard unzCloseCurrentFile(handle) == UNZ_OK else { throw .damaged }
    return bytes
  }

  private func unpack(_ entry: unz_file_info64) throws(UnreadableWorkbook) -> [UInt8] {
    let ratioLimit = Int(clamping: entry.compressed_size).clampedProduct(Self.largestRatio)
    let limit = min(Self.largestTotal - unpackedTotal, max(1 << 24, ratioLimit))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(limit, Int(clamping: entry.uncompressed_size)))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unzReadCurrentFile(handle, &chunk, UInt32(chunk.count))
      if count == 0 { break }
      guard count > 0 else { throw .damaged }
      if bytes.count + Int(count) > limit { throw .inflated }
      bytes.append(contentsOf: chunk[..<Int(count)])
    }
    unpackedTotal += bytes.count
    return bytes
  }
}

extension Int {
  fileprivate func clampedProduct(_ factor: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: factor)
    return overflows ? .max : product
  }
}

/// Bytes that minizip reads as if they were a file.
private final class MemoryFile {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How minizip calls upon these bytes; they must outlive its handle.
  var functions: zlib_filefunc64_def {
    zlib_filefunc64_def(
      zopen64_file: { opaque, _, _ in opaque },
      zread_file: { opaque, _, buffer, size in
        guard let opaque, let buffer else { return 0 }
        return uLong(MemoryFile.at(opaque).read(into: buffer, atMost: Int(clamping: size)))
      },
      zwrite_file: { _, _, _, _ in 0 },
      ztell64_file: { opaque, _ in
        guard let opaque else { return 0 }
        return ZPOS64_T(MemoryFile.at(opaque).position)
      },
      zseek64_file: { opaque, _, offset, origin in
        guard let opaque else { return -1 }
        return MemoryFile.at(opaque).seek(to: offset, from: origin) ? 0 : -1
      },
      zclose_file: { _, _ in 0 },
      zerror_file: { _, _ in 0 },
      opaque: Unmanaged.passUnretained(self).toOpaque())
  }

  private static func at(_ opaque: UnsafeMutableRawPointer) -> MemoryFile {
    Unmanaged<MemoryFile>.fromOpaque(opaque).takeUnretainedValue()
  }

  private func read(into buffer: UnsafeMutableRawPointer, atMost size: Int) -> Int {
    let count = min(size, bytes.count - position)
    bytes.withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(start: buffer, count: count)
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[position..<position + count]))
    }
    position += count
    return count
  }

  private func seek(to offset: ZPOS64_T, from origin: CInt) -> Bool {
    let start =
      switch origin {
      case ZLIB_FILEFUNC_SEEK_CUR: position
      case ZLIB_FILEFUNC_SEEK_END: bytes.count
      default: 0
      }
    guard let offset = Int(exactly: offset), offset <= bytes.count - start else { return false }
    position = start + offset
    return true
  }
}
