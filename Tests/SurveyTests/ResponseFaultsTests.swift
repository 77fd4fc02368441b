import Foundation
import Survey
import Testing

/// Each kind of fault with the whole sentence that a person reads.
@Suite("Every kind of fault in a response file has its sentence")
struct ResponseFaultsTests {
  private static let headings = SmallSurvey.headings

  @Test(
    "Faults of a cell",
    arguments: [
      (
        "r1,A,carer,7,1,1,0,,,",
        "a.csv:2:d01q1: error: found “7”, expected a whole number from 1 to 5; correct the answer, or leave the cell empty if "
          + "it was not given [answer-out-of-range]"
      ),
      (
        "r1,A,carer,1,1,1,10.5,,,",
        "a.csv:2:nowcm: error: found “10.5”, expected a whole number from 0 to 10; correct the answer, or leave the cell empty "
          + "if it was not given [answer-out-of-range]"
      ),
      (
        "r1,A,carer,1,agree,1,0,,,",
        "a.csv:2:d01q2: error: found “agree”, expected a whole number from 1 to 5; write 4, the code of that answer "
          + "[answer-not-a-code]"
      ),
      (
        "r1,A,carer,1,maybe,1,0,,,",
        "a.csv:2:d01q2: error: found “maybe”, expected a whole number from 1 to 5, dk or nfm; write the code of the answer, or "
          + "leave the cell empty if it was not given [answer-not-a-code]"
      ),
      (
        "r1,A,carer,jo@example.org,1,1,0,,,",
        "a.csv:2:d01q1: error: found a text, expected a whole number from 1 to 5, dk or nfm; write the code of the answer, or "
          + "leave the cell empty if it was not given [answer-not-a-code]"
      ),
      (
        "r1,A,caarer,1,1,1,0,,,",
        "a.csv:2:respondent_type: error: found “caarer”, expected a respondent type of the survey, perhaps “carer”; correct the "
          + "cell [unknown-respondent-type]"
      ),
      (
        "r1,A,astronaut,1,1,1,0,,,",
        "a.csv:2:respondent_type: error: found “astronaut”, expected one of senior_commissioner, service_user, carer; correct "
          + "the cell [unknown-respondent-type]"
      ),
      (
        "r1,A,,1,1,1,0,,,",
        "a.csv:2:respondent_type: error: found an empty cell, expected a respondent type; fill it in [missing-value]"
      ),
      (
        "r1, ,carer,1,1,1,0,,,",
        "a.csv:2:organisation: error: found an empty cell, expected the name of an organisation; fill it in [missing-value]"
      ),
      (
        ",A,carer,1,1,1,0,,,",
        "a.csv:2:respondent_id: error: found an empty cell, expected an identifier; give each respondent one of their own "
          + "[missing-value]"
      ),
      (
        "r1,A,carer,1,1,1,0,50%,50,0",
        "a.csv:2:b01: error: found “50%”, expected points from 0 to 100 with at most two decimals; write the number alone "
          + "[not-points]"
      ),
      (
        "r1,A,carer,1,1,1,0,-10,110,0",
        "a.csv:2:b01: error: found “-10”, expected points from 0 to 100 with at most two decimals; write the number alone "
          + "[not-points]"
      ),
      (
        "r1,A,carer,1,1,1,0,30,60,0",
        "a.csv:2: error: found points that total 90, expected 100; correct the points, or leave all of them empty "
          + "[points-total]"
      ),
      (
        "r1,A,carer,1,1,1,0,30,60.25,",
        "a.csv:2: error: found points that total 90.25, expected 100; correct the points: an empty cell counts as 0 only when "
          + "the filled cells total 100 [points-total]"
      ),
      (
        "r1,A,carer,1,1,1,0",
        "a.csv:2: error: found 7 cells, expected 10 as in the heading; add the missing commas [ragged-row]"
      ),
      (
        "r1,A,carer,9,1,1,0,,,,x",
        "a.csv:2: error: found 11 cells, expected 10 as in the heading; remove the extra cells, or put a text that holds commas "
          + "in quotation marks [ragged-row]"
      ),
      (
        "r1,A\"B,carer,1,1,1,0,,,",
        "a.csv:2:organisation: error: found a quotation mark in the middle of a cell, expected it only around a whole cell; put "
          + "the cell in quotation marks and double those inside it [stray-quote]"
      ),
    ])
  func cell(row: String, sentence: String) {
    let faults = SmallSurvey.faults(rows: [row])
    if row.contains("-10,110") {
      #expect(faults.count == 2)
      #expect(faults.first == sentence)
    } else {
      #expect(faults == [sentence])
    }
  }

