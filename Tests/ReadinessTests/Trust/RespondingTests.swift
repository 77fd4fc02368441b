import Testing

@testable import Readiness

@Suite struct RespondingTests {
  /// Six barriers of four items, every second one reversed.
  static let instrument: Instrument = {
    let dimensions = (1...6).map { "d0\($0)" }
    return Sample.instrument(
      form: "sample", dimensions: dimensions,
      items: dimensions.flatMap { dimension in
        (1...4).map { Sample.item("\(dimension)q\($0)", dimension, "cm", $0 % 2 == 0 ? .direct : .reversed) }
      })
  }()

  /// People who find the first barriers easy and the last ones hard, with some noise.
  static func people(_ count: Int, seed: UInt64) -> [[Int]] {
    var stream = RandomStream(seed: seed)
    return (0..<count).map { _ in
      (0..<24).map { item in
        let level = min(5, max(1, 1 + item / 4 + stream.below(3) - 1))
        return item % 2 == 0 ? level : 6 - level
      }
    }
  }

  static func responses(_ codes: [[Int]], types: [String]? = nil, points: [[Double]?]? = nil) -> Responses {
    Sample.responses(
      to: instrument, answers: codes.map { $0.map { $0 == 0 ? "dk" : "\($0)" }.joined(separator: " ") },
      organizations: codes.indices.map { "Org \($0 % 3)" }, types: types, points: points)
  }

  private func marks(_ codes: [[Int]], seconds: [Double?]? = nil) -> [RespondingMarks] {
    Responding(scores: Self.responses(codes).scored(by: TrustCohort.plan), seconds: seconds, threads: 1).marks
  }

  @Test(
    "One answer throughout is a run and no spread, which are one kind; agreeing with opposite sentences is uneven too")
  func straight() {
    var codes = Self.people(30, seed: 1)
    codes[4] = [Int](repeating: 4, count: 24)
    codes[5] = [Int](repeating: 2, count: 12) + codes[5][12...]
    let found = marks(codes)
    #expect(found[4].isMarked(.longRun) && found[4].isMarked(.littleSpread) && found[5].isMarked(.longRun))
    #expect(!found[5].isMarked(.littleSpread) && !found[6].isMarked(.longRun) && found[6].isJudged(.longRun))
    var alone = RespondingMarks()
    alone.note(.longRun, true)
    alone.note(.littleSpread, true)
    #expect(alone.kinds == 1 && alone.judged == alone.marked)
    alone.note(.farOut, false)
    #expect(alone.kinds == 1 && alone.isJudged(.farOut) && !alone.isMarked(.farOut) && !alone.isJudged(.fast))
  }

  @Test("Of two forms in one run everybody is judged by the items of their own: as each form would be by itself")
  func forms() {
    // The second twelve people were asked twelve of the twenty-four items.
    let long = Self.people(12, seed: 31)
    let short = Self.people(12, seed: 32).map { Array($0[..<12]) }
    func marks(_ codes: [[String]], _ seconds: [Double?]) -> [RespondingMarks] {
      let responses = Sample.responses(to: Self.instrument, answers: codes.map { $0.joined(separator: " ") })
      return Responding(scores: responses.scored(by: TrustCohort.plan), seconds: seconds, threads: 1).marks
    }
    let first = long.map { $0.map(String.init) }
    let second = short.map { $0.map(String.init) + [String](repeating: ".", count: 12) }
    // Twice two seconds an item for each: nobody is fast; one of the short form is.
    var seconds: [Double?] = [Double?](repeating: 96, count: 12) + [Double?](repeating: 30, count: 12)
    seconds[20] = 9
    let mixed = marks(first + second, seconds)
    #expect(mixed.indices.filter { mixed[$0].isMarked(.fast) } == [20])
    var straight = second
    straight[3] = [String](repeating: "3", count: 6) + straight[3][6...]
    #expect(marks(first + straight, seconds)[15].isMarked(.longRun))
  }

  @Test("Somebody who turns every answer round goes against the others; their halves still go together")
  func against() {
    var codes = Self.people(30, seed: 2)
    codes[7] = codes[8].map { 6 - $0 }
    let found = marks(codes)
    #expect(found[7].isMarked(.againstOthers) && !found[8].isMarked(.againstOthers))
    #expect(found[7].isJudged(.unevenHalves) && !found[7].isMarked(.unevenHalves))
    // Without regard to keying the halves of every barrier point opposite ways.
    codes[9] = (0..<24).map { 1 + $0 / 5 }
    #expect(marks(codes)[9].isMarked(.unevenHalves))
  }

  @Test("Mostly “don't know” is marked, and so few answers that nothing else can be looked at")
  func unknown() {
    var codes = Self.people(30, seed: 3)
    codes[3] = [Int](repeating: 0, count: 18) + codes[3][18...]
    let found = marks(codes)[3]
    #expect(found.isMarked(.doNotKnow) && !found.isJudged(.longRun) && !found.isJudged(.unevenHalves))
    #expect(!found.isJudged(.farOut) && found.kinds == 1)
  }

  @Test("Far from everybody is beyond one normal person of a thousand")
  func far() {
    var codes = Self.people(60, seed: 4)
    // Easy and hard by turns, where everybody else climbs.
    codes[11] = (0..<24).map { item in (item / 4) % 2 == item % 2 ? 5 : 1 }
    let found = marks(codes)
    #expect(found[11].isMarked(.farOut) && found.count { $0.isMarked(.farOut) } < 4)
  }

  @Test("Times under two seconds an item, or under a third of the median; without a time nobody is judged")
  func fast() {
    let codes = Self.people(6, seed: 5)
    let found = marks(codes, seconds: [300, 240, 47, 99, nil, 310])
    #expect(found.map { $0.isMarked(.fast) } == [false, false, true, false, false, false])
    #expect(found.map { $0.isJudged(.fast) } == [true, true, true, true, false, true])
    #expect(marks(codes, seconds: [300, 300, 300, 99, 300, 300])[3].isMarked(.fast))
    #expect(marks(codes).allSatisfy { !$0.isJudged(.fast) })
  }

  @Test("Pages are taken in the order in which they were asked: straight pages are a run")
  func pages() throws {
    let whole = Self.instrument
    // A page asks the same item of every barrier.
    let pages = (1...4).map { page in
      InstrumentPage(id: "p\(page)", stem: Sample.text("s"), items: (1...6).map { "d0\($0)q\(page)" })
    }
    let paged = Instrument(
      id: whole.id, version: "1.0.0", title: whole.title, form: whole.form, languages: ["en"], credits: [],
      dimensions: whole.dimensions, facetLabels: [:], items: whole.items, degreeNow: [], budget: nil,
      respondentTypes: whole.respondentTypes, rollUps: whole.rollUps, rollUpVersion: "1", voice: whole.voice,
      missingRule: whole.missingRule, bands: [], sourceFiles: [], pages: pages)
    var codes = Self.people(5, seed: 6)
    // Straight through pages 1 and 3, with answers that change from page to page and on the others.
    codes[0] = (0..<24).map { item in [1: 2, 3: 5][item % 4 + 1] ?? 1 + item / 5 }
    let responses = Sample.responses(
      to: paged, answers: codes.map { $0.map(String.init).joined(separator: " ") })
    let found = Responding(scores: responses.scored(by: TrustCohort.plan), seconds: nil, threads: 1).marks
    #expect(found[0].isMarked(.longRun))
    #expect(!marks(codes)[0].isMarked(.longRun))
  }
}
