import Survey
import Synchronization
import Testing

@testable import ReadinessCommand

struct ConsoleTests {
  @Test func `colour is off for NO_COLOR and for a dumb terminal`() {
    #expect(Console.wantsColor([:]))
    #expect(Console.wantsColor(["NO_COLOR": ""]))
    #expect(!Console.wantsColor(["NO_COLOR": "1"]))
    #expect(!Console.wantsColor(["TERM": "dumb"]))
  }

  @Test func `progress and notes are silent when they should be`() {
    let heard = Recorder()
    var console = heard.console(isTerminal: false)
    console.progress("Reading")
    console.endProgress()
    #expect(heard.text == "")
    console.note("done")
    #expect(heard.text == "done\n")
    console.isQuiet = true
    console.note("more")
    #expect(heard.text == "done\n")
    console.fail("bad")
    #expect(heard.text == "done\nerror: bad\n")
  }

  @Test func `of many notices the first are printed, and where the others are`() {
    let notices = (1...25).map { (row: Int) in
      Fault("kept", severity: .notice, file: "a.csv", row: row, message: "note \(row)")
    }
    for (count, last) in [
      (20, "note 20 [kept]"), (21, "… and 1 more notice; see there."), (25, "… and 5 more notices; see there."),
    ] {
      let heard = Recorder()
      heard.console(isTerminal: false).notices(Array(notices.prefix(count)), all: "see there")
      let lines = heard.text.split(separator: "\n")
      #expect(lines.count == min(count, 21))
      #expect(lines.last?.hasSuffix(last) == true, "\(heard.text)")
    }
    let heard = Recorder()
    var console = heard.console(isTerminal: false)
    console.isQuiet = true
    console.notices(notices, all: "see there")
    #expect(heard.text.isEmpty)
  }

  @Test func `on a terminal progress writes over itself`() {
    let heard = Recorder()
    let console = heard.console(isTerminal: true)
    console.progress("Reading")
    console.endProgress()
    #expect(heard.text == "\r\u{1B}[KReading …\r\u{1B}[K")
    console.warn("careful")
    #expect(heard.text.hasSuffix("\u{1B}[33mwarning:\u{1B}[0m careful\n"))
  }

  /// Keeps what a console says.
  private final class Recorder: Sendable {
    private let messages = Mutex("")
    var text: String { messages.withLock { $0 } }

    func console(isTerminal: Bool) -> Console {
      Console(
        writeData: { _ in }, writeMessage: { text in self.messages.withLock { $0 += text } }, isTerminal: isTerminal,
        isColored: isTerminal)
    }
  }
}
