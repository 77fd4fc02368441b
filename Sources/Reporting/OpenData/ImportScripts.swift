import Readiness
import Tabular

/// Scripts that read the tables of a folder into a statistics program, with types, labels and the words that columns may hold.
public struct ImportScripts: Sendable {
  let tables: [(file: PublishedFile, table: TableDescription)]

  /// Makes the scripts of the tables that a descriptor lists.
  public init(_ package: DataPackage) { tables = package.tables }

  /// `import.R`, `import.do`, `import.sps`; none where there is no table.
  public var files: [PublishedFile] {
    guard !tables.isEmpty else { return [] }
    return [
      PublishedFile(name: "import.R", bytes: Array(RScript(tables).text.utf8)),
      PublishedFile(name: "import.do", bytes: Array(StataScript(tables).text.utf8)),
      PublishedFile(name: "import.sps", bytes: Array(SPSSScript(tables).text.utf8)),
    ]
  }
}

extension TableDescription.Column {
  /// A label that fits into `limit` bytes of UTF-8, cut between words.
  func label(limit: Int) -> String {
    let text = unit.isEmpty ? meaning : "\(meaning) (\(unit))"
    guard text.utf8.count > limit else { return text }
    var label = ""
    for word in text.split(separator: " ") {
      guard label.utf8.count + word.utf8.count + 1 <= limit - 3 else { break }
      label += label.isEmpty ? String(word) : " \(word)"
    }
    return "\(label)…"
  }
}
