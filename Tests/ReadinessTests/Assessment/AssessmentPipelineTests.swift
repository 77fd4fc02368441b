import Readiness
import Statistics
import Testing

/// Refusals and edges of a whole assessment.
@Suite struct AssessmentPipelineTests {
  static func cells(_ answer: (Int) -> Int) -> String {
    SampleCohort.instrument.ratings.map { item in
      let ready = answer(item.countsUp ? 1 : 0)
      return "\(item.countsUp ? item.scale.lowest + ready : item.scale.highest - ready)"
    }.joined(separator: " ")
  }

  /// People of one organisation who all stand at the same readiness, in steps 0…4.
  static func alike(_ organization: String, count: Int, steps: Int) -> [SampleCohort.Person] {
    (0..<count).map { _ in
      SampleCohort.Person(organization: organization, type: "service_user", cells: cells { _ in steps })
    }
  }

  func assess(_ people: [SampleCohort.Person], _ plan: ScoringPlan = SampleCohort.plan(by: [])) throws -> Assessment {
    try Assessment(SampleCohort.responses(people), plan: plan, threads: 1)
  }

  @Test(arguments: [nil, "", "  "]) func pilotNeedsARecordedConsent(consent: String?) {
    let plan = ScoringPlan(by: [], disclosure: .pilot, consent: consent)
    #expect(throws: AssessmentFault.consentMissing) { try assess(Self.alike("A", count: 6, steps: 2), plan) }
  }

