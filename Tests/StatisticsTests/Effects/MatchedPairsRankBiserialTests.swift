import Testing

@testable import Statistics

@Suite struct MatchedPairsRankBiserialTests {
  /// By hand: Pratt ranks of |d| = 0, 1, 1, 2, 3 are 1, 2.5, 2.5, 4, 5; rises 2.5 + 4 + 5, falls 2.5.
  @Test func byHand() throws {
    let changes = PairedDifferences(first: [3, 1, 2, 2, 1], second: [3, 2, 1, 4, 4])
    let effect = try EffectSize.matchedPairsRankBiserial(changes, draws: 400)
    #expect(agrees(effect.value, 9.0 / 14))
    #expect(agrees(try SignedRankTest(changes).rankBiserial, 9.0 / 14))
    let interval = try #require(effect.interval)
    #expect(interval.lower < effect.value && interval.upper <= 1)
    // Without the unchanged person's rank: 1.5, 1.5, 3, 4.
    let wilcoxon = try EffectSize.matchedPairsRankBiserial(changes, zeros: .wilcoxon, draws: 400)
    #expect(agrees(wilcoxon.value, 7.0 / 10))
  }

  @Test func oneDirectionHasNoInterval() throws {
    let effect = try EffectSize.matchedPairsRankBiserial(PairedDifferences(first: [3, 2], second: [1, 1]))
    #expect(effect.value == -1 && effect.interval == nil && effect.intervalMethod.isEmpty)
  }

  @Test func refusals() {
    #expect(throws: SampleFault.noVariation) {
      try EffectSize.matchedPairsRankBiserial(PairedDifferences(first: [3], second: [3]))
    }
    #expect(throws: SampleFault.emptyGroup(0)) {
      try EffectSize.matchedPairsRankBiserial(PairedDifferences(first: [], second: []))
    }
  }
}
