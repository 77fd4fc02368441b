import Testing

@testable import Readiness

/// What is told of a factor that few people gave something, or all but few; the counts are made by hand.
@Suite struct FewGiversTests {
  /// Of 30 people of one organisation one gives factor 4 ten points; three give factor 3 nothing; nobody gives factor 5 anything.
  static let points: [[Double]?] = (0..<30).map { person in
    let third: Double = person < 3 ? 0 : 10
    let fourth: Double = person == 29 ? 10 : 0
    let first: Double = person.isMultiple(of: 2) ? 20 : 60
    return [first, 100 - first - third - fourth, third, fourth, 0]
  }

  static func assessment(
    _ mode: DisclosureMode = .internal, points: [[Double]?] = points, organizations: [String]? = nil
  ) throws -> Assessment {
    let question = BudgetQuestion(
      stem: "How would you spend it?", total: 100,
      factors: (1...5).map { place in
        BudgetFactor(
          id: "b0\(place)", label: Sample.text("Factor \(place)"), dimensions: ["d0\((place + 1) / 2)"], facets: [])
      }, crosswalkVersion: "1")
    let instrument = Sample.instrument(
      form: "budget", dimensions: ["d01", "d02", "d03"], items: [], budget: question)
    let responses = Sample.responses(
      to: instrument, answers: points.map { _ in "" },
      organizations: organizations ?? points.map { _ in "Org" }, points: points)
    let plan = ScoringPlan(
      draws: 10, permutations: 9, by: [], disclosure: mode, consent: mode == .pilot ? "a test" : nil)
    return try Assessment(responses, plan: plan, threads: 1)
  }

  @Test func `one of thirty gave points: neither that nor what settles it is told`() throws {
    let rows = try Self.assessment().allocations
    #expect(rows.map(\.mean) == [40, 50.666666666666664, 9, 1.0 / 3, 0])
    #expect(rows.map { $0.shareZero == nil } == [false, false, true, true, false])
    #expect(rows.map { $0.meanInterval == nil } == [false, false, false, true, false])
    #expect(rows.map { $0.meanTogether == nil } == [false, false, false, true, false])
    // The factor without givers would move up to the one that had one.
    #expect(rows.map { $0.rankWithoutOnePerson == nil } == [false, false, false, true, true])
    #expect(rows.allSatisfy { $0.otherMeans == nil && $0.withheld.contains(.otherMeans) })
    #expect(rows[3].withheld == [.shareZero, .interval, .rankWithoutOnePerson, .otherMeans])
    #expect(rows[0].withheld == [.otherMeans])
    // Nobody at all is no person, and told.
    #expect(rows[4].shareZero == 1 && rows[4].meanInterval?.lower == 0)
  }

  @Test func `the sums of these counts are not told either, in any summary or sentence`() throws {
    let (told, open) = (try Self.assessment(), try Self.assessment(.pilot))
    #expect(told.allocationSummary.allSatisfy { $0.factorsUsed == nil && $0.withheld.contains(.factorsUsed) })
    #expect(open.allocationSummary.allSatisfy { $0.factorsUsed != nil && $0.withheld.isEmpty })
    let checks = told.allocationSummary.filter { $0.average.contains("_") }
    #expect(checks.count == 3 && checks.allSatisfy { $0.leading == nil && $0.effectiveNumber == nil })
    #expect(checks.allSatisfy { !$0.leaders.isEmpty })
    #expect(!told.budgetFindings.contains { $0.english.contains("a person used") })
    #expect(told.budgetFindings.contains { $0.english.hasPrefix("Nobody gave one factor everything") })
    #expect(open.budgetFindings.contains { $0.english.contains("On average a person used 2.9 of the 5 factors") })
  }

  @Test func `weights of one organisation have no interval that is a sum of squares of few answers`() throws {
    func intervals(_ assessment: Assessment) -> [Bool] {
      assessment.weights.filter { $0.scheme == "budget" }.map { $0.interval != nil }
    }
    // Factors 3 and 4 serve the second dimension.
    #expect(intervals(try Self.assessment()) == [true, false, true])
    #expect(intervals(try Self.assessment(.pilot)) == [true, true, true])
    // Of several organisations the units are organisations.
    let names = (0..<30).map { "Org \($0 % 3)" }
    #expect(intervals(try Self.assessment(organizations: names)) == [true, true, true])
  }

  @Test func `a reader of mean and interval finds one giver in pilot mode and has nothing to try otherwise`() throws {
    let open = try Self.assessment(.pilot).allocations[3]
    let (sum, interval) = (try #require(open.mean) * 30, try #require(open.meanInterval))
    #expect(abs(sum - 10) < 1e-9 && open.shareZero == 29.0 / 30)
    #expect(interval.upper > 1 / 3.0)
    #expect(try Self.assessment().allocations[3].meanInterval == nil)
  }

  @Test func `where everybody, or enough, gave something nothing is withheld`() throws {
    let points: [[Double]?] = (0..<30).map { person in
      [40, 30, person < 10 ? 0 : 10, person < 10 ? 20 : 10, 10]
    }
    let (told, open) = (try Self.assessment(points: points), try Self.assessment(.pilot, points: points))
    #expect(told.allocations == open.allocations && told.allocationSummary == open.allocationSummary)
    #expect(told.weights == open.weights)
  }
}
