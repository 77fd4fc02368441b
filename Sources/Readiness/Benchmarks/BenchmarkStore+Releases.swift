public import Disclosure
import GRDB
import Survey

extension BenchmarkStore {
  /// What has been published with the help of this store.
  ///
  /// - Throws: ``BenchmarkFault`` when the store cannot be read.
  public func ledger() throws(BenchmarkFault) -> ReleaseLedger { try read { db in try Self.ledger(db) } }

  /// Notes that organisations are about to be published beside peers, and answers which of them must be held back.
  ///
  /// Looking and noting are one transaction, so that two processes cannot both let out what only one of them may. What was let out
  /// before with the same answers is not noted again. Noted is noted: what is not published in the end still counts.
  ///
  /// - Parameters:
  ///   - records: the organisations.
  ///   - peers: those they are put beside, known to be fit to be shown together.
  ///   - day: the day of the release.
  /// - Returns: for the organisations that are held back, by name, the reason in plain words.
  /// - Throws: ``BenchmarkFault`` when the store cannot be read or written.
  public func release(
    _ records: [BenchmarkRecord], beside peers: [BenchmarkRecord], day: String
  ) throws(BenchmarkFault) -> [String: Phrase] {
    guard let kind = records.first?.kind else { return [:] }
    return try write { db in
      let ledger = try Self.ledger(db)
      let own = Release(survey: kind.survey, day: day, groups: records.map { $0.group(cut: "organisation") })
      let conflicts = ledger.conflicts(of: own, rule: SuppressionRule(minimum: Self.minimum))
      let held = Set(conflicts.map(\.group))
      let shown = own.groups.filter { !held.contains($0) }
      let release = Release(
        survey: kind.survey, day: day, groups: shown + (shown.isEmpty ? [] : peers.map { $0.group(cut: "peer") }))
      let news = ledger.news(in: release)
      if !news.isEmpty { try Self.insert(news, of: release, db) }
      let reasons = Dictionary(conflicts.map { ($0.group.key, $0.reason) }, uniquingKeysWith: { first, _ in first })
      return Dictionary(
        records.compactMap { record in reasons[record.key].map { (record.organization, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Looks which organisations would be held back, and notes nothing.
  ///
  /// - Throws: ``BenchmarkFault`` when the store cannot be read.
  public func withheld(_ records: [BenchmarkRecord]) throws(BenchmarkFault) -> [String: Phrase] {
    let ledger = try ledger()
    var reasons: [String: Phrase] = [:]
    for record in records {
      let release = Release(survey: record.kind.survey, day: "", groups: [record.group(cut: "organisation")])
      let conflicts = ledger.conflicts(of: release, rule: SuppressionRule(minimum: Self.minimum))
      reasons[record.organization] = conflicts.first?.reason
    }
    return reasons
  }

  static func ledger(_ db: Database) throws -> ReleaseLedger {
    let groups = Dictionary(
      grouping: try Row.fetchAll(db, sql: "SELECT * FROM released ORDER BY release, place")
    ) { $0["release"] as Int64 }
    let releases = try Row.fetchAll(db, sql: "SELECT * FROM release ORDER BY id").map { row in
      let id: Int64 = row["id"]
      return Release(
        number: Int(id), survey: row["survey"], day: row["day"],
        groups: (groups[id] ?? []).map {
          Release.Group(
            cut: $0["cut"], key: $0["key"], first: $0["first"], last: $0["last"], people: $0["people"],
            fingerprint: $0["fingerprint"])
        })
    }
    return ReleaseLedger(releases)
  }

  private static func insert(_ groups: [Release.Group], of release: Release, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO release (day, survey) VALUES (?, ?)", arguments: [release.day, release.survey])
    let id = db.lastInsertedRowID
    for (place, group) in groups.enumerated() {
      try db.execute(
        sql: "INSERT INTO released VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [id, place, group.cut, group.key, group.first, group.last, group.people, group.fingerprint])
    }
  }
}

extension BenchmarkRecord {
  /// The people behind the record, as the ledger notes them.
  func group(cut: String) -> Release.Group {
    Release.Group(
      cut: cut, key: key, first: collection.first, last: collection.last, people: people, fingerprint: fingerprint)
  }
}

extension ReleaseLedger.Conflict {
  /// Why the group is held back, in plain words; no number that could be subtracted.
  var reason: Phrase {
    """
    figures of nearly the same people were published before (release \(verbatim: "\(release)"), answers of \
    \(.day(iso: earlier.first)) to \(.day(iso: earlier.last))), and the difference would tell about fewer than five of them
    """
  }
}
