import Readiness
import Tabular
import Testing

@testable import Reporting

/// What a spreadsheet is given, by hand: numbers as they are, texts that stay texts, marks with their reason.
struct SpreadsheetTextTests {
  private struct Row: Sendable {
    var name = "Conwy"
    var value: Double?
    var n: Int?
    var status = "ok"
    var withheld = ""
  }

  private let schema = Schema<Row>(
    name: "things", meaning: "One thing.",
    columns: [
      Column("name", .string, meaning: "Name.") { .text($0.name) },
      Column("value", .number, meaning: "Value.") { CellValue($0.value) },
      Column("n", .integer, unit: "people", meaning: "People.") { CellValue($0.n) },
      Column("status", .string, meaning: "Why.") { .text($0.status) },
      Column("withheld", .string, meaning: "What.") { CellValue(unlessEmpty: $0.withheld) },
    ])

  private func text(_ rows: [Row]) -> String {
    String(decoding: PublishedFile(schema, rows).written(for: .excel).bytes, as: UTF8.self)
  }

  @Test func `a file has a byte order mark and its lines end as a spreadsheet ends them`() {
    let bytes = PublishedFile(schema, [Row(value: -5)]).written(for: .excel).bytes
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self) == "name,value,n,status,withheld\r\nConwy,-5,[x],ok,\r\n")
  }

  @Test func `an empty number has the mark of its reason: that of its column first, then that of its row`() {
    let found = text([
      Row(status: "suppressed"), Row(status: "not_asked"), Row(status: "too_few_people"),
      Row(value: 1, withheld: "n:suppressed"), Row(n: 7, status: "ok", withheld: "value:not_asked"),
    ])
    let lines = found.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    #expect(
      lines == [
        "Conwy,[c],[c],suppressed,", "Conwy,[z],[z],not_asked,", "Conwy,[x],[x],too_few_people,",
        "Conwy,1,[c],ok,n:suppressed", "Conwy,[z],7,ok,value:not_asked",
      ])
  }

  @Test(arguments: [
    "=HYPERLINK(1)", "+44 1248", "-5 is low", "@here", "\ta", "\ra", "\na", "＝1", "＋1", "－1", "＠1", "0012",
    "123456789012",
  ])
  func `a text that would run as a formula or lose digits begins with an apostrophe`(text: String) {
    #expect(SpreadsheetText.kept(text) == "'\(text)")
  }

  @Test(arguments: ["", "Conwy", "0", "12345678901", "5 = 5", "d01", "Tŷ Gwyn", "a-b"])
  func `other texts stay as they are`(text: String) { #expect(SpreadsheetText.kept(text) == text) }

  @Test func `for programs nothing is changed`() {
    let file = PublishedFile(schema, [Row(name: "=1+1")])
    #expect(file.written(for: .analysis) == file)
    #expect(String(decoding: file.bytes, as: UTF8.self).hasSuffix("\n=1+1,,,ok,\n"))
  }

  @Test func `a workbook's rows have no empty cell`() {
    let table = PublishedTable(schema, [Row(status: "suppressed"), Row(value: 2, n: 3)])
    var rows: [[CellValue]] = []
    table.forEachMarkedRow { rows.append($0) }
    #expect(
      rows == [
        [.text("Conwy"), .text("[c]"), .text("[c]"), .text("suppressed"), .text("[x]")],
        [.text("Conwy"), .number(2), .integer(3), .text("ok"), .text("[x]")],
      ])
  }
}
