import Foundation
import TestSupport
import Testing

/// The command on the published budget table: every fact of the domain reference on how fragile its ranking is, and the averages as printed.
struct PublishedBudgetTests {
  private static let training = "“Training frontline staff on how to make co-production more successful”"
  private static let enabling = "“More staff who can enable service users to co-produce”"

  @Test func `the report says what leads and everything that would change it`() throws {
    try Tool.inFolder { tool in
      let run = try tool(
        "run", Repository.url("Surveys/examples/budget_responses.csv").path(), "--survey", "budget", "--disclosure",
        "pilot", "--consent", "A published table: Governance International, 2017", "--output", "out")
      #expect(run.code == 0)
      // Lines are wrapped; sentences are looked for without their breaks.
      let report = try tool.text("out/report.txt").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let (training, enabling) = (Self.training, Self.enabling)
      let facts = [
        // As published: staff who enable users 23.1, training 18.8.
        "\(enabling) leads with 23.1 of 100 points, ahead of \(training) with 18.8",
        // Leave out the one who put 80 on one factor: training 18.6, staff who enable users 15.0; nobody else changes the order.
        "Leaving out any one of the 8 respondents changes the leader in 1 of 8 cases, to \(training)",
        "Without the one respondent who put 80.0 of 100 points on one factor, \(training) has 18.6 and \(enabling) 15.0",
        // Six organisations weighted equally: training 17.2, staff who enable users 16.4.
        "each of the 6 organisations counted equally \(training) leads with 17.2 of 100 points, ahead of \(enabling) with 16.4",
        // Medians: the two tie for first.
        "By medians instead of means \(training) and \(enabling) tie for first",
        // Commissioners and the others do not share a leader.
        "Commissioners (5) and all others (3), taken apart, do not share a leader",
        // Leave-one-out, weighting and the choice of average each change it: said in one sentence.
        "The leader is not the same when one respondent is left out (1 of 8 cases), when organisations count equally, or when "
          + "medians are taken instead of means",
        // The digital part drew 1.25 of 100.
        "“Better ICT” and “Better technology (other than ICT)” drew least: together 1.25 of 100 points",
      ]
      for fact in facts { #expect(report.contains(fact), "\(fact)") }
      // The published AVG column, to the printed digit.
      let rows = try tool.text("out/allocations.csv").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let place = try #require(rows[0].firstIndex(of: "mean"))
      let column = rows.dropFirst().compactMap { row in
        // Labels may hold commas in quotes; the numbers after them stand at the same distance from the end.
        Double(row[row.count - rows[0].count + place])
      }
      #expect(column.map { Int($0.rounded()) } == [6, 19, 23, 9, 9, 9, 11, 2, 1, 1, 11])
    }
  }
}
