import CXLSXWriter
import Foundation
import Reporting
import Tabular

/// `results.xlsx`: the tables of a run as a workbook that can be read with a screen reader, written by libxlsxwriter.
///
/// A cover, contents and notes come first; then one sheet for each table, which begins in column A, has one row of headings, a name of its
/// own, no merged cells and no empty ones. Numbers are numbers and texts are texts: none is ever a formula.
///
/// - Source: Government Analysis Function, *Releasing statistics in spreadsheets*.
struct Workbook {
  let title: String
  let subject: String
  let files: [PublishedFile]
  /// Names the program on the cover.
  let software: String

  /// The rows that a sheet holds, by the format; the first three say what the sheet is.
  static let mostRows = 1_048_576 - 4

  /// The bytes of the workbook.
  func bytes() throws(CommandFault) -> [UInt8] {
    for case let table? in files.map(\.table) where table.count > Self.mostRows {
      throw CommandFault(
        .cannotWrite,
        "\(table.description.name) has \(table.count) rows, more than a sheet can hold; leave --workbook out.")
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "readiness-workbook-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandFault(.cannotWrite, "No temporary folder can be made for the workbook.")
    }
    Interruption.begin(folder.path(percentEncoded: false))
    defer { Interruption.abandon(folder.path(percentEncoded: false)) }
    let path = folder.appending(path: "results.xlsx").path(percentEncoded: false)
    let code = write(to: path, temporary: folder.path(percentEncoded: false))
    guard code == LXW_NO_ERROR, let data = FileManager.default.contents(atPath: path) else {
      throw CommandFault(.cannotWrite, "The workbook cannot be written: \(String(cString: lxw_strerror(code))).")
    }
    return Array(data)
  }

  private func write(to path: String, temporary: String) -> lxw_error {
    var options = lxw_workbook_options()
    return temporary.withCString { folder in
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      guard let book = workbook_new_opt(path, &options) else { return LXW_ERROR_CREATING_XLSX_FILE }
      WorkbookSheets(book, self).write()
      return workbook_close(book)
    }
  }
}

/// The sheets of one workbook that is open.
private struct WorkbookSheets {
  let book: UnsafeMutablePointer<lxw_workbook>
  let contents: Workbook
  let bold: UnsafeMutablePointer<lxw_format>?
  let heading: UnsafeMutablePointer<lxw_format>?
  let wrapped: UnsafeMutablePointer<lxw_format>?

  init(_ book: UnsafeMutablePointer<lxw_workbook>, _ contents: Workbook) {
    (self.book, self.contents) = (book, contents)
    tables = contents.files.sorted { $0.name < $1.name }.compactMap(\.table)
    bold = workbook_add_format(book)
    format_set_bold(bold)
    format_set_font_size(bold, 14)
    heading = workbook_add_format(book)
    format_set_bold(heading)
    format_set_text_wrap(heading)
    wrapped = workbook_add_format(book)
    format_set_text_wrap(wrapped)
    format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
  }

  private let tables: [PublishedTable]

  func write() {
    setProperties()
    writeCover()
    writeContents()
    writeNotes()
    for table in tables { write(table) }
  }

  /// A fixed date of making: the same run gives the same bytes.
  private func setProperties() {
    var properties = lxw_doc_properties()
    properties.created = 946_684_800
    contents.title.withCString { title in
      contents.subject.withCString { subject in
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.subject = UnsafeMutablePointer(mutating: subject)
        _ = workbook_set_properties(book, &properties)
      }
    }
    _ = workbook_set_custom_property_string(book, "Language", "en-GB")
  }

  private func sheet(_ name: String) -> UnsafeMutablePointer<lxw_worksheet>? { workbook_add_worksheet(book, name) }

  private func text(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: Int, _ column: Int, _ text: String,
    _ format: UnsafeMutablePointer<lxw_format>? = nil
  ) {
    _ = worksheet_write_string(sheet, UInt32(row), UInt16(column), text, format)
  }

  private func writeCover() {
    let cover = sheet("Cover")
    _ = worksheet_set_column(cover, 0, 0, 90, nil)
    text(cover, 0, 0, contents.title, bold)
    let lines = [
      contents.subject,
      "Made with \(contents.software). The same answers, plan and seed give the same workbook.",
      "The sheet Contents lists the tables; the sheet Notes explains marks and words; the sheet codebook explains every column.",
      "The same tables are in the CSV files that the command writes beside this workbook.",
    ]
    for (index, line) in lines.enumerated() { text(cover, index + 1, 0, line, wrapped) }
    worksheet_activate(cover)
  }

