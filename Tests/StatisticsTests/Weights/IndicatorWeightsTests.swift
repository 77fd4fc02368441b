import Testing

@testable import Statistics

@Suite("Weights of indicators") struct IndicatorWeightsTests {
  /// Columns of the matrix of eight alternatives.
  static func columns(_ change: (inout [[Double]]) -> Void = { _ in }) throws -> [[Double]] {
    var rows = try cells("composite/weights-and-mcda/in_matrix.csv").map { $0.compactMap { Double($0) } }
    change(&rows)
    return rows[0].indices.map { column in rows.map { $0[column] } }
  }

  private func expectSame(_ weights: IndicatorWeights, _ expected: [Double], within: Double = 1e-10) {
    #expect(ReferenceAllocations.largestDifference([weights.shares], [expected]) < within)
  }

  @Test("Entropy and CRITIC weights as pymcdm and scikit-criteria give them")
  func dataWeights() throws {
    let expected = try Reference("composite/weights-and-mcda/out_mcda")
    expectSame(try IndicatorWeights(entropyOf: Self.columns()), expected["entropy_weights"].doubles)
    expectSame(try IndicatorWeights(criticOf: Self.columns()), expected["critic_weights"].doubles)
    let zero = try Self.columns { $0[6][3] = 0 }
    expectSame(try IndicatorWeights(entropyOf: zero), expected["entropy_with_one_zero_correct_0ln0_is_0"].doubles)
  }

  @Test("Weights from principal components near the Handbook's Table 22, printed to two decimals")
  func factors() throws {
    let table = try cells("composite/oecd-tai/tai23.csv")
    let columns = (1...8).map { column in table.dropFirst().compactMap { Double($0[column]) } }
    let published = try cells("composite/oecd-tai/table22_weights.csv").first { $0[0] == "FA" }?.dropFirst()
      .compactMap { Double($0) }
    let got = try IndicatorWeights(squaredLoadingsOf: columns).shares
    #expect(ReferenceAllocations.largestDifference([got], [published ?? []]) < 0.015, "\(got)")
    #expect(throws: IndicatorWeights.Fault.tooFewRows(needed: 24)) {
      try IndicatorWeights(principalComponentsOf: columns)
    }
  }

  @Test("Budget allocation in two stages: organisations count the same, by hand")
  func allocations() throws {
    let big = try [[100, 0], [100, 0], [70, 30]].map { try Composition(closing: $0) }
    let small = [try Composition(closing: [10, 90])]
    expectSame(try IndicatorWeights(averaging: big + small), [0.7, 0.3])
    expectSame(try IndicatorWeights(averagingWithin: [big, [], small]), [0.5, 0.5])
  }

  @Test("A column that does not vary has no weight; scaling columns changes nothing")
  func laws() throws {
    let columns = try Self.columns()
    let flat = [[Double]](repeating: [7, 7, 7, 7, 7, 7, 7, 7], count: 1) + columns
    #expect(try IndicatorWeights(criticOf: flat).shares[0] == 0)
    #expect(try IndicatorWeights(entropyOf: flat).shares[0] == 0)
    let scaled = columns.enumerated().map { place, column in column.map { $0 * Double(place + 2) } }
    expectSame(try IndicatorWeights(criticOf: scaled), try IndicatorWeights(criticOf: columns).shares)
    expectSame(try IndicatorWeights(entropyOf: scaled), try IndicatorWeights(entropyOf: columns).shares)
    let shares = try IndicatorWeights(squaredLoadingsOf: columns).shares
    expectSame(try IndicatorWeights(squaredLoadingsOf: scaled), shares)
    #expect(agrees(shares.reduce(0, +), 1) && shares.allSatisfy { $0 >= 0 })
  }

  @Test("What gives no weights is refused")
  func refusals() {
    #expect(throws: IndicatorWeights.Fault.allZero) { try IndicatorWeights(proportions: [0, 0]) }
    #expect(throws: IndicatorWeights.Fault.invalidWeight(1)) { try IndicatorWeights(proportions: [1, .nan]) }
    #expect(throws: IndicatorWeights.Fault.negativeValue(column: 0)) { try IndicatorWeights(entropyOf: [[-1, 2]]) }
    #expect(throws: IndicatorWeights.Fault.noVariation) { try IndicatorWeights(entropyOf: [[2, 2], [3, 3]]) }
    #expect(throws: IndicatorWeights.Fault.noVariation) { try IndicatorWeights(criticOf: [[2, 2], [3, 3]]) }
    #expect(throws: IndicatorWeights.Fault.tooFewRows(needed: 1)) { try IndicatorWeights(averaging: []) }
  }
}
