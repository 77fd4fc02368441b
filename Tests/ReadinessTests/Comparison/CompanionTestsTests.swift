import Readiness
import Statistics
import Testing

/// The rows beside the primary ones, against the tests on people's scores, and the laws of their families.
@Suite struct CompanionTestsTests {
  static let types = ["provider_manager", "service_user", "carer"]

  static func people(_ seed: UInt64) -> [SampleCohort.Person] {
    SampleCohort.people(organizations: 4, sizes: 13...15, types: types, missing: 0.1, seed: seed)
  }

  static func rows(_ people: [SampleCohort.Person]) throws -> [Comparison] {
    try Assessment(SampleCohort.responses(people), plan: SampleCohort.plan(by: ["respondent_type"])).comparisons
  }

  @Test func `each measure has its rows`() throws {
    let rows = try Self.rows(Self.people(1)).filter { $0.measure == "d01" }
    let all = rows.filter { $0.family == "dimensions" }.map(\.method)
    #expect(all == ["blocked_kruskal_wallis", "kruskal_wallis", "welch_anova"])
    let pairs = rows.filter { $0.family == "dimensions_pairs" }
    #expect(pairs.count == 3 * 8)
    #expect(
      pairs.prefix(8).map(\.method) == [
        "van_elteren", "mann_whitney", "brunner_munzel", "welch", "yuen", "games_howell", "dunn", "conover",
      ])
    for row in rows where !row.primary {
      #expect(row.note.english.contains("read the primary row") && row.evidence.design == .pooled)
      #expect(row.status == .ok && row.p != nil && !row.evidence.null.isEmpty && !row.evidence.sidedness.isEmpty)
    }
  }

  @Test func `statistics are those of people's scores`() throws {
    let people = Self.people(2)
    let scores = SampleCohort.responses(people).scored(by: ScoringPlan())
    let rows = try Self.rows(people)
    for row in rows where row.measure == "overall" && !row.primary {
      let measure = try #require(scores.measures.first { $0.id == "overall" })
      let groups = (row.groupB.map { [row.groupA, $0] } ?? Self.types).map { type in
        people.indices.filter { people[$0].type == type }.compactMap { scores.score(measure, respondent: $0) }
      }
      let statistic: Double? =
        switch row.method {
        case "welch", "games_howell":
          try WelchTest(ValueCounts(groups: groups)).statistic
        case "brunner_munzel": try BrunnerMunzelTest(ValueCounts(groups: groups), null: .asymptotic).statistic
        case "yuen": try YuenTest(groups[0], groups[1]).statistic
        case "welch_anova": try WelchAnovaTest(groups.map { Moments($0) }).statistic
        default: nil
        }
      if let statistic { #expect(abs((row.statistic ?? .nan) - statistic) < 1e-9 * max(1, abs(statistic))) }
      if row.method == "welch" {
        let g = try EffectSize.hedgesG(Moments(groups[0]), Moments(groups[1]))
        #expect(abs((row.effect?.value ?? .nan) - g.value) < 1e-9)
      }
    }
  }

  /// Holm by its definition over the rows of one method: within a measure for pairs, over the family else.
  @Test func `p is adjusted within family and method`() throws {
    let rows = try Self.rows(Self.people(3)).filter { !$0.primary }
    var families = 0
    for (key, members) in Dictionary(
      grouping: rows,
      by: { $0.family.hasSuffix("_pairs") ? [$0.family, $0.method, $0.measure] : [$0.family, $0.method] })
    {
      switch key[1] {
      case "mann_whitney", "kruskal_wallis": #expect(members.allSatisfy { $0.pAdjusted == nil })
      case "games_howell":
        #expect(members.allSatisfy { $0.pAdjusted == $0.p?.value && $0.evidence.adjustment == "studentized_range" })
      default:
        let order = members.compactMap { $0.p?.value }.sorted()
        for row in members {
          let p = try #require(row.p?.value)
          let steps = order.indices.filter { order[$0] <= p }
          #expect(row.pAdjusted == steps.map { min(1, Double(order.count - $0) * order[$0]) }.max())
          #expect(row.evidence.adjustment == "holm")
        }
        families += 1
      }
    }
    #expect(families > 70)
  }

  /// Everybody of one group answers alike: what needs variation says so, and no row is missing.
  @Test func `what cannot be computed leaves its row with the reason`() throws {
    let alike = AssessmentPipelineTests.alike("A", count: 12, steps: 2).enumerated().map { index, person in
      SampleCohort.Person(organization: "A", type: Self.types[index % 3], cells: person.cells)
    }
    let rows = try Self.rows(alike)
    #expect(
      Set(rows.map(\.method)).isSuperset(of: ["welch_anova", "games_howell", "dunn", "conover", "yuen", "welch"]))
    #expect(rows.allSatisfy { $0.status == .noVariation && $0.p == nil && $0.pAdjusted == nil })
  }
}
