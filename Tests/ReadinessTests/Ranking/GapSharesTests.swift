import Foundation
import Readiness
import TestSupport
import Testing

@Suite struct GapSharesTests {
  private typealias Shares = [String: [String: [String: [String: Double]]]]

  private func study(_ plan: ScoringPlan) throws -> RankStudy {
    let reference = try AssessmentReferenceTests().reference
    return try RankStudy(
      SampleCohort.responses(
        reference.people.map {
          SampleCohort.Person(
            organization: $0.organisation, type: AssessmentReferenceTests.types[$0.kind] ?? "", cells: $0.cells)
        }), plan: plan, threads: 2)
  }

  @Test(
    "Points of every barrier, Co and Step are those of a second derivation (gap_shares.py), by the mean and by the geometric mean",
    arguments: [AggregationRule.arithmetic, .score(.geometric)])
  func reference(aggregation: AggregationRule) throws {
    let data = try Data(contentsOf: Repository.url("Tests/References/readiness/gap_shares.json"))
    let expected = try JSONDecoder().decode(Shares.self, from: data)
    var plan = SampleCohort.plan(by: [])
    plan.aggregation = aggregation
    let rows = try study(plan).gapShares
    #expect(Set(rows.map(\.organization)) == Set(expected.keys))
    for row in rows {
      let parts = try #require(expected[row.organization]?[aggregation.description]?[row.breakdown.rawValue])
      let points = try #require(row.points)
      #expect(abs(points - (parts[row.part ?? "none"] ?? -1)) < 1e-9, "\(row)")
    }
    #expect(
      rows.count
        == expected.values.reduce(0) { $0 + ($1[aggregation.description] ?? [:]).values.reduce(0) { $0 + $1.count } })
  }

  @Test(
    "The three breakdowns add up to the same: 100 less the published score",
    arguments: [
      AggregationRule.arithmetic, .score(.geometric), .score(.harmonic), .score(.minimum), .score(.mazziottaPareto),
    ])
  func sums(aggregation: AggregationRule) throws {
    var plan = SampleCohort.plan(by: [])
    plan.aggregation = aggregation
    plan.dimensionWeights = ["d01": 3, "d02": 1, "d03": 2, "d04": 0]
    let study = try study(plan)
    #expect(study.ranks.count == 5)
    for rank in study.ranks {
      let rows = study.gapShares.filter { $0.organization == rank.organization }
      for breakdown in GapShareRow.Breakdown.allCases {
        let own = rows.filter { $0.breakdown == breakdown }
        #expect(abs(own.reduce(0) { $0 + ($1.points ?? 0) } - (100 - rank.score)) < 1e-9)
        #expect(abs(own.reduce(0) { $0 + ($1.share ?? 0) } - 1) < 1e-9)
      }
      #expect(rows.allSatisfy { abs($0.gap - (100 - rank.score)) < 1e-9 })
    }
  }

  @Test(
    "Intervals: with everything answered they are those of a ratio of means over people; elsewhere they hold their share"
  )
  func intervals() throws {
    var stream = RandomStream(seed: 9)
    var people: [SampleCohort.Person] = []
    for (organization, level) in [("Aber", 0.3), ("Brecon", 0.6)] {
      for _ in 0..<30 {
        let cells = SampleCohort.cells(level: level, missing: 0, stream: &stream)
        people.append(SampleCohort.Person(organization: organization, type: "service_user", cells: cells))
      }
    }
    var plan = SampleCohort.plan(by: [])
    plan.draws = 4_000
    let study = try RankStudy(SampleCohort.responses(people), plan: plan)
    // By hand: a person's distance on each barrier is the mean over three items; all barriers weigh the same.
    let steps = people.filter { $0.organization == "Aber" }.map { person in
      zip(person.cells.split(separator: " "), SampleCohort.instrument.ratings).prefix(12).map { cell, item in
        let code = Double(cell) ?? .nan
        return 25 * (item.countsUp ? Double(item.scale.highest) - code : code - Double(item.scale.lowest))
      }
    }
    let whole = steps.map { $0.reduce(0, +) / 12 }
    let first = steps.map { $0.prefix(3).reduce(0, +) / 12 }
    let gap = whole.reduce(0, +) / 30
    let share = first.reduce(0, +) / 30 / gap
    // The ratio's linearised error: residuals of the part on the whole.
    let residuals = zip(first, whole).map { $0 - share * $1 }
    let error = (residuals.reduce(0) { $0 + $1 * $1 } / 29 / 30).squareRoot() / gap
    let row = try #require(study.gapShares.first { $0.organization == "Aber" && $0.part == "d01" })
    let interval = try #require(row.interval)
    #expect(abs((row.share ?? 0) - share) < 1e-12)
    // t with 29 degrees of freedom: 2.04523 (R 4.2.2, qt(.975, 29)); 4,000 draws know their spread to 1.1%.
    #expect(abs((interval.upper - interval.lower) / (2 * 2.04523 * error) - 1) < 0.045)
    for breakdown in GapShareRow.Breakdown.allCases {
      let own = study.gapShares.filter { $0.organization == "Brecon" && $0.breakdown == breakdown }
      #expect(abs(own.reduce(0) { $0 + ($1.largest ?? 0) } - 1) < 1e-9)
      #expect(
        own.filter { $0.part != nil }.allSatisfy { row in
          row.interval.map { $0.lower <= row.share ?? -1 && $0.upper >= row.share ?? 2 } ?? false
        })
      #expect(own.filter { $0.part == nil }.allSatisfy { $0.largest == nil })
    }
    plan.aggregation = .score(.geometric)
    let geometric = try RankStudy(SampleCohort.responses(people), plan: plan).gapShares
    #expect(geometric.allSatisfy { $0.interval == nil && $0.largest == nil && $0.points != nil })
  }

  @Test("A part that rests on too few people hides its breakdown whole, and a hidden organisation has no row")
  func disclosure() throws {
    var stream = RandomStream(seed: 4)
    let sizes = [("Aber", 9, 0.4), ("Brecon", 8, 0.6), ("Conwy", 3, 0.5), ("Dyfi", 6, 0.5)]
    var people = sizes.flatMap { organization, count, level in
      (0..<count).map { _ in
        SampleCohort.Person(
          organization: organization, type: "service_user",
          cells: SampleCohort.cells(level: level, missing: 0, stream: &stream))
      }
    }
    // In Aber only two people answer the items of Co-deliver (2nd, 6th and 11th); two answers are left in each barrier.
    for place in 2..<9 {
      var cells = people[place].cells.split(separator: " ").map(String.init)
      for (item, rating) in SampleCohort.instrument.ratings.prefix(12).enumerated()
      where rating.facets.contains(.co(.deliver)) { cells[item] = "dk" }
      people[place].cells = cells.joined(separator: " ")
    }
    let study = try RankStudy(SampleCohort.responses(people), plan: SampleCohort.plan(.internal, by: []))
    let rows = study.gapShares
    // Conwy is too small, and Dyfi would give it away.
    #expect(Set(rows.map(\.organization)) == ["Aber", "Brecon"])
    let aber = rows.filter { $0.organization == "Aber" }
    #expect(
      aber.filter { $0.breakdown == .co }.allSatisfy { $0.points == nil && $0.share == nil && $0.status == .suppressed }
    )
    #expect(aber.filter { $0.breakdown == .barrier }.allSatisfy { $0.status == .ok })
    #expect(rows.filter { $0.organization == "Brecon" }.allSatisfy { $0.status == .ok })
  }
}
