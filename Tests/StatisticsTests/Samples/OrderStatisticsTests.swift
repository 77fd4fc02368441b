import Testing

@testable import Statistics

@Suite struct OrderStatisticsTests {
  @Test("Nine kinds of quantile of a scale agree with R 4.2.2")
  func quantiles() throws {
    let expected = try Reference("statistics/describe_moments")["expected"]
    let table = try cells("statistics/data/survey160_items_complete.csv")
    let header = try #require(table.first)
    let items = header.indices.filter { header[$0].hasPrefix("b") }
    let scale = try OrderStatistics(
      table.dropFirst().map { row in items.reduce(0) { $0 + (Double(row[$1]) ?? 0) } / Double(items.count) })
    for kind in OrderStatistics.QuantileKind.allCases {
      for (place, probability) in expected["quantiles_types_1_9_p"].doubles.enumerated() {
        #expect(agrees(scale.quantile(probability, kind), expected["quantiles"][kind.rawValue - 1][place].double))
      }
    }
  }

  @Test("Median distance and trimmed mean agree with psych 2.2.9 and R 4.2.2")
  func robust() throws {
    let expected = try Reference("statistics/describe_moments")["expected"]
    let item = try OrderStatistics(column("statistics/data/survey160_items_complete.csv", "b01"))
    #expect(agrees(item.medianDistance, expected["mad_scaled"].double))
    #expect(agrees(item.trimmedMean(0.1), expected["trim10"].double))
    #expect(item.median == item.quantile(0.5))
  }

  @Test(
    "The ends are the least and the largest value, and quantiles rise", arguments: OrderStatistics.QuantileKind.allCases
  )
  func laws(_ kind: OrderStatistics.QuantileKind) throws {
    let sample = try OrderStatistics([5, 1, 9, 2, 2])
    #expect(sample.quantile(0, kind) == 1 && sample.quantile(1, kind) == 9)
    let rising = (0...40).map { sample.quantile(Double($0) / 40, kind) }
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(try OrderStatistics([3]).quantile(0.3, kind) == 3)
  }

  @Test("No values are refused; nothing trimmed is the mean")
  func ends() throws {
    #expect(throws: SampleFault.emptyGroup(0)) { try OrderStatistics([]) }
    #expect(agrees(try OrderStatistics([1, 2, 6]).trimmedMean(0), 3))
  }
}
