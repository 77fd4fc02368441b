import Disclosure
import Testing

@testable import Readiness

@Suite struct QualityStudyTests {
  private static let types = ["service_user", "carer", "provider_manager"]

  /// Sixty people of three types; of some the answers were given without care.
  private static func cohort(_ careless: [Int]) -> Responses {
    var codes = RespondingTests.people(60, seed: 51)
    // One answer for half of the items, and the opposite of everybody else's for the other half.
    for person in careless { codes[person] = (0..<24).map { $0 < 12 ? 3 : $0 % 2 == 0 ? 1 : 5 } }
    return RespondingTests.responses(codes, types: (0..<60).map { types[$0 % 3] })
  }

  private func study(_ careless: [Int], plan: ScoringPlan = TrustCohort.plan, threads: Int = 1) throws -> QualityStudy {
    try QualityStudy(Self.cohort(careless), plan: plan, threads: threads)
  }

  private func row(_ study: QualityStudy, _ name: String, _ type: String? = nil) throws -> QualityRow {
    try #require(study.rows.first { $0.subject.name == name && $0.respondentType == type })
  }

  @Test(
    "The headline without those marked twice is the mean of everybody else's scores; nobody leaves the headline itself")
  func headline() throws {
    let careless = Array(0..<9)
    let found = try study(careless)
    let responses = Self.cohort(careless)
    let scores = responses.scored(by: TrustCohort.plan)
    let marks = Responding(scores: scores, seconds: nil, threads: 1).marks
    let twice = marks.indices.filter { marks[$0].kinds >= 2 }
    #expect(Set(careless).isSubset(of: twice) && twice.count < 20)
    let people = (0..<60).compactMap { scores.score("d01", $0) }
    let others = (0..<60).filter { !twice.contains($0) }.compactMap { scores.score("d01", $0) }
    let line = try #require(found.headline.first { $0.measure == "d01" })
    #expect(
      abs((line.all.value ?? 0) - people.reduce(0, +) / Double(people.count)) < 1e-9 && line.all.n == people.count)
    #expect(abs((line.without.value ?? 0) - others.reduce(0, +) / Double(others.count)) < 1e-9)
    #expect(line.without.n == others.count && line.without.interval != nil)
    #expect(abs((line.difference ?? 0)) > 1)
    #expect(try row(found, "marks_two_or_more").marked == twice.count)
    let published = try Assessment(responses, plan: TrustCohort.plan).scores
    let overall = try #require(
      published.first { $0.level == .cohort && $0.measure == "overall" && $0.weighting == .respondents })
    #expect(found.headline.first { $0.measure == "overall" }?.all == overall.estimate)
  }

  @Test("One to four people marked twice are told neither as a count nor by the difference of two means")
  func few() throws {
    let found = try study([0, 1])
    let twice = try row(found, "marks_two_or_more")
    let plan = ScoringPlan(draws: 10, permutations: 9, disclosure: .pilot, consent: "test")
    let open = try study([0, 1], plan: plan)
    let true2 = try #require(try row(open, "marks_two_or_more").marked)
    #expect((1..<5).contains(true2) && twice.marked == nil && twice.status == .suppressed && twice.share == nil)
    #expect(found.headline.allSatisfy { $0.without.status == .suppressed || $0.all.status == .notAsked })
    #expect(open.headline.contains { $0.difference != nil })
    // Nor by what is left of all.
    let parts = try ["marks_none", "marks_one"].map { try row(found, $0) }
    #expect(parts.contains { $0.marked == nil })
  }

  @Test("No count of one to four comes out by adding and subtracting over types, marks and what is left")
  func attack() throws {
    // Six of the first type, one of the second, none of the third.
    let careless = [0, 3, 6, 9, 12, 15, 1]
    let open = try study(
      careless, plan: ScoringPlan(draws: 10, permutations: 9, disclosure: .pilot, consent: "test"))
    let found = try study(careless)
    #expect(found.rows.map(\.subject) == open.rows.map(\.subject))
    // Something is shown and something hidden, so that the checks below are of something.
    #expect(found.rows.contains { $0.marked != nil && $0.judged != nil && $0.respondentType != nil })
    #expect(found.rows.contains { $0.marked == nil } && open.rows.allSatisfy { $0.marked != nil })
    for (shown, true1) in zip(found.rows, open.rows) {
      if let marked = shown.marked, let judged = shown.judged {
        #expect(marked == true1.marked && judged == true1.judged)
        #expect(!(1..<5).contains(marked) && !(1..<5).contains(judged))
        #expect(!(1..<5).contains(judged - marked) || shown.subject.name.hasPrefix("marks_"))
      }
    }
    for subject in Set(found.rows.map(\.subject)) {
      let rows = found.rows.filter { $0.subject == subject }
      let hidden = rows.filter { $0.respondentType != nil && $0.marked == nil }
      // A hidden type alone beside a shown whole would be what is left.
      if rows.first(where: { $0.respondentType == nil })?.marked != nil { #expect(hidden.count != 1) }
    }
  }

  @Test(
    "That everybody of a type answered “don’t know” to most is told neither in its row nor by what is left of all",
    arguments: [[1], [1, 2], [0, 1, 2]])
  func alike(marked: [Int]) throws {
    var codes = RespondingTests.people(60, seed: 51)
    for person in codes.indices where marked.contains(person % 3) {
      for item in 0..<16 { codes[person][item] = 0 }
    }
    let responses = RespondingTests.responses(codes, types: (0..<60).map { Self.types[$0 % 3] })
    let study = try QualityStudy(responses, plan: TrustCohort.plan, threads: 1)
    let rows = study.rows.filter { $0.subject.name == "dont_know" }
    for type in marked {
      let row = try #require(rows.first { $0.respondentType == Self.types[type] })
      #expect(row.marked == nil && row.share == nil && row.status == .suppressed)
    }
    // By hand: twenty of each type, all or none of whom have the mark.
    let all = try #require(rows.first { $0.respondentType == nil })
    let shown = Self.types.indices.filter { type in
      rows.contains { $0.respondentType == Self.types[type] && $0.marked != nil }
    }
    #expect(all.marked == nil || Set(Self.types.indices).subtracting(shown) != Set(marked))
    let open = try QualityStudy(
      responses, plan: ScoringPlan(draws: 10, permutations: 9, disclosure: .pilot, consent: "test"), threads: 1)
    #expect(open.rows.first { $0.subject.name == "dont_know" }?.marked == 20 * marked.count)
  }

  @Test("Seconds are read from a kept column, and what is no time is none")
  func seconds() {
    let responses = Sample.responses(
      to: RespondingTests.instrument,
      answers: RespondingTests.people(4, seed: 1).map { $0.map(String.init).joined(separator: " ") },
      groups: ["seconds": ["120", "x", "", "-3"]])
    #expect(responses.seconds(in: "seconds") == [120, nil, nil, nil] && responses.seconds(in: "time") == nil)
  }

  @Test("The same on one thread and on four")
  func threads() throws {
    let (one, four) = (try study([1, 5, 9], threads: 1), try study([1, 5, 9], threads: 4))
    #expect(one.rows == four.rows && one.headline == four.headline)
  }

  @Test("Some people only: the same answers in their order, of every column")
  func keeping() {
    let whole = Self.cohort([])
    let part = whole.keeping([5, 40])
    #expect(part.count == 2 && part.answers.map { $0[1] } == whole.answers.map { $0[40] })
    #expect(part.organization.codes == [whole.organization.codes[5], whole.organization.codes[40]])
    #expect(part.respondentType.labels == whole.respondentType.labels && part.respondentIDs.count == 0)
  }
}
