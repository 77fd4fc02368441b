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
    #expect(few.refusal == .empty && few.people == 96)
    people.types = people.types.map { $0 == "carer" ? "service_user" : $0 }
    let types = try study(people, ModelRequest(outcome: "d01", terms: ["respondent_type"]))
    #expect(types.refusal == .empty && types.people == 96)
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

  /// What is said of a group of three: the sentence that a group of people alike must share.
  private func sentence(_ column: String, _ outcome: String, weighted: Bool = false) throws -> Phrase {
    var people = SampleModels.People()
    people.types = people.types.indices.map { $0 < 3 ? "carer" : "service_user" }
    return try ModelStudy(
      people.responses(weighted: weighted), plan: SampleModels.closed,
      request: ModelRequest(outcome: outcome, terms: [column])
    ).refusal
  }

  @Test(
    "that all people of a group gave one answer is told in no row, nor that it is for this and not for few people",
    arguments: [false, true])
  func alike(isWeighted: Bool) throws {
    let few = try sentence("respondent_type", "d01a", weighted: isWeighted)
    #expect(few != .empty)
    for isEverybody in [true, false] {
      for answer in ["5", "3"] {
        var people = SampleModels.People()
        people.answers = zip(people.answers, people.types).map { answers, type in
          (isEverybody || type == "carer" ? answer : "\(answers.prefix(1))") + answers.dropFirst()
        }
        let study = try ModelStudy(
          people.responses(weighted: isWeighted), plan: SampleModels.closed,
          request: ModelRequest(outcome: "d01a", terms: ["respondent_type"]))
        #expect(study.refusal == few && study.people == nil && study.terms.isEmpty)
        #expect(
          study.rows.allSatisfy { $0.status == .suppressed && $0.estimate == nil && $0.n == nil && $0.note == few })
      }
    }
  }

  @Test func `people without a group who all have one score are no level, and nothing is left to subtract`() throws {
    var people = SampleModels.People()
    for person in 0..<9 {
      people.sectors[7 * person] = ""
      people.answers[7 * person] = "3 3 3 3 3 3"
    }
    let request = ModelRequest(outcome: "d01", terms: ["sector"])
    let open = try ModelStudy(people.responses(), plan: SampleModels.open, request: request)
    let intercept = try #require(open.rows.first { $0.kind == .intercept }?.estimate)
    // What would be told: fifty points of each of the nine.
    #expect(abs(intercept + (open.row("sector", ModelTerm.blank)?.estimate ?? 0) - 50) < 1e-9)
    let closed = try study(people, request)
    #expect(closed.refusal != .empty && closed.rows.allSatisfy { $0.estimate == nil && $0.status == .suppressed })
    people.answers[0] = "5 5 5 5 5 5"
    #expect(try study(people, request).refusal == .empty)
  }

  @Test func `with two answers of which a group gave one rarely no test of the table is told`() throws {
    var people = SampleModels.People()
    let carers = people.types.indices.filter { people.types[$0] == "carer" }
    people.answers = people.answers.enumerated().map { place, answers in
      (carers.prefix(2).contains(place) || (people.types[place] != "carer" && place % 2 == 0) ? "5" : "2")
        + answers.dropFirst()
    }
    let request = ModelRequest(outcome: "d01a", terms: ["respondent_type"])
    let drawn = try ModelStudy(people.responses(weighted: true), plan: SampleModels.closed, request: request)
    #expect(drawn.refusal == .empty && ["rank_test", "rao_scott"].allSatisfy { drawn.row(item: $0) != nil })
    for row in drawn.rows where row.kind != .weights {
      #expect(row.status == .suppressed && row.estimate == nil && row.statistic == nil && row.p == nil)
    }
    let open = try ModelStudy(people.responses(weighted: true), plan: SampleModels.open, request: request)
    #expect(open.row(item: "rank_test")?.p != nil && open.row(item: "rao_scott")?.p != nil)
  }

  /// Numbers of people that a reader could work out of a row: from errors by cluster, and from degrees of freedom by Student's t.
  private func solved(_ study: ModelStudy) -> [Double] {
    var found: [Double] = []
    for row in study.rows {
      if let cr0 = row.errors.cr0, let cr1 = row.errors.cr1, let groups = row.clusters {
        let ratio = (cr1 / cr0) * (cr1 / cr0) * Double(groups - 1) / Double(groups)
        // (N − 1) ÷ (N − p) with three columns.
        found.append((3 * ratio - 1) / (ratio - 1))
      }
      if row.model == .linear, row.interval != nil || row.p != nil { found.append(row.degreesOfFreedom ?? -1) }
    }
    if let effective = study.row(item: "effective_people")?.estimate,
      let effect = study.row(item: "design_effect_of_weights")?.estimate
    {
      found.append(effective * effect)
    }
    return found
  }

  @Test func `where people are not counted nothing else gives their number; of a score they are where scores are`()
    throws
  {
    var people = SampleModels.People()
    for person in [2, 5] { people.answers[person] = "dk dk dk" + people.answers[person].dropFirst(5) }
    let plain = ModelRequest(outcome: "d01", terms: ["respondent_type"])
    var clustered = plain
    clustered.cluster = "organisation"
    var item = plain
    item.outcome = "d01a"
    let published = try Assessment(people.responses(), plan: SampleModels.closed).scores
    let printed = try #require(
      published.first { $0.level == .cohort && $0.measure == "d01" && $0.weighting == .respondents }
    ).estimate.n
    for request in [plain, clustered] {
      let study = try study(people, request)
      #expect(study.people == printed && study.refusal == .empty)
      if printed == nil { #expect(solved(study).isEmpty && study.rows.contains { $0.estimate != nil }) }
    }
    let open = try ModelStudy(people.responses(), plan: SampleModels.open, request: clustered)
    #expect(solved(open).allSatisfy { abs($0 - 94) < 1e-6 } && !solved(open).isEmpty)
    let drawn = try ModelStudy(people.responses(weighted: true), plan: SampleModels.closed, request: item)
    #expect(drawn.people == nil && solved(drawn).isEmpty && drawn.rows.allSatisfy { $0.kind != .weights })
    #expect(drawn.rows.allSatisfy { $0.kind != .mean || $0.designEffect == nil })
  }
}
