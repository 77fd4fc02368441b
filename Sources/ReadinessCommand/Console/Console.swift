import Foundation
import Survey

/// Where a command speaks: data on standard output, messages on standard error.
struct Console: Sendable {
  /// Writes data; throws a fault with code 73 when it cannot.
  let writeData: @Sendable ([UInt8]) throws(CommandFault) -> Void
  /// Writes a message.
  let writeMessage: @Sendable (String) -> Void
  /// Whether messages go to a terminal that a person looks at.
  let isTerminal: Bool
  /// Whether words may be coloured.
  let isColored: Bool
  /// Whether notes and progress are left out.
  var isQuiet = false

  /// The console of the process.
  static func standard(
    environment: [String: String] = ProcessInfo.processInfo.environment, quiet: Bool = false
  ) -> Console {
    let isTerminal = isatty(STDERR_FILENO) == 1
    return Console(
      writeData: { (bytes: [UInt8]) throws(CommandFault) in
        try Descriptor.write(bytes, to: STDOUT_FILENO, named: "standard output")
      },
      writeMessage: { text in
        try? Descriptor.write(Array(text.utf8), to: STDERR_FILENO, named: "standard error")
      }, isTerminal: isTerminal, isColored: isTerminal && Self.wantsColor(environment), isQuiet: quiet)
  }

  /// Whether a terminal with these settings wants coloured words.
  static func wantsColor(_ environment: [String: String]) -> Bool {
    (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Says something that a person may like to know; silent with `--quiet`.
  func note(_ text: String) {
    if !isQuiet { writeMessage("\(text)\n") }
  }

  /// Says something that a person must know.
  func warn(_ text: String) { writeMessage("\(painted("warning:", 33)) \(text)\n") }

  /// Says why the command stops.
  func fail(_ text: String) { writeMessage("\(painted("error:", 31)) \(text)\n") }

  /// Prints faults as they are, one a line.
  func list(_ faults: [Fault]) {
    for fault in faults { writeMessage("\(fault.description)\n") }
  }

  /// The most notices that are printed.
  static let mostNotices = 20

  /// Says what a person may like to know about the answers: the first of many notices, and in `all` where the rest is.
  func notices(_ notices: [Fault], all: String) {
    for notice in notices.prefix(Self.mostNotices) { note(notice.description) }
    let more = notices.count - Self.mostNotices
    if more > 0 { note("… and \(more) more notice\(more == 1 ? "" : "s"); \(all).") }
  }

  /// Shows what is going on, on a terminal only; the next line writes over it.
  func progress(_ text: String) {
    if isTerminal, !isQuiet { writeMessage("\r\u{1B}[K\(text) …") }
  }

  /// Takes the last line of progress away.
  func endProgress() {
    if isTerminal, !isQuiet { writeMessage("\r\u{1B}[K") }
  }

  private func painted(_ word: String, _ color: Int) -> String {
    isColored ? "\u{1B}[\(color)m\(word)\u{1B}[0m" : word
  }
}
