import Testing

@testable import Statistics

@Suite struct EpsilonSquaredTests {
  @Test(
    "Percentiles of people drawn anew within groups agree with 40,000 draws in R 4.2.2", arguments: ["survey", "small"])
  func percentiles(_ name: String) throws {
    let expected = try Reference("statistics/epsilon_bootstrap")["cases"][name]
    let counts = ValueCounts(groups: expected["groups"].list.map(\.doubles))
    let effect = try EffectSize.epsilonSquared(counts, method: .percentile, draws: 4_000, seed: 3)
    #expect(agrees(effect.value, expected["estimate"].double))
    // The standard error of a percentile of 4,000 draws is some .004 of the survey's, .01 of the small sample's spread.
    #expect(agrees(effect.interval, expected["percentile"], relative: 0, absolute: name == "survey" ? 0.01 : 0.03))
  }

  @Test(
    "The interval lies in 0…1, the same seed gives it again, and the order of groups does not move the estimate",
    arguments: [UInt64(1), 2, 3])
  func estimate(_ seed: UInt64) throws {
    let counts = randomCounts([6, 5, 8], levels: 5, seed: seed)
    let effect = try EffectSize.epsilonSquared(counts, method: .bca, draws: 400)
    #expect(try effect.value == EffectSize.epsilonSquared(counts).value)
    let interval = try #require(effect.interval)
    #expect(interval.lower >= 0 && interval.lower < interval.upper && interval.upper <= 1)
    #expect(effect == (try EffectSize.epsilonSquared(counts, method: .bca, draws: 400)))
    let other = try EffectSize.epsilonSquared(counts.selecting(groups: [2, 0, 1]), method: .percentile, draws: 400)
    #expect(agrees(other.value, effect.value))
  }

  @Test("Groups of one answer each have no interval; equal answers are refused")
  func ends() throws {
    #expect(try EffectSize.epsilonSquared(ValueCounts(groups: [[1, 1], [2, 2, 2]]), method: .bca).interval == nil)
    #expect(throws: SampleFault.noVariation) {
      try EffectSize.epsilonSquared(ValueCounts(groups: [[1, 1], [1]]), method: .bca)
    }
  }
}
