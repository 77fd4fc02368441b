import Survey
import Testing

@testable import Readiness

@Suite("Do people put their money where they say the barriers are?") struct SeverityConcordanceTests {
  /// Three dimensions of one item each, 1 not serious to 5 very, and one factor for each.
  static func scores(_ answers: [String], points: [[Double]?], organizations: [String]? = nil) -> Scores {
    let dimensions = ["d01", "d02", "d03"]
    let question = BudgetQuestion(
      stem: Sample.text("How would you spend it?"), total: 100,
      factors: (0..<3).map {
        BudgetFactor(id: "b0\($0 + 1)", label: Sample.text("F"), dimensions: [dimensions[$0]], facets: [])
      }, crosswalkVersion: "1")
    let instrument = Sample.instrument(
      form: "short", dimensions: dimensions, items: dimensions.map { Sample.item("\($0)q1", $0, "cm") },
      budget: question,
      rule: MissingRule(minimum: 1))
    let responses = Sample.responses(to: instrument, answers: answers, organizations: organizations, points: points)
    return responses.scored(by: ScoringPlan())
  }

  /// Barriers are agreed to from 1 to 5, so that 5 is the most serious.
  @Test("By hand: the same order is 1, the opposite −1, a tie counts half; a missing score or an even split has none")
  func byHand() throws {
    let scores = Self.scores(
      ["5 3 1", "1 3 5", "5 5 1", "5 3 dk", "5 3 1", "5 3 1"],
      points: [[60, 30, 10], [60, 30, 10], [60, 30, 10], [60, 30, 10], [50, 50, 0], nil])
    let sample = try #require(AllocationSample(scores.responses))
    let concordance = try #require(SeverityConcordance(scores, sample: sample))
    // Two concordant pairs and one tied: 2 ÷ √(2 × 3), whichever of the two has the tie.
    let tied = 2 / 6.0.squareRoot()
    #expect(concordance.people.count == 6 && concordance.people[3] == nil && concordance.people[5] == nil)
    for (got, want) in zip(concordance.people, [1, -1, tied, nil, tied]) where want != nil {
      #expect(abs((got ?? 9) - (want ?? 0)) < 1e-12)
    }
    let mean = try #require(concordance.mean(scores))
    #expect(mean.n == 4 && mean.interval == nil && abs((mean.value ?? 0) - tied / 2) < 1e-12)
  }

  @Test("The interval of the mean takes organisations as units")
  func interval() throws {
    let answers = ["5 3 1", "5 3 1", "1 3 5", "5 3 1", "5 5 1", "1 3 5"]
    let points: [[Double]?] = answers.map { _ in [60, 30, 10] }
    func width(_ organizations: [String]) throws -> Double {
      let scores = Self.scores(answers, points: points, organizations: organizations)
      let sample = try #require(AllocationSample(scores.responses))
      let interval = try #require(SeverityConcordance(scores, sample: sample)?.mean(scores)?.interval)
      #expect(interval.lower >= -1 && interval.upper <= 1)
      return interval.upper - interval.lower
    }
    // Organisations of one person each are people; of one mind each, they tell less.
    #expect(try width(["A", "B", "C", "D", "E", "F"]) < width(["A", "A", "C", "A", "A", "C"]))
  }
}
