internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// What makes sense of the markup of a workbook's part, in one pass.
protocol MarkupReader: AnyObject {
  /// An element begins; names are without their prefixes, those of attributes with them.
  func begin(_ name: String, _ attributes: [String: String])
  /// An element ends.
  func end(_ name: String)
  /// A piece of the text between elements.
  func text(_ text: String)
}

/// The XML of a part, read as a stream: the other way refuses what is larger than 10 MB on Linux.
struct MarkupPart {
  let bytes: [UInt8]

  /// Leads a reader through the part.
  func read(with reader: some MarkupReader) throws(UnreadableWorkbook) {
    let parser = XMLParser(stream: InputStream(data: Data(bytes)))
    let listener = MarkupListener(reader)
    parser.delegate = listener
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    let isWhole = parser.parse()
    withExtendedLifetime(listener) {}
    if !isWhole { throw .damaged }
  }
}

/// Passes on what the parser finds.
private final class MarkupListener: NSObject, XMLParserDelegate {
  private let reader: any MarkupReader

  init(_ reader: any MarkupReader) { self.reader = reader }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    reader.begin(name, attributes)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    reader.end(name)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { reader.text(text) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    reader.text(String(decoding: block, as: UTF8.self))
  }
}

extension [String: String] {
  /// Whether an attribute says yes, as `1` or `true`.
  func isTrue(_ name: String) -> Bool {
    guard let value = self[name] else { return false }
    return value == "1" || value == "true"
  }
}
