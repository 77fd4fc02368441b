import Readiness
import Testing

/// Severity against money: verdicts worked out by hand from the published money and made-up severities.
@Suite struct MoneyAndNeedTests {
  let dimensions = (1...11).map { $0 < 10 ? "d0\($0)" : "d\($0)" }

  /// Verdicts for severities whose ranges reach so many points to either side.
  func verdicts(_ severities: [Double?], within reach: Double = 0) throws -> [MoneyAndNeedRow] {
    let responses = try BudgetReference.published()
    let budget = try #require(BudgetAnswers(responses))
    let weights = try #require(responses.scored(by: ScoringPlan()).budgetWeights(budget))
    return MoneyAndNeed.rows(
      severities: severities, ranges: severities.map { $0.map { $0 - reach...$0 + reach } }, dimensions: dimensions,
      budget: budget, weights: weights)
  }

  @Test func `Serious barriers without a factor have nothing on the list to buy`() throws {
    // Median 50, so d01, d02, d04, d07 and d10 are serious; an even share is 9.1%. d02 draws 24.8%, d04 3.3%, d07 41.5%. Of
    // the mild ones d03, d08 and d09 share b11 with each other alone (10.6%), d05 has b09 to itself (0.9%).
    let rows = try verdicts([80, 70, 20, 60, 30, 50, 90, 10, 40, 55, 45])
    #expect(
      rows.map(\.verdict) == [
        .nothingToBuy, .funded, .paidForNotABarrier, .underFunded, .notABarrier, .notABarrier, .funded,
        .paidForNotABarrier, .paidForNotABarrier, .nothingToBuy, .notABarrier,
      ])
    #expect(rows[0].share == 0 && rows[0].overlappingShare == 0)
    #expect(abs((rows[1].share ?? 0) - 0.24768518518518517) < 1e-12)
    #expect(rows.map(\.severity) == [80, 70, 20, 60, 30, 50, 90, 10, 40, 55, 45])
  }

  @Test func `Money on factors that serve mild barriers alone is paid for, not a barrier`() throws {
    // Median 50, so d01, d04, d06, d10 and d11 are serious; no factor but b08 and b10 (d04, 3.3%) serves one of them.
    let rows = try verdicts([90, 40, 30, 80, 20, 85, 10, 45, 50, 95, 75])
    #expect(
      rows.map(\.verdict) == [
        .nothingToBuy, .paidForNotABarrier, .paidForNotABarrier, .underFunded, .paidForNotABarrier, .nothingToBuy,
        .paidForNotABarrier, .paidForNotABarrier, .cannotTell, .nothingToBuy, .nothingToBuy,
      ])
  }

  @Test func `Whether a paid-for barrier is a serious one cannot be told where its range takes in the median`() throws {
    // As above; 15 points to either side of 40 and of 45 take in the median of 50, of 30 and below they do not.
    let rows = try verdicts([90, 40, 30, 80, 20, 85, 10, 45, 50, 95, 75], within: 15)
    #expect(
      rows.map(\.verdict) == [
        .nothingToBuy, .cannotTell, .paidForNotABarrier, .underFunded, .paidForNotABarrier, .nothingToBuy,
        .paidForNotABarrier, .cannotTell, .cannotTell, .nothingToBuy, .nothingToBuy,
      ])
  }

  @Test func `A barrier without a score has no verdict, no scores have no rows`() throws {
    let rows = try verdicts([nil, 40, 30, 80, 20, 85, 10, 45, 50, 95, 75])
    #expect(rows[0].verdict == nil && rows[0].severity == nil)
    #expect(try verdicts(Array(repeating: nil, count: 11)).isEmpty)
    let responses = try BudgetReference.published()
    #expect(try Assessment(responses, plan: ScoringPlan(by: [])).moneyAndNeed.isEmpty)
  }
}
