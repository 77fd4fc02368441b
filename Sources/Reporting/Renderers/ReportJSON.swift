public import Readiness

extension Report {
  /// The report as a JSON value: the same sections, blocks and tables that the page shows, in the same words.
  ///
  /// A cell is the text that the page shows. One that is withheld is null, and `withheld` of its table has the place (row and column counted
  /// from 0) and the status; the mark and its meaning are in the notes.
  public func json(wording: Wording = .english) -> JSONValue { ReportJSON(wording: wording).value(of: self) }
}

/// Renders a report as a JSON value.
private struct ReportJSON {
  let wording: Wording

  func value(of report: Report) -> JSONValue {
    .object([
      "schema_version": .integer(1), "language": .text(wording.language), "name": .text(report.name),
      "title": text(report.title), "subtitles": texts(report.subtitles), "stamps": texts(report.stamps),
      "sections": .list(
        report.sections.map { section in
          .object(["heading": text(section.heading), "blocks": .list(section.blocks.map(value))])
        }),
    ])
  }

  private func text(_ phrase: Phrase) -> JSONValue { .text(wording.text(phrase)) }
  private func texts(_ phrases: [Phrase]) -> JSONValue { .list(phrases.map(text)) }

  private func value(of block: Block) -> JSONValue {
    switch block {
    case .paragraph(let paragraph): .object(["kind": .text("paragraph"), "text": text(paragraph)])
    case .headline(let headline): .object(["kind": .text("headline"), "text": text(headline)])
    case .points(let points): .object(["kind": .text("points"), "texts": texts(points)])
    case .pages(let links):
      .object([
        "kind": .text("pages"),
        "pages": .list(links.map { .object(["name": text($0.name), "file": .text($0.file)]) }),
      ])
    case .table(let table): value(of: table)
    case .chart(let chart):
      .object(["kind": .text("chart"), "title": text(chart.title), "description": text(chart.finding)])
    }
  }

  private func value(of table: TextTable) -> JSONValue {
    var withheld: [JSONValue] = []
    let rows = table.rows.enumerated().map { row, cells in
      JSONValue.list(
        cells.enumerated().map { column, cell in
          let cell = wording.text(cell)
          guard let mark = Mark(rawValue: cell) else { return .text(cell) }
          withheld.append(
            .object(["row": .integer(row), "column": .integer(column), "status": .text(mark.status)]))
          return .null
        })
    }
    let columns = table.columns.map { column in
      JSONValue.object([
        "heading": text(column.heading), "content": .text(column.alignment == .right ? "numbers" : "words"),
      ])
    }
    return .object([
      "kind": .text("table"), "caption": text(table.caption), "columns": .list(columns), "rows": .list(rows),
      "withheld": .list(withheld), "notes": texts(table.notes),
    ])
  }
}

extension Mark {
  /// Why a number is withheld, as the tables say it; they tell apart what is not available.
  fileprivate var status: String {
    switch self {
    case .suppressed: "suppressed"
    case .notAsked: "not_asked"
    case .notAvailable: "not_available"
    case .viewsSplit: "views_split"
    }
  }
}
