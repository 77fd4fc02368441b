import Foundation
import GRDB
import Survey

/// The tables of a store, by version: each version is made from the one before, in one transaction.
enum BenchmarkSchema {
  /// Marks a file as a store of benchmarks (`RDNS`), so that the database of another program is never touched.
  static let application = 0x5244_4E53

  /// What makes each version from the one before.
  static let steps = [
    """
    CREATE TABLE record (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL, organisation TEXT NOT NULL,
      instrument TEXT NOT NULL, version TEXT NOT NULL, form TEXT NOT NULL, scoring TEXT NOT NULL,
      first TEXT NOT NULL, last TEXT NOT NULL CHECK (last >= first), method TEXT NOT NULL, ticks TEXT NOT NULL,
      people INTEGER NOT NULL CHECK (people >= 5)
    );
    CREATE INDEX record_by_key ON record (instrument, version, key);
    CREATE TABLE figure (
      record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, place INTEGER NOT NULL,
      measure TEXT NOT NULL, people INTEGER NOT NULL CHECK (people >= 5), value REAL NOT NULL CHECK (value BETWEEN 0 AND 100),
      deviation REAL, error REAL,
      PRIMARY KEY (record, place)
    ) WITHOUT ROWID;
    CREATE TABLE answer (
      record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, place INTEGER NOT NULL,
      item TEXT NOT NULL, answer TEXT NOT NULL, people INTEGER NOT NULL CHECK (people > 0),
      PRIMARY KEY (record, place)
    ) WITHOUT ROWID;
    CREATE TABLE peers (
      name TEXT PRIMARY KEY NOT NULL,
      instrument TEXT NOT NULL, version TEXT NOT NULL, form TEXT NOT NULL, scoring TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE peer (
      peers TEXT NOT NULL REFERENCES peers ON DELETE CASCADE, record INTEGER NOT NULL REFERENCES record ON DELETE RESTRICT,
      PRIMARY KEY (peers, record)
    ) WITHOUT ROWID;
    CREATE INDEX peer_by_record ON peer (record);
    CREATE TABLE release (id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, survey TEXT NOT NULL);
    CREATE TABLE released (
      release INTEGER NOT NULL REFERENCES release, place INTEGER NOT NULL,
      cut TEXT NOT NULL, key TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, people INTEGER NOT NULL,
      fingerprint TEXT NOT NULL,
      PRIMARY KEY (release, place)
    ) WITHOUT ROWID;
    """
  ]

  /// Checks that the file is a store, switches the write-ahead log on, and brings the tables to the present version.
  static func prepare(_ db: Database, creates: Bool) throws {
    try check(db, creates: creates)
    try patiently { try db.execute(sql: "PRAGMA journal_mode = WAL") }
    guard try version(db) < steps.count else { return }
    try db.inTransaction(.immediate) {
      // Another process may have made the tables meanwhile.
      for step in steps.dropFirst(try version(db)) { try db.execute(sql: step) }
      try db.execute(sql: "PRAGMA application_id = \(application)")
      try db.execute(sql: "PRAGMA user_version = \(steps.count)")
      return .commit
    }
  }

  /// Refuses files that are no store, or one of a later version.
  private static func check(_ db: Database, creates: Bool) throws {
    let name = db.configuration.label ?? "the store"
    let mark = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0 == 0
    guard mark == application || (mark == 0 && isEmpty && creates) else {
      throw BenchmarkFault(
        .refused,
        [
          Fault(
            "store-not-ours", file: name,
            message: isEmpty
              ? "this file is empty and no store of benchmarks; make one with “readiness benchmark add”"
              : "this is the database of another program and no store of benchmarks; name another file")
        ])
    }
    let found = try version(db)
    guard found <= steps.count else {
      throw BenchmarkFault(
        .refused,
        [
          Fault(
            "store-from-later-version", file: name,
            message:
              "the store has tables of version \(found) and this program knows \(steps.count); use a later readiness")
        ])
    }
  }

  private static func version(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }

  /// Tries again for a while: switching the log on does not always wait for another process.
  private static func patiently(_ body: () throws -> Void) throws {
    for _ in 0..<200 {
      do {
        return try body()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED {
        usleep(50_000)
      }
    }
    try body()
  }
}
