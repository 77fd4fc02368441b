import Tabular

/// A file of words with a column for each language, read with the place of every cell.
///
/// What both files of words share: which columns there are, and which language each of them is in.
struct WordsTable {
  /// A row: its place, its first column and the text of each language that has one.
  struct Row {
    let place: FilePlace
    let key: String
    let texts: [String: String]
  }

  let file: String
  let log: FaultLog
  /// The languages that have a column, in the order of the file.
  private(set) var languages: [String] = []
  private(set) var rows: [Row] = []
  /// How a language's column is headed: `text_cy`, or `cy`.
  private let prefix: String

  /// Reads a file; what is wrong with it goes to the log.
  ///
  /// - Parameters:
  ///   - key: The heading of the column that names a row; no two rows have the same.
  ///   - prefix: What stands before a language's code in the heading of its column.
  ///   - others: Headings of columns that are for people alone.
  init(bytes: [UInt8], file: String, key: String, prefix: String, others: [String] = [], log: FaultLog) {
    (self.file, self.log, self.prefix) = (file, log, prefix)
    let table: Table
    do { table = try Table(name: file, bytes: bytes) } catch {
      for fault in error.faults {
        let place = FilePlace(file: file, row: fault.row, column: fault.column)
        log.add(Fault.Kind(rawValue: fault.kind.rawValue), at: place, fault.message)
      }
      return
    }
    let required = key == prefix + "en" ? [key] : [key, prefix + "en"]
    let known = required + others
    for (index, heading) in table.headings.enumerated() where !known.contains(heading) {
      let place = FilePlace(file: file, row: 1, column: index + 1)
      let code = String(heading.dropFirst(heading.hasPrefix(prefix) ? prefix.count : 0))
      guard heading == prefix + code, Language.isCode(code) else {
        log.add(
          .unknownInstrumentColumn, at: place,
          "found the column “\(heading)”, expected \(known.joined(separator: ", ")) and \(prefix)cy or another language's code; mend its name, or remove it"
        )
        continue
      }
      languages.append(code)
    }
    var places: [String: Int] = [:]
    for (index, heading) in table.headings.enumerated() where places.updateValue(index, forKey: heading) != nil {
      log.add(
        .duplicateCode, at: FilePlace(file: file, row: 1, column: index + 1),
        "found the column “\(heading)” twice, expected it once; remove one")
    }
    for heading in required where places[heading] == nil {
      log.add(
        .missingColumn, at: FilePlace(file: file, row: 1),
        "the column “\(heading)” is missing, expected \(known.joined(separator: ", ")); add it")
    }
    guard log.faults.isEmpty, let keys = places[key] else { return }
    languages = ["en"] + languages.filter { $0 != "en" }
    var first: [String: Int] = [:]
    for record in table.records {
      let place = FilePlace(file: file, row: record.row, column: keys + 1, heading: key)
      let texts = languages.compactMap { language in places[prefix + language].map { (language, record.cells[$0]) } }
      let name = record.cells[keys]
      if let earlier = first.updateValue(record.row, forKey: name) {
        log.add(
          .duplicateText, at: place,
          "found “\(name)”, which row \(earlier) has too, expected every text once; remove one of the rows")
      }
      if name.isEmpty { log.add(.textMissing, at: place, "found no text, expected one; write it, or remove the row") }
      let written = Dictionary(texts, uniquingKeysWith: { first, _ in first }).filter { !$0.value.trimmed.isEmpty }
      rows.append(Row(place: place, key: name, texts: written))
    }
  }

  /// The place of a language's cell.
  func place(of language: String, in row: Row) -> FilePlace {
    FilePlace(file: file, row: row.place.row, column: row.place.column, heading: prefix + language)
  }
}

extension Language {
  /// Whether a text is the code of a language: two or three small letters, then perhaps a region, as in `pt-BR`.
  static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count) else { return false }
    return first.allSatisfy { $0.isASCII && $0.isLowercase }
      && parts.dropFirst().allSatisfy {
        (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }
}
