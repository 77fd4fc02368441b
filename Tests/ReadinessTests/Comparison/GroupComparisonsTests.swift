import Readiness
import Testing

/// What rows a family has, and what disclosure leaves of them.
@Suite struct GroupComparisonsTests {
  /// Two organisations with `sizes` people per type each.
  func assessment(_ sizes: [(type: String, count: Int)], _ plan: ScoringPlan) throws -> Assessment {
    var stream = RandomStream(seed: 4)
    let people = ["A", "B", "C"].flatMap { organization in
      sizes.flatMap { type, count in
        (0..<count).map { _ in
          SampleCohort.Person(
            organization: organization, type: type,
            cells: SampleCohort.cells(level: 0.5, missing: 0, stream: &stream))
        }
      }
    }
    return try Assessment(SampleCohort.responses(people), plan: plan, threads: 1)
  }

  @Test func threeGroupsHaveARowOverAllAndAFamilyOfPairs() throws {
    let assessment = try assessment(
      [("senior_commissioner", 2), ("provider_manager", 2), ("service_user", 2)], SampleCohort.plan())
    let all = assessment.comparisons.filter { $0.family == "dimensions" }
    #expect(all.map(\.groupA) == Array(repeating: "all", count: 12))
    #expect(all.filter(\.primary).map(\.method) == Array(repeating: "blocked_kruskal_wallis", count: 4))
    #expect(
      all.filter { !$0.primary }.map(\.method)
        == Array(repeating: ["kruskal_wallis", "welch_anova"], count: 4).flatMap { $0 })
    #expect(all.allSatisfy { $0.nA == 18 && $0.nB == nil })
    let pairs = assessment.comparisons.filter { $0.family == "dimensions_pairs" && $0.primary && $0.measure == "d01" }
    #expect(
      pairs.map { [$0.groupA, $0.groupB] } == [
        ["commissioner", "provider"], ["commissioner", "citizen"], ["provider", "citizen"],
      ])
    // Holm over the pairs of one measure, by its definition.
    let p = pairs.compactMap { $0.p?.value }.sorted()
    let smallest = try #require(pairs.min { ($0.p?.value ?? 2) < ($1.p?.value ?? 2) })
    #expect(smallest.pAdjusted == min(1, 3 * p[0]))
    #expect(
      assessment.familyNotes.map(\.family) == [
        "overall", "overall_pairs", "dimensions", "dimensions_pairs", "co", "co_pairs", "steps", "steps_pairs",
        "dont_know", "perception_gaps",
      ])
    #expect(assessment.familyNotes.prefix(8).map(\.size) == [1, 3, 4, 12, 4, 12, 5, 15])
  }

  /// Commissioners are three in all and citizens the next fewest: both are left out, and two groups remain.
  @Test func hiddenGroupsAreLeftOutAndLeaveNoNumber() throws {
    let sizes = [
      ("senior_commissioner", 1), ("provider_manager", 4), ("third_sector_user_advocacy", 4), ("service_user", 2),
    ]
    let plan = ScoringPlan(draws: 20, permutations: 99)
    let assessment = try assessment(sizes, plan)
    let hidden = ["commissioner", "citizen"]
    for row in assessment.comparisons where hidden.contains(row.groupA) || hidden.contains(row.groupB ?? "") {
      #expect(row.status == .suppressed && row.family.hasSuffix("_pairs"))
      #expect(row.p == nil && row.pAdjusted == nil && row.nA == nil && row.nB == nil && row.effect == nil)
      #expect(row.statistic == nil && row.degreesOfFreedom == nil)
    }
    let left = assessment.comparisons.filter { $0.family == "dimensions" && $0.primary }
    #expect(left.allSatisfy { $0.groupA == "provider" && $0.groupB == "third_sector" && $0.nA == 12 && $0.nB == 12 })
    #expect(assessment.comparisons.filter { $0.family == "dimensions_pairs" }.count == 5 * 4)
  }

  /// A comparison keeps its p-value when another column is compared as well: its rearrangements start from its own names.
  @Test func anotherGroupingChangesNoP() throws {
    let sizes = [("senior_commissioner", 3), ("service_user", 3)]
    let one = try assessment(sizes, SampleCohort.plan()).comparisons
    let two = try assessment(sizes, SampleCohort.plan(by: ["respondent_type", "roll_up"])).comparisons
    #expect(two.filter { $0.by == "roll_up" } == one)
    #expect(two.count == 2 * one.count)
  }

  /// Made again from each person's score; rows over all groups have none, nor have hidden pairs.
  @Test func pairsHaveTheMediansOfTheirPeople() throws {
    let people = PerceptionGapsTests.people(3)
    let assessment = try PerceptionGapsTests.assessment(people)
    // Medians are of scores, not of “don't know” answers.
    for row in assessment.comparisons where row.family != "dont_know" {
      guard let second = row.groupB else {
        #expect(row.evidence.medians == nil)
        continue
      }
      let measure = try #require(assessment.measures.first { $0.id == row.measure })
      let numbers = PerceptionGapsTests.numbers(people, measure, .level)
      let medians = try [row.groupA, second].map { type in
        try OrderStatistics(people.indices.filter { people[$0].type == type }.compactMap { numbers[$0] }).median
      }
      let found = try #require(row.evidence.medians)
      #expect(abs(found.first - medians[0]) < 1e-9 && abs(found.second - medians[1]) < 1e-9)
    }
    let sizes = [
      ("senior_commissioner", 1), ("provider_manager", 4), ("third_sector_user_advocacy", 4), ("service_user", 2),
    ]
    let hidden = try self.assessment(sizes, ScoringPlan(draws: 20, permutations: 99)).comparisons
      .filter { $0.family != "dont_know" }
    #expect(hidden.allSatisfy { ($0.evidence.medians == nil) == ($0.status == .suppressed) })
  }

  @Test func equalScoresCannotBeCompared() throws {
    let people =
      AssessmentPipelineTests.alike("A", count: 4, steps: 2) + AssessmentPipelineTests.alike("B", count: 4, steps: 2)
    let mixed = people.enumerated().map { index, person in
      SampleCohort.Person(
        organization: person.organization, type: index.isMultiple(of: 2) ? "service_user" : "provider_manager",
        cells: person.cells)
    }
    let rows = try Assessment(SampleCohort.responses(mixed), plan: SampleCohort.plan()).comparisons
    #expect(!rows.isEmpty && rows.allSatisfy { $0.status == .noVariation && $0.p == nil && $0.nA == 4 })
  }
}
