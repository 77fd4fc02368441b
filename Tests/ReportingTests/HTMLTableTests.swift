import Readiness
import Testing

@testable import Reporting

struct HTMLTableTests {
  private func page(_ table: TextTable) throws -> PageReader.Element {
    let report = Report(
      name: "x", title: "Title", subtitles: [], stamps: [Phrase](),
      sections: [Section("Part" as Phrase, [.table(table)])])
    return try PageReader.read(HTMLPage(report).bytes)
  }

  @Test func `headings have a scope, marks a meaning, and numbers a side`() throws {
    let table = TextTable(
      caption: "Scores" as Phrase,
      columns: [.words("Barrier" as Phrase), .numbers("Score" as Phrase), .words("Why" as Phrase)],
      rows: [["Money" as Phrase, Mark.suppressed.phrase, "few"], ["Time", .decimal(7.25, decimals: 1), "-"]])
    let page = try page(table)
    let read = try #require(page.tables.first)
    #expect(read.caption == "Scores")
    #expect(read.headings == ["Barrier", "Score", "Why"])
    #expect(read.rows == [["Money", "[c]", "few"], ["Time", "7.3", "-"]])
    let headings = page.all("th")
    #expect(headings.map { $0.attributes["scope"] } == ["col", "col", "col", "row", "row"])
    #expect(headings[1].attributes["class"] == "n" && page.all("td")[0].attributes["class"] == "n")
    #expect(page.all("abbr").map { $0.attributes["title"] } == [Wording.english.text(Mark.suppressed.meaning)])
    #expect(page.all("p").contains { $0.text.hasPrefix("[c] hidden") })
  }

  @Test func `a row is named by the column that names it, and a rank before it is no name`() throws {
    let table = TextTable(
      caption: "C" as Phrase, columns: [.words("Rank" as Phrase), .words("Organisation"), .numbers("Score")],
      rows: [["1st" as Phrase, "Conwy", "70.0"]], naming: 1)
    let page = try page(table)
    #expect(page.all("th").filter { $0.attributes["scope"] == "row" }.map(\.text) == ["Conwy"])
    #expect(page.all("td").map(\.text) == ["1st", "70.0"])
  }

  @Test func `a part of the row above is set in, without its dash`() throws {
    let table = TextTable(
      caption: "C" as Phrase, columns: [.words("A" as Phrase), .numbers("B" as Phrase)],
      rows: [["Communication" as Phrase, "1"], ["- of which: Data", "2"]])
    let page = try page(table)
    let last = try #require(page.all("th").last)
    #expect(last.attributes["class"] == "part" && last.text == "of which: Data")
  }

  @Test func `only a table that a small screen may be too narrow for scrolls, with a name and by keyboard`() throws {
    let narrow = TextTable(
      caption: "Narrow" as Phrase, columns: [.words("Type" as Phrase), .numbers("Answered" as Phrase)],
      rows: [["A long name of a type of respondent" as Phrase, "11"]])
    #expect(try page(narrow).all("div").allSatisfy { $0.attributes["tabindex"] == nil })
    let wide = TextTable(
      caption: "Wide" as Phrase, columns: [.words("Type" as Phrase)] + (1...4).map { _ in .numbers("Range" as Phrase) },
      rows: [["Carer" as Phrase] + (1...4).map { _ in "10.0 to 20.0" }])
    let page = try page(wide)
    let scroller = try #require(page.all("div").first { $0.attributes["tabindex"] == "0" })
    let name = try #require(scroller.attributes["aria-labelledby"])
    #expect(page.descendants.first { $0.attributes["id"] == name }?.text == "Wide")
  }

  @Test func `a table without rows is its caption and its notes`() throws {
    let table = TextTable(
      caption: "Nothing to show" as Phrase, columns: [.words("A" as Phrase)], rows: [[Phrase]](), notes: ["Why."])
    let page = try page(table)
    #expect(page.all("table").isEmpty)
    #expect(page.all("p").map(\.text).contains("Nothing to show"))
    #expect(page.all("p").map(\.text).contains("Why."))
  }
}
