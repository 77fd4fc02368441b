import Tabular
import Testing

@Suite("A small delimited text is read with places or refused with all its faults")
struct TableTests {
  private func table(_ text: String) throws(TextFaults) -> Table { try Table(name: "t.csv", bytes: Array(text.utf8)) }

  private func faults(_ bytes: [UInt8]) -> [String] {
    do {
      _ = try Table(name: "t.csv", bytes: bytes)
      return []
    } catch {
      return error.faults.map { "\($0.row ?? 0):\($0.column ?? 0) \($0.kind.rawValue)" }
    }
  }

  @Test("Line ends, quoted commas, doubled marks and line ends inside cells", arguments: ["\n", "\r\n", "\r"])
  func grammar(end: String) throws {
    let text = ["a,b", "1,\"x, \"\"y\"\"\nz\"", ",", "", "2,\"\""].joined(separator: end)
    let table = try table(text)
    #expect(table.headings == ["a", "b"])
    #expect(table.records == [.init(row: 2, cells: ["1", "x, \"y\"\nz"]), .init(row: 5, cells: ["2", ""])])
    #expect(table.column(named: "B") == 1)
    #expect(table.column(named: "c") == nil)
  }

  @Test("A byte order mark is no part of the first heading")
  func byteOrderMark() throws {
    #expect(try table("\u{FEFF}a,b\n1,2\n").headings == ["a", "b"])
  }

  @Test("Stray marks, ragged records and bad bytes are all found at once")
  func manyFaults() {
    var bytes = Array("a,b\n1,x\"y\n\"p\"q,2\n3\n4,5,6\n7,".utf8)
    bytes += [0xE2, 0x28, 0x0A]
    #expect(
      faults(bytes) == ["2:2 stray-quote", "3:1 stray-quote", "4:0 ragged-row", "5:0 ragged-row", "6:2 not-text"])
  }

  @Test("A quoted cell that never ends is located where it starts")
  func openQuote() {
    #expect(faults(Array("a,b\n1,\"x\n2,3\n".utf8)) == ["2:2 open-quote"])
  }

  @Test(
    "Other kinds of file are named",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "an Excel workbook or another ZIP archive"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"), ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF document"),
      ([0x1F, 0x8B, 0x08], "a gzip archive"), ([0xFF, 0xFE, 0x61, 0x00], "UTF-16 text"), ([0x61, 0x00], "binary data"),
    ] as [([UInt8], String)])
  func foreign(bytes: [UInt8], name: String) throws {
    let error = #expect(throws: TextFaults.self) { try Table(name: "t", bytes: bytes) }
    let fault = try #require(error?.faults.first)
    #expect(fault.kind == .notDelimited)
    #expect(fault.message.hasPrefix("found \(name), expected comma-separated UTF-8 text; "))
  }

  @Test("No content is a fault", arguments: ["", "\n\n", " ,\n", "\u{FEFF}"])
  func empty(text: String) {
    #expect(faults(Array(text.utf8)) == ["0:0 empty-file"])
  }
}
