import Tabular

/// How far a cell reaches: a quotation mark without its pair turns the rows up to the next mark into one cell, which
/// then reads as a name or as a comment.
struct CellExtent {
  /// What a column may hold.
  enum Content {
    /// A code or a number.
    case oneLine
    /// An identifier or the name of a group.
    case name
    /// Whatever somebody wrote; the place of its column tells a line of a comment from a row.
    case freeText(column: Int, width: Int)
  }

  /// Characters of the longest name that is taken for one.
  static let longestName = 200
  /// A line of a comment with fewer commas is never taken for a row.
  static let fewestCommas = 20

  /// Lines of the content, at least one.
  private(set) var lines = 1
  /// Characters of the content.
  private let characters: Int
  /// The most commas on a line after the first.
  private var mostCommas = 0
  private let isDamaged: Bool

  /// - Parameter scan: a cell that ends; white space at the ends of its content does not count.
  init(_ scan: CellScan, in bytes: Span<UInt8>) {
    var content = scan
    content.trim(bytes)
    isDamaged = scan.damage != .none
    characters =
      content.end - content.start > CellExtent.longestName ? content.text(in: bytes).count : content.end - content.start
    var commas = 0
    for index in content.start..<content.end {
      switch bytes[index] {
      case 0x0D where index + 1 < content.end && bytes[index + 1] == 0x0A: break
      case 0x0A, 0x0D:
        if lines > 1 { mostCommas = max(mostCommas, commas) }
        lines += 1
        commas = 0
      case 0x2C: commas += 1
      default: break
      }
    }
    if lines > 1 { mostCommas = max(mostCommas, commas) }
  }

  /// Whether the cell took in what are rows of their own, as far as can be told, or is too long for a name.
  func isTooFar(for content: Content) -> Bool {
    switch content {
    case .oneLine: lines > 1
    case .name: lines > 1 || characters > CellExtent.longestName
    case .freeText(let column, let width):
      lines > 1
        && (isDamaged
          || mostCommas >= max(CellExtent.fewestCommas, column >= CellExtent.fewestCommas ? column : width - 1))
    }
  }

  /// The sentence, which never shows the content.
  var message: String {
    lines > 1
      ? "found a cell that takes in \(lines) lines of the file, expected one; a quotation mark in this row or in the last of "
        + "those lines lacks its pair: mend it, because the lines in between are not read as rows"
      : "found a cell of \(characters) characters, expected at most \(CellExtent.longestName); shorten it, or mend a comma or "
        + "a quotation mark that is missing"
  }
}
