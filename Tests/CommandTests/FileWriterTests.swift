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

  @Test func `an input is never written over, whatever path it is named by`() throws {
    try Tool.inFolder { tool in
      try tool.write("answers", to: "a.csv")
      try FileManager.default.createDirectory(at: tool.url("survey"), withIntermediateDirectories: true)
      try tool.write("items", to: "survey/items.csv")
      try FileManager.default.createSymbolicLink(at: tool.url("b.csv"), withDestinationURL: tool.url("a.csv"))
      let inputs = [tool.url("a.csv").path(), tool.url("survey").path()]
      for name in ["a.csv", "b.csv", "survey/../a.csv", "survey/items.csv"] {
        let writer = FileWriter(path: tool.folder.path() + "/" + name, force: true, inputs: inputs)
        #expect { try writer.check() } throws: {
          ($0 as? CommandFault)?.message.contains("an input of this run") ?? false
        }
      }
      try FileWriter(path: tool.url("survey/new.csv").path(), force: true, inputs: inputs).check()
    }
  }

  @Test func `a missing folder is refused early, unless it is written before`() throws {
    try Tool.inFolder { tool in
      let (path, folder) = (tool.url("k/p.csv").path(), tool.url("k").path())
      #expect { try FileWriter(path: path, force: false).check() } throws: {
        ($0 as? CommandFault)?.message.contains("is not there. Make it first") ?? false
      }
      try FileWriter(path: path, force: false, folder: folder).check()
      #expect(throws: CommandFault.self) { try FileWriter(path: folder, force: false, folder: folder).check() }
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
