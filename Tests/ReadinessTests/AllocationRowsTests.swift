import Readiness
import Testing

/// Means, medians, intervals and ranks of the budget answers, against the published column and an independent computation.
@Suite struct AllocationRowsTests {
  @Test func `The published column is reproduced exactly by rounding each mean alone`() throws {
    let budget = try #require(BudgetAnswers(try BudgetReference.published()))
    let rows = budget.allocationRows()
    // Domain reference: AVG column of the published table, its unrounded means, ranks with ties averaged.
    #expect(rows.map { $0.mean.map { Int($0.rounded()) } } == [6, 19, 23, 9, 9, 9, 11, 2, 1, 1, 11])
    #expect(rows.map(\.mean) == [6.25, 18.75, 23.125, 8.75, 8.75, 8.75, 11.25, 1.875, 0.6875, 0.5625, 11.25])
    #expect(rows.map(\.rank) == [8, 2, 1, 6, 6, 6, 3.5, 9, 10, 11, 3.5])
    #expect(budget.sums == [5_000, 15_000, 18_500, 7_000, 7_000, 7_000, 9_000, 1_500, 550, 450, 9_000])
    #expect(rows.map { 8 - Int(8 * ($0.shareZero ?? 0)) } == [3, 7, 7, 5, 5, 5, 4, 2, 2, 2, 6])
    #expect(rows.allSatisfy { $0.respondents == 8 && $0.organizations == 6 && $0.status == .ok })
  }

  @Test func `Every number agrees with the independent computation`() throws {
    let reference = try BudgetReference.read()
    try check(BudgetAnswers(try BudgetReference.published()), reference.published)
    try check(BudgetAnswers(try reference.responses()), reference.made)
    try check(BudgetAnswers(try reference.responses(oneOrganization: true)), reference.one)
  }

  func check(_ budget: BudgetAnswers?, _ expected: BudgetReference.Expected) throws {
    let rows = try #require(budget).allocationRows()
    #expect(rows.count == expected.rows.count)
    for (row, want) in zip(rows, expected.rows) {
      #expect(row.factor == want.factor && row.respondents == want.respondents)
      #expect(row.organizations == want.organisations)
      #expect(row.rank == want.rank && row.organizationRank == want.organisation_rank)
      for (got, want) in [
        (row.mean, want.mean), (row.meanInterval?.lower, want.low), (row.meanInterval?.upper, want.high),
        (row.median, want.median), (row.shareZero, want.zero), (row.organizationMean, want.organisation_mean),
        (row.organizationInterval?.lower, want.organisation_low),
        (row.organizationInterval?.upper, want.organisation_high),
      ] {
        if let got, let want {
          #expect(abs(got - want) < 1e-8, "\(row.factor): \(got) for \(want)")
        } else {
          #expect(got == nil && want == nil, "\(row.factor)")
        }
      }
    }
  }

  @Test func `Half points are exact and the order of respondents changes no bit`() throws {
    let reference = try BudgetReference.read()
    let responses = try reference.responses()
    let turned = Sample.responses(
      to: responses.instrument, answers: reference.points.map { _ in "" },
      organizations: reference.organisations.reversed(), points: reference.points.reversed())
    let (forth, back) = (BudgetAnswers(responses, threads: 1), BudgetAnswers(turned, threads: 2))
    #expect(forth?.allocationRows() == back?.allocationRows())
  }

  @Test func `A factor that nobody chose has mean 0 and an open upper end`() throws {
    let rows = try #require(
      BudgetAnswers(
        Sample.responses(
          to: try BudgetReference.instrument(), answers: ["", "", ""], organizations: ["A", "B", "C"],
          points: [100, 60, 80].map { [$0, 100 - $0] + Array(repeating: 0, count: 9) }))
    ).allocationRows()
    #expect(rows[5].mean == 0 && rows[5].shareZero == 1)
    #expect(rows[5].meanInterval?.lower == 0)
    #expect((rows[5].meanInterval?.upper ?? 0) > 5)
  }

  @Test func `One answer has no interval, no answer has a reason, no question has no rows`() throws {
    let instrument = try BudgetReference.instrument()
    let one = try #require(
      BudgetAnswers(
        Sample.responses(
          to: instrument, answers: ["", ""], points: [[50, 50] + Array(repeating: 0, count: 9), nil]))
    ).allocationRows()
    #expect(one[0].mean == 50 && one[0].meanInterval == nil && one[0].respondents == 1)
    #expect(one[0].organizationMean == 50 && one[0].organizationInterval == nil)
    let none = try #require(
      BudgetAnswers(Sample.responses(to: instrument, answers: [""], points: [nil]))
    ).allocationRows()
    #expect(none.allSatisfy { $0.mean == nil && $0.respondents == 0 && $0.status == .tooFewAnswers })
    #expect(BudgetAnswers(Sample.responses(to: instrument, answers: [""])) == nil)
  }
}
