import Foundation
import Survey
import TestSupport
import Testing

@Suite("Response files become responses, or every fault is reported")
struct InstrumentResponsesTests {
  @Test("Codes and the kinds of missing stay apart")
  func kindsOfMissing() throws {
    let responses = try SmallSurvey.read(rows: [
      "r1,Surrey CC,senior_commissioner,1,dk,nfm,10,50,50,0", "r2,\"Surrey  CC \",carer,,5.0,\" 3 \",0,,,",
    ])
    #expect(responses.count == 2)
    #expect(responses.spelled(0) == ["1", "dk", "nfm", "10"])
    #expect(responses.spelled(1) == ["·", "5", "3", "0"])
    #expect(responses.organization.labels == ["Surrey CC"])
    #expect(responses.respondentType.labels == ["senior_commissioner", "carer"])
    #expect(responses.respondentType.codes == [0, 1])
    #expect((0..<2).map { responses.respondentIDs[$0] } == ["r1", "r2"])
    #expect(responses.allocations?.points(of: 0) == [50, 50, 0])
    #expect(responses.allocations?.points(of: 1) == nil)
    #expect(responses.groups.isEmpty)
    #expect(responses.weights.isEmpty)
    #expect(responses.intake.notices.isEmpty)
    #expect(responses.intake.files == [.init(name: "a.csv", rows: 2, used: 2, notAsked: [], unread: [])])
  }

  @Test("An item without a column is not asked for that file's rows alone")
  func notAsked() throws {
    let full = "\(SmallSurvey.headings),wave\nr1,A,carer,1,2,3,4,100,0,0,w1\n"
    let part = "wave,d01q2,respondent_type,organisation,respondent_id\nw1,5,carer,B,r2\n"
    let responses = try SmallSurvey.instrument.responses(in: [
      .bytes(name: "a.csv", Array(full.utf8)), .bytes(name: "b.csv", Array(part.utf8)),
    ])
    #expect(responses.spelled(0) == ["1", "2", "3", "4"])
    #expect(responses.spelled(1) == ["∅", "5", "∅", "∅"])
    #expect(responses.allocations?.given == [true, false])
    #expect(responses.intake.files[1].notAsked == ["d01q1", "d01q3", "nowcm"])
    #expect(responses.groups.map(\.name) == ["wave"])

    let alone = try SmallSurvey.instrument.responses(in: [.bytes(name: "b.csv", Array(part.utf8))])
    #expect(alone.answers.map(\.count) == [0, 1, 0, 0])
    #expect(alone.allocations == nil)
  }

  @Test(
    "The published budget table reads as it is; its averages are those of the slide",
    arguments: [true, false])
  func budgetTable(writesZeros: Bool) throws {
    // Governance International (2017), "Beyond engagement", slide with eight previous responses: the points and the AVG column.
    let table = """
      respondent,organisation,respondent_type,More frontline staff,Training frontline staff on how to make co-production more successful,More staff who can enable service users to co-produce,More staff who can enable communities to co-produce,Supporting service users to do more co-production in the project,Supporting communities to do more co-production in the project,Connecting service users to communities more effectively,Project management,Better ICT,Better technology (other than ICT),Supporting partners to embed co-production in their working
      R1,Surrey CC,senior_commissioner,0,30,30,0,0,20,0,0,0,0,20
      R2,Surrey CC,middle_management_commissioner,0,20,80,0,0,0,0,0,0,0,0
      R3,Surrey CC,middle_management_commissioner,20,20,20,20,0,0,0,0,0,0,20
      R4,Sandwell MBC,senior_commissioner,0,20,20,20,10,10,0,0,0,0,20
      R5,Solihull MBC,senior_commissioner,20,10,5,5,15,15,10,10,2.5,2.5,5
      R6,Scottish Health/Social Care Partnership,public_health_lead,10,0,10,10,10,10,50,0,0,0,0
      R7,National 3rd sector organisation & user advocacy service,third_sector_user_advocacy,0,10,20,15,15,15,10,5,3,2,5
      R8,National Charity,third_sector_regional_engagement_manager,0,40,0,0,20,0,20,0,0,0,20
      """
    let published = [6, 19, 23, 9, 9, 9, 11, 2, 1, 1, 11]
    // The slide leaves zeros blank.
    let text = writesZeros ? table : table.replacing(#/,0(?=,|\n|$)/#, with: ",")
    let instrument = try Instrument(folder: Repository.url("Surveys/budget"))
    let responses = try instrument.responses(in: [.bytes(name: "budget.csv", Array(text.utf8))])
    let allocations = try #require(responses.allocations)
    #expect(responses.count == 8)
    #expect(allocations.given.allSatisfy { $0 })
    #expect(allocations.nearTotals == 0)
    let means = allocations.hundredths.map { $0.reduce(0) { $0 + Double($1) } / 800 }
    #expect(means.map { Int($0.rounded()) } == published)
    #expect(means[8...9] == [0.6875, 0.5625])
    #expect(responses.organization.labels.count == 6)
    #expect(responses.intake.notices.isEmpty)
  }

  @Test("The same text gives the same value in blocks of any size and any number of threads")
  func blocks() throws {
    var rows: [String] = []
    for row in 0..<300 {
      let answers = (0..<3).map { item in
        ["1", "2", "3", "4", "5", "dk", "nfm", "", "\"4\"", " 2"][(row * 7 + item * 3) % 10]
      }
      let points = [["100", "0", "0"], ["33.3", "33.3", "33.3"], ["", "", ""], ["2.5", "97.5", ""]][row % 4]
      let organization = ["A", "\"B, C\"", "\"D \"\"E\"\"\"", "É"][row % 4]
      rows.append(
        "r\(row),\(organization),carer,\(answers.joined(separator: ",")),\(row % 11),\(points.joined(separator: ",")),\(row % 3 == 0 ? "\"so,\nso\"" : "")"
      )
      if row % 50 == 0 { rows.append(",,,,,,,,,,") }
    }
    let text = ([SmallSurvey.headings + ",Your comments"] + rows).joined(separator: "\r\n")
    let reference = try SmallSurvey.read(text)
    #expect(reference.count == 300)
    #expect(reference.organization.labels == ["A", "B, C", "D \"E\"", "É"])
    #expect(reference.allocations?.nearTotals == 75)
    for (threads, size) in [(1, 100), (2, 64), (3, 257), (4, 1_000), (2, 5_000)] {
      var options = IntakeOptions(threads: threads)
      options.blockSize = size
      let responses = try SmallSurvey.read(text, options)
      #expect(responses.answers == reference.answers)
      #expect(responses.allocations == reference.allocations)
      #expect(responses.organization == reference.organization)
      #expect(responses.respondentIDs == reference.respondentIDs)
      #expect(responses.intake == reference.intake)
    }
  }

