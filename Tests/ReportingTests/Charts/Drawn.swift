import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A drawing as Foundation's XML reader sees it.
final class Drawn: NSObject, XMLParserDelegate {
  private(set) var root: [String: String] = [:]
  private(set) var texts: [String: [String]] = [:]
  private(set) var ids: [String] = []
  private(set) var references: [String] = []
  private(set) var elements: Set<String> = []
  private(set) var sizes: [Double] = []
  private(set) var all: [(name: String, attributes: [String: String])] = []
  private var open: [(name: String, text: String)] = []

  struct Malformed: Error {
    let reason: String
  }

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw Malformed(reason: "line \(parser.lineNumber)") }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if open.isEmpty { root = attributes }
    elements.insert(name)
    all.append((name, attributes))
    if let id = attributes["id"] { ids.append(id) }
    if let fill = attributes["fill"], fill.hasPrefix("url(#") {
      references.append(String(fill.dropFirst(5).dropLast()))
    }
    if let size = attributes["font-size"].flatMap(Double.init) { sizes.append(size) }
    open.append((name, ""))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += text
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard let last = open.popLast() else { return }
    texts[last.name, default: []].append(last.text)
  }
}
