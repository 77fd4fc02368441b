import Foundation
import Survey
import Synchronization
import Testing

@testable import ReadinessCommand

struct DeliveryTests {
  private func told(_ delivery: Delivery) -> String {
    let heard = Mutex("")
    let console = Console(
      writeData: { _ in }, writeMessage: { text in heard.withLock { $0 += text } }, isTerminal: false, isColored: false)
    let notices = (1...30).map { (row: Int) in
      Fault("kept", severity: .notice, file: "a.csv", row: row, message: "note")
    }
    delivery.tell(notices, console)
    return heard.withLock { $0 }
  }

  @Test func `the notices that are not printed are where the results are, or in a check`() {
    #expect(told(Delivery(output: "out")).hasSuffix("… and 10 more notices; the manifest lists them all.\n"))
    #expect(told(Delivery(json: true)).hasSuffix("the manifest lists them all.\n"))
    #expect(told(Delivery()).hasSuffix("“readiness check” lists them all.\n"))
    #expect(told(Delivery(output: "out", dryRun: true)).hasSuffix("“readiness check” lists them all.\n"))
  }

  @Test func `a folder that is there is refused before any work, but not in a dry run`() throws {
    try Tool.inFolder { tool in
      try FileManager.default.createDirectory(at: tool.url("kept"), withIntermediateDirectories: true)
      let folder = tool.url("kept").path(percentEncoded: false)
      #expect(throws: CommandFault.self) { try Delivery(output: folder).check(inputs: []) }
      #expect(throws: Never.self) { try Delivery(output: folder, force: true).check(inputs: []) }
      #expect(throws: Never.self) { try Delivery(output: folder, dryRun: true).check(inputs: []) }
    }
  }
}
