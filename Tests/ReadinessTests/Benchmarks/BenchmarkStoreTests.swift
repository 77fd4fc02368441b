import Disclosure
import Foundation
import GRDB
import Testing

@testable import Readiness

@Suite struct BenchmarkStoreTests {
  private typealias Sample = SampleBenchmarks

  private func cause(_ body: () throws -> Void) -> (cause: BenchmarkFault.Cause, text: String)? {
    do {
      try body()
      return nil
    } catch {
      return (error as? BenchmarkFault).map { ($0.cause, $0.description) }
    }
  }

  @Test("What was added is read back the same, by another that opens the store too")
  func roundTrip() throws {
    try Sample.inFolder { path in
      let records = [Sample.record("Brecon", error: nil), Sample.record("Aber", score: 61.25, people: 12)]
      try BenchmarkStore(path: path, creates: true).add(records)
      let read = try BenchmarkStore(path: path).records()
      #expect(read.map(\.record) == [records[1], records[0]])
      #expect(read.allSatisfy { $0.frozen.isEmpty })
      #expect(try BenchmarkStore(path: path).isSound())
      let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(permissions == 0o600)
    }
  }

  @Test("Days that overlap are refused, with all that was in the same call; later days are another wave")
  func overlap() throws {
    try Sample.inFolder { path in
      let store = try BenchmarkStore(path: path, creates: true)
      try store.add([Sample.record("Aber")])
      let again = cause {
        try store.add([
          Sample.record("Conwy"), Sample.record(" aber ", first: "2026-03-31", last: "2026-04-02", answer: "4"),
        ])
      }
      #expect(again?.cause == .refused)
      #expect(again?.text.contains("2026-03-01 to 2026-03-31 already, and these overlap") == true)
      #expect(try store.records().map(\.record.organization) == ["Aber"])
      try store.add([Sample.record("Aber", first: "2026-09-01", last: "2026-09-30")])
      #expect(try store.remove(organization: "ABER", first: "2026-09-01") == 1)
      #expect(try store.records().count == 1)
      let nearly = cause { _ = try store.remove(organization: "Abre") }
      #expect(nearly?.cause == .misused && nearly?.text.contains("did you mean “Aber”?") == true)
    }
  }

  @Test("Nothing of fewer than five people can be stored, whoever asks")
  func few() throws {
    try Sample.inFolder { path in
      let store = try BenchmarkStore(path: path, creates: true)
      #expect(cause { try store.add([Sample.record("Aber"), Sample.record("Small", people: 4)]) }?.cause == .refused)
      #expect(try store.records().isEmpty)
    }
  }

  @Test("Peers are of one form, version and scoring; the reason is told, most telling first")
  func unlike() throws {
    try Sample.inFolder { path in
      let store = try BenchmarkStore(path: path, creates: true)
      try store.add([Sample.record("Aber"), Sample.record("Brecon")])
      let reasons = [
        (Sample.kind(instrument: "other", form: "full"), "the form “short” and of the form “full”"),
        (Sample.kind(instrument: "other"), "ask different questions"),
        (Sample.kind(version: "2.0.0"), "versions 1.0.0 and 2.0.0"),
        (Sample.kind(scoring: "geometric"), "made another way"),
      ]
      for (kind, words) in reasons {
        let refusal = cause { _ = try store.peers(of: kind) }
        #expect(refusal?.cause == .refused && refusal?.text.contains(words) == true, "\(words)")
      }
      try store.add([Sample.record("Conwy", kind: Sample.kind(version: "2.0.0"))])
      let peers = try store.peers(of: Sample.kind)
      #expect(peers.records.map(\.record.organization) == ["Aber", "Brecon"] && peers.unlike == 1)
    }
  }

  @Test("Frozen peers keep members and figures when more is added; their members stay until they are let go")
  func frozen() throws {
    try Sample.inFolder { path in
      let store = try BenchmarkStore(path: path, creates: true)
      try store.add([Sample.record("Aber", score: 40), Sample.record("Brecon", score: 60)])
      let first = try store.freeze("wave 1", kind: Sample.kind)
      try store.add([
        Sample.record("Conwy"), Sample.record("Aber", score: 99, first: "2026-09-01", last: "2026-09-02"),
      ])
      #expect(try store.peers(of: Sample.kind, frozen: "wave 1") == first)
      #expect(try store.peers(of: Sample.kind).records.map(\.record.figures[0].value) == [99, 60, 50])
      #expect(cause { _ = try store.freeze("wave 1", kind: Sample.kind) }?.cause == .refused)
      #expect(cause { _ = try store.remove(organization: "Brecon") }?.text.contains("“wave 1”") == true)
      let unlike = cause { _ = try store.peers(of: Sample.kind(form: "full"), frozen: "wave 1") }
      #expect(unlike?.text.contains("do not compare with these answers") == true)
      let misnamed = cause { _ = try store.peers(of: Sample.kind, frozen: "wave1") }
      #expect(misnamed?.cause == .misused && misnamed?.text.contains("“wave 1”") == true)
      try store.thaw("wave 1")
      #expect(try store.remove(organization: "Brecon") == 1)
    }
  }

