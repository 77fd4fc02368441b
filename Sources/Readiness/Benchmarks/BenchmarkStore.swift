import Foundation
import GRDB
import Survey

/// A store of benchmarks: one SQLite file, no server.
///
/// Every change is one transaction, and a write-ahead log keeps what was committed whatever happens to the process. Several processes
/// may use one store; a writer waits for another, at most 30 seconds. The file is made readable for its owner alone, because
/// counts of an organisation's answers may be small.
///
/// A store holds records of any instruments, each found under its own ``BenchmarkKind``; the peers of an organisation are of its kind.
public struct BenchmarkStore: Sendable {
  /// The path of the file.
  public let path: String
  /// The base name, which messages carry.
  public let name: String
  private let database: DatabaseQueue

  /// How many seconds a process waits for another that is writing.
  static let patience = 30.0

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - creates: whether a file that is not there is made.
  /// - Throws: ``BenchmarkFault`` for a file that is missing, is no store, comes from a later version, or cannot be written.
  public init(path: String, creates: Bool = false) throws(BenchmarkFault) {
    self.path = path
    name = URL(filePath: path).lastPathComponent
    try Self.prepare(path, name: name, creates: creates)
    do {
      var configuration = Configuration()
      configuration.label = name
      configuration.busyMode = .timeout(Self.patience)
      configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
      database = try DatabaseQueue(path: path, configuration: configuration)
      try database.writeWithoutTransaction { db in try BenchmarkSchema.prepare(db, creates: creates) }
    } catch {
      throw Self.fault(error, name: name)
    }
  }

  /// Reads in one transaction.
  func read<Value>(_ body: (Database) throws -> Value) throws(BenchmarkFault) -> Value {
    do { return try database.read(body) } catch { throw Self.fault(error, name: name) }
  }

  /// Writes in one transaction: all of it or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(BenchmarkFault) -> Value {
    do { return try database.write(body) } catch { throw Self.fault(error, name: name) }
  }

  /// Whether SQLite finds the file sound, references between its tables included.
  package func isSound() throws(BenchmarkFault) -> Bool {
    try read { db in
      let answer = try String.fetchOne(db, sql: "PRAGMA integrity_check")
      return try answer == "ok" && Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil
    }
  }

  /// Looks at the file before SQLite does, so that nothing is made by mistake, and makes a new one for the owner alone.
  private static func prepare(_ path: String, name: String, creates: Bool) throws(BenchmarkFault) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard !isFolder.boolValue else {
        throw BenchmarkFault(
          .refused, [Fault("store-folder", file: name, message: "this is a folder; name the file of the store in it")])
      }
      return
    }
    guard creates else {
      throw BenchmarkFault(
        .missing,
        [
          Fault(
            "store-missing", file: name,
            message: "there is no such store; check the name, or make one with “readiness benchmark add”")
        ])
    }
    let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw BenchmarkFault(
        .unwritable,
        [
          Fault(
            "store-unwritable", file: name, message: "the store cannot be made here: \(reason); name another folder")
        ])
    }
    close(descriptor)
  }
}

extension BenchmarkStore {
  /// What an error of the database means; faults of our own pass through.
  static func fault(_ error: any Error, name: String) -> BenchmarkFault {
    if let fault = error as? BenchmarkFault { return fault }
    func fault(_ cause: BenchmarkFault.Cause, _ kind: Fault.Kind, _ message: String) -> BenchmarkFault {
      BenchmarkFault(cause, [Fault(kind, file: name, message: message)])
    }
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_NOTADB:
      return fault(.refused, "store-not-a-database", "this is not a store of benchmarks; name another file")
    case .SQLITE_CORRUPT:
      return fault(.refused, "store-damaged", "the store is damaged; bring it back from a copy")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      return fault(
        .unwritable, "store-unwritable",
        "the store or its folder cannot be written to; check permissions, or copy it to a folder of your own")
    case .SQLITE_FULL:
      return fault(.unwritable, "store-full", "the disk is full; nothing was changed, so make room and try again")
    case .SQLITE_IOERR:
      return fault(.unwritable, "store-unwritable", "the disk did not take what was written; nothing was changed")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return fault(
        .unwritable, "store-busy",
        "another program has been writing to the store for \(Int(patience)) seconds; nothing was changed, so try again")
    case let code?:
      return fault(.refused, "store-failed", "the store answered \(code); nothing was changed")
    case nil:
      return fault(.unwritable, "store-failed", "the store cannot be used; nothing was changed")
    }
  }
}
