internal import CMinizip
internal import Foundation

/// The bytes of a file, unpacked on the way if it is compressed by gzip.
///
/// Neither the packed nor the unpacked bytes are ever held whole. What claims to unpack to more than
/// a log could sensibly hold is refused.
final class InflatingStream: InputStream {
  /// Why a file cannot be read to its end.
  enum Failure {
    /// The compressed bytes are broken or cut off.
    case damaged
    /// It unpacks to more than ``largest``.
    case inflated
  }

  /// The most that a file may unpack to, in bytes.
  private static let largest = 8 << 30
  private static let chunkSize = 1 << 16

  private let file: FileHandle
  /// Whether the file is compressed.
  let isPacked: Bool
  private var zlib = z_stream()
  private var packed: [UInt8] = []
  /// How many of the packed bytes have been used.
  private var used = 0
  private var isAtEnd = false
  private var total = 0
  /// What stopped the stream before its end.
  private(set) var failure: Failure?

  /// Opens a file; `nil` if it cannot be opened.
  init?(path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    self.file = file
    let start = (try? file.read(upToCount: 2)) ?? Data()
    isPacked = [UInt8](start) == [0x1F, 0x8B]
    packed = [UInt8](start)
    super.init(data: Data())
    // 47: a window of 32 kB, and the header tells zlib from gzip.
    if isPacked,
      inflateInit2_(&zlib, 47, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) != Z_OK
    {
      failure = .damaged
    }
  }

  deinit {
    if isPacked { inflateEnd(&zlib) }
  }

  override func open() {}
  override func close() {}
  override var hasBytesAvailable: Bool { !isAtEnd && failure == nil }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
    if isAtEnd || failure != nil { return 0 }
    return isPacked ? unpack(into: buffer, maxLength: maxLength) : copy(into: buffer, maxLength)
  }

  private func copy(into buffer: UnsafeMutablePointer<UInt8>, _ maxLength: Int) -> Int {
    fill()
    let count = min(packed.count - used, maxLength)
    packed.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { buffer.update(from: start + used, count: count) }
    }
    used += count
    isAtEnd = count == 0
    return count
  }

  private func unpack(into buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
    zlib.next_out = buffer
    zlib.avail_out = uInt(maxLength)
    while zlib.avail_out == uInt(maxLength), !isAtEnd {
      fill()
      if used == packed.count {
        failure = .damaged
        return 0
      }
      let status = packed.withUnsafeMutableBufferPointer { bytes in
        zlib.next_in = bytes.baseAddress.map { $0 + used }
        zlib.avail_in = uInt(bytes.count - used)
        return inflate(&zlib, Z_NO_FLUSH)
      }
      used = packed.count - Int(zlib.avail_in)
      switch status {
      case Z_STREAM_END: startNextMember()
      case Z_OK, Z_BUF_ERROR: break
      default:
        failure = .damaged
        return 0
      }
    }
    let count = maxLength - Int(zlib.avail_out)
    total += count
    if total > Self.largest {
      failure = .inflated
      return 0
    }
    return count
  }

  /// Goes on with the next of several files that were packed one after the other.
  private func startNextMember() {
    fill()
    let (buffer, room) = (zlib.next_out, zlib.avail_out)
    guard used < packed.count, packed[used] == 0x1F, inflateReset(&zlib) == Z_OK else {
      isAtEnd = true
      return
    }
    (zlib.next_out, zlib.avail_out) = (buffer, room)
  }

  /// Reads on, if all that was read is used; at the end of the file nothing is there to be used.
  private func fill() {
    guard used == packed.count else { return }
    packed = ((try? file.read(upToCount: Self.chunkSize)) ?? nil).map { [UInt8]($0) } ?? []
    used = 0
  }
}
