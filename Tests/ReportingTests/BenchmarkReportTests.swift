import Testing

@testable import Readiness
@testable import Reporting

@Suite struct BenchmarkReportTests {
  private func row(_ place: BenchmarkRow.Place, percentile: PercentileRank?) -> BenchmarkRow {
    var row = BenchmarkRow(organization: "Aber", family: "overall", measure: "overall", frozen: nil, status: .ok)
    (row.peers, row.place, row.percentile) = (12, place, percentile)
    row.difference = -3.25
    row.interval = ConfidenceInterval(lower: -9, upper: 2.5)
    return row
  }

  @Test("The first sentence has a number: a percentile with its range, or a difference where peers are too few")
  func sentences() throws {
    let known = try PercentileRank(
      51, standardError: 0, degreesOfFreedom: 1,
      among: [38.2, 41, 41, 44.5, 47.3, 49.9, 50, 52.4, 55.1, 58.8, 61.7, 66.3])
    // Seven of twelve below: Jeffreys' limits .3119 and .8195 (R 4.2.2, qbeta).
    #expect(
      BenchmarkReport.sentence(row(.about, percentile: known), range: "95% range").english
        == "Aber scores higher than 58.3% of 12 peer organisations on overall readiness; 95% range 31.2% to 82.0%.")
    #expect(
      BenchmarkReport.sentence(row(.about, percentile: nil), range: "95% range").english
        == "Aber scores 3.3 points below the mean of 12 peer organisations on overall readiness; 95% range of the difference "
        + "-9.0 to 2.5.")
  }

  @Test("Nothing is said to be ahead that cannot be told apart")
  func verdicts() {
    #expect(BenchmarkReport.verdict(row(.about, percentile: nil)).english.contains("do not say that it is ahead"))
    #expect(BenchmarkReport.verdict(row(.above, percentile: nil)).english.hasPrefix("It is above its peers"))
    #expect(BenchmarkReport.verdict(row(.below, percentile: nil)).english.hasPrefix("It is below its peers"))
  }
}
