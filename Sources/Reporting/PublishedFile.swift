public import Readiness
public import Tabular

/// A file that a run writes: its name in the folder and its bytes.
public struct PublishedFile: Sendable, Hashable {
  /// `scores.csv`.
  public let name: String
  /// The bytes.
  public let bytes: [UInt8]
  /// The table that they hold; nil for a page or a document.
  public let table: PublishedTable?

  /// Makes a value from its parts.
  public init(name: String, bytes: [UInt8], table: PublishedTable? = nil) {
    self.name = name
    self.bytes = bytes
    self.table = table
  }

  /// The same file for another kind of reader; one that holds no table stays as it is.
  public func written(for profile: TableProfile) -> PublishedFile {
    guard let table else { return self }
    return PublishedFile(name: name, bytes: profile.bytes(of: table, plain: bytes), table: table)
  }

  /// Files are the same when their names and bytes are.
  public static func == (a: PublishedFile, b: PublishedFile) -> Bool { a.name == b.name && a.bytes == b.bytes }

  /// Hashes name and bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bytes)
  }
}

extension PublishedFile {
  /// A table as CSV, named after its schema.
  public init<Row>(_ schema: Schema<Row>, _ rows: [Row]) {
    self.init(name: "\(schema.name).csv", bytes: schema.csv(rows: rows), table: PublishedTable(schema, rows))
  }

  /// A report in the two forms that people read, under one name: a page for a browser and plain text.
  public static func pages(of report: Report, wording: Wording) -> [PublishedFile] {
    [
      PublishedFile(name: "\(report.name).html", bytes: HTMLPage(report, wording: wording).bytes),
      PublishedFile(name: "\(report.name).txt", bytes: Array(PlainText(wording: wording).text(of: report).utf8)),
    ]
  }
}

extension PublishedFile {
  /// `set-aside.csv`, where rows were set aside; nothing else.
  static func setAside(_ intake: Intake) -> [PublishedFile] {
    let rows = intake.setAside
    return rows.isEmpty ? [] : [PublishedFile(SetAsideRow.schema(of: rows), rows)]
  }
}
