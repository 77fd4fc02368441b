import Testing

@testable import Statistics

@Suite struct WestfallYoungTests {
  /// By hand. Draws' maxima over {3, 2, 1}: 3.5, 2.5, 1, 2.2; over the last two: 1, 2.5, .5, 2.2; over the last: 1, .2, .5, 2.2.
  @Test func byHand() {
    let adjusted = Multiplicity.westfallYoung(
      observed: [-2, 1, 3], draws: [[0.5, -2.5, 0.1, 1], [1, 0.2, -0.5, 2.2], [-3.5, 1, 1, 0]])
    // 3 is exceeded once of 4; 2 twice; 1 twice, and never less than the test before it.
    #expect(adjusted == [0.6, 0.6, 0.4])
  }

  /// Tests that always move together cost nothing; independent ones no more than Holm's adjustment, up to the draws' noise.
  @Test func dependence() {
    var stream = RandomStream(seed: 3)
    let draws = (0..<999).map { _ in stream.normal() }
    let alone = Multiplicity.westfallYoung(observed: [2.2], draws: [draws])
    let together = Multiplicity.westfallYoung(observed: [2.2, 2.2, 2.2], draws: [draws, draws, draws])
    #expect(together == [alone[0], alone[0], alone[0]])
    let independent = (0..<3).map { _ in (0..<999).map { _ in stream.normal() } }
    let observed = [2.6, 1.0, 2.0]
    let adjusted = Multiplicity.westfallYoung(observed: observed, draws: independent)
    let holm = Multiplicity.holm(observed.map { 2 * GSL.normalUpperTail($0) })
    #expect(zip(adjusted, holm).allSatisfy { $0.0 <= $0.1 + 0.03 })
    #expect(adjusted[0] <= adjusted[2] && adjusted[2] <= adjusted[1])
  }

  @Test func nothingToAdjust() { #expect(Multiplicity.westfallYoung(observed: [], draws: []) == []) }
}
