import Readiness
import Statistics
import Testing

/// The family of “don't know” answers against shares and tables made again person by person.
@Suite struct DoNotKnowComparisonsTests {
  static let types = ["provider_manager", "service_user", "carer"]

  static func people(_ types: [String], _ seed: UInt64, sizes: ClosedRange<Int> = 9...12) -> [SampleCohort.Person] {
    SampleCohort.people(organizations: 4, sizes: sizes, types: types, missing: 0.3, seed: seed)
  }

  static func assessment(
    _ people: [SampleCohort.Person], _ mode: DisclosureMode = .pilot, measures: [String] = ["dont_know"]
  ) throws -> Assessment {
    var plan = SampleCohort.plan(mode, by: ["respondent_type"])
    plan.comparison = ComparisonPlan(measures: measures)
    return try Assessment(SampleCohort.responses(people), plan: plan)
  }

  static func rows(_ people: [SampleCohort.Person], _ mode: DisclosureMode = .pilot) throws -> [Comparison] {
    try assessment(people, mode).comparisons
  }

  /// Each person's share, by organisation and type.
  static func strata(_ people: [SampleCohort.Person], _ measure: Measure, _ types: [String]) -> [[[Double]]] {
    let numbers = PerceptionGapsTests.numbers(people, measure, .knowledge)
    return Set(people.map(\.organization)).sorted().map { organization in
      types.map { type in
        people.indices.filter { people[$0].organization == organization && people[$0].type == type }
          .compactMap { numbers[$0] }
      }
    }
  }

  @Test func `shares of all groups within organisations, and who said it at all`() throws {
    let people = Self.people(Self.types, 21)
    let assessment = try Self.assessment(people)
    let rows = assessment.comparisons
    #expect(rows.map(\.method).prefix(2) == ["blocked_kruskal_wallis", "fisher_freeman_halton"])
    #expect(rows.map(\.primary) == Array(repeating: [true, false], count: 4).flatMap(\.self))
    for row in rows {
      let measure = try #require(assessment.measures.first { $0.id == row.measure })
      let strata = Self.strata(people, measure, Self.types)
      #expect(row.groupA == "all" && row.nA == people.count)
      if row.primary {
        let test = try BlockedKruskalWallisTest(strata.map { ValueCounts(groups: $0) }, null: .asymptotic)
        #expect(abs((row.statistic ?? .nan) - test.statistic) < 1e-9)
        continue
      }
      let table = Self.types.indices.map { type -> [Int] in
        let shares = strata.flatMap { $0[type] }
        return [shares.count { $0 > 0 }, shares.count { $0 == 0 }]
      }
      #expect(row.p?.method == .exact && row.effect?.name == "cramers_v" && row.evidence.design == .pooled)
      #expect(abs((row.p?.value ?? .nan) - Self.fisher(table)) < 1e-9)
    }
  }

  /// Freeman and Halton's p by its definition, for three groups and two columns.
  static func fisher(_ table: [[Int]]) -> Double {
    func ways(_ n: Int, _ k: Int) -> Double { (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) } }
    let sizes = table.map { $0[0] + $0[1] }
    let said = table.reduce(0) { $0 + $1[0] }
    let all = ways(sizes.reduce(0, +), said)
    func probability(_ counts: [Int]) -> Double { zip(sizes, counts).reduce(1) { $0 * ways($1.0, $1.1) } / all }
    let observed = probability(table.map { $0[0] })
    var p = 0.0
    for first in 0...min(sizes[0], said) {
      for second in 0...min(sizes[1], said - first) where said - first - second <= sizes[2] {
        let other = probability([first, second, said - first - second])
        if other <= observed * (1 + 1e-9) { p += other }
      }
    }
    return p
  }

  @Test func `two groups have the p of their knowledge gap, and a difference of shares`() throws {
    let people = Self.people(Array(Self.types.prefix(2)), 22)
    let assessment = try Self.assessment(people, measures: ["dont_know", "dimensions"])
    let rows = assessment.comparisons.filter { $0.family == "dont_know" }
    #expect(rows.count == 8)
    for row in rows {
      let measure = try #require(assessment.measures.first { $0.id == row.measure })
      if row.primary {
        let gap = assessment.perceptionGaps.first { $0.kind == .knowledge && $0.measure == row.measure }
        #expect(row.p != nil && gap?.p == row.p && row.effect?.name == "probability_of_superiority")
        continue
      }
      let shares = Self.strata(people, measure, Array(Self.types.prefix(2)))
      let parts = [row.groupA, row.groupB].map { type -> Double in
        let own = shares.flatMap { $0[Self.types.firstIndex(of: type ?? "") ?? 0] }
        return Double(own.count { $0 > 0 }) / Double(own.count)
      }
      #expect(abs((row.effect?.value ?? .nan) - (parts[0] - parts[1])) < 1e-12)
      #expect(row.effect?.name == "difference_of_shares" && row.effect?.interval != nil)
    }
  }

  @Test func `the family is adjusted by Holm's method and has its note`() throws {
    let assessment = try Self.assessment(Self.people(Self.types, 23))
    for isPrimary in [true, false] {
      let rows = assessment.comparisons.filter { $0.family == "dont_know" && $0.primary == isPrimary && $0.p != nil }
      let order = rows.compactMap { $0.p?.value }.sorted()
      for row in rows {
        let p = try #require(row.p?.value)
        let steps = order.indices.filter { order[$0] <= p }.map { min(1, Double(order.count - $0) * order[$0]) }
        #expect(row.pAdjusted == steps.max() && row.evidence.adjustment == "holm")
      }
    }
    #expect(assessment.familyNotes.filter { $0.family == "dont_know" }.map(\.size) == [4])
  }

  /// How many “don't know” answers the people of a type gave on a dimension.
  static func answers(_ people: [SampleCohort.Person], _ dimension: String, _ type: String) -> Int {
    let items = SampleCohort.instrument.ratings.indices.filter {
      SampleCohort.instrument.ratings[$0].role == .barrier(dimension: dimension)
    }
    return people.filter { $0.type == type }.reduce(0) { sum, person in
      let cells = person.cells.split(separator: " ")
      return sum + items.count { cells[$0] == "dk" }
    }
  }

  /// Groups are not left out by what they answered: a few such answers in one of them withhold the row.
  @Test func `few answers leave no number`() throws {
    let people = Self.people(Self.types, 24, sizes: 20...24)
    let truth = try Self.rows(people)
    let shown = try Self.rows(people, .internal)
    for row in shown where row.primary {
      let isHidden = Self.types.contains { type in (1..<5).contains(Self.answers(people, row.measure, type)) }
      if isHidden { #expect(row.status == .suppressed) }
      if isHidden { #expect(row.p == nil && row.nA == nil && row.effect == nil && row.statistic == nil) }
    }
    #expect(truth.allSatisfy { $0.p != nil })
    let fewer = try Self.rows(Self.people(Self.types, 24, sizes: 9...12), .internal).filter(\.primary)
    #expect(fewer.contains { $0.status == .suppressed })
    for row in shown where !row.primary && row.p != nil {
      let measure = try #require(SampleCohort.instrument.measures.first { $0.id == row.measure })
      for type in Self.types.indices {
        let shares = Self.strata(people, measure, Self.types).flatMap { $0[type] }
        let said = shares.count { $0 > 0 }
        #expect([said, shares.count - said].allSatisfy { $0 == 0 || $0 >= 5 })
      }
    }
  }
}
