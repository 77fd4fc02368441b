import Readiness
import Testing

/// A typical small survey: few people of many types. What is known of types decides whether anything can be shown at all.
struct EightPeopleTests {
  private static let small = [
    "senior_commissioner", "front_line_worker", "front_line_worker", "third_sector_user_advocacy",
    "third_sector_user_advocacy", "service_user", "service_user", "carer",
  ]

  private static func assessment(_ types: [String], by: [String] = ["roll_up"]) throws -> Assessment {
    var people = SampleCohort.people(organizations: 1, sizes: types.count...types.count, missing: 0, seed: 3)
    for (place, type) in types.enumerated() { people[place].type = type }
    return try Assessment(
      SampleCohort.responses(people), plan: ScoringPlan(draws: 50, permutations: 99, by: by), threads: 1)
  }

  /// Every type that some table names.
  private static func named(in shown: Assessment) -> Set<String> {
    var names: Set<String> = []
    names.formUnion(shown.scores.filter { $0.groupBy == "respondent_type" }.compactMap(\.group))
    names.formUnion(shown.distributions.compactMap(\.respondentType))
    names.formUnion(shown.participation.compactMap(\.respondentType))
    names.formUnion(shown.disclosure.filter { $0.groupBy == "respondent_type" }.compactMap(\.group))
    for row in shown.comparisons where row.by == "respondent_type" {
      names.formUnion([row.groupA, row.groupB].compactMap(\.self))
    }
    for gap in shown.perceptionGaps where gap.by == "respondent_type" { names.formUnion([gap.groupA, gap.groupB]) }
    return names.subtracting(["all"])
  }

  @Test func `eight people of five small types have a score, and nothing says which types they are`() throws {
    // Were the five listed, each would have somebody: of eight none could have five, and the eight had to be hidden too.
    let most = Self.small.count - (Set(Self.small).count - 1)
    #expect(most < 5)
    let shown = try Self.assessment(Self.small, by: ["roll_up", "respondent_type"])
    let overall = try #require(shown.scores.first { $0.level == .cohort && $0.measure == "overall" })
    #expect(overall.estimate.value != nil && overall.estimate.n == 8)
    #expect(shown.profiles.first?.readiness.value != nil)
    #expect(Self.named(in: shown) == [])
    let hidden = shown.disclosure.filter { $0.isOfPeople && $0.groupBy != nil }
    #expect(!hidden.isEmpty)
    for row in hidden { #expect((row.interval?.upper ?? 8) >= 5, "\(row)") }
  }

  @Test func `a type that is large enough is listed, and the small ones beside it are not`() throws {
    let types =
      [String](repeating: "service_user", count: 12) + ["carer", "carer", "carer"]
      + [String](repeating: "front_line_worker", count: 2) + ["provider_manager"]
    let shown = try Self.assessment(types, by: ["respondent_type"])
    #expect(Self.named(in: shown) == ["service_user"])
    #expect(shown.participation.first { $0.respondentType == "service_user" }?.answered == 12)
  }

  @Test func `in pilot mode every type is listed`() throws {
    var people = SampleCohort.people(organizations: 1, sizes: 8...8, missing: 0, seed: 3)
    for (place, type) in Self.small.enumerated() { people[place].type = type }
    let shown = try Assessment(
      SampleCohort.responses(people),
      plan: ScoringPlan(draws: 50, permutations: 99, disclosure: .pilot, consent: "yes"), threads: 1)
    #expect(Self.named(in: shown) == Set(Self.small))
  }
}
