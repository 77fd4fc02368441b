import Foundation
import Testing

@testable import ReadinessCommand

struct FileWriterTests {
  @Test func `a new file is written, an existing one only with force`() throws {
    try Tool.inFolder { tool in
      let path = tool.url("x.csv").path()
      try FileWriter(path: path, force: false).write(Array("one".utf8))
      #expect { try FileWriter(path: path, force: false).write([]) } throws: {
        ($0 as? CommandFault)?.code == .cannotWrite
      }
      #expect(try tool.text("x.csv") == "one")
      try FileWriter(path: path, force: true).write(Array("two".utf8))
      #expect(try tool.text("x.csv") == "two")
      #expect(try tool.names() == ["x.csv"])
    }
  }

  @Test func `a failure between two pieces leaves what was there`() throws {
    struct Stop: Error {}
    try Tool.inFolder { tool in
      try tool.write("old", to: "x.csv")
      #expect(throws: Stop.self) {
        try FileWriter(path: tool.url("x.csv").path(), force: true).write { write in
          try write([65])
          throw Stop()
        }
      }
      #expect(try tool.text("x.csv") == "old")
      #expect(try tool.names() == ["x.csv"])
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is a fault and not a success`() throws {
    #expect { try FileWriter(path: "/dev/full", force: false).write([65]) } throws: {
      ($0 as? CommandFault)?.message.contains("No space left on device") ?? false
    }
  }
}
