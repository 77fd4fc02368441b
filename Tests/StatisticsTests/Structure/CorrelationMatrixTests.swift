import Testing

@testable import Statistics

@Suite struct CorrelationMatrixTests {
  @Test("Eigenvalues of eleven items agree with R 4.2.2, and add up to eleven")
  func survey() throws {
    let expected = try Reference("statistics/factor_structure_survey")["expected"]["eigenvalues"].doubles
    let matrix = try CorrelationMatrix(ItemMoments(rows: try surveyItems()))
    #expect(zip(matrix.eigenvalues, expected).allSatisfy { agrees($0, $1) } && expected.count == 11)
    #expect(agrees(matrix.eigenvalues.reduce(0, +), 11) && matrix.isPositiveDefinite && !matrix.isSmoothed)
    #expect(matrix.smoothed() == matrix && matrix.count == 160)
  }

  @Test("Correlations that cannot be are smoothed to some that can, and those of one item with itself stay 1")
  func smoothing() {
    let matrix = CorrelationMatrix(
      rows: [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]], count: 50, kind: .polychoric)
    #expect(!matrix.isPositiveDefinite)
    let smoothed = matrix.smoothed()
    #expect(smoothed.isPositiveDefinite && smoothed.isSmoothed && smoothed.kind == .polychoric)
    #expect((0..<3).allSatisfy { smoothed[$0, $0] == 1 })
    // By hand: the eigenvalues are 1.9 twice and −0.8; without the last, off-diagonal cells are ±1.9 ÷ 3 and the diagonal 3.8 ÷ 3.
    #expect(agrees(smoothed[0, 1], 0.5, relative: 1e-5) && agrees(smoothed[0, 2], -0.5, relative: 1e-5))
  }

  @Test("Single items, single people and equal answers are refused")
  func refusals() {
    #expect(throws: FactorFault.tooFewItems(needed: 2)) { try CorrelationMatrix(ItemMoments(rows: [[1], [2]])) }
    #expect(throws: FactorFault.tooFewPeople(needed: 2)) { try CorrelationMatrix(ItemMoments(rows: [[1, 2]])) }
    #expect(throws: FactorFault.noVariation(item: 1)) {
      try CorrelationMatrix(ItemMoments(rows: [[1, 2], [2, 2]]))
    }
  }
}
