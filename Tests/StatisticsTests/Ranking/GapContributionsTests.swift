import Testing

@testable import Statistics

@Suite struct GapContributionsTests {
  private func weights(_ proportions: [Double]) throws -> IndicatorWeights {
    try IndicatorWeights(proportions: proportions)
  }

  @Test("The mean, by hand: weight × distance, and a missing part gives its weight to the others")
  func arithmetic() throws {
    let whole = try #require(
      GapContributions([20, 60, 100], weights: weights([2, 1, 1]), aggregation: .arithmetic))
    #expect(whole.points == [40, 10, 0])
    let partly = try #require(
      GapContributions([20, nil, 100], weights: weights([1, 2, 1]), aggregation: .arithmetic))
    #expect(partly.points == [40, nil, 0])
    #expect(try GapContributions([nil, nil], weights: weights([1, 1]), aggregation: .arithmetic) == nil)
  }

  @Test(
    "Other aggregations: the mean over all 24 orders of raising four parts, which add up to 100 − score",
    arguments: [
      Aggregation.geometric, .harmonic, .power(2), .power(-2), .minimum, .mazziottaPareto, .ordered([4, 3, 2, 1]),
    ])
  func orders(aggregation: Aggregation) throws {
    let parts = [12.5, 40, 77, 3]
    let weights = try weights([3, 1, 2, 2])
    func score(_ values: [Double]) -> Double { aggregation.score(values, weights: weights, needing: 0) ?? .nan }
    var sums = [0.0, 0, 0, 0]
    var orders = 0.0
    for order in Self.orders(of: [0, 1, 2, 3]) {
      var values = parts
      for place in order {
        let before = score(values)
        values[place] = 100
        sums[place] += score(values) - before
      }
      orders += 1
    }
    #expect(orders == 24)
    let contributions = try #require(GapContributions(parts, weights: weights, aggregation: aggregation))
    let found = contributions.points.compactMap(\.self)
    for (point, sum) in zip(found, sums) { #expect(abs(point - sum / orders) < 1e-10) }
    #expect(abs(found.reduce(0, +) - (100 - score(parts))) < 1e-10)
  }

  @Test("Parts that are alike contribute alike, a part at the top nothing, and too many parts are not gone through")
  func laws() throws {
    let found = try #require(
      GapContributions([30, 30, 100], weights: weights([1, 1, 1]), aggregation: .geometric)?.points)
    #expect(abs((found[0] ?? 0) - (found[1] ?? 1)) < 1e-12 && found[2] == 0)
    let many = [Double?](repeating: 50, count: 17)
    let equal = try weights([Double](repeating: 1, count: 17))
    #expect(GapContributions(many, weights: equal, aggregation: .geometric) == nil)
    #expect(GapContributions(many, weights: equal, aggregation: .arithmetic) != nil)
  }

  private static func orders(of places: [Int]) -> [[Int]] {
    places.isEmpty
      ? [[]] : places.flatMap { first in orders(of: places.filter { $0 != first }).map { [first] + $0 } }
  }
}
