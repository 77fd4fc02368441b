public import Tabular

/// A JSON value with its text: keys sorted, two blanks of indentation, numbers in the shortest form that reads back the same.
public indirect enum JSONValue: Sendable, Hashable {
  /// No value.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A whole number that may be too large for `Int`, such as a seed.
  case unsigned(UInt64)
  /// A number; NaN and infinities become null.
  case number(Double)
  /// A text.
  case text(String)
  /// A list.
  case list([JSONValue])
  /// Keys with values.
  case object([String: JSONValue])

  /// A text, or null.
  public init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }
  /// A whole number, or null.
  public init(_ integer: Int?) { self = integer.map(JSONValue.integer) ?? .null }
  /// A list of texts.
  public init(_ texts: [String]) { self = .list(texts.map(JSONValue.text)) }

  /// The value of a cell of an output table.
  public init(_ cell: CellValue) {
    self =
      switch cell {
      case .text(let text): .text(text)
      case .integer(let integer): .integer(integer)
      case .number(let number): .number(number)
      case .empty: .null
      }
  }

  /// The document: UTF-8, ending in a line feed.
  public var document: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indentation: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(to bytes: inout [UInt8], indentation: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .unsigned(let value): bytes += String(value).utf8
    case .number(let value):
      let text = NumberText.shortest(value)
      bytes += (text.isEmpty ? "null" : text).utf8
    case .text(let text): Self.write(text, to: &bytes)
    case .list(let values):
      Self.write(
        "[", "]", values.map { value in { value.write(to: &$0, indentation: indentation + 1) } }, &bytes, indentation)
    case .object(let values):
      let members = values.sorted { $0.key < $1.key }
      Self.write(
        "{", "}",
        members.map { key, value in
          {
            Self.write(key, to: &$0)
            $0 += ": ".utf8
            value.write(to: &$0, indentation: indentation + 1)
          }
        }, &bytes, indentation)
    }
  }

  private static func write(
    _ opening: String, _ closing: String, _ parts: [(inout [UInt8]) -> Void], _ bytes: inout [UInt8], _ indentation: Int
  ) {
    bytes += opening.utf8
    for (index, part) in parts.enumerated() {
      bytes += (index == 0 ? "\n" : ",\n").utf8
      bytes += repeatElement(UInt8(ascii: " "), count: 2 * (indentation + 1))
      part(&bytes)
    }
    if !parts.isEmpty {
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: 2 * indentation)
    }
    bytes += closing.utf8
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension Schema {
  /// The table as a list of objects, one per row, with null where a cell is empty.
  public func json(rows: some Sequence<Row>) -> JSONValue {
    .list(
      rows.map { row in
        .object(
          Dictionary(
            columns.map { ($0.name, JSONValue($0.value(row))) }, uniquingKeysWith: { first, _ in first }))
      })
  }
}
