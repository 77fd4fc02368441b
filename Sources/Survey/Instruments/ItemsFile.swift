import Tabular

/// `items.csv` as read: one row per rated sentence, with the place of every cell.
struct ItemsFile {
  /// A row whose cells have been read one by one, not yet compared with each other.
  struct Row {
    let code: Placed<String>
    let dimension: Placed<String>
    let facets: [Facet]
    let facetsPlace: FilePlace
    let keying: Keying
    let forms: Placed<[String]>
    let text: LocalizedText
    let textPlaces: [String: FilePlace]
  }

  let place: FilePlace
  let rows: [Row]
  /// Whether the rows could be read; when not, nothing can be said about items that other parts name.
  let isReadable: Bool

  /// Reads the file; what is wrong goes to the log, and the rows that could be read are returned for further checks.
  init(bytes: [UInt8], file: String, survey: SurveyFile) {
    let log = survey.context.log
    place = FilePlace(file: file)
    let table: Table
    do { table = try Table(name: file, bytes: bytes) } catch {
      for fault in error.faults {
        let place = FilePlace(file: file, row: fault.row, column: fault.column)
        log.add(Fault.Kind(rawValue: fault.kind.rawValue), at: place, fault.message)
      }
      rows = []
      isReadable = false
      return
    }
    guard let columns = ItemsFile.columns(of: table, file: file, survey: survey) else {
      rows = []
      isReadable = false
      return
    }
    isReadable = true
    rows = table.records.map { record in
      func place(_ heading: String) -> FilePlace {
        FilePlace(file: file, row: record.row, column: (columns[heading] ?? 0) + 1, heading: heading)
      }
      func cell(_ heading: String) -> Placed<String> {
        let text = columns[heading].map { record.cells[$0] } ?? ""
        return Placed(value: heading.hasPrefix("text_") ? text : text.trimmed, place: place(heading))
      }
      let texts = survey.context.languages + ["en", "cy"].filter { !survey.context.languages.contains($0) }
      let written = texts.map { ($0, cell("text_" + $0)) }
      return Row(
        code: cell("code"), dimension: cell("dimension"),
        facets: cell("facets").value.words.compactMap {
          SurveyFile.facet(Placed(value: $0, place: place("facets")), log: log)
        },
        facetsPlace: place("facets"), keying: ItemsFile.keying(cell("keying"), log: log),
        forms: ItemsFile.forms(cell("forms"), log: log),
        text: LocalizedText(Dictionary(uniqueKeysWithValues: written.map { ($0, $1.value) })),
        textPlaces: Dictionary(uniqueKeysWithValues: written.map { ($0, $1.place) }))
    }
  }

  /// The places of the columns by heading; nil when one is missing, because every row would then be faulty.
  private static func columns(of table: Table, file: String, survey: SurveyFile) -> [String: Int]? {
    let languages = survey.context.languages
    let required = ["code", "dimension", "facets", "keying", "forms"] + languages.map { "text_" + $0 }
    let known = required + (languages.contains("cy") ? [] : ["text_cy"])
    var columns: [String: Int] = [:]
    for (index, heading) in table.headings.enumerated() {
      let place = FilePlace(file: file, row: 1, column: index + 1)
      if !known.contains(heading) {
        survey.context.log.add(
          .unknownInstrumentColumn, at: place,
          "found the column “\(heading)”, expected \(known.joined(separator: ", "))"
            + (heading.hasPrefix("text_")
              ? "; list \(heading.dropFirst(5)) under languages, or remove the column"
              : NearestName.of(heading, in: known).map { "; did you mean “\($0)”?" } ?? "; remove it"))
      } else if columns.updateValue(index, forKey: heading) != nil {
        survey.context.log.add(
          .duplicateCode, at: place, "found the column “\(heading)” twice, expected it once; remove one")
      }
    }
    let missing = required.filter { columns[$0] == nil }
    for heading in missing {
      survey.context.log.add(
        .missingColumn, at: FilePlace(file: file, row: 1),
        "the column “\(heading)” is missing, expected \(known.joined(separator: ", ")); add it")
    }
    return missing.isEmpty ? columns : nil
  }

  private static func keying(_ cell: Placed<String>, log: FaultLog) -> Keying {
    if let keying = Keying(rawValue: cell.value) { return keying }
    log.add(
      .unknownKeying, at: cell.place,
      "found “\(cell.value)”, expected barrier (agreeing means less ready) or enabler (agreeing means readier)")
    return .direct
  }

  private static func forms(_ cell: Placed<String>, log: FaultLog) -> Placed<[String]> {
    let forms = cell.value.words
    for form in forms where !SurveyFile.forms.contains(form) {
      log.add(
        .unknownForm, at: cell.place,
        "found the form “\(form)”, expected one of \(SurveyFile.forms.joined(separator: ", ")), separated by spaces"
          + Names.suggestion(form, SurveyFile.forms))
    }
    return Placed(value: forms, place: cell.place)
  }
}

extension String {
  /// The words between blanks.
  var words: [String] { split(whereSeparator: \.isWhitespace).map(String.init) }
  /// The text without blanks at either end.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
