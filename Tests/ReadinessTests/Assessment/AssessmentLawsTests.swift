import Readiness
import Testing

/// Laws of a whole assessment: what may change when people, names or threads change, and what must not.
@Suite struct AssessmentLawsTests {
  let people = SampleCohort.people(
    organizations: 4, sizes: 3...7, types: ["senior_commissioner", "provider_manager", "service_user"], seed: 11)

  func assess(
    _ people: [SampleCohort.Person], plan: ScoringPlan = SampleCohort.plan(by: []), threads: Int = 2
  ) throws -> Assessment {
    try Assessment(SampleCohort.responses(people), plan: plan, threads: threads)
  }

  @Test(arguments: [DisclosureMode.internal, .pilot]) func threadsChangeNothing(mode: DisclosureMode) throws {
    let plan = SampleCohort.plan(mode)
    let one = try assess(people, plan: plan, threads: 1)
    let two = try assess(people, plan: plan, threads: 2)
    #expect(one.scores == two.scores)
    #expect(one.profiles == two.profiles)
    #expect(one.comparisons == two.comparisons)
    #expect(one.distributions == two.distributions)
    #expect(one.gaps == two.gaps)
    #expect(one.comparisons.count > 50)
  }

  @Test func theSeedChangesDrawsAndNotScores() throws {
    var plan = SampleCohort.plan(by: [])
    let one = try assess(people, plan: plan)
    plan.seed = 2
    let two = try assess(people, plan: plan)
    #expect(one.profiles.map(\.readiness.value) == two.profiles.map(\.readiness.value))
    #expect(one.profiles.map(\.readiness.interval) != two.profiles.map(\.readiness.interval))
  }

  /// Fixed goalposts and streams numbered by name: nobody's readiness or interval depends on who else takes part.
  @Test func anotherOrganizationChangesNobodysReadiness() throws {
    let before = try assess(people)
    let newcomers = SampleCohort.people(organizations: 1, sizes: 9...9, seed: 5).map {
      SampleCohort.Person(organization: "A newcomer", type: $0.type, cells: $0.cells)
    }
    let after = try assess(newcomers + people)
    #expect(after.profiles.count == before.profiles.count + 1)
    for profile in before.profiles {
      let same = try #require(after.profiles.first { $0.organization == profile.organization })
      #expect(same.readiness == profile.readiness)
      #expect(same.readinessTypesEqual == profile.readinessTypesEqual)
      #expect(same.measures == profile.measures)
      #expect(same.weakestCo == profile.weakestCo)
    }
  }

  /// Other names permute rows and change no score and no rank.
  @Test func namesPermuteRowsOnly() throws {
    let plan = SampleCohort.plan()
    let before = try assess(people, plan: plan)
    let renamed = people.map { person in
      var person = person
      person.organization = String(person.organization.reversed())
      return person
    }
    let after = try assess(renamed, plan: plan)
    for profile in before.profiles {
      let same = try #require(after.profiles.first { $0.organization == String(profile.organization.reversed()) })
      #expect(same.rank == profile.rank)
      #expect(same.readiness.value == profile.readiness.value)
      #expect(same.measures == profile.measures)
      #expect(same.rankTypesEqual == profile.rankTypesEqual)
    }
    // Permutation p-values are taken over the same strata in another order.
    func key(_ row: Comparison) -> [String] { [row.family, row.measure, row.groupA, row.groupB ?? "", row.method] }
    #expect(before.comparisons.map(key) == after.comparisons.map(key))
    for (one, two) in zip(before.comparisons, after.comparisons) {
      #expect(abs((one.statistic ?? 0) - (two.statistic ?? 0)) < 1e-9)
    }
  }

  @Test func rowsInAnotherOrderChangeNoScore() throws {
    let before = try assess(people)
    let after = try assess(Array(people.reversed()))
    #expect(before.profiles.map(\.organization) == after.profiles.map(\.organization))
    for (one, two) in zip(before.profiles, after.profiles) {
      #expect(abs((one.readiness.value ?? 0) - (two.readiness.value ?? 0)) < 1e-9)
      #expect(one.rank == two.rank)
    }
  }
}