  @Test("Late replies are held back after a release, whether they come to be compared or to be added")
  func releases() throws {
    try Sample.inFolder { path in
      let store = try BenchmarkStore(path: path, creates: true)
      let (own, peer) = (Sample.record("Own", people: 20), Sample.record("Aber"))
      #expect(try store.release([own], beside: [peer], day: "2026-11-21").isEmpty)
      // The same figures again are nothing new.
      #expect(try store.release([own], beside: [peer], day: "2026-11-22").isEmpty)
      #expect(try store.ledger().releases.map { $0.groups.map(\.cut) } == [["organisation", "peer"]])
      let late = Sample.record("Own", people: 21, last: "2026-04-02")
      for reason in [try store.withheld([late]), try store.release([late], beside: [peer], day: "2026-11-23")] {
        #expect(reason["Own"]?.english.contains("release 1, answers of 1 March 2026 to 31 March 2026") == true)
      }
      #expect(cause { try store.add([late]) }?.text.contains("fewer than five") == true)
      #expect(try store.release([Sample.record("Own", people: 25)], beside: [peer], day: "2026-11-24").isEmpty)
      #expect(try store.ledger().releases.count == 2)
    }
  }

  @Test("What is no store, of a later version, missing or a folder is refused in plain words and left alone")
  func strangers() throws {
    try Sample.inFolder { path in
      #expect(cause { _ = try BenchmarkStore(path: path) }?.cause == .missing)
      #expect(!FileManager.default.fileExists(atPath: path))
      let text = Data(String(repeating: "not a database at all\n", count: 100).utf8)
      try text.write(to: URL(filePath: path))
      #expect(cause { _ = try BenchmarkStore(path: path, creates: true) }?.text.contains("not a store") == true)
      #expect(try Data(contentsOf: URL(filePath: path)) == text)
      try FileManager.default.removeItem(atPath: path)
      let other = try DatabaseQueue(path: path)
      try other.write { try $0.execute(sql: "CREATE TABLE songs (name TEXT)") }
      #expect(cause { _ = try BenchmarkStore(path: path, creates: true) }?.text.contains("another program") == true)
      #expect(try other.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") } == ["songs"])
      let folder = URL(filePath: path).deletingLastPathComponent().path()
      #expect(cause { _ = try BenchmarkStore(path: folder, creates: true) }?.text.contains("this is a folder") == true)
      let nowhere = cause { _ = try BenchmarkStore(path: "\(path)-no/b.sqlite", creates: true) }
      #expect(nowhere?.cause == .unwritable && nowhere?.text.contains("No such file or directory") == true)
    }
    try Sample.inFolder { path in
      try BenchmarkStore(path: path, creates: true).add([Sample.record("Aber")])
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "PRAGMA user_version = 7") }
      let later = cause { _ = try BenchmarkStore(path: path) }
      #expect(later?.cause == .refused && later?.text.contains("version 7 and this program knows 1") == true)
    }
  }

  @Test("A full disk and a busy store change nothing and say so")
  func full() throws {
    try Sample.inFolder { path in
      let store = try BenchmarkStore(path: path, creates: true)
      try store.add([Sample.record("Aber")])
      let full = cause {
        try store.write { db in
          // The fewest pages that the file can have: the next one does not fit.
          try db.execute(sql: "PRAGMA max_page_count = 1")
          for number in 0..<500 {
            try db.execute(
              sql: "INSERT INTO release (day, survey) VALUES (?, ?)",
              arguments: ["2026-11-21", String(repeating: "x", count: 900) + "\(number)"])
          }
        }
      }
      #expect(full?.cause == .unwritable && full?.text.contains("the disk is full; nothing was changed") == true)
      #expect(try store.records().count == 1)
      #expect(try store.ledger().releases.isEmpty)
      let codes: [(ResultCode, String)] = [
        (.SQLITE_BUSY, "another program"), (.SQLITE_READONLY, "permissions"), (.SQLITE_IOERR, "did not take"),
        (.SQLITE_CORRUPT, "damaged"),
      ]
      for (code, words) in codes {
        let fault = BenchmarkStore.fault(DatabaseError(resultCode: code), name: "b.sqlite")
        #expect(fault.description.hasPrefix("b.sqlite: error: ") && fault.description.contains(words))
      }
    }
  }

  @Test("A process that is killed in the middle of a transaction leaves the store as it was")
  func killed() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readiness-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "b.sqlite").path()
    try BenchmarkStore(path: path, creates: true).add([Sample.record("Aber"), Sample.record("Brecon")])
    let before = try BenchmarkStore(path: path).records()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try BenchmarkStore(path: path)
      try store.write { db in
        // More than the cache holds, so that the log has pages of a transaction that never ends.
        for number in 0..<6_000 {
          try db.execute(
            sql: "INSERT INTO release (day, survey) VALUES (?, ?)",
            arguments: ["2026-11-21", String(repeating: "x", count: 900) + "\(number)"])
        }
        try db.execute(sql: "DELETE FROM record")
        kill(getpid(), SIGKILL)
      }
    }
    let log = try FileManager.default.attributesOfItem(atPath: "\(path)-wal")[.size] as? Int
    #expect((log ?? 0) > 1_000_000)
    let store = try BenchmarkStore(path: path)
    #expect(try store.isSound())
    #expect(try store.records() == before && store.ledger().releases.isEmpty)
    try store.add([Sample.record("Conwy")])
    #expect(try store.records().count == 3)
  }
}
