import Readiness
public import Survey
public import Tabular

/// `datapackage.json`: every table of a folder in the form that data tools read, made from the declarations that write the tables.
///
/// - Source: Data Package standard, version 2 (2024), https://datapackage.org/standard/data-package/.
public struct DataPackage: Sendable {
  let name: String
  let title: String
  let profile: TableProfile
  /// The names of the files that the tables were made from.
  let sources: [String]
  /// The SHA-256 sum of each file in hexadecimal digits, by its name.
  let sums: [String: String]

  /// Makes a descriptor of the files that hold tables; `name` is lower case letters, digits and dashes, `sums` the SHA-256 sum of each file in
  /// hexadecimal digits, by its name.
  public init(
    name: String, title: String, files: [PublishedFile], profile: TableProfile, instrument: Instrument,
    sources: [String], sums: [String: String]
  ) {
    (self.name, self.title, self.profile) = (name, title, profile)
    (self.sources, self.sums) = (sources, sums)
    tables = Self.tables(files, vocabulary: Self.vocabulary(instrument))
  }

  /// The document.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "$schema": .text("https://datapackage.org/profiles/2.0/datapackage.json"), "name": .text(name),
      "title": .text(title),
      "description": .text(
        "Each table says in its columns what it holds. Where there is no number the cell is empty and a status word says why."
      ),
      "resources": .list(tables.map(resource)),
    ]
    if !sources.isEmpty { members["sources"] = .list(sources.map { .object(["title": .text($0)]) }) }
    return .object(members)
  }

  /// The tables, each with the words that its columns may hold, in the order of their files.
  public let tables: [(file: PublishedFile, table: TableDescription)]

  private static func tables(
    _ files: [PublishedFile], vocabulary: [String: [ColumnCategory]]
  ) -> [(file: PublishedFile, table: TableDescription)] {
    files.compactMap { file in
      guard var table = file.table?.description else { return nil }
      for index in table.columns.indices
      where table.columns[index].type == .string && table.columns[index].categories.isEmpty {
        table.columns[index].categories = vocabulary[table.columns[index].name] ?? []
      }
      return (file, table)
    }.sorted { $0.file.name < $1.file.name }
  }

  private func resource(_ file: PublishedFile, _ table: TableDescription) -> JSONValue {
    var members: [String: JSONValue] = [
      "$schema": .text("https://datapackage.org/profiles/2.0/dataresource.json"), "type": .text("table"),
      "name": .text(table.name), "path": .text(file.name), "description": .text(table.meaning), "format": .text("csv"),
      "mediatype": .text("text/csv"), "encoding": .text("utf-8"), "bytes": .integer(file.bytes.count),
      "dialect": .object([
        "$schema": .text("https://datapackage.org/profiles/2.0/tabledialect.json"), "delimiter": .text(","),
        "header": .boolean(true),
        "lineTerminator": .text(profile == .excel ? "\r\n" : "\n"),
      ]),
      "schema": .object([
        "$schema": .text("https://datapackage.org/profiles/2.0/tableschema.json"),
        "fields": .list(table.columns.map(field)),
        "missingValues": JSONValue(profile == .excel ? [""] + Mark.allCases.map(\.rawValue) : [""]),
      ]),
    ]
    if let sum = sums[file.name] { members["hash"] = .text("sha256:\(sum)") }
    return .object(members)
  }

  private func field(_ column: TableDescription.Column) -> JSONValue {
    var members: [String: JSONValue] = [
      "name": .text(column.name), "type": .text(column.type.rawValue),
      "title": .text(column.name.replacing("_", with: " ")),
      "description": .text(
        column.unit.isEmpty ? column.meaning : "\(column.meaning) Unit: \(column.unit)."),
    ]
    if !column.categories.isEmpty {
      members["categories"] = .list(
        column.categories.map { .object(["value": .text($0.value), "label": .text($0.label)]) })
      members["constraints"] = .object(["enum": JSONValue(column.categories.map(\.value))])
    } else if let range = ValueRange.of(unit: column.unit) {
      members["constraints"] = .object(["minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)])
    } else if column.type == .integer, ["people", "answers", "organisations", "cases"].contains(column.unit) {
      members["constraints"] = .object(["minimum": .integer(0)])
    }
    return .object(members)
  }

  /// What the codes of an instrument mean, by the names of the columns that hold them.
  static func vocabulary(_ instrument: Instrument) -> [String: [ColumnCategory]] {
    let dimensions = instrument.dimensions.map { ColumnCategory($0.id, $0.label.english) }
    return [
      "dimension": dimensions,
      "factor": instrument.budget?.factors.map { ColumnCategory($0.id, $0.label.english) } ?? [],
      "item": instrument.ratings.map { ColumnCategory($0.code, $0.text.english) },
    ]
  }
}

/// The lowest and the highest value that a unit allows.
enum ValueRange {
  /// The range; nil for a unit without one.
  static func of(unit: String) -> ClosedRange<Double>? {
    switch unit {
    case "points 0–100", "points of 100": 0...100
    case "share 0–1", "probability": 0...1
    case "points": -100...100
    default: nil
    }
  }
}

extension ClosedRange<Double> {
  /// `0–100`, or `-100 to 100`, where a dash would be read as a sign.
  var text: String {
    "\(NumberText.shortest(lowerBound))\(lowerBound < 0 ? " to " : "–")\(NumberText.shortest(upperBound))"
  }
}
