import Foundation
import Readiness
import Testing

@testable import Reporting

struct ReportJSONTests {
  @Test func `blocks are told apart, and what is withheld is null with its place and status`() throws {
    let table = TextTable(
      caption: "Scores" as Phrase, columns: [.words("Barrier" as Phrase), .numbers("Score" as Phrase)],
      rows: [
        ["Money" as Phrase, Mark.suppressed.phrase], ["Time", .decimal(7.25, decimals: 1)],
        ["Trust", Mark.notAsked.phrase],
      ],
      notes: ["Low is strong."])
    let report = Report(
      name: "profile-x", title: "Readiness profile", subtitles: ["X" as Phrase], stamps: ["PILOT"],
      sections: [
        Section("Part" as Phrase, [.headline("48.7"), .paragraph("Text."), .points(["a", "b"]), .table(table)])
      ])
    let expected = """
      {"schema_version": 1, "language": "en", "name": "profile-x", "title": "Readiness profile", "subtitles": ["X"],
       "stamps": ["PILOT"], "sections": [{"heading": "Part", "blocks": [
         {"kind": "headline", "text": "48.7"}, {"kind": "paragraph", "text": "Text."}, {"kind": "points", "texts": ["a", "b"]},
         {"kind": "table", "caption": "Scores",
          "columns": [{"heading": "Barrier", "content": "words"}, {"heading": "Score", "content": "numbers"}],
          "rows": [["Money", null], ["Time", "7.3"], ["Trust", null]],
          "withheld": [{"row": 0, "column": 1, "status": "suppressed"}, {"row": 2, "column": 1, "status": "not_asked"}],
          "notes": ["Low is strong.", "[c] hidden, because too few people stand behind it or behind a number beside it.",
                    "[z] not asked."]}]}]}
      """
    let read = { (bytes: [UInt8]) in try JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary }
    #expect(try read(report.json().document) == read(Array(expected.utf8)))
  }

  @Test func `the value and the page hold the same tables`() throws {
    for report in Publication(try SampleAssessment.make(), software: "s").reports() {
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(report.json().document)) as? [String: Any])
      let sections = try #require(document["sections"] as? [[String: Any]])
      let tables = sections.flatMap { $0["blocks"] as? [[String: Any]] ?? [] }.filter {
        $0["kind"] as? String == "table"
      }
      let pages = try PageReader.read(HTMLPage(report).bytes).tables
      #expect(tables.map { $0["caption"] as? String } == pages.map(\.caption))
      for (table, page) in zip(tables, pages) {
        let rows = try #require(table["rows"] as? [[Any]])
        for (row, cells) in zip(rows, page.rows) {
          for (value, cell) in zip(row, cells) {
            if let text = value as? String {
              #expect(text == cell || text == "- \(cell)")
            } else {
              #expect(Mark(rawValue: cell) != nil)
            }
          }
        }
      }
    }
  }
}
