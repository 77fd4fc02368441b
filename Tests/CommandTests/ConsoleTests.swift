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
