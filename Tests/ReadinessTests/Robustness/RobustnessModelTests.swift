import Statistics
import Testing

@testable import Readiness

@Suite struct RobustnessModelTests {
  /// Three organisations, two dimensions, two samples, two sources of weights.
  private let model = RobustnessModel(
    organizations: ["A", "B", "C"], dimensions: ["d1", "d2"],
    means: [[[80, 20, 50, 50, 20, 90], [20, 20, 50, 50, 80, 80]]],
    sources: [.init(name: "equal", vectors: [[0.5, 0.5]]), .init(name: "budget", vectors: [[1, 0], [0, 1]])],
    normalizations: [.scale, .percentileRank], aggregations: [.arithmetic, .minimum], leavesOut: true)

  private func choices(
    sample: Int = 0, source: Int = 0, vector: Int = 0, normalization: Int = 0, aggregation: Int = 0, leftOut: Int? = nil
  ) -> RobustnessModel.Choices {
    .init(
      sample: sample, source: source, vector: vector, normalization: normalization, aggregation: aggregation,
      leftOut: leftOut, rule: 0)
  }

  @Test("Ranks of single choices by hand")
  func byHand() {
    // Means 50, 50 and 55: A and B share the second place.
    #expect(model.ranks(RobustnessModel.reference) == [2, 2, 1])
    #expect(model.ranks(choices(sample: 1)) == [3, 2, 1])
    #expect(model.ranks(choices(source: 1, vector: 0)) == [1, 2, 3])
    #expect(model.ranks(choices(source: 1, vector: 1)) == [3, 2, 1])
    #expect(model.ranks(choices(leftOut: 0)) == [3, 2, 1])
    // Smallest parts 20, 50, 20.
    #expect(model.ranks(choices(aggregation: 1)) == [2, 1, 2])
    // Percentile ranks 100+0, 50+50, 0+100: all alike.
    #expect(model.ranks(choices(normalization: 1)) == [1, 1, 1])
  }

  @Test("A left-out dimension that held all the weight leaves the others equal")
  func leftOutAll() { #expect(model.ranks(choices(source: 1, vector: 0, leftOut: 0)) == [3, 2, 1]) }

  @Test("Coordinates choose: sources equally likely, vectors within them, none left out a third of the time")
  func coordinates() {
    func choice(_ weights: Double, leftOut: Double = 0) -> RobustnessModel.Choices {
      model.choices(at: [0.75, weights, 0.2, 0.99, leftOut, 0.5])
    }
    #expect(choice(0).sample == 1 && choice(0).normalization == 0 && choice(0).aggregation == 1)
    #expect([0.0, 0.49, 0.5, 0.74, 0.75, 0.999].map { choice($0).source } == [0, 0, 1, 1, 1, 1])
    #expect([0.5, 0.74, 0.75, 0.999].map { choice($0).vector } == [0, 0, 1, 1])
    #expect([0.1, 0.4, 0.9].map { choice(0, leftOut: $0).leftOut } == [nil, 0, 1])
  }

  @Test(
    "Columns agree with unit-by-unit aggregation, missing parts dropped",
    arguments: [
      Aggregation.arithmetic, .geometric, .harmonic, .power(2), .power(-1), .minimum, .mazziottaPareto,
    ], [0, 1])
  func columns(rule: Aggregation, missing: Int) throws {
    var stream = RandomStream(seed: 9)
    let columns = (0..<4).map { _ in
      (0..<30).map { _ in stream.below(8) < missing ? .nan : 100 * stream.uniform() }
    }
    let weights = [0.1, 0.4, 0.3, 0.2]
    let shares = try IndicatorWeights(proportions: weights)
    let scores = CompositeColumns(columns, count: 30, rule: rule).scores(weights)
    for unit in 0..<30 {
      let parts = columns.map { $0[unit].isNaN ? nil : $0[unit] }
      #expect(abs(scores[unit] - (rule.score(parts, weights: shares, needing: 0) ?? 0)) < 1e-9)
    }
  }
}
