import Testing

@testable import Statistics

@Suite("Putting parts together") struct AggregationTests {
  private let even = IndicatorWeights(equal: 3)

  @Test("By hand: means of 0, 50 and 100 on the floored scale")
  func byHand() throws {
    let parts: [Double?] = [20, 50, 80]
    #expect(agrees(Aggregation.arithmetic.score(parts, weights: even), 50))
    let floored = [20.8, 50.5, 80.2]
    let product = floored.reduce(1, *)
    let root = exponential(GSL.logarithm(product) / 3)
    #expect(agrees(Aggregation.geometric.score(parts, weights: even), (root - 1) / 0.99))
    let harmonic = 3 / floored.reduce(0) { $0 + 1 / $1 }
    #expect(agrees(Aggregation.harmonic.score(parts, weights: even), (harmonic - 1) / 0.99))
    #expect(agrees(Aggregation.power(2).score(parts, weights: even), (9_300.0 / 3).squareRoot()))
    #expect(Aggregation.minimum.score(parts, weights: even) == 20)
    // Sample variance 900, mean 50: 50 (1 − 900/2500).
    #expect(agrees(Aggregation.mazziottaPareto.score(parts, weights: even), 32))
    #expect(agrees(Aggregation.ordered([0.6, 0.3, 0.1]).score([80, 20, 50], weights: even), 35))
  }

  @Test("The Handbook's ranks by geometric means of raw data (Table 38)")
  func geometricRanks() throws {
    let table = try cells("composite/oecd-tai/table23_38_ranks.csv")
    let place = table[0].firstIndex(of: "GME") ?? table[0].count - 1
    let published = Dictionary(
      table.dropFirst().map { ($0[0], Int($0[place])) }, uniquingKeysWith: { first, _ in first })
    let countries = try cells("composite/oecd-tai/tai23.csv").dropFirst()
    let scores = countries.map { row in
      exponential(row.dropFirst().reduce(0) { $0 + GSL.logarithm(Double($1) ?? .nan) } / 8)
    }
    #expect(Ranks.competition(scores) == countries.map { published[$0[0]] ?? nil })
  }

  @Test(
    "Equal parts are the score under every rule; 0 and 100 stay where they are; means fall from power 1 to the least")
  func laws() throws {
    let rules: [Aggregation] = [
      .arithmetic, .power(0.5), .geometric, .harmonic, .power(-3), .minimum, .mazziottaPareto, .ordered([3, 2, 1]),
    ]
    for rule in rules {
      for level in [0.0, 37, 100] {
        #expect(agrees(rule.score([level, level, level], weights: even), level, absolute: 1e-9), "\(rule)")
      }
    }
    let weights = try IndicatorWeights(proportions: [1, 2, 3])
    let falling = [Aggregation.arithmetic, .geometric, .harmonic, .power(-5), .minimum].compactMap {
      $0.score([10, 60, 90], weights: weights)
    }
    #expect(falling.count == 5 && zip(falling, falling.dropFirst()).allSatisfy { $0 > $1 })
    #expect(agrees(Aggregation.power(1).score([10, 60, 90], weights: weights), 200.0 / 3))
  }

  @Test("A missing part is dropped and the weights scaled up, with two thirds of the weight or more")
  func missing() throws {
    #expect(agrees(Aggregation.arithmetic.score([20, nil, 80], weights: even), 50))
    #expect(Aggregation.arithmetic.score([20, nil, nil], weights: even) == nil)
    #expect(Aggregation.arithmetic.score([nil, nil, nil], weights: even) == nil)
    let weights = try IndicatorWeights(proportions: [1, 1, 8])
    #expect(Aggregation.geometric.score([20, 30, nil], weights: weights) == nil)
    #expect(Aggregation.minimum.score([nil, 30, 40], weights: weights) == 30)
  }

  @Test(
    "Slopes are what a small change of one part does to the score",
    arguments: [
      .arithmetic, .geometric, .harmonic, .power(2), .power(-2), .power(0), .minimum, .mazziottaPareto,
      .ordered([0.5, 0.3, 0.1, 0.1]),
    ] as [Aggregation])
  func slopes(rule: Aggregation) throws {
    let weights = try IndicatorWeights(proportions: [1, 4, 2, 3])
    for parts in [[20.0, 55, 80, 37], [99, 1, 50, 70]] as [[Double]] {
      let slopes = rule.slopes(parts, weights: weights)
      for place in parts.indices {
        func score(_ change: Double) throws -> Double {
          var moved: [Double?] = parts
          moved[place] = parts[place] + change
          return try #require(rule.score(moved, weights: weights))
        }
        let step = 1e-4
        let slope = (try score(step) - score(-step)) / (2 * step)
        #expect(abs(slopes[place] - slope) < 1e-6 * max(1, abs(slope)), "\(rule), part \(place)")
      }
    }
    // A missing part has no slope, and the others take its weight.
    let slopes = rule.slopes([20, nil, 80, 37], weights: weights)
    #expect(slopes[1] == 0)
    if rule == .arithmetic { #expect(agrees(slopes[0], 1.0 / 6)) }
  }
}
