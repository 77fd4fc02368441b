import Statistics
import Testing

@testable import Readiness

/// What a model tells of few people: nothing.
@Suite struct ModelDisclosureTests {
  private func study(_ people: SampleModels.People, _ request: ModelRequest) throws -> ModelStudy {
    try ModelStudy(people.responses(), plan: SampleModels.closed, request: request)
  }

  @Test func `groups under the minimum stand together with those that are hidden beside them`() throws {
    var people = SampleModels.People()
    for person in [0, 9, 20] { people.sectors[person] = "housing" }
    for person in [1, 11, 22, 30, 41, 52] { people.sectors[person] = "police" }
    let study = try study(people, ModelRequest(outcome: "d01", terms: ["sector"]))
    let term = try #require(study.terms.first)
    // Three people alone may not be shown, and with them goes the next smallest group.
    #expect(term.hidden == ["housing", "police"] && term.levels.contains(ModelTerm.pooled))
    #expect(study.row("sector", "housing") == nil && study.row("sector", "police") == nil)
    #expect(study.row("sector", ModelTerm.pooled)?.nLevel == 9)
    for row in study.rows { #expect((row.nLevel ?? 5) >= 5 && (row.n ?? 5) >= 5) }
  }

  @Test func `people whose cell is empty are left in, and stand with the small groups where they are few`() throws {
    var people = SampleModels.People()
    for person in [3, 17] { people.sectors[person] = "" }
    let few = try study(people, ModelRequest(outcome: "d01", terms: ["sector", "respondent_type"]))
    #expect(few.people == 96 || few.refusal != .empty)
    #expect(few.rows.allSatisfy { $0.level != ModelTerm.blank })
    for person in 0..<12 { people.sectors[7 * person] = "" }
    let many = try study(people, ModelRequest(outcome: "d01", terms: ["sector"]))
    #expect(many.terms.first?.levels.contains(ModelTerm.blank) == true && many.people == 96)
  }

  @Test func `columns that differ by one person are not both held apart`() throws {
    var people = SampleModels.People()
    // The second column is the first but for one person: the difference of their effects would be that person's answer.
    people.types = people.sectors.map { $0 == "health" ? "carer" : "service_user" }
    people.types[4] = people.types[4] == "carer" ? "service_user" : "carer"
    let study = try study(people, ModelRequest(outcome: "d01", terms: ["sector", "respondent_type"]))
    #expect(study.refusal != .empty && study.people == nil)
    #expect(study.rows.allSatisfy { $0.status == .suppressed && $0.estimate == nil && $0.n == nil })
    #expect(
      try !ModelStudy(
        people.responses(), plan: SampleModels.open,
        request: ModelRequest(outcome: "d01", terms: ["sector", "respondent_type"])
      ).rows.contains { $0.status == .suppressed })
  }

  @Test func `few missing answers are not counted, nor are people where they would be`() throws {
    var people = SampleModels.People()
    for person in [2, 5] { people.answers[person] = "dk" + people.answers[person].dropFirst() }
    let study = try study(people, ModelRequest(outcome: "d01a", terms: ["sector"]))
    #expect(study.people == nil && study.withoutOutcome == nil && study.reasons == nil)
    #expect(study.rows.allSatisfy { $0.n == nil && $0.nLevel == nil })
    for person in 10..<20 { people.answers[person] = "dk" + people.answers[person].dropFirst() }
    let more = try self.study(people, ModelRequest(outcome: "d01a", terms: ["sector"]))
    #expect(more.people == 84 && more.withoutOutcome == 12 && more.reasons == [.doNotKnow: 12])
  }

  @Test func `counts of few answers come out of no threshold, no single cut and no mean`() throws {
    var people = SampleModels.People()
    people.answers = people.answers.enumerated().map { place, answers in
      (place < 3 ? "5" : "\(min(4, Int(answers.prefix(1)) ?? 1))") + answers.dropFirst()
    }
    let plain = try study(people, ModelRequest(outcome: "d01a", terms: ["sector"]))
    let told = plain.rows.filter { $0.kind == .cut || $0.kind == .coefficientAtCut }
    #expect(
      !told.isEmpty && told.allSatisfy { $0.status == .suppressed && $0.estimate == nil && $0.standardError == nil })
    #expect(plain.row("sector", "council")?.estimate != nil || plain.row("sector", "health")?.estimate != nil)
    let drawn = try ModelStudy(
      people.responses(weighted: true), plan: SampleModels.closed,
      request: ModelRequest(outcome: "d01a", terms: ["sector"]))
    #expect(drawn.rows.filter { $0.kind == .mean }.allSatisfy { $0.estimate == nil && $0.status == .suppressed })
    people.answers = people.answers.enumerated().map { place, answers in (place < 3 ? "5" : "2") + answers.dropFirst() }
    let two = try study(people, ModelRequest(outcome: "d01a", terms: ["sector"]))
    #expect(two.rows.allSatisfy { $0.estimate == nil && $0.status == .suppressed })
  }
}
