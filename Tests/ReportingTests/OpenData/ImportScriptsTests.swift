import Readiness
import Tabular
import Testing

@testable import Reporting

/// Scripts by hand: quoting, names, widths and labels. R and PSPP run them in the full tests; nobody runs Stata.
struct ImportScriptsTests {
  private let table: PublishedTable

  init() {
    let schema = Schema<String>(
      name: "two-things", meaning: "One \"thing\".",
      columns: [
        Column("by", .string, meaning: "It's a name.", categories: [ColumnCategory("ok", "it's fine")]) { .text($0) },
        Column("value", .number, unit: "points 0–100", meaning: "A value.") { _ in .number(1) },
      ])
    table = PublishedTable(schema, ["ok", "Tŷ Gwyn"])
  }

  private var tables: [(file: PublishedFile, table: TableDescription)] {
    [(PublishedFile(name: "two-things.csv", bytes: [], table: table), table.description)]
  }

  @Test func `R reads types, labels and levels, and is ASCII`() {
    let text = RScript(tables).text
    #expect(text.utf8.allSatisfy { $0 < 128 })
    #expect(text.contains(#"two_things = read("#) && text.contains(#""two-things.csv""#))
    #expect(text.contains(#"c(by = "character", value = "numeric")"#))
    #expect(text.contains(#"value = "A value. (points 0\U{2013}100)""#))
    #expect(text.contains(#"list(by = c("ok"))"#))
    #expect(RScript.quoted("a\"b\\c\n") == #""a\"b\\c\U{a}""#)
  }

  @Test func `SPSS keeps reserved words for itself, and texts are as wide as the longest`() {
    let text = SPSSScript(tables).text
    #expect(text.contains("by_ A9\n") && text.contains("value F40.10."))
    #expect(text.contains("by_ 'It''s a name.'"))
    #expect(text.contains("/by_ 'ok' 'it''s fine'."))
    #expect(text.contains("SAVE OUTFILE='two-things.sav'."))
  }

  @Test func `Stata reads texts as texts and numbers as numbers, and expands nothing in a label`() {
    let text = StataScript(tables).text
    #expect(text.contains("stringcols(1) numericcols(2) clear"))
    #expect(text.contains("label data `\"One ’thing’.\"'"))
    #expect(text.contains("label variable by `\"It’s a name.\"'"))
    #expect(text.contains("notes by: ok: it’s fine"))
    #expect(StataScript.quoted("a `b' $c") == "`\"a ’b’ ’c\"'")
  }

  @Test func `a label is cut between words, and never inside a letter`() {
    let schema = Schema<Int>(
      name: "a", meaning: "A.", columns: [Column("a", .string, meaning: "Tŷ Gwyn a’r lleill") { .integer($0) }])
    let column = schema.description.columns[0]
    #expect(column.label(limit: 100) == "Tŷ Gwyn a’r lleill")
    #expect(column.label(limit: 13) == "Tŷ Gwyn…")
    #expect((4...30).allSatisfy { column.label(limit: $0).utf8.count <= $0 })
  }
}
