/// What one look at a cell of delimited text found: where its content is and what follows.
///
/// The grammar is RFC 4180 with LF, CRLF or CR between records. A quotation mark where the grammar has no place for one
/// (inside an unquoted cell, or text after a closing mark) is reported, and the rest of the cell is taken literally up to
/// the next comma or line end.
@frozen
package struct CellScan: Sendable {
  /// What ends a cell.
  @frozen
  package enum End: UInt8, Sendable {
    /// A comma: the record goes on.
    case comma
    /// A line end: the record is complete.
    case line
    /// The text ends without a line end.
    case text
  }

  /// What is wrong with the quotation marks of a cell.
  @frozen
  package enum Damage: UInt8, Sendable {
    /// Nothing.
    case none
    /// A quotation mark in an unquoted cell, or text after a closing one.
    case strayQuote
    /// The text ends inside a quoted cell.
    case openQuote
  }

  /// Where the content starts: after the opening quotation mark of a well-formed quoted cell.
  package var start: Int
  /// Where the content ends.
  package var end: Int
  /// Where the next cell starts.
  package var next: Int
  /// What ends the cell.
  package var terminator: End
  /// Whether the content holds doubled quotation marks that stand for one.
  package var hasDoubledQuotes: Bool
  /// What is wrong with the quotation marks.
  package var damage: Damage

  /// Looks at the cell that starts at `position`.
  @inlinable
  package init(_ bytes: Span<UInt8>, from position: Int) {
    start = position
    end = position
    next = position
    terminator = .text
    hasDoubledQuotes = false
    damage = .none
    let count = bytes.count
    var index = position
    if index < count, bytes[index] == 0x22 {
      index += 1
      start = index
      while true {
        guard index < count else {
          end = count
          next = count
          damage = .openQuote
          return
        }
        if bytes[index] != 0x22 {
          index += 1
        } else if index + 1 < count, bytes[index + 1] == 0x22 {
          hasDoubledQuotes = true
          index += 2
        } else {
          break
        }
      }
      end = index
      index += 1
      if index < count, bytes[index] != 0x2C, bytes[index] != 0x0A, bytes[index] != 0x0D {
        damage = .strayQuote
        hasDoubledQuotes = false
        start = position
      }
    }
    while index < count {
      let byte = bytes[index]
      if byte == 0x2C || byte == 0x0A || byte == 0x0D { break }
      if byte == 0x22 { damage = .strayQuote }
      index += 1
    }
    if damage == .strayQuote || start == position { end = index }
    guard index < count else {
      next = count
      return
    }
    if bytes[index] == 0x2C {
      terminator = .comma
      next = index + 1
    } else {
      terminator = .line
      next = bytes[index] == 0x0D && index + 1 < count && bytes[index + 1] == 0x0A ? index + 2 : index + 1
    }
  }

  /// Takes white space (blanks, tabs, line ends and non-breaking spaces) off both ends of the content.
  @inlinable
  package mutating func trim(_ bytes: Span<UInt8>) {
    while start < end {
      if bytes[start] <= 0x20 {
        start += 1
      } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if bytes[end - 1] == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
  }

  /// The content as text; bytes that are not UTF-8 become U+FFFD.
  package func text(in bytes: Span<UInt8>) -> String {
    var content: [UInt8] = []
    content.reserveCapacity(end - start)
    var index = start
    while index < end {
      content.append(bytes[index])
      index += hasDoubledQuotes && bytes[index] == 0x22 ? 2 : 1
    }
    return String(decoding: content, as: UTF8.self)
  }
}
