import Readiness
import Testing

/// Orders of organisations under every scheme, whose weights matter, and priorities: by hand and by laws.
@Suite struct WeighingFindingsTests {
  func findings(
    _ rows: [(String, String)] = SchemesOfRunsTests.four, _ change: (inout ScoringPlan) -> Void = { _ in }
  ) throws -> WeighingFindings {
    var plan = ScoringPlan(draws: 100, rankMinimum: 2, disclosure: .pilot, consent: "made up")
    change(&plan)
    return try WeighingFindings(SchemesOfRunsTests.responses(rows), plan: plan)
  }

  @Test func `Pairs of organisations are counted by hand`() throws {
    // d01: A B C D; d02: C B D A; d03: D, then A and B level, then C.
    // Won, out of 3: A beats B 1.5, C 2, D 1; B beats A 1.5, C 2, D 2; C beats A 1, B 1, D 2; D beats A 2, B 1, C 1.
    let copeland = try findings { $0.aggregation = .copeland }.orders.filter(\.isUsed)
    // Net wins: A 1 − 1, B 2 − 0, C 1 − 2, D 1 − 2.
    #expect(copeland.map(\.organization) == ["B", "A", "C", "D"])
    #expect(copeland.map(\.rank) == [1, 2, 3, 3])
    #expect(copeland.allSatisfy { $0.score == nil && $0.aggregation == "copeland" })
    // Sums: A 4.5, B 5.5, C 4, D 4.
    let borda = try findings { $0.aggregation = .borda }.orders.filter(\.isUsed)
    #expect(borda.map(\.rank) == [1, 2, 3, 3] && borda.map(\.organization) == ["B", "A", "C", "D"])
    // The order under equal weights and means stands beside it.
    let beside = try findings { $0.aggregation = .borda }.orders.filter { !$0.isUsed && $0.aggregation == "arithmetic" }
    #expect(beside.count == 4 && beside.allSatisfy { $0.scheme == "equal" && $0.score != nil })
  }

  @Test func `Kemeny is exact to sixteen and says so beyond`() throws {
    let rows = (0..<17).map { ("o\($0 + 10)", "\($0 % 5 + 1) 1 \($0 % 3 + 1) 2 \($0 % 4 + 1) 3") }
    #expect { try findings(rows) { $0.aggregation = .kemeny } } throws: {
      "\($0)".contains("exact for up to 16 organisations, and there are 17; use copeland")
    }
    #expect(try findings(Array(rows.prefix(6))) { $0.aggregation = .kemeny }.orders.filter(\.isUsed).count == 6)
    #expect {
      try findings {
        $0.aggregation = .copeland; $0.weighting = .benefitOfTheDoubt
      }
    } throws: {
      "\($0)".contains("name another scheme")
    }
  }

  @Test func `The benefit of the doubt keeps its limits and flatters nobody below equal weights`() throws {
    let found = try findings { $0.weighting = .benefitOfTheDoubt }
    let used = found.orders.filter(\.isUsed)
    let equal = found.orders.filter { $0.scheme == "equal" }
    for row in used {
      let beside = try #require(equal.first { $0.organization == row.organization }?.score)
      #expect(try #require(row.score) >= beside - 1e-9)
    }
    let weights = found.weights.filter { $0.scheme == "benefit_of_the_doubt" }.compactMap(\.weight)
    #expect(abs(weights.reduce(0, +) - 1) < 1e-9 && weights.allSatisfy { $0 >= 0.8 / 3 - 1e-9 && $0 <= 0.4 + 1e-9 })
  }

  @Test func `Priorities are weight times gap and add up to 1`() throws {
    let rows = try findings { $0.dimensionWeights = ["d01": 1, "d02": 2, "d03": 1] }.priorities.filter {
      $0.organization == "B"
    }
    // Gaps 25, 50, 50 with weights 1, 2, 1: 25, 100, 50 of 175.
    #expect(rows.map(\.gap) == [25, 50, 50])
    #expect(
      zip(rows.compactMap(\.priority), [25.0 / 175, 100.0 / 175, 50.0 / 175]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func `In internal mode a share of judges that is a few people is hidden with another`() throws {
    let factors = SchemesOfRunsTests.dimensions.map { id in
      BudgetFactor(id: "b\(id)", label: Sample.text(id), dimensions: [id], facets: [])
    }
    let budget = BudgetQuestion(stem: Sample.text("?"), total: 100, factors: factors, crosswalkVersion: "1")
    let instrument = Sample.instrument(
      form: "short", dimensions: SchemesOfRunsTests.dimensions,
      items: SchemesOfRunsTests.dimensions.flatMap {
        [Sample.item($0 + "q1", $0, "CM"), Sample.item($0 + "q2", $0, "CM")]
      },
      budget: budget)
    // Six people each: A is first for whoever spends on d01, B on d02, C on d03. One person alone spends on d02.
    // One of the six answers a little otherwise, since a score that everybody has is hidden.
    let usual = ["1 1 5 5 5 5", "5 5 1 1 5 5", "5 5 5 5 1 1"]
    let other = ["2 1 4 5 4 5", "4 5 2 1 4 5", "4 5 4 5 2 1"]
    let answers = zip(usual, other).flatMap { Array(repeating: $0, count: 5) + [$1] }
    let points = (0..<18).map { [$0 < 10 ? 100.0 : 0, $0 == 10 ? 100 : 0, $0 > 10 ? 100 : 0] }
    let responses = Sample.responses(
      to: instrument, answers: answers, organizations: ["A", "B", "C"].flatMap { Array(repeating: $0, count: 6) },
      points: points)
    let open = try WeighingFindings(
      responses, plan: ScoringPlan(draws: 100, disclosure: .pilot, consent: "made up")
    ).whoseWeights
    let shares: [Double?] = [10.0 / 18, 1.0 / 18, 7.0 / 18]
    #expect(open.map(\.first) == shares)
    #expect(open.map(\.judges) == [18, 18, 18])
    let closed = try WeighingFindings(responses, plan: ScoringPlan(draws: 100)).whoseWeights
    #expect(closed.map(\.first) == [shares[0], nil, nil])
    // All six of A spend on d01: without them A is no longer first.
    #expect(closed.map(\.budgetRank) == [1, 3, 2])
    #expect(try #require(closed.first).rankWithoutOwn == 2)
  }
}