  @Test("R's spelling of a blank says two things and is refused", arguments: ["NA", "na", "N/A", "-", "n/a", "\"NA\""])
  func notAvailable(cell: String) {
    let found = cell.replacing("\"", with: "")
    #expect(
      SmallSurvey.faults(rows: ["r1,A,carer,\(cell),1,1,0,,,"]) == [
        "a.csv:2:d01q1: error: found “\(found)”, expected a whole number from 1 to 5, dk or nfm; write nfm for not for me, or "
          + "leave the cell empty [ambiguous-na]"
      ])
    #expect(
      SmallSurvey.faults(rows: ["r1,A,carer,1,1,1,0,\(cell),,"]) == [
        "a.csv:2:b01: error: found “\(found)”, expected points from 0 to 100 with at most two decimals; write 0, or leave the "
          + "cell empty [ambiguous-na]"
      ])
  }

  @Test(
    "Faults of a whole file",
    arguments: [
      (
        "",
        "a.csv: error: found an empty file, expected a heading row and the rows below it; export the file again [empty-file]"
      ),
      (
        "\(headings)\n",
        "a.csv: error: found a heading row and no rows below it, expected one row per respondent; export the file again "
          + "[no-respondents]"
      ),
      (
        "\(headings)\n,,,,,,,,,\n\n",
        "a.csv: error: found a heading row and no rows below it, expected one row per respondent; export the file again "
          + "[no-respondents]"
      ),
      (
        "PK\u{3}\u{4}…",
        "a.csv: error: found an Excel workbook or another ZIP archive, expected comma-separated UTF-8 text; open it in the "
          + "spreadsheet program and save it as “CSV UTF-8” [not-csv]"
      ),
      (
        "[{\"d01q1\": 1}]",
        "a.csv: error: found JSON, expected comma-separated UTF-8 text; export the responses as CSV [not-csv]"
      ),
      (
        "respondent_id;organisation;d01q1\nr1;A;1\n",
        "a.csv:1: error: found cells separated by semicolons, expected commas; save the file again as “CSV UTF-8” with commas "
          + "[not-csv]"
      ),
      (
        "jo@example.org,Jo,12\nr1,A,1\n",
        "a.csv:1: error: found no heading that the survey knows, expected respondent_id, organisation, respondent_type and item "
          + "codes; put a heading row on top, or choose the survey that was answered [no-known-heading]"
      ),
      (
        "respondent_id,organisation,d01q1\nr1,A,1\n",
        "a.csv:1: error: found no column respondent_type, expected one; add the column or mend its heading [missing-column]"
      ),
      (
        "respondent_id,organisation,respondent_type,d01q1,1.1\nr1,A,carer,1,2\n",
        "a.csv:1:1.1: error: found a second column for what column 4 (“d01q1”) holds, expected one; remove or rename one of "
          + "them [two-columns]"
      ),
      (
        "respondent_id,organisation,respondent_type,d01q1,b01,b03\nr1,A,carer,1,50,50\n",
        "a.csv:1: error: found 2 of the 3 columns of the budget question, expected all or none; add b02 [missing-column]"
      ),
      (
        "respondent_id,organisaton,respondent_type,organisation,d01q1\nr1,A,carer,A,1\n",
        "a.csv:1:organisaton: error: found a heading that matches nothing, expected perhaps “organisation”; mend the heading, or "
          + "keep the column as it is with --group [unknown-column]"
      ),
      (
        "\(headings)\nr1,A,carer,1,1,1,0,,,\"\nr2,A,carer,1,1,1,0,,,\n",
        "a.csv:2:b03: error: found an opening quotation mark without a closing one before the end of the file, expected a pair; "
          + "close the cell or remove the mark [open-quote]"
      ),
      (
        "\(headings)\nr1,A,carer,1,1,1,0,,,\nr1,B,carer,1,1,1,0,,,\n",
        "a.csv:3:respondent_id: error: found an identifier that row 2 already has, expected one of its own for each respondent "
          + "in a wave; remove the row if it is a copy, or give it another identifier [duplicate-id]"
      ),
      (
        "respondent_id,organisation,respondent_type,d01q1,wave\nr1,A,carer,1,2025\nr1,A,carer,1,2026\nr2,A,carer,1,\n",
        "a.csv: error: found 3 waves (“2025”, “2026” and rows without one), expected one; choose one with --wave [several-waves]"
      ),
    ])
  func file(text: String, sentence: String) {
    #expect(SmallSurvey.faults(text) == [sentence])
  }

  /// Two stray marks, rows apart, make one well-formed cell of everything between them.
  @Test("A name that takes in rows is a fault of the whole file, whatever is set aside", arguments: [false, true])
  func swallowedRows(setAside: Bool) {
    let rows = (1...6).map { "secret-\($0),Org \($0),carer,1,1,1,0,,," }.joined(separator: "\n")
    let cases = [
      ("r0,\"Org 0,carer,1,1,1,0,,,\n\(rows)\nr7,Org 7\",carer,1,1,1,0,,,", "organisation", 8),
      ("\"r0,Org 0,carer,1,1,1,0,,,\n\(rows)\nr7\",Org 7,carer,1,1,1,0,,,", "respondent_id", 8),
      ("r0,Org 0,\"carer,1,1,1,0,,,\n\(rows)\nr7,Org 7,carer\",1,1,1,0,,,", "respondent_type", 8),
      ("r0,Org 0,carer,\"1,1,1,0,,,\r\n\(rows)\r\nr7,Org 7,carer,1\",1,1,0,,,", "d01q1", 8),
      // A stray mark: text follows the closing one, so the cell ends at the next comma.
      ("r0,\"Org 0,carer,1,1,1,0,,,\n\(rows)\nr7,\"Org 7\",carer,1,1,1,0,,,", "organisation", 8),
      // As before, and the row has another width than the heading.
      ("r0,\"Org 0,carer,1,1,1,0,,,\n\(rows)\nr7,\"Org 7\",carer,1", "organisation", 8),
    ]
    for (text, column, lines) in cases {
      for size in [1, 60, 4_096] {
        var options = IntakeOptions(setAside: setAside)
        options.blockSize = size
        let whole = "\(Self.headings)\nx1,A,carer,1,1,1,0,,,\n\(text)\nx2,A,carer,1,1,1,0,,,\n"
        let faults = SmallSurvey.faults([.bytes(name: "a.csv", Array(whole.utf8))], options)
        #expect(faults.first?.hasPrefix("a.csv:3:\(column): error: found a cell that takes in \(lines) lines") == true)
        #expect(!faults.contains { $0.contains("secret") })
      }
    }
  }

  @Test("A name of more than 200 characters is a fault of the whole file, quoted or not", arguments: [false, true])
  func longName(isQuoted: Bool) {
    func row(_ count: Int) -> String {
      let name = String(repeating: "ŵ", count: count)
      return "r1,\(isQuoted ? "\"\(name)\"" : name),carer,1,1,1,0,,,"
    }
    #expect(SmallSurvey.faults(rows: [row(200)]) == [])
    #expect(
      SmallSurvey.faults(rows: ["r0,A,carer,1,1,1,0,,,", row(201)], IntakeOptions(setAside: true)) == [
        "a.csv:3:organisation: error: found a cell of 201 characters, expected at most 200; shorten it, or mend a comma or a "
          + "quotation mark that is missing [cell-too-long]"
      ])
  }

  @Test("A comment may hold lines, but not rows")
  func comments() {
    let extra = (1...30).map { "note \($0)" }.joined(separator: ",")
    let blank = String(repeating: ",", count: 29)
    func faults(_ comment: String) -> [String] {
      SmallSurvey.faults(
        "\(Self.headings),\(extra)\nr1,A,carer,1,1,1,0,,,,\(comment)\(blank)\nr9,A,carer,1,1,1,0,,,,\(blank)\n",
        IntakeOptions(setAside: true))
    }
    #expect(faults("\"It works, mostly,\nbut: slow, dear,\nand late\"") == [])
    let row = "r2,A,carer,1,1,1,0,,,,\(blank)"
    #expect(
      faults("\"swallowed\n\(row)\nr3,A,carer,1,1,1,0,,,,end\"").first?.hasPrefix("a.csv:2:note 1: error") == true)
  }

  @Test("An opening mark without its pair is named, not the width of the row that it makes")
  func openQuote() {
    #expect(
      SmallSurvey.faults("\(Self.headings)\nr1,A,carer,1,1,1,0,,,\nr2,\"A,carer,1,1,1,0,,,\nr3,A,carer,1,1,1,0,,,\n")
        == [
          "a.csv:3:organisation: error: found an opening quotation mark without a closing one before the end of the file, "
            + "expected a pair; close the cell or remove the mark [open-quote]"
        ])
  }

  @Test("Two files of one base name are named by their paths")
  func clashingNames() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "clash-\(UInt32.random(in: 0...UInt32.max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for name in ["p1", "p2"] {
      let inner = folder.appending(path: name)
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      try Data("\(Self.headings)\nr1,A,carer,1,1,1,0,,,\n".utf8).write(to: inner.appending(path: "x.csv"))
      paths.append(inner.appending(path: "x.csv").path(percentEncoded: false))
    }
    let fault = try #require(SmallSurvey.faults(paths.map { .file(path: $0) }).first)
    #expect(fault.hasPrefix("\(paths[1]):2:respondent_id: error: "))
    #expect(fault.contains("row 2 of \(paths[0]) already has"))
  }

  @Test("Bytes that are not text are located")
  func notText() {
    var bytes = Array("\(Self.headings)\nr1,A,carer,1,1,1,0,,,\nr2,Caf".utf8)
    bytes += [0xE9]
    bytes += Array(",carer,1,1,1,0,,,\n".utf8)
    for size in [1, 40, 4_096] {
      var options = IntakeOptions()
      options.blockSize = size
      #expect(
        SmallSurvey.faults([.bytes(name: "a.csv", bytes)], options) == [
          "a.csv:3:organisation: error: found the byte 0xE9, which is not UTF-8 text, expected UTF-8; save the file again as "
            + "“CSV UTF-8” [not-text]"
        ])
    }
  }

  @Test("Faults of the heading row are located in it")
  func headingRow() {
    var bytes = Array("respondent_id,organisation,respondent_type,d01q1,Caf".utf8)
    bytes += [0xE9]
    bytes += Array(",x\"y\nr1,A,carer,1,,\n".utf8)
    let faults = SmallSurvey.faults([.bytes(name: "a.csv", bytes)])
    #expect(faults.count == 2)
    #expect(faults.first?.hasPrefix("a.csv:1:Caf\u{FFFD}: error: found the byte 0xE9") == true)
    #expect(faults.last?.hasPrefix("a.csv:1:x\"y: error: found a quotation mark in the middle") == true)
  }

  @Test("Faults of the options")
  func options() {
    let row = "r1,A,carer,1,1,1,0,,,"
    #expect(
      SmallSurvey.faults(rows: [row], IntakeOptions(groups: ["region"])) == [
        "a.csv: error: found no column “region” in any file, expected one because of --group; correct --group [missing-group]"
      ])
    #expect(
      SmallSurvey.faults(rows: [row], IntakeOptions(wave: "2026")) == [
        "a.csv: error: found no row of the wave “2026”, expected a column wave; leave --wave out [unknown-wave]"
      ])
    #expect(
      SmallSurvey.faults(rows: [row], IntakeOptions(samplingWeights: "weight")) == [
        "a.csv:1: error: found no column of sampling weights, expected the one that was asked for; add it to the file "
          + "[missing-column]"
      ])
    #expect(
      SmallSurvey.faults("\(Self.headings),hobby\n\(row),x\n", IntakeOptions(strict: true)) == [
        "a.csv:1:hobby: error: found a heading that matches nothing, expected only known columns (--strict); remove the column, "
          + "or keep it with --group [unknown-column]"
      ])
  }

  @Test("All files are read to their ends, and faults stand in the order of file, row and column")
  func order() {
    let first = "\(Self.headings)\nr1,A,carer,9,1,9,0,,,\nr2,A,carer,1,1,1,0,90,,\n"
    let second = "\(Self.headings)\nr1,A,pilot,1,1,1,0,,,\nr3,A\n"
    let faults = SmallSurvey.faults([
      .bytes(name: "a.csv", Array(first.utf8)), .bytes(name: "b.csv", Array(second.utf8)), .bytes(name: "c.csv", []),
    ])
    let places = faults.map { fault -> String in
      let words = fault.split(separator: " ").map(String.init)
      return words.count > 1 ? words[0] + " " + words[words.count - 1] : fault
    }
    #expect(
      places == [
        "a.csv:2:d01q1: [answer-out-of-range]", "a.csv:2:d01q3: [answer-out-of-range]", "a.csv:3: [points-total]",
        "b.csv:2:respondent_id: [duplicate-id]", "b.csv:2:respondent_type: [unknown-respondent-type]",
        "b.csv:3: [ragged-row]", "c.csv: [empty-file]",
      ])
    #expect(faults[3].contains("row 2 of a.csv already has"))
  }

  @Test("Of very many faults the first thousand are kept and all are counted")
  func cap() throws {
    let rows = (1...600).map { "r\($0),A,carer,9,8,7,11,,," }
    for threads in 1...2 {
      var options = IntakeOptions(threads: threads)
      options.blockSize = 500
      let error = #expect(throws: FaultList.self) { try SmallSurvey.read(rows: rows, options) }
      let list = try #require(error)
      #expect(list.total == 2_400)
      #expect(list.faults.count == 1_000)
      #expect(list.faults.last?.row == 251)
      #expect(list.description.hasSuffix("\n… and 1400 more faults, not listed"))
    }
  }

  @Test("Identifiers and columns that are not read never show in a message")
  func privacy() {
    let text = """
      respondent_id,organisation,respondent_type,d01q1,submitted_at,duration_seconds,Your comments,Email,x@y.org
      secret-1,A,carer,9,secret-2,secret-3,secret-4,secret-5@example.org,1
      secret-1,A,carer,1,secret-2,7,secret-4,secret-5@example.org,1
      """
    let printed = SmallSurvey.faults(text).joined(separator: "\n")
    #expect(printed.contains("[answer-out-of-range]"))
    #expect(printed.contains("[duplicate-id]"))
    #expect(printed.contains("a.csv:2:duration_seconds: error: found a cell that is not a number, expected seconds"))
    #expect(!printed.contains("secret"))
    #expect(!printed.contains("@"))
  }
}
