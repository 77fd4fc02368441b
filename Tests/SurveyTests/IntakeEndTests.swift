import Survey
import Testing

@Suite("What a reading keeps, sets aside and notices")
struct IntakeEndTests {
  private let rows = [
    "r1,A,carer,1,2,3,4,,,", "r2,B,carer,9,2,NA,4,,,", "r3,\"C, D\",carer,1,2,3,4,90,,", "r1,E,carer,5,5,5,5,,,",
    "r5,F,carer,5,5", "r6,A,service_user,5,5,5,5,,,100",
  ]

  @Test("Faulty rows are set aside unchanged, with their faults, for any number of threads", arguments: [1, 2, 3])
  func setAside(threads: Int) throws {
    var options = IntakeOptions(setAside: true, threads: threads)
    options.blockSize = threads * 30
    let responses = try SmallSurvey.read(rows: rows, options)
    #expect(responses.count == 2)
    #expect((0..<2).map { responses.respondentIDs[$0] } == ["r1", "r6"])
    #expect(responses.spelled(1) == ["5", "5", "5", "5"])
    #expect(responses.organization.labels == ["A"])
    #expect(responses.respondentType.labels == ["carer", "service_user"])
    #expect(responses.allocations?.given == [false, true])
    #expect(responses.intake.files == [.init(name: "a.csv", rows: 6, used: 2, notAsked: [], unread: [])])
    let aside = responses.intake.setAside
    #expect(aside.map(\.row) == [3, 4, 5, 6])
    #expect(
      aside.map { $0.faults.map(\.kind.rawValue) } == [
        ["answer-out-of-range", "ambiguous-na"], ["points-total"], ["duplicate-id"], ["ragged-row"],
      ])
    #expect(aside[1].cells == ["r3", "C, D", "carer", "1", "2", "3", "4", "90", "", ""])
    #expect(aside[3].cells == ["r5", "F", "carer", "5", "5"])
    #expect(aside[0].headings == SmallSurvey.headings.split(separator: ",").map(String.init))
  }

  @Test("Setting every row aside leaves nothing to report on")
  func nothingLeft() {
    #expect(
      SmallSurvey.faults(rows: ["r1,A,carer,9,1,1,0,,,"], IntakeOptions(setAside: true)) == [
        "a.csv: error: every row was set aside, expected at least one without faults; mend the rows that are set aside "
          + "[no-respondents]"
      ])
  }

  @Test("A fault of the whole file is not mended by setting rows aside")
  func wholeFile() {
    let text = "respondent_id,organisation,d01q1\nr1,A,1\n"
    #expect(SmallSurvey.faults(text, IntakeOptions(setAside: true)).count == 1)
    #expect(SmallSurvey.faults(rows: ["r1,A,carer,1,1,1,0,,,\"x"], IntakeOptions(setAside: true)).count == 1)
  }

  @Test("One wave is chosen; identifiers may come again in another")
  func waves() throws {
    let text = """
      wave,respondent_id,organisation,respondent_type,d01q1
      2025,r1,Old,carer,1
      2026,r1,New,carer,2
      2026,r2,New,carer,3
      """
    let responses = try SmallSurvey.read(text, IntakeOptions(wave: "2026"))
    #expect(responses.count == 2)
    #expect(responses.answers[0] == [2, 3])
    #expect(responses.organization.labels == ["New"])
    #expect(responses.intake.files.map(\.used) == [2])
    #expect(responses.intake.notices.map(\.message) == ["1 row of other waves was not used"])
    #expect(
      SmallSurvey.faults(text, IntakeOptions(wave: "2027")) == [
        "a.csv: error: found no row of the wave “2027”, expected one of “2025”, “2026”; correct --wave [unknown-wave]"
      ])
  }

  @Test("Grouping columns that are asked for are kept, others are listed and not read")
  func groups() throws {
    let text =
      "\(SmallSurvey.headings),Region,Hobby,,language\nr1,A,carer,1,1,1,0,,,,North,chess,x,cy\nr2,A,carer,1,1,1,0,,,,,chess,,en\n"
    let responses = try SmallSurvey.read(text, IntakeOptions(groups: ["region", "organisation"]))
    #expect(responses.groups.map(\.name) == ["language", "region"])
    #expect(responses.grouping(named: "region")?.labels == ["North"])
    #expect(responses.grouping(named: "region")?.codes == [0, -1])
    #expect(responses.intake.files[0].unread == ["Hobby", "13"])
    #expect(
      responses.intake.notices.map(\.description) == [
        "a.csv:1: notice: 2 columns match nothing in the survey and are not read: “Hobby”, column 13 [unread-columns]"
      ])
  }

  @Test("Weights are read only when they are asked for")
  func weights() throws {
    let text = "respondent_id,organisation,respondent_type,d01q1,weight\nr1,A,carer,1,0.5\nr2,A,carer,1,2\n"
    #expect(try SmallSurvey.read(text).weights.isEmpty)
    #expect(try SmallSurvey.read(text, IntakeOptions(samplingWeights: "weight")).weights == [0.5, 2])
    let bad = text.replacing("0.5", with: "x").replacing(",2\n", with: ",0\n")
    #expect(try SmallSurvey.read(bad).count == 2)
    #expect(
      SmallSurvey.faults(bad, IntakeOptions(samplingWeights: "weight")) == [
        "a.csv:2:weight: error: found “x”, expected a weight above 0; correct it [not-a-number]",
        "a.csv:3:weight: error: found “0”, expected a weight above 0; correct it [not-a-number]",
      ])
    // Their sum would be infinite, and the squares of the others nought.
    let extreme = text.replacing("0.5", with: "1e307").replacing(",2\n", with: ",1e-300\n")
    #expect(
      SmallSurvey.faults(extreme, IntakeOptions(samplingWeights: "weight")) == [
        "a.csv:2:weight: error: found “1e307”, expected a weight from 1e-100 to 1e100; correct it [not-a-number]",
        "a.csv:3:weight: error: found “1e-300”, expected a weight from 1e-100 to 1e100; correct it [not-a-number]",
      ])
  }

  @Test("Allocations: near totals are counted, policies mend or leave out, and each is said")
  func allocations() throws {
    let rows = [
      "r1,A,carer,1,1,1,0,33.3,33.3,33.3", "r2,A,carer,1,1,1,0,40,40,17", "r3,A,carer,1,1,1,0,,100,",
      "r4,A,carer,1,1,1,0,,,",
      "r5,A,carer,1,1,1,0,33.5,33.5,33.5",
    ]
    let rescaled = try SmallSurvey.read(rows: rows, IntakeOptions(allocation: .rescale))
    let allocations = try #require(rescaled.allocations)
    #expect(allocations.given == [true, true, true, false, true])
    #expect(allocations.points(of: 0) == [33.3, 33.3, 33.3])
    #expect(allocations.points(of: 1) == [41.24, 41.24, 17.52])
    #expect(allocations.points(of: 2) == [0, 100, 0])
    #expect((allocations.nearTotals, allocations.rescaled, allocations.flagged) == (2, 1, 0))
    #expect(
      rescaled.intake.notices.map(\.description) == [
        "a.csv:3: notice: the points total 97 and were rescaled to 100 [points-mended]"
      ])
    let flagged = try SmallSurvey.read(rows: rows, IntakeOptions(allocation: .flag))
    #expect(flagged.allocations?.given == [true, false, true, false, true])
    #expect(flagged.allocations?.flagged == 1)
    #expect(
      flagged.intake.notices.map(\.description) == [
        "a.csv:3: notice: the points total 97; the allocation is left out of every mean [points-mended]"
      ])
    #expect(SmallSurvey.faults(rows: rows).count == 1)
    let far = ["r1,A,carer,1,1,1,0,40,40,14", "r2,A,carer,1,1,1,0,40,57,"]
    #expect(SmallSurvey.faults(rows: far, IntakeOptions(allocation: .rescale)).count == 2)
  }

  @Test("Blank rows are skipped, counted and do not move the places of others")
  func blankRows() throws {
    let rows = ["r1,A,carer,1,1,1,0,,,", ",,,,,,,,,", "", "\"\",,,,,,,,,", "r2,A,carer,1,1,1,0,,,"]
    let responses = try SmallSurvey.read(rows: rows)
    #expect(responses.count == 2)
    #expect(responses.intake.notices.map(\.message) == ["3 blank rows were skipped"])
    #expect(
      SmallSurvey.faults(rows: rows + ["r1,A,carer,1,1,1,0,,,"]).first?.hasPrefix("a.csv:7:respondent_id") == true)
  }

  @Test("Organisations that differ only in case are noticed")
  func similarNames() throws {
    let responses = try SmallSurvey.read(rows: ["r1,Surrey CC,carer,1,1,1,0,,,", "r2,surrey cc,carer,1,1,1,0,,,"])
    #expect(
      responses.intake.notices.map(\.message) == [
        "“Surrey CC” and “surrey cc” are read as two organisations; write the name alike if they are one"
      ])
  }
}
