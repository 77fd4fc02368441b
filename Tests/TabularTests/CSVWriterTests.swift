import Tabular
import Testing

@Suite("Output tables are written as RFC 4180 with the shortest numbers")
struct CSVWriterTests {
  private struct Row: Sendable {
    let name: String
    let value: Double?
  }

  private let schema = Schema<Row>(
    name: "things", meaning: "one thing",
    columns: [
      Column("name", .string, meaning: "Its name.") { .text($0.name) },
      Column("value", .number, unit: "points", meaning: "Its value.") { CellValue($0.value) },
    ])

  @Test("Quotation marks stand only where they are needed")
  func quoting() {
    let rows = [
      Row(name: "plain", value: 1), Row(name: "a,b", value: nil), Row(name: "say \"so\"", value: -0.0),
      Row(name: "two\nlines", value: 0.1), Row(name: "", value: 2.5),
    ]
    #expect(
      String(decoding: schema.csv(rows: rows), as: UTF8.self)
        == "name,value\nplain,1\n\"a,b\",\n\"say \"\"so\"\"\",0\n\"two\nlines\",0.1\n,2.5\n")
  }

  @Test("What was written reads back")
  func roundTrip() throws {
    let cells = [["h", "i"], ["\"", ",\r\n"], ["", " x "], ["é\u{2019}", "\r"]]
    var writer = CSVWriter()
    for record in cells { writer.write(record) }
    let table = try Table(name: "t", bytes: writer.bytes)
    #expect([table.headings] + table.records.map(\.cells) == cells)
  }

  @Test("A record of one empty cell is not a blank line")
  func emptyRecord() {
    var writer = CSVWriter()
    writer.write([""])
    #expect(writer.bytes == Array("\"\"\n".utf8))
  }
}
