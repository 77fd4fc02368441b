import Readiness
import Statistics
import Testing

/// The exploratory family of single items against tests on people's answers, and what disclosure leaves of it.
@Suite struct ItemComparisonsTests {
  static let types = ["provider_manager", "service_user", "carer"]

  static func people(_ seed: UInt64, types: [String] = types, missing: Double = 0.1) -> [SampleCohort.Person] {
    SampleCohort.people(organizations: 4, sizes: 10...13, types: types, missing: missing, seed: seed)
  }

  static func assessment(
    _ people: [SampleCohort.Person], _ mode: DisclosureMode = .pilot, measures: [String] = ["items"]
  ) throws -> Assessment {
    var plan = SampleCohort.plan(mode, by: ["respondent_type"])
    plan.comparison = ComparisonPlan(measures: measures)
    return try Assessment(SampleCohort.responses(people), plan: plan)
  }

  @Test func `only where it is asked for`() throws {
    let people = Self.people(1)
    let families = try Set(Self.assessment(people, measures: []).comparisons.map(\.family))
    #expect(families.contains("dont_know") && !families.contains("items"))
    let asked = try Self.assessment(people, measures: ["items", "overall"])
    #expect(Set(asked.comparisons.map(\.family)) == ["overall", "overall_pairs", "items", "items_pairs"])
    let note = try #require(asked.familyNotes.first { $0.family == "items" })
    #expect(note.size == SampleCohort.instrument.ratings.count && note.sentence.english.contains("Exploratory"))
  }

  @Test func `statistics are those of people's answers within organisations`() throws {
    let people = Self.people(2)
    let ratings = SampleCohort.instrument.ratings
    let rows = try Self.assessment(people).comparisons.filter(\.primary)
    #expect(rows.count == 4 * ratings.count)
    for row in rows {
      let item = try #require(ratings.firstIndex { $0.code == row.measure })
      let groups = row.groupB.map { [row.groupA, $0] } ?? Self.types
      let strata = Set(people.map(\.organization)).sorted().map { organization in
        groups.map { type -> [Double] in
          people.filter { $0.organization == organization && $0.type == type }.compactMap { person in
            let cell = Double(person.cells.split(separator: " ")[item])
            return cell.map { ratings[item].countsUp ? $0 : -$0 }
          }
        }
      }.map { ValueCounts(groups: $0) }
      if row.groupB == nil {
        let test = try BlockedKruskalWallisTest(strata, null: .asymptotic)
        #expect(row.family == "items" && abs((row.statistic ?? .nan) - test.statistic) < 1e-9)
      } else {
        let test = try VanElterenTest(strata, null: .asymptotic)
        #expect(row.family == "items_pairs" && abs((row.statistic ?? .nan) - test.statistic) < 1e-9)
        #expect(row.effect?.name == "probability_of_superiority")
      }
    }
  }

  /// Benjamini and Hochberg by the definition: the least m p ÷ rank among the p that are as large or larger.
  @Test func `all items are one family of false discoveries`() throws {
    let rows = try Self.assessment(Self.people(3)).comparisons.filter { $0.family == "items" && $0.primary }
    let order = rows.compactMap { $0.p?.value }.sorted()
    #expect(order.count == SampleCohort.instrument.ratings.count)
    for row in rows {
      let p = try #require(row.p?.value)
      let steps = order.indices.filter { order[$0] >= p }.map { Double(order.count) * order[$0] / Double($0 + 1) }
      #expect(abs((row.pAdjusted ?? .nan) - min(1, steps.min() ?? .nan)) < 1e-12)
      #expect(row.evidence.adjustment == "benjamini_hochberg")
    }
  }

  @Test func `two groups have one row each, with an effect`() throws {
    let rows = try Self.assessment(Self.people(4, types: Array(Self.types.prefix(2)))).comparisons.filter(\.primary)
    #expect(rows.count == SampleCohort.instrument.ratings.count)
    #expect(rows.allSatisfy { $0.family == "items" && $0.groupA == "provider_manager" && $0.groupB == "service_user" })
  }

  /// Numbers of people are never told, and whoever has too few answers is left out.
  @Test func `disclosure leaves no number of people and no small group`() throws {
    // Enough people of every type in every organisation; then three of a type that are too few.
    var people = SampleCohort.people(organizations: 4, sizes: 27...30, types: Self.types, missing: 0.1, seed: 5)
    let shown = try Self.assessment(people, .internal).comparisons
    #expect(shown.contains { $0.p != nil })
    people += people.prefix(3).map {
      SampleCohort.Person(organization: $0.organization, type: "senior_commissioner", cells: $0.cells)
    }
    let hidden = try Self.assessment(people, .internal).comparisons
    #expect(hidden.contains { $0.status == .suppressed })
    let rows = shown + hidden
    for row in rows {
      #expect(row.nA == nil && row.nB == nil && row.evidence.medians == nil)
      #expect(row.evidence.missing == ComparisonEvidence.Missing())
      guard let item = SampleCohort.instrument.ratings.firstIndex(where: { $0.code == row.measure }), row.groupB != nil
      else { continue }
      let isSmall = [row.groupA, row.groupB].contains { type in
        people.count { $0.type == type && Double($0.cells.split(separator: " ")[item]) != nil } < 5
      }
      if isSmall { #expect(row.p == nil && row.effect == nil && row.statistic == nil && row.status == .suppressed) }
    }
  }

  @Test func `two waves have no items`() throws {
    let responses = SampleCohort.responses(Self.people(6))
    #expect(throws: PairedFault.self) {
      _ = try PairedStudy(
        responses, responses, waves: ("a", "b"), plan: ScoringPlan(comparison: ComparisonPlan(measures: ["items"])))
    }
  }
}
