internal import CGraphvizShim
internal import Foundation

/// Our end of a line between two processes, over which values go as JSON behind their length.
final class GraphvizLine: Sendable {
  /// Why nothing came, or went.
  enum Problem: Error, Hashable {
    /// The other end is closed, or says what is not understood.
    case ended
    /// The time is over.
    case late
  }

  /// A length that no value has: the other end is not ours.
  private static let mostBytes = 1 << 30

  private let socket: Int32

  /// Takes a socket, and closes it in the end.
  init(socket: Int32) { self.socket = socket }

  deinit { close(socket) }

  /// Sends a value, within some milliseconds.
  func send(_ value: some Encodable, milliseconds: Int) throws(Problem) {
    guard let body = try? JSONEncoder().encode(value) else { throw .ended }
    let length = UInt64(body.count)
    let head = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) }
    let bytes = head + body
    guard sightline_send(socket, bytes, bytes.count, Int32(clamping: milliseconds)) else {
      throw .ended
    }
  }

  /// Waits for a value, for some milliseconds, or for ever.
  func receive<Value: Decodable>(
    _ type: Value.Type, milliseconds: Int? = nil
  ) throws(Problem) -> Value {
    let head = try bytes(8, milliseconds: milliseconds)
    let length = head.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= Self.mostBytes else { throw .ended }
    let body = try bytes(Int(length), milliseconds: milliseconds)
    guard let value = try? JSONDecoder().decode(type, from: Data(body)) else { throw .ended }
    return value
  }

  private func bytes(_ count: Int, milliseconds: Int?) throws(Problem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    switch sightline_receive(socket, &bytes, count, milliseconds.map { Int32(clamping: $0) } ?? -1)
    {
    case SightlineReceived: return bytes
    case SightlineLate: throw .late
    default: throw .ended
    }
  }
}
