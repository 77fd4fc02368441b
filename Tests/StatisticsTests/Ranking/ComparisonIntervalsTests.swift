import Testing

@testable import Statistics

@Suite struct ComparisonIntervalsTests {
  @Test("Twelve organisations: the multiple and the limits of a second program; equal errors: 1.96 over √2")
  func goldsteinHealy() throws {
    let table = try cells("composite/bootstrap-ranks/out_rank_table.csv").dropFirst().map {
      $0.map { Double($0) ?? .nan }
    }
    let summary = try Reference("composite/bootstrap-ranks/out_summary")
    let intervals = try ComparisonIntervals(standardErrors: table.map { $0[4] })
    #expect(agrees(intervals.multiple, summary["gh_z"].double, relative: 1e-8))
    for row in table {
      #expect(agrees(row[2] - intervals.multiple * row[4], row[16], relative: 1e-8))
      #expect(agrees(row[2] + intervals.multiple * row[4], row[17], relative: 1e-8))
    }
    let equal = try ComparisonIntervals(standardErrors: [2, 2, 2])
    #expect(agrees(equal.multiple, summary["gh_z_equal_se"].double, relative: 1e-10))
    #expect(agrees(equal.multiple, 1.959963984540054 / 2.0.squareRoot(), relative: 1e-10))
  }

  @Test("A unit alone, or units without any error, have no such intervals")
  func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try ComparisonIntervals(standardErrors: [1]) }
    #expect(throws: SampleFault.noVariation) { try ComparisonIntervals(standardErrors: [0, 0]) }
  }
}
