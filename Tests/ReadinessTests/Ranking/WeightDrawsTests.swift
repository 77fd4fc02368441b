import Testing

@testable import Readiness

@Suite struct WeightDrawsTests {
  /// Three dimensions, one factor for each.
  static let dimensions = ["d01", "d02", "d03"]
  static let instrument = Sample.instrument(
    form: "short", dimensions: dimensions,
    items: dimensions.flatMap { [Sample.item($0 + "q1", $0, "CM"), Sample.item($0 + "q2", $0, "DE")] },
    budget: BudgetQuestion(
      stem: Sample.text("?"), total: 100,
      factors: dimensions.enumerated().map {
        BudgetFactor(id: "b0\($0 + 1)", label: Sample.text($1), dimensions: [$1], facets: [])
      }, crosswalkVersion: "1"))

  /// Three organisations whose people give money to what they rate badly, or all the same where `points` says so.
  static func responses(_ points: [Double]? = nil) -> Responses {
    var stream = RandomStream(seed: 4)
    let organizations = [("A", 12), ("B", 20), ("C", 40)].flatMap { Array(repeating: $0.0, count: $0.1) }
    let answers = organizations.map { _ in (0..<6).map { _ in 1 + stream.below(5) } }
    return Sample.responses(
      to: instrument, answers: answers.map { $0.map(String.init).joined(separator: " ") },
      organizations: organizations,
      points: answers.map { own in
        if let points { return points }
        let first = Double(10 * (own[0] + stream.below(4)))
        return [first, 100 - first, 0]
      })
  }

  static func plan(_ change: (inout ScoringPlan) -> Void) -> ScoringPlan {
    var plan = ScoringPlan(draws: 12_000, disclosure: .pilot, consent: "made up")
    change(&plan)
    return plan
  }

  /// The standard error of Σ wⱼ x̄ⱼ by linearisation, weights and scores moving with the same people.
  @Test func `The error of a score under the budget's weights is that of the linearised score`() throws {
    let responses = Self.responses()
    let study = try RankStudy(responses, plan: Self.plan { $0.weighting = .budget })
    let scores = responses.scored(by: ScoringPlan())
    let places = try Self.dimensions.map { try #require(scores.place(of: $0)) }
    let names = ["A", "B", "C"]
    let allocations = try #require(responses.allocations)
    func people(_ name: String) -> [Int] {
      (0..<responses.count).filter { responses.organization.labels[Int(responses.organization.codes[$0])] == name }
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func money(_ row: Int, _ part: Int) -> Double { Double(allocations.hundredths[part][row]) / 10_000 }
    let weights = (0..<3).map { part in mean(names.map { name in mean(people(name).map { money($0, part) }) }) }

    for row in study.ranks {
      let own = (0..<3).map { part in mean(people(row.organization).map { scores.columns[places[part]][$0] }) }
      #expect(abs(row.score - (0..<3).reduce(0) { $0 + weights[$1] * own[$1] }) < 1e-9)
      let variance = names.reduce(0.0) { sum, name in
        let rows = people(name)
        let influences = rows.map { person in
          (0..<3).reduce(0.0) { sum, part in
            sum + (name == row.organization ? weights[part] * scores.columns[places[part]][person] : 0)
              + money(person, part) * own[part] / 3
          }
        }
        let middle = mean(influences)
        let squares = influences.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
        return sum + squares / Double(rows.count * (rows.count - 1))
      }
      #expect(abs(row.standardError / variance.squareRoot() - 1) < 0.03)
    }
  }

  /// What everybody spends alike does not vary: the draws are those of the same weights by hand.
  @Test func `Equal allocations leave what fixed weights leave`() throws {
    let responses = Self.responses([50, 30, 20])
    let drawn = try RankStudy(responses, plan: Self.plan { ($0.weighting, $0.draws) = (.budget, 500) })
    let fixed = try RankStudy(
      responses,
      plan: Self.plan { ($0.dimensionWeights, $0.draws) = (["d01": 0.5, "d02": 0.3, "d03": 0.2], 500) })
    for (one, two) in zip(drawn.ranks, fixed.ranks) {
      #expect(one.organization == two.organization)
      #expect(abs(one.score - two.score) < 1e-9)
      #expect(abs(one.standardError - two.standardError) < 1e-9)
    }
    #expect(drawn.ranks.count == 3)
  }

  @Test func `Vectors add up to 1 and are the same on any number of threads`() throws {
    let responses = Self.responses()
    let scores = responses.scored(by: ScoringPlan(draws: 130))
    let shares = try #require(
      AllocationShares(BudgetAnswers(responses), dimensions: Self.dimensions, overlapping: false))
    let rows = OrganizationRows(responses.organization)
    let one = WeightDraws(shares, scores: scores, rows: rows, threads: 1).vectors
    #expect(one == WeightDraws(shares, scores: scores, rows: rows, threads: 3).vectors)
    #expect(one.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 })
    #expect(Set(one.map { $0[0] }).count > 100)
  }
}
