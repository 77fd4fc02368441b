import GRDB
import Survey

/// The organisations that others are put beside.
public struct BenchmarkPeers: Sendable, Hashable {
  /// The name under which they are frozen; nil for those that are in the store now.
  public let name: String?
  /// Their records, by organisation.
  public let records: [StoredBenchmark]
  /// Records that the store holds of other kinds, and so not among them.
  public let unlike: Int
  /// How they were chosen among those in the store; nil for all.
  public let choice: PeerChoice?

  init(name: String?, records: [StoredBenchmark], unlike: Int, choice: PeerChoice? = nil) {
    (self.name, self.records, self.unlike, self.choice) = (name, records, unlike, choice)
  }

  /// Who they are and what they answered as one text, to be hashed for provenance: the same text, the same figures.
  package var provenance: String {
    records.map { benchmark in
      let record = benchmark.record
      return
        "\(record.key)\t\(record.collection.first)\t\(record.collection.last)\t\(record.people)\t\(record.fingerprint)\n"
    }.joined()
  }
}

extension BenchmarkStore {
  /// The peers of a kind: those frozen under a name, or the latest record of every organisation.
  ///
  /// - Throws: ``BenchmarkFault`` for a name that nothing is frozen under, and where every record is of another kind, with the reason.
  public func peers(of kind: BenchmarkKind, frozen name: String? = nil) throws(BenchmarkFault) -> BenchmarkPeers {
    try read { db in try peers(of: kind, frozen: name, db) }
  }

  /// Freezes the present peers of a kind under a name; they stay as they are when more is added.
  ///
  /// - Throws: ``BenchmarkFault`` for a name that is taken, and where there are no peers.
  public func freeze(_ name: String, kind: BenchmarkKind) throws(BenchmarkFault) -> BenchmarkPeers {
    try write { db in
      guard try Row.fetchOne(db, sql: "SELECT 1 FROM peers WHERE name = ?", arguments: [name]) == nil else {
        throw BenchmarkFault(
          .refused,
          [
            Fault(
              "peers-frozen", file: self.name,
              message:
                "peers are frozen under the name “\(name)” already and stay as they are; use --peers, or another name")
          ])
      }
      let peers = try peers(of: kind, frozen: nil, db)
      guard !peers.records.isEmpty else {
        throw BenchmarkFault(
          .refused, [Fault("no-peers", file: self.name, message: "the store is empty, so there are no peers to freeze")]
        )
      }
      try db.execute(
        sql: "INSERT INTO peers VALUES (?, ?, ?, ?, ?)",
        arguments: [name, kind.instrument, kind.version, kind.form, kind.scoring])
      for peer in peers.records { try db.execute(sql: "INSERT INTO peer VALUES (?, ?)", arguments: [name, peer.id]) }
      return try self.peers(of: kind, frozen: name, db)
    }
  }

  /// Lets frozen peers go; the records stay.
  ///
  /// - Throws: ``BenchmarkFault`` when no peers have this name, or the store cannot be written.
  public func thaw(_ name: String) throws(BenchmarkFault) {
    try write { db in
      _ = try kind(frozen: name, db)
      try db.execute(sql: "DELETE FROM peers WHERE name = ?", arguments: [name])
    }
  }

  private func peers(of kind: BenchmarkKind, frozen name: String?, _ db: Database) throws -> BenchmarkPeers {
    if let name {
      if let reason = kind.difference(from: try self.kind(frozen: name, db)) {
        throw unlike("the frozen peers “\(name)” do not compare with these answers: \(reason)")
      }
      let ids = try Int64.fetchSet(db, sql: "SELECT record FROM peer WHERE peers = ?", arguments: [name])
      return BenchmarkPeers(name: name, records: try Self.records(db, ids: ids), unlike: 0)
    }
    let all = try Self.records(db)
    let like = all.filter { kind.difference(from: $0.record.kind) == nil }
    if like.isEmpty, let other = all.first, let reason = kind.difference(from: other.record.kind) {
      throw unlike("none of its \(all.count) records compares with these answers: \(reason)")
    }
    // Records stand in the order of their days, so the last of an organisation is its latest.
    let latest = Dictionary(like.map { ($0.record.key, $0.id) }, uniquingKeysWith: { $1 })
    return BenchmarkPeers(
      name: nil, records: like.filter { latest[$0.record.key] == $0.id }, unlike: all.count - like.count)
  }

  private func unlike(_ message: String) -> BenchmarkFault {
    BenchmarkFault(.refused, [Fault("unlike-benchmarks", file: name, message: message)])
  }

  /// The kind of frozen peers.
  private func kind(frozen name: String, _ db: Database) throws -> BenchmarkKind {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM peers WHERE name = ?", arguments: [name]) else {
      let known = try String.fetchAll(db, sql: "SELECT name FROM peers ORDER BY name")
      let hint = NearestName.of(name, in: known).map { "; did you mean “\($0)”?" } ?? ""
      throw BenchmarkFault.misnamed("no peers are frozen under the name “\(name)”\(hint)", file: self.name)
    }
    return BenchmarkKind(
      instrument: row["instrument"], version: row["version"], form: row["form"], scoring: row["scoring"])
  }
}
