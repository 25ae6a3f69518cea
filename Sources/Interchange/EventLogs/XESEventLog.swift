internal import Foundation
internal import SystemMaps

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// A reader of XES (IEEE 1849), as a stream.
///
/// Attributes directly within a trace or an event count; those nested within others, lists and
/// containers do not, nor do declarations of globals, extensions and classifiers.
final class XESEventLog: NSObject, XMLParserDelegate {
  private let columns: EventLogColumns
  private var builder = EventLogBuilder()
  /// The names of the elements that are open.
  private var open: [Substring] = []
  private var traceAttributes: [String: String] = [:]
  private var eventAttributes: [String: String] = [:]
  private var pending: [[String: String]] = []
  private var traceCount = 0
  private var hasLog = false
  private var isTooDeep = false
  private var unreadTimes = 0

  private static let deepest = 200

  private init(columns: EventLogColumns) { self.columns = columns }

  /// Reads a stream to its end.
  static func read(
    _ stream: InflatingStream, file: String, columns: [ColumnAlias]
  ) throws(MapErrors) -> EventLogReading {
    let reader = XESEventLog(columns: try EventLogColumns(ofXES: columns))
    let parser = XMLParser(stream: stream)
    parser.delegate = reader
    parser.shouldResolveExternalEntities = false
    let isWhole = parser.parse()
    let line = parser.lineNumber
    if let failure = stream.failure { throw failure.errors(in: file) }
    if !reader.hasLog {
      throw MapErrors(
        at: Place(file: file), "this is XML, but no event log",
        expected: "expected XES, whose root is <log>")
    }
    if !isWhole || !reader.open.isEmpty {
      throw MapErrors(
        at: Place(file: file, row: max(line, 1)),
        reader.isTooDeep
          ? "elements are nested more than \(deepest) deep" : "the XML is damaged or cut off here",
        expected: "expected a whole XES log")
    }
    var (log, findings) = reader.builder.finish(file: file)
    if log.events.isEmpty {
      findings.append(
        Finding(.warning, at: Place(file: file), "the log holds no events", expected: nil))
    }
    if reader.unreadTimes > 0 {
      findings.append(
        Finding(
          .warning, at: Place(file: file),
          reader.unreadTimes.counted("time was left out", "times were left out"),
          expected: "expected days as YYYY-MM-DD, with or without a time"))
    }
    return EventLogReading(log: log, columns: reader.columns, findings: findings)
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let name = element.split(separator: ":").last ?? ""
    switch (open.last, name) {
    case (nil, "log"): hasLog = true
    case ("log", "trace"):
      traceAttributes.removeAll(keepingCapacity: true)
      traceCount += 1
    case ("trace", "event"): eventAttributes.removeAll(keepingCapacity: true)
    case ("event", _):
      if let key = attributes["key"] { eventAttributes[key] = attributes["value"] }
    case ("trace", _):
      if let key = attributes["key"] { traceAttributes[key] = attributes["value"] }
    default: break
    }
    open.append(name)
    if open.count > Self.deepest {
      isTooDeep = true
      parser.abortParsing()
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    guard let name = open.popLast() else { return }
    if name == "event", open.last == "trace" {
      // A trace may tell its name after its events.
      pending.append(eventAttributes)
    } else if name == "trace", open.last == "log" {
      endTrace()
    }
  }

  private func endTrace() {
    let caseName =
      text(.case, in: traceAttributes) ?? "trace \(traceCount)"
    for attributes in pending {
      var entry = EventLogBuilder.Entry()
      entry.caseName = caseName
      entry.activity = text(.step, in: attributes)
      entry.start = moment(.start, in: attributes)
      entry.end = moment(.end, in: attributes)
      entry.worker = text(.worker, in: attributes)
      entry.organization = text(.organization, in: attributes)
      entry.sector = text(.sector, in: attributes)
      entry.referredTo = text(.referredTo, in: attributes)?.listedValues ?? []
      entry.transition = text(.transition, in: attributes)
      entry.instance = text(.instance, in: attributes)
      builder.add(entry)
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func text(_ field: EventLogColumns.Field, in attributes: [String: String]) -> String? {
    guard let key = columns.names[field], let value = attributes[key] else { return nil }
    let text = value.trimmedCell
    return text.isEmpty ? nil : text
  }

  private func moment(
    _ field: EventLogColumns.Field, in attributes: [String: String]
  ) -> JourneyStep.Moment? {
    guard let text = text(field, in: attributes) else { return nil }
    let moment = JourneyStep.Moment(text)
    unreadTimes += moment == nil ? 1 : 0
    return moment
  }
}

extension InflatingStream.Failure {
  /// The failure in words.
  func errors(in file: String) -> MapErrors {
    switch self {
    case .damaged:
      MapErrors(
        at: Place(file: file), "the compressed file is damaged or cut off",
        expected: "expected a whole .gz file")
    case .inflated:
      MapErrors(
        at: Place(file: file), "the file unpacks to more than 8 GB",
        expected: "expected a smaller log")
    }
  }
}
