import Statistics
import Testing

@testable import Readiness

@Suite struct RankEvidenceTests {
  private func evidence(_ units: [(name: String, people: Int, score: Double, error: Double)]) -> RankEvidence {
    var stream = RandomStream(seed: 8)
    let organizations = units.map { unit in
      RankedOrganization(
        name: unit.name, people: unit.people, score: unit.score, interval: nil,
        draws: (0..<4_000).map { _ in unit.score + unit.error * stream.normal() })
    }
    let ranking = OrganizationRanking(
      scores: units.map(\.score), people: units.map(\.people), draws: organizations.map(\.draws), level: 0.95)
    return RankEvidence(organizations, ranking: ranking, level: 0.95)
  }

  @Test("Three organisations, one of them clear of the others: rows, pairs and margins by hand")
  func byHand() throws {
    let evidence = evidence([("Low", 20, 40, 2), ("Top", 20, 80, 2), ("Middle", 20, 43, 2)])
    #expect(evidence.rows.map(\.organization) == ["Top", "Middle", "Low"])
    #expect(evidence.rows.map(\.rank) == [1, 2, 3])
    let (top, middle, low) = (evidence.rows[0], evidence.rows[1], evidence.rows[2])
    #expect(top.band == 1...1 && middle.band == 2...3 && low.band == 2...3)
    #expect(top.heldBelow == nil && top.nearestTie == nil && top.furtherPeople == nil)
    #expect(middle.heldBelow?.organization == "Top" && middle.nearestTie?.organization == "Low")
    #expect(middle.nearestTie?.difference == 3)
    #expect(
      [top, middle, low].map(\.clearlyAbove) == [0, 1, 1] && [top, middle, low].map(\.clearlyBelow) == [2, 0, 0])
    #expect(low.openAbove.map(\.organization) == ["Middle"] && low.openAbove.map(\.difference) == [3])
    #expect(middle.openAbove.isEmpty && top.openAbove.isEmpty)
    #expect(top.probabilityFirst == 1 && top.sucra == 1)
    // Normal differences of error √8: P(Middle above Low) = Φ(3 ÷ √8) = 0.8556; its error over 4,000 draws is 0.0056.
    let pair = try #require(evidence.pairs.first { $0.first == "Middle" && $0.second == "Low" })
    #expect(abs(pair.probabilityAbove - 0.8556) < 0.0223)
    #expect(!pair.isDecided && evidence.pairs.count { $0.isDecided } == 2)
    #expect(evidence.pairs.map { [$0.first, $0.second] } == [["Top", "Middle"], ["Top", "Low"], ["Middle", "Low"]])
    // After the step-down Middle against Low is left both ways, and neither above Top: the 95% quantile of the largest of these three
    // is 2.195 by four million normal draws of numpy; at 38 degrees of freedom t is 2.282 as far out (scipy).
    #expect(abs((pair.needed ?? 0) - 2.282 * 8.0.squareRoot()) < 0.3)
    #expect(middle.nearestTie?.needed == pair.needed)
  }

  @Test("Further people: asked of the nearest tie, by the same threshold that left it undecided")
  func furtherPeople() throws {
    let evidence = evidence([("A", 20, 50, 2), ("B", 20, 56, 2), ("C", 20, 20, 2)])
    let row = try #require(evidence.rows.first { $0.organization == "A" })
    let tie = try #require(row.nearestTie)
    #expect(tie.organization == "B" && tie.difference == 6 && tie.difference < tie.needed)
    // With errors of 2 and 2.195 normal standard errors the first number with 6 > t √(80 ÷ (20 + m) + 4) is 8, t as far out as 2.195
    // (scipy); the errors and the quantile are of 4,000 draws.
    let further = try #require(row.furtherPeople)
    #expect(abs(further - 8) <= 5)
    #expect(row.nearestTie?.needed == evidence.pairs.first { $0.first == "B" && $0.second == "A" }?.needed)
  }

  @Test("Organisations that all answered alike inside are ordered by their scores, without shrinking or a funnel")
  func withoutSpread() {
    let evidence = evidence([("A", 6, 50, 0), ("B", 6, 60, 0), ("C", 6, 50, 0)])
    #expect(evidence.rows.map(\.rank) == [1, 2, 2])
    #expect(evidence.rows.map(\.band) == [1...1, 2...3, 2...3])
    #expect(evidence.rows.allSatisfy { $0.shrunken == nil && $0.comparisonInterval == nil && $0.furtherPeople == nil })
    #expect(evidence.rows[1].probabilityFirst == 0 && evidence.rows[1].sucra == 0.25)
  }

  @Test("Small organisations borrow the pooled variance, so that one of five who agree is not beyond doubt")
  func pooledVariance() throws {
    let evidence = evidence([("A", 5, 50, 0.01), ("B", 30, 60, 2), ("C", 30, 40, 2), ("D", 30, 70, 2)])
    let small = try #require(evidence.rows.first { $0.organization == "A" }?.shrunken)
    let large = try #require(evidence.rows.first { $0.organization == "B" }?.shrunken)
    #expect(small.kept < large.kept)
  }
}
