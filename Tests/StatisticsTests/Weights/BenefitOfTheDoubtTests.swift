import Testing

@testable import Statistics

@Suite("Benefit of the doubt") struct BenefitOfTheDoubtTests {
  private static func technology() throws -> [[Double]] {
    let rows = try cells("composite/oecd-tai/tai23.csv").dropFirst().map { $0.dropFirst().compactMap { Double($0) } }
    return rows.map { row in
      row.indices.map { column in
        let values = rows.map { $0[column] }
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        return (row[column] - low) / (high - low)
      }
    }
  }

  @Test("Technology of 23 countries with weights of 10 to 15%: as a second program, and the Handbook's Table 19")
  func limited() throws {
    let expected = try cells("composite/oecd-tai/out_bod_10_15.csv").dropFirst().compactMap {
      $0.last.flatMap { Double($0) }
    }
    let published = try cells("composite/oecd-tai/table19_bod.csv").dropFirst().compactMap {
      $0.last.flatMap { Double($0) }
    }
    let got = try BenefitOfTheDoubt(Self.technology(), limits: .ofWeights(0.1...0.15)).scores
    #expect(ReferenceAllocations.largestDifference([got], [expected]) < 1e-9)
    #expect(ReferenceAllocations.largestDifference([got], [published]) < 0.0151)
  }

  @Test("Without limits, as a second program")
  func free() throws {
    let expected = try cells("composite/oecd-tai/out_bod_free.csv").dropFirst().compactMap {
      $0.last.flatMap { Double($0) }
    }
    let got = try BenefitOfTheDoubt(Self.technology(), limits: .none)
    #expect(ReferenceAllocations.largestDifference([got.scores], [expected]) < 1e-9)
  }

  @Test("Shares of the unit's own score keep their limits; tighter limits never raise a score")
  func laws() throws {
    let values = try Self.technology()
    let wide = try BenefitOfTheDoubt(values, limits: .ofScore(0.05...0.4))
    let tight = try BenefitOfTheDoubt(values, limits: .ofScore(0.1...0.2))
    for unit in values.indices where values[unit].allSatisfy({ $0 > 0 }) {
      for part in values[unit].indices {
        let share = tight.weights[unit][part] * values[unit][part] / tight.scores[unit]
        #expect(share > 0.1 - 1e-9 && share < 0.2 + 1e-9)
      }
    }
    #expect(zip(wide.scores, tight.scores).allSatisfy { $0 >= $1 - 1e-9 })
    // One unit outdoes all others: it scores 1 and they less.
    let ahead = try BenefitOfTheDoubt([[9, 9], [1, 2], [3, 1]], limits: .ofWeights(0.3...0.7))
    #expect(agrees(ahead.scores[0], 1) && ahead.scores[1] < 1 && ahead.scores[2] < 1)
  }

  @Test("Impossible limits and values are refused")
  func refusals() {
    #expect(throws: BenefitOfTheDoubt.Fault.impossibleLimits) {
      try BenefitOfTheDoubt([[1, 2]], limits: .ofWeights(0.6...0.9))
    }
    #expect(throws: BenefitOfTheDoubt.Fault.impossibleLimits) {
      try BenefitOfTheDoubt([[1, 2]], limits: .ofWeights(0...0.4))
    }
    #expect(throws: BenefitOfTheDoubt.Fault.invalidValue(unit: 0, part: 1)) {
      try BenefitOfTheDoubt([[1, -2]], limits: .none)
    }
    #expect(throws: BenefitOfTheDoubt.Fault.allZero) { try BenefitOfTheDoubt([[0, 0]], limits: .none) }
  }
}
