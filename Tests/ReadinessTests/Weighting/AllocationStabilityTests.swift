import Readiness
import Survey
import Testing

@testable import Readiness

@Suite("What leads a mean allocation, and how little would change it") struct AllocationStabilityTests {
  /// The published table: eight respondents of six organisations.
  private static func published() throws -> AllocationSample {
    try #require(AllocationSample(BudgetReference.published()))
  }

  @Test("The published table: staff who enable users lead; leaving out the second respondent alone changes that")
  func respondents() throws {
    let stability = try #require(AllocationStability(try Self.published(), mean: .respondents))
    #expect(stability.leaders == [2])
    #expect(stability.followers == [1])
    #expect(
      stability.leavingOutRespondents == [
        .init(leaders: [2], cases: 7), .init(leaders: [1], cases: 1),
      ])
    // 185 against 150 points in all: half the difference moved makes them equal.
    #expect(stability.pointsToTie.map { abs($0 - 17.5) < 1e-9 } ?? false)
  }

  @Test("Six organisations weighted equally: training leads by 17.2 to 16.4")
  func organizations() throws {
    let sample = try Self.published()
    let stability = try #require(AllocationStability(sample, mean: .organizations))
    #expect(stability.leaders == [1] && stability.followers == [2])
    let means = try #require(sample.meanOfOrganizations(of: sample.compositions.indices)).parts
    #expect(abs(means[1] - 0.172222222) < 1e-6 && abs(means[2] - 0.163888888) < 1e-6)
    #expect(stability.leavingOutOrganizations.reduce(0) { $0 + $1.cases } == 6)
    // The heaviest people are those alone in their organisation, at a sixth each: (17.22 − 16.39) ÷ 2 × 6 = 2.5 points.
    #expect(stability.pointsToTie.map { abs($0 - 2.5) < 1e-9 } ?? false)
  }

  @Test("Leaving out by sums is leaving out for real")
  func twoRoads() throws {
    let sample = try Self.published()
    for mean in [AllocationStability.Mean.respondents, .organizations] {
      let stability = try #require(AllocationStability(sample, mean: mean))
      var cases: [[Int]: Int] = [:]
      for left in sample.compositions.indices {
        let rest = sample.compositions.indices.filter { $0 != left }
        let means = try #require(mean == .respondents ? sample.mean(of: rest) : sample.meanOfOrganizations(of: rest))
          .parts
        let most = means.max() ?? 0
        cases[means.indices.filter { most - means[$0] < 1e-9 }, default: 0] += 1
      }
      let got = Dictionary(
        stability.leavingOutRespondents.map { ($0.leaders, $0.cases) }, uniquingKeysWith: { first, _ in first })
      #expect(got == cases)
    }
  }

  @Test("Styles of answering, by hand")
  func styles() throws {
    let style = try #require(AllocationStyle(try Self.published().compositions))
    #expect(style.people == 8)
    #expect(style.factorsUsed == 6)
    let few = try [[50, 50, 0, 0], [100, 0, 0, 0], [25, 25, 25, 25]].map { try Composition(closing: $0) }
    let three = try #require(AllocationStyle(few))
    #expect(three.evenSplits == 1 && three.oneFactor == 1 && three.fewFactors == 2)
    #expect(abs(three.concentration - (0.5 + 1 + 0.25) / 3) < 1e-12)
    #expect(AllocationStyle([]) == nil)
  }
}
