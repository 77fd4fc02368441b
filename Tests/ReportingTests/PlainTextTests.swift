import Survey
import Testing

@testable import Reporting

struct PlainTextTests {
  @Test func `a table is aligned and its notes explain every mark`() {
    let table = TextTable(
      caption: "Scores.", columns: [.words("Barrier"), .numbers("Score")],
      rows: [["Culture", "7.5"], ["Money", .verbatim("[c]")], ["Time", .verbatim("[z]")]])
    let report = Report(
      name: "x", title: "Title", subtitles: ["Sub"], stamps: ["PILOT"], sections: [Section("Part", [.table(table)])])
    #expect(
      PlainText(width: 60).text(of: report) == """
        TITLE
        Sub

        | PILOT


        Part
        ----

        Scores.

        Barrier  Score
        -------  -----
        Culture    7.5
        Money      [c]
        Time       [z]

        [c] hidden, because too few people stand behind it or behind
        a number beside it.
        [z] not asked.

        """)
  }

  @Test func `a wide table wraps its words, never its numbers`() {
    let long: Phrase = "Training frontline staff on how to make co-production more successful"
    let table = TextTable(
      caption: "C.", columns: [.words("Choice"), .numbers("Mean")], rows: [[long, "18.8"], ["ICT", "0.7"]])
    let lines = TableLayout(table, width: 40).lines
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines.contains("Training frontline staff on how to  18.8"))
    #expect(lines.contains("make co-production more successful      "))
  }

  @Test func `a word longer than the line is cut, and nothing is lost`() {
    let word = String(repeating: "x", count: 95)
    let lines = PlainText.wrap("a \(word) b", width: 40, first: "* ", rest: "  ")
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines.joined().filter { $0 == "x" }.count == 95)
  }

  @Test func `a long name breaks after a slash`() {
    #expect(
      PlainText.wrap("Professional/managerial/political ownership", width: 15) == [
        "Professional/", "managerial/", "political", "ownership",
      ])
  }

  @Test func `points hang under their mark`() {
    #expect(PlainText.wrap("one two three", width: 9, first: "* ", rest: "  ") == ["* one two", "  three"])
  }
}