  private func writeContents() {
    let sheet = sheet("Contents")
    text(sheet, 0, 0, "Contents", bold)
    text(sheet, 1, 0, "This sheet has one table: the other sheets, each with what one of its rows is.", nil)
    write(
      headings: ["Sheet", "What a row is", "Rows"], named: "Contents", on: sheet, from: 2,
      rows: tables.map { [$0.description.name, $0.description.meaning, "\($0.count)"] }, widths: [30, 90, 12])
    for (index, table) in tables.enumerated() {
      _ = worksheet_write_url_opt(
        sheet, UInt32(3 + index), 0, "internal:'\(name(table))'!A1", nil, table.description.name, nil)
    }
  }

  private func writeNotes() {
    let sheet = sheet("Notes")
    text(sheet, 0, 0, "Notes", bold)
    text(sheet, 1, 0, "This sheet has one table: what marks and words in the other sheets mean.", nil)
    write(
      headings: ["Mark or word", "What it means"], named: "Notes", on: sheet, from: 2,
      rows: PublishedTable.notes.map { [$0.word, $0.meaning] }, widths: [24, 100])
  }

  /// Names of sheets have 31 characters at most.
  private func name(_ table: PublishedTable) -> String { String(table.description.name.prefix(31)) }

  private func write(_ table: PublishedTable) {
    let sheet = sheet(name(table))
    let columns = table.description.columns
    text(sheet, 0, 0, table.description.name, bold)
    text(
      sheet, 1, 0,
      "This sheet has one table. \(table.description.meaning) The sheet codebook explains the columns, the sheet Notes the marks."
    )
    guard table.count > 0 else {
      text(sheet, 2, 0, "The table has no rows.")
      return
    }
    var row = 3
    var widths = columns.map { max(10, $0.name.count + 3) }
    table.forEachMarkedRow { cells in
      for (column, cell) in cells.enumerated() {
        switch cell {
        case .number(let number): _ = worksheet_write_number(sheet, UInt32(row), UInt16(column), number, nil)
        case .integer(let integer):
          _ = worksheet_write_number(sheet, UInt32(row), UInt16(column), Double(integer), nil)
        case .text(let text):
          widths[column] = max(widths[column], min(60, text.count + 2))
          self.text(sheet, row, column, text)
        case .empty: break
        }
      }
      row += 1
    }
    addTable(to: sheet, named: table.description.name, headings: columns.map(\.name), first: 2, last: row - 1)
    for (column, width) in widths.enumerated() {
      _ = worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil)
    }
    worksheet_freeze_panes(sheet, 3, 0)
  }

  /// A small table of texts; whole numbers are written as numbers.
  private func write(
    headings: [String], named name: String, on sheet: UnsafeMutablePointer<lxw_worksheet>?, from first: Int,
    rows: [[String]], widths: [Double]
  ) {
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        if let number = Int(cell) {
          _ = worksheet_write_number(sheet, UInt32(first + 1 + row), UInt16(column), Double(number), nil)
        } else {
          text(sheet, first + 1 + row, column, cell, wrapped)
        }
      }
    }
    addTable(to: sheet, named: name, headings: headings, first: first, last: first + max(1, rows.count))
    for (column, width) in widths.enumerated() {
      _ = worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
    }
  }

  /// Marks the cells up as a table with a name, which a screen reader tells.
  private func addTable(
    to sheet: UnsafeMutablePointer<lxw_worksheet>?, named name: String, headings: [String], first: Int, last: Int
  ) {
    let texts = headings.map { strdup($0) }
    defer { for text in texts { free(text) } }
    var columns = texts.map { text in
      var column = lxw_table_column()
      column.header = text
      column.header_format = heading
      return column
    }
    columns.withUnsafeMutableBufferPointer { buffer in
      var pointers: [UnsafeMutablePointer<lxw_table_column>?] = buffer.indices.map {
        buffer.baseAddress?.advanced(by: $0)
      }
      pointers.append(nil)
      pointers.withUnsafeMutableBufferPointer { list in
        name.replacing("-", with: "_").withCString { name in
          var options = lxw_table_options()
          options.name = UnsafeMutablePointer(mutating: name)
          options.columns = list.baseAddress
          options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
          options.style_type_number = 1
          _ = worksheet_add_table(
            sheet, UInt32(first), 0, UInt32(last), UInt16(headings.count - 1), &options)
        }
      }
    }
  }
}
