import Testing

@testable import Statistics

@Suite("Weights from pairwise judgements") struct PairwiseJudgementsTests {
  @Test("The Handbook's Table 20: weights, λ and consistency, as by eigenvectors and by pymcdm")
  func table20() throws {
    let rows = try cells("composite/weights-and-mcda/in_ahp_oecd_table20.csv").map { $0.compactMap { Double($0) } }
    let expected = try Reference("composite/weights-and-mcda/out_mcda")["AHP_table20"]
    let judgements = try PairwiseJudgements(rows)
    let difference = ReferenceAllocations.largestDifference(
      [judgements.weights.shares], [expected["eigenvector"].doubles])
    #expect(difference < 1e-10)
    #expect(agrees(judgements.largestEigenvalue, expected["lambda_max"].double, relative: 1e-9))
    #expect(agrees(judgements.consistencyIndex, expected["CI"].double, relative: 1e-8))
    #expect(agrees(judgements.consistencyRatio, expected["CR_pymcdm"].double, relative: 1e-8))
  }

  @Test("Consistent judgements give their weights back and a ratio of zero")
  func consistent() throws {
    let shares = [0.5, 0.3, 0.2]
    let judgements = try PairwiseJudgements(shares.map { a in shares.map { a / $0 } })
    #expect(zip(judgements.weights.shares, shares).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(judgements.consistencyIndex < 1e-12)
    #expect(try PairwiseJudgements([[1, 3], [1 / 3.0, 1]]).consistencyRatio == nil)
  }

  @Test("Judgements that contradict their mirror image are refused with their place")
  func refusals() {
    #expect(throws: IndicatorWeights.Fault.notReciprocal(row: 0, column: 1)) {
      try PairwiseJudgements([[1, 2], [2, 1]])
    }
    #expect(throws: IndicatorWeights.Fault.notReciprocal(row: 0, column: 1)) {
      try PairwiseJudgements([[1, -2], [-0.5, 1]])
    }
  }
}
