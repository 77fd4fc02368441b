import Testing

@testable import Statistics

@Suite struct LeaveOneOutTests {
  /// Strata of two groups; the second lacks one.
  private var strata: [ValueCounts] {
    (0..<9).map { index in
      randomCounts([index == 1 ? 0 : 1 + index % 3, 2 + index % 4], levels: 5, seed: UInt64(index))
    }
  }

  @Test("Each estimate is that of the other strata computed anew")
  func recomputation() throws {
    let strata = strata
    let estimates = try EffectSize.probabilitiesOfSuperiority(leavingOutEachOf: strata)
    #expect(estimates.count == strata.count)
    for (index, estimate) in estimates.enumerated() {
      var others = strata
      others.remove(at: index)
      #expect(agrees(estimate, try EffectSize.probabilityOfSuperiority(strata: others).value))
    }
    #expect(agrees(estimates[1], try EffectSize.probabilityOfSuperiority(strata: strata).value))
  }

  /// By hand: weights 1/3 and 4/5, estimates 1 and 1/2.
  @Test("Of two strata each is left with the other; the only one leaves nothing")
  func few() throws {
    let two = [ValueCounts(groups: [[2], [1]]), ValueCounts(groups: [[1, 2], [1, 2]])]
    #expect(try EffectSize.probabilitiesOfSuperiority(leavingOutEachOf: two) == [0.5, 1])
    #expect(try EffectSize.probabilitiesOfSuperiority(leavingOutEachOf: [two[0]]) == [nil])
    #expect(throws: SampleFault.noInformativeStratum) {
      try EffectSize.probabilitiesOfSuperiority(leavingOutEachOf: [ValueCounts(groups: [[1], []])])
    }
  }
}
