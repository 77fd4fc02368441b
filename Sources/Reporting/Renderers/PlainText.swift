public import Readiness

/// Renders a report as plain text, at most 100 characters wide, for a screen, a letter or a screen reader.
public struct PlainText: Sendable {
  /// The widest line.
  public let width: Int
  /// The language.
  public let wording: Wording

  /// A renderer; `width` is at least 40.
  public init(width: Int = 100, wording: Wording = .english) {
    precondition(width >= 40, "a page needs 40 characters")
    self.width = width
    self.wording = wording
  }

  /// The text, ending in a line feed.
  public func text(of report: Report) -> String {
    var lines = Self.wrap(say(report.title).uppercased(), width: width)
    lines += report.subtitles.flatMap { Self.wrap(say($0), width: width) }
    for stamp in report.stamps {
      lines.append("")
      lines += Self.wrap(say(stamp), width: width - 2).map { "| \($0)" }
    }
    for section in report.sections {
      let heading = Self.wrap(say(section.heading), width: width)
      lines += ["", ""] + heading
      lines.append(String(repeating: "-", count: heading.map(\.count).max() ?? 0))
      for block in section.blocks where !block.isChart { lines += [""] + self.lines(of: block) }
    }
    return lines.map(Self.withoutTrailingBlanks).joined(separator: "\n") + "\n"
  }

  /// A text without the characters that turn the direction of what follows, as on a page for a browser.
  private func say(_ phrase: Phrase) -> String { wording.text(phrase).withoutTurns }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .paragraph(let text): Self.wrap(say(text), width: width)
    case .headline(let text): Self.wrap(say(text), width: width - 4).map { "  > \($0)" }
    case .pages(let links):
      PageLink.texts(links).flatMap { Self.wrap(say($0), width: width, first: "  * ", rest: "    ") }
    case .points(let texts): texts.flatMap { Self.wrap(say($0), width: width, first: "  * ", rest: "    ") }
    case .table(let table): TableLayout(table, width: width, wording: wording).lines
    case .chart: []
    }
  }

  private static func withoutTrailingBlanks(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Breaks a text between words; a word that is longer than the line is cut.
  static func wrap(_ text: String, width: Int, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var empty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      var word = String(word)
      if !empty, line.count + 1 + word.count > width {
        lines.append(line)
        line = rest
        empty = true
      }
      while empty, line.count + word.count > width {
        // After a slash rather than in the middle of a word.
        let room = word.prefix(max(width - line.count, 1))
        let cut = room.lastIndex(of: "/").map { room[...$0] } ?? room
        lines.append(line + cut)
        word.removeFirst(cut.count)
        line = rest
      }
      line += empty ? word : " \(word)"
      empty = false
    }
    lines.append(line)
    return lines
  }
}
