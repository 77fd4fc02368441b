import Testing

@testable import Readiness

/// What becomes of an organisation whose people stand in two camps, in everything that a run publishes.
@Suite struct SplitViewsTests {
  private static let codes: [[Int]] = {
    var codes = TrustCohort.codes(40, own: 0.2, noise: 0.6, seed: 41)
    // Aber: two camps on everything. Brecon: two camps on the second barrier.
    for person in 0..<10 { codes[person] = (0..<12).map { ($0 + person) % 2 == 0 ? 5 : 1 } }
    for person in 10..<20 { for item in 4..<8 { codes[person][item] = (item + person) % 2 == 0 ? 5 : 1 } }
    return codes
  }()

  private static func assessment(_ rule: ViewsRule) throws -> Assessment {
    var plan = TrustCohort.plan
    plan.views = rule
    let names = ["Aber", "Brecon", "Conwy", "Dyfi"]
    return try Assessment(
      TrustCohort.responses(codes, organizations: (0..<40).map { names[$0 / 10] }), plan: plan, threads: 1)
  }

  private static let split = Result { try assessment(ViewsRule()) }
  /// A rule that hardly anybody breaks.
  private static let lenient = Result { try assessment(ViewsRule(width: 99, share: 1)) }

  private func profile(_ name: String, _ assessment: Assessment) throws -> ReadinessProfile {
    try #require(assessment.profiles.first { $0.organization == name })
  }

  @Test("No level is given where views are split, and the spread stands in its place; elsewhere nothing changes")
  func withheld() throws {
    let (found, plain) = (try Self.split.get(), try Self.lenient.get())
    let brecon = try profile("Brecon", found)
    #expect(brecon.measures["d02"] == .withheld(.viewsSplit) && brecon.splitViews["d02"]?.averageDeviation == 50)
    #expect(brecon.measures["d01"] == (try profile("Brecon", plain)).measures["d01"])
    #expect(!brecon.worstBarriers.contains("d02") && brecon.readiness.value != nil)
    let aber = try profile("Aber", found)
    #expect(aber.readiness == .withheld(.viewsSplit) && Set(aber.splitViews.keys).isSuperset(of: ["overall", "d01"]))
    #expect(aber.readinessTypesEqual.status == .viewsSplit)
    #expect(try profile("Conwy", found) == profile("Conwy", plain))
    #expect(try profile("Aber", plain).splitViews.isEmpty)
  }

  @Test("Nobody leaves the ranking, and no rank, set, mean or comparison moves")
  func ranks() throws {
    let (found, plain) = (try Self.split.get(), try Self.lenient.get())
    #expect(found.profiles.map(\.organization) == plain.profiles.map(\.organization))
    #expect(found.profiles.map(\.rank) == plain.profiles.map(\.rank) && found.profiles.allSatisfy { $0.rank != nil })
    #expect(found.profiles.map(\.rankSet) == plain.profiles.map(\.rankSet))
    #expect(found.scores == plain.scores && found.comparisons == plain.comparisons)
  }

  @Test("A Co that is split is no Co to start with: which stands out cannot be said")
  func standout() throws {
    #expect(try profile("Aber", Self.split.get()).weakestCo == .cannotSay(.viewsSplit))
  }

  @Test("A rule that makes no sense is refused")
  func refused() {
    #expect(throws: AssessmentFault.self) { try Self.assessment(ViewsRule(width: 0)) }
    #expect(throws: AssessmentFault.self) { try Self.assessment(ViewsRule(share: 1.5)) }
  }
}
