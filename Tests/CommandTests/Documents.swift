import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A JSON document, read by someone else's reader.
struct JSON {
  let value: Any

  init(_ data: Data) throws { value = try JSONSerialization.jsonObject(with: data) }

  private init(value: Any) { self.value = value }

  /// The value of a key; null where the key is absent.
  subscript(key: String) -> JSON {
    JSON(value: (value as? [String: Any])?[key] ?? NSNull())
  }

  var keys: Set<String> { Set((value as? [String: Any] ?? [:]).keys) }
  var items: [JSON] { (value as? [Any] ?? []).map { JSON(value: $0) } }
  var text: String? { value as? String }
  var number: Double? { (value as? NSNumber)?.doubleValue }
  var isNull: Bool { value is NSNull }

  /// Every key of the document, to any depth.
  var allKeys: Set<String> {
    keys.union((value as? [String: Any] ?? [:]).values.flatMap { JSON(value: $0).allKeys })
      .union(items.flatMap(\.allKeys))
  }
}

/// Whether the keys of every object of a printed JSON document are sorted.
func hasSortedKeys(_ text: String) -> Bool {
  var lastKeys: [Int: String] = [:]
  var count = 0
  for line in text.split(separator: "\n") {
    let depth = line.prefix { $0 == " " }.count
    lastKeys = lastKeys.filter { $0.key <= depth }
    guard let key = line.wholeMatch(of: /\ *"([^"]*)" ?: .*/)?.1 else {
      lastKeys[depth] = nil
      continue
    }
    if let last = lastKeys[depth], last >= key { return false }
    count += 1
    lastKeys[depth] = String(key)
  }
  return count > 0
}

/// An XML document, read by someone else's reader.
final class XMLText: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var attributes: Set<String> = []
  private(set) var ids: [String] = []
  private(set) var text = ""

  /// Reads a document; nothing comes of one that is not well formed.
  init?(_ markup: some DataProtocol) {
    super.init()
    let parser = XMLParser(data: Data(markup))
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    if !parser.parse() { return nil }
  }

  /// Reads a page of ours, whose void elements are the only thing in it that is not XML.
  convenience init?(page: String) {
    let start = page.range(of: "<html")?.lowerBound ?? page.startIndex
    let markup = page[start...].replacing(/<(meta|br|link)([^>]*[^\/])?>/) {
      "<\($0.1)\($0.2 ?? "")/>"
    }
    self.init(Data(markup.utf8))
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes found: [String: String]
  ) {
    elements.append(name)
    attributes.formUnion(found.keys)
    if let id = found["id"] { ids.append(id) }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func count(_ name: String) -> Int { elements.count { $0 == name } }
}

/// The rows of a CSV file, its quotes undone.
func rows(ofCSV text: String) -> [[String]] {
  var rows: [[String]] = [[]]
  var cell = ""
  var isQuoted = false
  for character in text {
    switch character {
    case "\"":
      // A quote within quotes is written twice: it closes, and opens again.
      if !isQuoted, !cell.isEmpty { cell.append(character) }
      isQuoted.toggle()
    case "," where !isQuoted:
      rows[rows.count - 1].append(cell)
      cell = ""
    case "\n" where !isQuoted:
      rows[rows.count - 1].append(cell)
      cell = ""
      rows.append([])
    default: cell.append(character)
    }
  }
  return rows.filter { !$0.isEmpty }
}
