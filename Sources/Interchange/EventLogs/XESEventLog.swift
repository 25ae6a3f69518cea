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
  /// What the key of an event's attribute says; several columns may be read from one.
  private let fieldsOfKey: [String: [EventLogColumns.Field]]
  /// What the elements are that are open.
  private var open: [Node] = []
  private var caseName: String?
  private var entry = EventLogBuilder.Entry()
  /// The events of the open trace, which may tell its name after them.
  private var pending: [EventLogBuilder.Entry] = []
  private var traceCount = 0
  private var hasLog = false
  private var isTooDeep = false
  private var unreadTimes = 0

  private static let deepest = 200

  private enum Node {
    case log, trace, event, other
  }

  private init(columns: EventLogColumns) {
    self.columns = columns
    var fields: [String: [EventLogColumns.Field]] = [:]
    for field in EventLogColumns.Field.allCases where field != .case {
      if let key = columns.names[field] { fields[key, default: []].append(field) }
    }
    fieldsOfKey = fields
  }

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
    let used = reader.columns.keeping(reader.builder.fields)
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
    return EventLogReading(log: log, columns: used, findings: findings)
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let node = Self.node(element, in: open.last)
    switch (open.last, node) {
    case (nil, .log): hasLog = true
    case (_, .trace):
      caseName = nil
      traceCount += 1
    case (_, .event): entry = EventLogBuilder.Entry()
    case (.event, _):
      if let key = attributes["key"], let value = attributes["value"] { take(value, as: key) }
    case (.trace, _):
      if let value = attributes["value"], attributes["key"] == columns.names[.case] {
        caseName = Self.text(value)
      }
    default: break
    }
    open.append(node)
    if open.count > Self.deepest {
      isTooDeep = true
      parser.abortParsing()
    }
  }

  /// What an element is where it stands, whatever prefix its name has.
  private static func node(_ element: String, in parent: Node?) -> Node {
    var name = element[...]
    if let colon = element.utf8.lastIndex(of: UInt8(ascii: ":")) {
      name = element[element.utf8.index(after: colon)...]
    }
    switch (parent, name) {
    case (nil, "log"): return .log
    case (.log, "trace"): return .trace
    case (.trace, "event"): return .event
    default: return .other
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    switch open.popLast() {
    case .event: pending.append(entry)
    case .trace:
      for var entry in pending {
        entry.caseName = caseName ?? "trace \(traceCount)"
        builder.add(entry)
      }
      pending.removeAll(keepingCapacity: true)
    default: break
    }
  }

  private func take(_ value: String, as key: String) {
    guard let fields = fieldsOfKey[key], let text = Self.text(value) else { return }
    for field in fields {
      switch field {
      case .case: break
      case .step: entry.activity = text
      case .start: entry.start = moment(text)
      case .end: entry.end = moment(text)
      case .worker: entry.worker = text
      case .organization: entry.organization = text
      case .sector: entry.sector = text
      case .referredTo: entry.referredTo = text.listedValues
      case .transition: entry.transition = text
      case .instance: entry.instance = text
      }
    }
  }

  private static func text(_ value: String) -> String? {
    let text = value.trimmedCell
    return text.isEmpty ? nil : text
  }

  private func moment(_ text: String) -> JourneyStep.Moment? {
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