  @Test("Faults are the same in blocks of any size and any number of threads")
  func faultsInBlocks() {
    var rows: [String] = []
    for row in 0..<200 {
      rows.append(
        "r\(row % 190),A,\(row % 23 == 0 ? "caarer" : "carer"),\(row % 17),\"2\",3\(row % 31 == 0 ? ",1" : ""),4,,,")
    }
    let text = ([SmallSurvey.headings] + rows).joined(separator: "\n")
    let reference = SmallSurvey.faults(text)
    #expect(reference.count > 150)
    for (threads, size) in [(1, 100), (2, 64), (3, 257), (4, 1_000)] {
      var options = IntakeOptions(threads: threads)
      options.blockSize = size
      #expect(SmallSurvey.faults(text, options) == reference)
    }
  }

  @Test("Every instrument reads its own template")
  func templates() throws {
    for id in ["barriers-full", "barriers-standard", "barriers-short", "budget"] {
      let instrument = try Instrument(folder: Repository.url("Surveys/\(id)"))
      let responses = try instrument.responses(in: [.bytes(name: "t.csv", Array(instrument.template().utf8))])
      #expect(responses.count == 1)
      #expect(responses.answers.allSatisfy { $0.count == 1 })
      #expect(responses.allocations?.given == [true])
      #expect(responses.intake.notices.isEmpty)
    }
  }

  @Test("Any line end, with or without a byte order mark", arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func lineEnds(end: String, mark: String) throws {
    let text =
      mark
      + [
        SmallSurvey.headings + ",Your comments", "r1,A,carer,1,2,3,4,,,100,", "",
        "r2,\"B, C\",carer,5,dk,,\"10\",,,,\"so,\nso\"",
      ].joined(separator: end)
    for size in [1, 7, 64, 4_096] {
      var options = IntakeOptions(threads: 2)
      options.blockSize = size
      let responses = try SmallSurvey.read(text, options)
      #expect(responses.spelled(0) == ["1", "2", "3", "4"])
      #expect(responses.spelled(1) == ["5", "dk", "·", "10"])
      #expect(responses.organization.labels == ["A", "B, C"])
      #expect(responses.intake.notices.map(\.kind.rawValue) == ["blank-rows", "unread-columns"])
    }
  }

  @Test("An input that cannot be opened is another kind of error")
  func missingInput() {
    let error = #expect(throws: InputMissing.self) {
      try SmallSurvey.instrument.responses(in: [.file(path: "/no/such/a.csv"), .file(path: "/")])
    }
    #expect(
      error?.description == """
        /no/such/a.csv: error: there is no such file; check the name and the folder [input-missing]
        /: error: this is a folder, expected a file; name the files in it [input-folder]
        """)
  }

  @Test("A file on disk reads like the same bytes in memory")
  func fileOnDisk() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "responses-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data("\(SmallSurvey.headings)\nr1,A,carer,1,2,3,4,,,".utf8).write(to: url)
    let responses = try SmallSurvey.instrument.responses(in: [.file(path: url.path)])
    #expect(responses.spelled(0) == ["1", "2", "3", "4"])
    #expect(responses.intake.files.map(\.name) == [url.lastPathComponent])
  }

  @Test("Bytes in any order never stop the program", arguments: 1...40)
  func randomBytes(seed: Int) {
    var state = UInt64(seed)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let pieces = [
      "1", ",", "\n", "\"", "dk", "\r", "99999999999999999999", "-", ".", "é", " ", "carer", "r1", "1e5", "NA",
    ]
    for _ in 0..<20 {
      var bytes = Array("\(SmallSurvey.headings)\n".utf8)
      if next(4) == 0 { bytes.removeAll() }
      for _ in 0..<next(120) {
        if next(20) == 0 { bytes.append(UInt8(next(256))) } else { bytes += Array(pieces[next(pieces.count)].utf8) }
      }
      var options = IntakeOptions(
        setAside: next(2) == 0, allocation: AllocationPolicy.allCases[next(3)], threads: 1 + next(2))
      options.blockSize = 1 + next(80)
      do {
        let responses = try SmallSurvey.instrument.responses(in: [.bytes(name: "x", bytes)], options: options)
        #expect(responses.answers.allSatisfy { $0.isEmpty || $0.count == responses.count })
        #expect(responses.respondentIDs.count == responses.count)
      } catch let list as FaultList {
        #expect(list.faults.allSatisfy { $0.severity == .error })
        #expect(!list.faults.isEmpty)
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}
