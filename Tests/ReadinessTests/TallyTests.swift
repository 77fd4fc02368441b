import Readiness
import Testing

/// Sums of a group against the definitions, and laws of parts.
@Suite struct TallyTests {
  @Test func `Mean, deviation and error by hand`() throws {
    // 25, 25, 50, 100: mean 50, squares 625 + 625 + 0 + 2500 = 3750, variance 1250.
    let tally = Tally([(score: 25, count: 2), (score: 50, count: 1), (score: 100, count: 1), (score: 0, count: 0)])
    #expect(tally.n == 4 && tally.mean == 50)
    #expect(abs((tally.standardDeviation ?? 0) - 1_250.0.squareRoot()) < 1e-12)
    #expect(abs((tally.standardError ?? 0) - (1_250.0 / 4).squareRoot()) < 1e-12)
  }

  @Test func `Parts add up to the whole, nobody adds nothing`() throws {
    let parts = [Tally([(score: 12.5, count: 3)]), Tally(), Tally([(score: 75, count: 2), (score: 100, count: 4)])]
    let whole = Tally([(score: 12.5, count: 3), (score: 75, count: 2), (score: 100, count: 4)])
    let sum = parts.reduce(Tally(), +)
    #expect(sum.n == whole.n && sum.mean == whole.mean)
    #expect(abs((sum.standardError ?? -1) - (whole.standardError ?? -2)) < 1e-12)
  }

  @Test func `Equal scores have exactly that mean and deviation 0, one person no deviation, nobody no mean`() {
    let third = Tally([(score: 100.0 / 3, count: 7)])
    #expect(third.mean == 100.0 / 3 && third.standardDeviation == 0 && third.standardError == 0 && third.allEqual)
    let one = Tally([(score: 40, count: 1)])
    #expect(one.mean == 40 && one.standardDeviation == nil && one.standardError == nil)
    #expect(Tally().mean == nil)
  }
}
