import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML parser finds in a picture.
final class SVGReader: NSObject, XMLParserDelegate {
  var texts: [String] = []
  var elements: [String: Int] = [:]
  var ids: [String] = []
  /// The classes of each part with an id.
  var classes: [String: [String]] = [:]
  var root: [String: String] = [:]
  var attributeNames: Set<String> = []
  /// The sizes of the texts.
  var fontSizes: [Double] = []
  private var current = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if elements.isEmpty { root = attributes }
    elements[name, default: 0] += 1
    if let id = attributes["id"] {
      ids.append(id)
      classes[id] = attributes["class", default: ""].split(separator: " ").map(String.init)
    }
    attributeNames.formUnion(attributes.keys)
    if let size = attributes["font-size"].flatMap({ Double($0) }) { fontSizes.append(size) }
    current = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { current += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if ["text", "title", "desc"].contains(name) { texts.append(current) }
    current = ""
  }

  static func read(_ bytes: [UInt8]) throws -> SVGReader {
    let reader = SVGReader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    try #require(parser.parse(), "the picture is well-formed XML")
    return reader
  }
}