  @Test func anUnknownGroupingIsRefusedWithTheKnownOnes() {
    #expect(
      throws: AssessmentFault.unknownGrouping("service", known: ["roll_up", "respondent_type"])
    ) {
      try assess(Self.alike("A", count: 6, steps: 2), ScoringPlan(by: ["service"]))
    }
  }

  @Test func settingsOutOfRangeAreRefused() {
    var plan = SampleCohort.plan(by: [])
    plan.level = 1
    #expect(throws: AssessmentFault.self) { try assess(Self.alike("A", count: 6, steps: 2), plan) }
    plan.level = 0.95
    plan.draws = 0
    #expect(throws: AssessmentFault.self) { try assess(Self.alike("A", count: 6, steps: 2), plan) }
  }

  @Test func oneOrganizationHasAFullProfileAndNoRank() throws {
    let people = SampleCohort.people(organizations: 1, sizes: 12...12, seed: 3)
    let assessment = try assess(people, SampleCohort.plan(.internal, by: []))
    let profile = try #require(assessment.profiles.first)
    #expect(assessment.profiles.count == 1)
    #expect(profile.rank == nil && profile.rankSet == nil && profile.band == nil)
    #expect(profile.notRankedBecause?.english == "There is no other organisation to rank it against.")
    #expect(profile.readiness.value != nil && profile.readiness.interval != nil)
    #expect(profile.worstBarriers.count >= 3)
    // Everybody is of this organisation: the cohort's page and its own say the same range.
    let cohort = try #require(assessment.scores.first { $0.level == .cohort && $0.measure == "overall" })
    #expect(cohort.weighting == .respondents && cohort.estimate == profile.readiness)
    let several = try assess(
      SampleCohort.people(organizations: 2, sizes: 12...12, seed: 3), SampleCohort.plan(.internal, by: []))
    let all = try #require(several.scores.first { $0.level == .cohort && $0.measure == "overall" })
    #expect(several.profiles.allSatisfy { $0.readiness.interval != all.estimate.interval })
  }

  /// Three, one and two steps of four: ranks 1, 3, 2 by hand; nothing varies, so the sets are single ranks and there is no
  /// interval.
  /// Organisations of different sizes that are copies of one another have the same means, but for rounding: with organisations as units there
  /// is no interval, and that of people is told.
  @Test(arguments: [DisclosureMode.internal, .public, .pilot], 1...8)
  func meansThatAreEqualHaveTheIntervalOfPeople(mode: DisclosureMode, seed: UInt64) throws {
    let two = SampleCohort.people(organizations: 1, sizes: 3...3, missing: 0.2, seed: seed)
    let people = [1, 1, 2, 3, 4].enumerated().flatMap { place, copies in
      (0..<copies).flatMap { _ in two }.map { person in
        var person = person
        person.organization = "Organisation \(place)"
        return person
      }
    }
    let assessment = try assess(people, SampleCohort.plan(mode, by: []))
    let rows = assessment.scores.filter { $0.level == .cohort && $0.estimate.value != nil }
    #expect(!rows.isEmpty)
    for row in rows where row.weighting == .organizations {
      #expect(row.estimate.interval == nil, "\(row.measure)")
    }
    for row in rows where row.weighting == .respondents && row.measure.hasPrefix("d") {
      guard let value = row.estimate.value, let n = row.estimate.n, let sd = row.sd, sd > 0 else { continue }
      let expected = ConfidenceInterval.mean(
        value, standardError: sd / Double(n).squareRoot(), degreesOfFreedom: Double(n - 1), level: 0.95, within: 0...100
      )
      let interval = try #require(row.estimate.interval, "\(row.measure)")
      // Outwards, where organisations are hidden.
      let slack = mode == .pilot ? 1e-9 : 0.1 * (expected.upper - expected.lower) + 5
      #expect(interval.lower <= expected.lower + 1e-9 && interval.lower >= expected.lower - slack, "\(row.measure)")
      #expect(interval.upper >= expected.upper - 1e-9 && interval.upper <= expected.upper + slack, "\(row.measure)")
    }
  }

  @Test func organizationsWithoutVariationAreFlaggedAndRankedByTheirScores() throws {
    let people =
      Self.alike("A", count: 5, steps: 3) + Self.alike("B", count: 6, steps: 1) + Self.alike("C", count: 5, steps: 2)
    let assessment = try assess(people)
    #expect(assessment.profiles.map(\.organization) == ["A", "C", "B"])
    #expect(assessment.profiles.map(\.rank) == [1, 2, 3])
    #expect(assessment.profiles.map(\.rankSet) == [1...1, 2...2, 3...3])
    #expect(assessment.profiles.map(\.readiness.value) == [75, 50, 25])
    #expect(assessment.profiles.allSatisfy { $0.readiness.interval == nil && !$0.flags.isEmpty })
    #expect(assessment.profiles.allSatisfy { $0.weakestCo == .none && $0.earliestWeakStep == .none })
    // Every dimension is tied with the third.
    #expect(assessment.profiles[0].worstBarriers == ["d01", "d02", "d03", "d04"])
    #expect(assessment.cautions.contains { $0.english.hasPrefix("Everybody answered alike in: A, C, B") })
    // Where small groups are hidden, that would tell what each of them said.
    let hidden = try assess(people, SampleCohort.plan(.internal, by: []))
    #expect(hidden.profiles.allSatisfy { $0.readiness.value == nil && $0.rank == nil && $0.flags.isEmpty })
    #expect(!hidden.cautions.contains { $0.english.hasPrefix("Everybody answered alike") })
  }

  @Test func tiesShareARankAndWidenTheSets() throws {
    let people =
      Self.alike("A", count: 5, steps: 2) + Self.alike("B", count: 5, steps: 3) + Self.alike("C", count: 5, steps: 2)
    let assessment = try assess(people)
    #expect(assessment.profiles.map(\.organization) == ["B", "A", "C"])
    #expect(assessment.profiles.map(\.rank) == [1, 2, 2])
    #expect(assessment.profiles.map(\.rankSet) == [1...1, 2...3, 2...3])
    #expect(assessment.profiles.map(\.band) == [1...1, 2...3, 2...3])
  }

  @Test func fewScoredPeopleAreNeverRanked() throws {
    let people =
      Self.alike("A", count: 9, steps: 2) + Self.alike("B", count: 4, steps: 4) + Self.alike("C", count: 6, steps: 1)
    let pilot = try assess(people)
    #expect(pilot.profiles.map(\.organization) == ["A", "C", "B"])
    #expect(pilot.profiles[2].rank == nil)
    #expect(pilot.profiles[2].notRankedBecause?.english == "4 people have an overall score; a rank needs 5.")
    // Under disclosure B is hidden, and C because the cohort less A would leave B; nothing tells the two apart.
    let internalUse = try assess(people, SampleCohort.plan(.internal, by: []))
    #expect(internalUse.profiles.map(\.organization) == ["A", "B", "C"])
    #expect(internalUse.profiles.map(\.rank) == [nil, nil, nil])
    #expect(internalUse.profiles[1].notRankedBecause == internalUse.profiles[2].notRankedBecause)
    #expect(internalUse.profiles[1].respondents == nil && internalUse.profiles[2].respondents == nil)
    #expect(internalUse.profiles[1].flags.isEmpty && internalUse.profiles[2].flags.isEmpty)
    #expect(internalUse.scores.first { $0.level == .cohort && $0.measure == "overall" }?.estimate.n == 19)
  }

  @Test func aWholeCohortUnderFiveIsHidden() throws {
    let assessment = try assess(
      SampleCohort.people(organizations: 2, sizes: 2...2, seed: 1), SampleCohort.plan(.internal))
    #expect(assessment.scores.allSatisfy { $0.estimate.value == nil && $0.estimate.n == nil })
    #expect(assessment.participation.allSatisfy { $0.answered == nil })
    #expect(assessment.distributions.allSatisfy { $0.count == nil })
    #expect(assessment.gaps.allSatisfy { $0.difference.value == nil && $0.firstN == nil && $0.secondN == nil })
    #expect(assessment.comparisons.allSatisfy { $0.p == nil && $0.nA == nil && $0.status == .suppressed })
    #expect(assessment.familyNotes.allSatisfy { $0.smallestAdjusted == nil })
    #expect(assessment.profiles.allSatisfy { $0.readiness.value == nil && $0.rank == nil })
    #expect(assessment.disclosureNotes.map(\.english) == ["Fewer than 5 people answered, so everything is hidden."])
  }
}
