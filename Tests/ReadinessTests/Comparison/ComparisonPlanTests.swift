import Readiness
import Statistics
import Testing

/// What a plan may choose for its comparisons, and what it may not.
@Suite struct ComparisonPlanTests {
  static func people(_ count: Int, types: [String] = ["provider_manager", "service_user", "carer"]) -> [SampleCohort
    .Person]
  {
    SampleCohort.people(organizations: 4, sizes: count...count, types: types, missing: 0.1, seed: 11)
  }

  static func assessment(_ people: [SampleCohort.Person], _ comparison: ComparisonPlan) throws -> Assessment {
    var plan = SampleCohort.plan(by: ["respondent_type"])
    plan.comparison = comparison
    return try Assessment(SampleCohort.responses(people), plan: plan)
  }

  @Test func `an exact p or none`() throws {
    let people = Self.people(7)
    let automatic = try Self.assessment(people, ComparisonPlan(measures: ["overall"])).comparisons
    let exact = try Self.assessment(people, ComparisonPlan(null: .exact, measures: ["overall"])).comparisons
    #expect(exact.allSatisfy { $0.p == nil || $0.p?.method == .exact })
    #expect(exact.contains { $0.p != nil })
    for row in exact where row.p == nil {
      #expect(row.status == .notTestable && row.note.english.hasPrefix("The plan asks for an exact p"))
      #expect(row.pAdjusted == nil)
    }
    for (row, other) in zip(exact, automatic) where other.p?.method == .exact {
      #expect(row.p == other.p && row.statistic == other.statistic && row.effect == other.effect)
    }
  }

  @Test func `random rearrangements, or the limit`() throws {
    let people = Self.people(9)
    let permuted = try Self.assessment(people, ComparisonPlan(null: .permutation)).comparisons.filter(\.primary)
    for row in permuted {
      guard case .permutation(let count, _) = row.p?.method else {
        Issue.record("\(row.measure) was not permuted")
        continue
      }
      #expect(count == 199 && row.p?.interval != nil)
    }
    let limit = try Self.assessment(people, ComparisonPlan(null: .asymptotic)).comparisons
    // Fisher's test has no limit.
    #expect(
      limit.allSatisfy { $0.p == nil || $0.p?.method == .asymptotic || $0.method == "fisher_freeman_halton" })
  }

  @Test func `some measures, some families`() throws {
    let people = Self.people(8)
    let rows = try Self.assessment(people, ComparisonPlan(measures: ["co", "d02", "voice"])).comparisons
    let measures = rows.filter { $0.primary && $0.groupA == "all" }.map { "\($0.family) \($0.measure)" }
    #expect(
      measures == [
        "dimensions d02", "co co_commission", "co co_design", "co co_deliver", "co co_assess", "measures voice",
      ])
    let all = try Self.assessment(people, ComparisonPlan()).comparisons
    // A comparison keeps its p; its family is smaller, so the adjusted p may not.
    for row in rows where row.family != "measures" && row.family != "measures_pairs" {
      let same = all.first {
        $0.family == row.family && $0.measure == row.measure && $0.method == row.method && $0.groupA == row.groupA
          && $0.groupB == row.groupB
      }
      #expect(same?.p == row.p && same?.effect == row.effect)
    }
  }

  @Test func `unknown names are refused with the nearest`() throws {
    let people = Self.people(6)
    func fault(_ comparison: ComparisonPlan) -> String? {
      do throws(AssessmentFault) {
        var plan = SampleCohort.plan(by: ["respondent_type"])
        plan.comparison = comparison
        _ = try Assessment(SampleCohort.responses(people), plan: plan)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      fault(ComparisonPlan(measures: ["dimension"]))
        == "no measure or family of measures is called “dimension”; did you mean “dimensions”?")
    #expect(fault(ComparisonPlan(measures: ["zzzzzzzz"])) == "no measure or family of measures is called “zzzzzzzz”")
    #expect(
      fault(ComparisonPlan(order: ["respondent_type": ["carers", "service_user"]]))
        == "no group of “respondent_type” is called “carers”; did you mean “carer”?")
    #expect(fault(ComparisonPlan(order: ["respondent_type": ["carer"]]))?.contains("two different groups") == true)
    #expect(fault(ComparisonPlan(order: ["grade": ["a", "b"]]))?.hasPrefix("no column is called “grade”") == true)
  }

  /// J and tau-b of the row against the tests of a table made anew.
  @Test func `ordered groups have a trend row beside the primary one`() throws {
    let people = Self.people(8)
    let order = ["carer", "provider_manager", "service_user"]
    let assessment = try Self.assessment(people, ComparisonPlan(order: ["respondent_type": order]))
    let rows = assessment.comparisons.filter { $0.method == "jonckheere_terpstra" }
    #expect(rows.count == 14)
    let scores = SampleCohort.responses(people).scored(by: ScoringPlan())
    for row in rows {
      let measure = try #require(assessment.measures.first { $0.id == row.measure })
      let groups = order.map { type in
        people.indices.filter { people[$0].type == type }.compactMap { scores.score(measure, respondent: $0) }
      }
      let counts = ValueCounts(groups: groups)
      let test = try JonckheereTerpstraTest(counts, null: .asymptotic)
      let tau = try KendallTest(CrossCounts(counts), null: .asymptotic)
      #expect(row.statistic == test.statistic && !row.primary)
      #expect(row.effect?.name == "kendall_tau_b")
      #expect(abs((row.effect?.value ?? .nan) - tau.statistic) < 1e-12)
      #expect(row.note.english.hasPrefix("In the order carer < provider_manager < service_user."))
    }
  }
}
