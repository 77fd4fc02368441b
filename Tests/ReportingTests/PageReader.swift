/// Reads a page back as a tree, and strictly: every element is closed in its turn, and only such references stand in it as we write.
struct PageReader {
  /// An element with what stands in it.
  struct Element {
    var name: String
    var attributes: [String: String] = [:]
    var children: [Node] = []

    /// Every element within, in the order of the page.
    var descendants: [Element] {
      children.flatMap { node -> [Element] in
        guard case .element(let element) = node else { return [] }
        return [element] + element.descendants
      }
    }

    /// Those of one name.
    func all(_ name: String) -> [Element] { descendants.filter { $0.name == name } }

    /// The text in it, without line ends at its ends.
    var text: String {
      children.map { node in
        switch node {
        case .text(let text): text
        case .element(let element): element.text
        }
      }.joined().split(separator: "\n").joined(separator: "\n")
    }
  }

  /// A piece of an element.
  indirect enum Node {
    case text(String)
    case element(Element)
  }

  /// What is wrong with a page.
  struct Fault: Error { let message: String }

  private static let void: Set<String> = ["meta", "link", "wbr", "line", "path", "circle", "rect", "polyline"]
  private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]

  /// The element `html`.
  static func read(_ bytes: [UInt8]) throws -> Element {
    let page = try Element.fromUTF8(bytes)
    guard page.hasPrefix("<!DOCTYPE html>\n") else { throw Fault(message: "no document type") }
    var open = [Element(name: "")]
    var rest = page.dropFirst("<!DOCTYPE html>\n".count)
    while let start = rest.first {
      guard start == "<" else {
        let text = rest.prefix { $0 != "<" }
        let raw = open.last?.name == "style"
        open[open.count - 1].children.append(.text(raw ? String(text) : try unescaped(text)))
        rest = rest.dropFirst(text.count)
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { throw Fault(message: "an open tag at the end") }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        let element = open.removeLast()
        guard element.name == tag.dropFirst(), !open.isEmpty else {
          throw Fault(message: "\(tag) closes \(element.name)")
        }
        open[open.count - 1].children.append(.element(element))
      } else {
        let element = try opened(tag)
        if void.contains(element.name) || tag.hasSuffix("/") {
          open[open.count - 1].children.append(.element(element))
        } else {
          open.append(element)
        }
      }
    }
    guard open.count == 1, let html = open[0].descendants.first, html.name == "html" else {
      throw Fault(message: "not one element html, or \(open.map(\.name)) is never closed")
    }
    return html
  }

  private static func opened(_ tag: Substring) throws -> Element {
    var rest = tag.hasSuffix("/") ? tag.dropLast() : tag
    let name = rest.prefix { $0 != " " }
    var element = Element(name: String(name))
    rest = rest.dropFirst(name.count)
    while rest.first == " " {
      rest = rest.dropFirst()
      let key = rest.prefix { $0 != "=" }
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else { throw Fault(message: "an attribute without quotes in \(tag)") }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 3)
      guard element.attributes.updateValue(try unescaped(value), forKey: String(key)) == nil else {
        throw Fault(message: "\(key) twice in \(tag)")
      }
    }
    guard rest.isEmpty else { throw Fault(message: "\(rest) in \(tag)") }
    return element
  }

  private static func unescaped(_ text: Substring) throws -> String {
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    return try parts.dropFirst().reduce(String(parts[0])) { sum, part in
      guard let end = part.firstIndex(of: ";"), let sign = references[String(part[..<end])] else {
        throw Fault(message: "a bare & before \(part.prefix(12))")
      }
      return sum + sign + part[part.index(after: end)...]
    }
  }
}

extension PageReader.Element {
  fileprivate static func fromUTF8(_ bytes: [UInt8]) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw PageReader.Fault(message: "not UTF-8") }
    return text
  }
}

extension PageReader.Element {
  /// A table as it is read: its caption, its headings, and the texts of its rows.
  struct Table {
    let caption: String
    let headings: [String]
    let rows: [[String]]
  }

  /// Every table in the element.
  var tables: [Table] {
    all("table").map { table in
      let rows = table.all("tr").map { $0.descendants.filter { ["td", "th"].contains($0.name) }.map(\.text) }
      return Table(
        caption: table.all("caption").map(\.text).joined(), headings: rows.first ?? [], rows: Array(rows.dropFirst()))
    }
  }
}
