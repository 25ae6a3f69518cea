internal import Foundation
public import SystemMaps

/// An event log, with how it was understood.
public struct EventLogReading: Hashable, Sendable {
  /// The events.
  public let log: EventLog
  /// Which column said what.
  public let columns: EventLogColumns
  /// What the reader should know about the file.
  public let findings: [Finding]
}

/// The files that hold an event log: CSV with an event a row, XES, and XES compressed by gzip.
///
///     let reading = try EventLogFile.read("receipt.xes.gz")
///     print(reading.log.cases.count, reading.columns.sentence)
public enum EventLogFile {
  /// Whether a file looks like an event log rather than a map.
  ///
  /// - Parameter columns: Names that the user gives columns, which may make a header known.
  public static func isLog(_ path: String, columns: [ColumnAlias] = []) -> Bool {
    guard let start = firstBytes(of: path) else { return false }
    let name = path.lowercased()
    if isXML(start) || name.hasSuffix(".xes") || name.hasSuffix(".xes.gz") { return true }
    let decoded = TextDecoding(FileContent(name: path, bytes: start))
    let dialect = CSVDialect(of: decoded.utf8)
    var reader = CSVReader(decoded.utf8, delimiter: dialect.delimiter, from: dialect.start)
    guard let header = try? reader.next()?.cells else { return false }
    return EventLogColumns.fit(header.map(\.trimmedCell), columns: columns)
  }

  /// What a file begins with, unpacked; `nil` if it cannot be read or is a folder.
  private static func firstBytes(of path: String) -> [UInt8]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      !isFolder.boolValue, let stream = InflatingStream(path: path)
    else { return nil }
    var start: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while start.count < 1 << 14 {
      let count = stream.read(&piece, maxLength: piece.count)
      if count <= 0 { break }
      start += piece[..<count]
    }
    return start
  }

  private static func isXML(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes.dropFirst(start).first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
      == UInt8(ascii: "<")
  }

  /// Reads a log.
  ///
  /// - Parameters:
  ///   - path: A CSV file, an XES file, or an XES file compressed by gzip.
  ///   - columns: Names of columns, or keys of XES attributes, as `journeys.Case=id`.
  ///   - encoding: How a CSV file is encoded; `nil` guesses.
  /// - Throws: ``MapErrors`` if the file cannot be read. What is wrong with single events is told
  ///   by the findings.
  public static func read(
    _ path: String, columns: [ColumnAlias] = [], encoding: TextEncoding? = nil
  ) throws(MapErrors) -> EventLogReading {
    guard let start = firstBytes(of: path), let stream = InflatingStream(path: path) else {
      throw MapErrors(
        at: Place(file: path), "the file cannot be read",
        expected: "expected an event log: CSV, XES or XES.gz")
    }
    let name = FileContent.name(of: path)
    if !stream.isPacked, !isXML(start) {
      let content = try FileContent(path: path, encoding: encoding)
      return try CSVEventLog(content: content, columns: columns).read()
    }
    // The parser would stop at what they grow to; nobody's log needs them.
    if String(decoding: start, as: UTF8.self).contains("<!ENTITY") {
      throw MapErrors(
        at: Place(file: name), "the file declares entities of its own",
        expected: "expected an XES log without them")
    }
    return try XESEventLog.read(stream, file: name, columns: columns)
  }
}
