import Testing

@testable import Statistics

@Suite struct NormalizationTests {
  @Test("Three values by hand, a missing one stays missing")
  func byHand() {
    let values = [20, .nan, 50, 80]
    func same(_ got: [Double], _ expected: [Double]) -> Bool {
      zip(got, expected).allSatisfy { $0.isNaN == $1.isNaN && ($0.isNaN || agrees($0, $1)) }
    }
    #expect(same(Normalization.scale.normalized(values), values))
    #expect(same(Normalization.minMax.normalized(values), [0, .nan, 50, 100]))
    // Mean 50, standard deviation 30.
    #expect(same(Normalization.standard.normalized(values), [30, .nan, 50, 70]))
    #expect(same(Normalization.percentileRank.normalized(values), [0, .nan, 50, 100]))
    #expect(same(Normalization.percentileRank.normalized([7, 7, 9]), [25, 25, 100]))
  }

  @Test("Equal values and values alone stand at 50", arguments: Normalization.allCases.filter { $0 != .scale })
  func equal(rule: Normalization) {
    #expect(rule.normalized([30, 30]) == [50, 50])
    #expect(rule.normalized([30]) == [50])
    #expect(rule.normalized([]).isEmpty)
  }

  @Test("Order is kept, and everything stays in 0…100", arguments: Normalization.allCases)
  func order(rule: Normalization) {
    var stream = RandomStream(seed: 4)
    let values = (0..<50).map { _ in 100 * stream.uniform() }
    let normalized = rule.normalized(values)
    for a in values.indices {
      for b in values.indices where values[a] > values[b] { #expect(normalized[a] >= normalized[b]) }
      #expect(0...100 ~= normalized[a])
    }
  }
}
