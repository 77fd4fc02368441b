import Testing

@testable import Readiness

/// Numbers of organisations that tell how a group is spread, by hand.
@Suite struct CrowdedGroupsTests {
  /// Twelve organisations of nine users; of workers each has as many as are named.
  private func comparisons(_ workers: [Int], _ mode: DisclosureMode = .internal) throws -> [Comparison] {
    var random = RandomStream(seed: 4)
    let people = workers.enumerated().flatMap { place, count in
      (0..<(9 + count)).map { person in
        SampleCohort.Person(
          organization: "Org \(place + 10)", type: person < 9 ? "service_user" : "provider_manager",
          cells: SampleCohort.cells(level: random.uniform(), missing: 0, stream: &random))
      }
    }
    var plan = SampleCohort.plan(mode, by: ["respondent_type"])
    plan.comparison = ComparisonPlan(null: .asymptotic, measures: ["overall"])
    return try Assessment(SampleCohort.responses(people), plan: plan).comparisons
  }

  @Test func `one of a group in each of twelve organisations is not said`() throws {
    let thin = try comparisons([Int](repeating: 1, count: 12))
    #expect(!thin.isEmpty && thin.contains { $0.p != nil })
    #expect(thin.allSatisfy { $0.evidence.organizations == nil && $0.evidence.reason.english.isEmpty })
    // Nor of more in each, while one organisation has fewer than five of them.
    #expect(try comparisons([4] + [Int](repeating: 6, count: 11)).allSatisfy { $0.evidence.organizations == nil })
    #expect(try comparisons([Int](repeating: 6, count: 12)).contains { $0.evidence.organizations == 12 })
    #expect(
      try comparisons([Int](repeating: 1, count: 12), .pilot).contains {
        $0.evidence.reason.english == "All 12 organisations hold groups side by side."
      })
  }
}
