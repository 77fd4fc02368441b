import Testing

@testable import Readiness

@Suite struct RobustnessStudyTests {
  private func responses(spread: Double = 1) -> Responses {
    var stream = RandomStream(seed: 12)
    let people = [("Aber", 9, 0.2), ("Brecon", 12, 0.5), ("Conwy", 7, 0.55), ("Dyfi", 6, 0.9), ("Elan", 3, 0.5)].flatMap
    {
      organization, count, level in
      (0..<count).map { _ in
        SampleCohort.Person(
          organization: organization, type: "service_user",
          cells: spread == 0
            ? Self.alike(level: level) : SampleCohort.cells(level: level, missing: 0.05, stream: &stream))
      }
    }
    return SampleCohort.responses(people)
  }

  /// Everybody of an organisation answers alike, and every item lies equally far from its ready end.
  private static func alike(level: Double) -> String {
    SampleCohort.instrument.ratings.map { item in
      let ready = Int(4 * level)
      return "\(item.countsUp ? item.scale.lowest + ready : item.scale.highest - ready)"
    }.joined(separator: " ")
  }

  private let choices = RobustnessChoices(base: 16, samples: 12, explainsAll: true)

  @Test(
    "The first ranking is the published one, under any weights and aggregation, and who is hidden is nowhere",
    arguments: [ScoringPlan(), ScoringPlan(weighting: .critic, aggregation: .score(.geometric))])
  func published(chosen: ScoringPlan) throws {
    var plan = SampleCohort.plan(.internal, by: [])
    (plan.weighting, plan.aggregation) = (chosen.weighting, chosen.aggregation)
    let study = try RobustnessStudy(responses(), plan: plan, choices: choices)
    let ranks = try RankStudy(responses(), plan: plan).ranks
    #expect(study.rows.map(\.organization) == ranks.map(\.organization))
    #expect(study.rows.map(\.rank) == ranks.map(\.rank))
    #expect(study.rows.map(\.published) == ranks.map(Optional.some))
    #expect(!study.rows.map(\.organization).contains("Elan"))
    #expect(study.notTried.map(\.english).contains("budget weights: the budget was not asked"))
    // All together, and each organisation: six inputs each.
    #expect(study.sensitivity.count == 6 * (1 + study.rows.count))
    #expect(study.rows.contains { $0.causes != nil })
    for row in study.rows {
      guard let causes = row.causes else {
        #expect(row.meanShift == 0)
        continue
      }
      #expect(abs(causes.sampling + causes.weights + causes.method - 1) < 1e-12)
    }
  }

  @Test("Any draw made again has the ranks and the scores of the study, to the last bit")
  func draws() throws {
    let plan = SampleCohort.plan(.internal, by: [])
    let study = try RobustnessStudy(responses(), plan: plan, choices: choices, threads: 2)
    let setup = try RobustnessSetup(responses(), plan: plan, choices: choices, threads: 1)
    let runs = RobustnessRuns(setup.model, design: setup.design, threads: 2)
    #expect(study.fingerprints.count == 33 && Set(study.fingerprints).count > 10)
    for number in 0...32 {
      let draw = RobustnessDraw(setup, number: number)
      #expect(draw.fingerprint == study.fingerprints[number])
      for row in draw.rows {
        let place = try #require(setup.model.organizations.firstIndex(of: row.organization))
        let rank =
          number == 0
          ? Int(runs.reference[place])
          : Int(runs.ranks[(number - 1) / 16][(number - 1) % 16 * setup.model.organizations.count + place])
        #expect(row.rank == rank)
      }
    }
    let published = RobustnessDraw(setup, number: 0)
    for row in published.rows {
      let score = try #require(setup.published.first { $0.organization == row.organization }?.score)
      #expect(abs(row.score - score) < 1e-9)
    }
    #expect(throws: RobustnessFault.noSuchDraw(33, last: 32)) {
      try RobustnessDraw(responses(), plan: plan, choices: choices, number: 33)
    }
  }

  @Test("Where nothing can move a rank there is no variation, and no number in its place")
  func noVariation() throws {
    let fixed = RobustnessChoices(
      base: 8, samples: 4, schemes: [.equal], normalizations: [.scale], aggregations: [.arithmetic], leavesOut: false,
      answerShares: [], explainsAll: true)
    let study = try RobustnessStudy(responses(spread: 0), plan: SampleCohort.plan(by: []), choices: fixed)
    #expect(study.rows.count == 4)
    #expect(study.rows.allSatisfy { $0.causes == nil && $0.meanShift == 0 && $0.shareSame == 1 })
    #expect(
      study.sensitivity.allSatisfy {
        $0.status == .noVariation && $0.first == nil && $0.total == nil && $0.totalInterval == nil
      })
  }

  @Test("A setting that cannot be reached is refused by its name")
  func unreachable() {
    let plan = SampleCohort.plan(.internal, by: [])
    #expect(throws: RobustnessFault.base(12)) {
      try RobustnessStudy(responses(), plan: plan, choices: RobustnessChoices(base: 12))
    }
    #expect(throws: RobustnessFault.unknownOrganization("Elan")) {
      try RobustnessStudy(responses(), plan: plan, choices: RobustnessChoices(base: 8, explained: ["Elan"]))
    }
    #expect {
      try RobustnessStudy(responses(), plan: plan, choices: RobustnessChoices(base: 8, schemes: [.budget]))
    } throws: { error in
      guard case .unreachable(let setting, _)? = error as? RobustnessFault else { return false }
      return setting == "scheme budget"
    }
  }
}
