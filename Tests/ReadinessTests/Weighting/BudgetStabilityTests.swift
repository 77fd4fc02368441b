import Readiness
import Testing

@testable import Readiness

/// How firmly the published leader leads, sentence by sentence; numbers of the domain reference, section on the fragile ranking.
@Suite struct BudgetStabilityTests {
  func findings(minimum: Int) throws -> [BudgetFinding] {
    let responses = try BudgetReference.published()
    let sample = try #require(AllocationSample(responses))
    let budget = try #require(BudgetAnswers(responses))
    return budget.stabilityFindings(
      sample, rows: AllocationSummaryRow.rows(budget, sample: sample, minimum: minimum), minimum: minimum)
  }

  @Test("Without one respondent 18.6 and 15.0; 17.5 points to move; the digital part drew 1.25")
  func published() throws {
    let (training, enabling) = (
      "“Training frontline staff on how to make co-production more successful”",
      "“More staff who can enable service users to co-produce”"
    )
    let findings = try findings(minimum: 0)
    #expect(
      findings.map(\.sentence.english) == [
        "Without the one respondent who put 80.0 of 100 points on one factor, \(training) has 18.6 and \(enabling) 15.0.",
        "To overturn the lead, more than 17.5 of all 800 points given would have to move from \(enabling) to \(training); "
          + "with organisations counted equally more than 2.5 of all 800 points given would have to move from \(training) to "
          + "\(enabling).",
        "With organisations counted equally, leaving out one of the 6 changes the leader in 4 of 6 cases.",
        "“Better ICT” and “Better technology (other than ICT)” drew least: together 1.25 of 100 points.",
        "On average a person used 6.0 of the 11 factors; nobody gave one factor everything, nobody split evenly over all and "
          + "one person used fewer than three. The mean is as spread out as 8.1 factors of equal size.",
      ])
    #expect(findings.map(\.smallestGroup) == [1, 8, 8, 8, 8])
  }

  @Test("Under disclosure neither one person's answer nor the size of the smallest organisation is told")
  func disclosure() throws {
    let told = try findings(minimum: 5).filter { $0.smallestGroup >= 5 }.map(\.sentence.english)
    #expect(told.count == 4)
    #expect(!told.contains { $0.contains("80.0") || $0.contains("2.5 of") || $0.contains("one person") })
    let responses = try BudgetReference.published()
    let rows = AllocationSummaryRow.rows(
      try #require(BudgetAnswers(responses)), sample: try #require(AllocationSample(responses)), minimum: 5)
    #expect(rows.map(\.average) == ["respondents", "organisations", "median"])
    #expect(rows.map(\.pointsToTie) == [17.5, nil, nil])
    #expect(rows.map(\.leaders) == [["b03"], ["b02"], ["b02", "b03"]])
    #expect(rows.allSatisfy { $0.fewFactors == nil && $0.evenSplits == 0 })
  }
}
