import Testing

@testable import Readiness
@testable import Statistics

@Suite struct PairedOrganizationsTestTests {
  /// By hand: 3, 1, −1 sum to 3; of the eight patterns ±3 ±1 ±1, those with |sum| ≥ 3 are all but |3 − 2| = 1: six.
  @Test func byHand() throws {
    let test = try PairedOrganizationsTest(meanChanges: [3, 1, -1], null: .exact)
    #expect(test.statistic == 1)
    #expect(test.pValue.value == 0.75)
    #expect(test.pValue.smallestAttainable == 0.25)
    let most = try PairedOrganizationsTest(meanChanges: [3, 1, 1], null: .automatic)
    #expect(most.pValue.value == 0.25)
  }

  /// With changes of one size it is the sign test; organisations that did not change do not count.
  @Test func equalChangesAreTheSignTest() throws {
    for (rises, falls) in [(5, 1), (9, 3), (4, 4), (1, 0)] {
      let changes = Array(repeating: 2.5, count: rises) + Array(repeating: -2.5, count: falls) + [0]
      let signs = try SignTest(rises: rises, falls: falls)
      let test = try PairedOrganizationsTest(meanChanges: changes, null: .exact)
      #expect(abs(test.pValue.value - signs.pValue.value) < 1e-12)
    }
  }

  /// Drawn and limiting p lie near the exact one, and drawn ones are the same again.
  @Test func roadsAgree() throws {
    var stream = RandomStream(seed: 5)
    let changes = (0..<16).map { _ in stream.normal() + 0.3 }
    let exact = try PairedOrganizationsTest(meanChanges: changes, null: .exact).pValue
    let drawn = try PairedOrganizationsTest(meanChanges: changes, null: .permutation(count: 9_999, seed: 3)).pValue
    let limit = try PairedOrganizationsTest(meanChanges: changes, null: .asymptotic).pValue
    let interval = try #require(drawn.interval)
    #expect(interval.lower <= exact.value && exact.value <= interval.upper)
    #expect(abs(limit.value - exact.value) < 0.05)
    #expect(
      try PairedOrganizationsTest(meanChanges: changes, null: .permutation(count: 9_999, seed: 3)).pValue == drawn)
    let many = try PairedOrganizationsTest(
      meanChanges: changes + changes, null: .exactOrPermutation(count: 999, seed: 1))
    #expect(many.pValue.method == .permutation(count: 999, seed: 1))
  }

  @Test func refusals() {
    #expect(throws: SampleFault.emptyGroup(0)) { try PairedOrganizationsTest(meanChanges: [], null: .exact) }
    #expect(throws: SampleFault.noVariation) { try PairedOrganizationsTest(meanChanges: [0, 0], null: .exact) }
  }
}
