import Testing

@testable import Statistics

/// Under the null the default tests reject at most as often as their level says, and the default interval covers: seeded, so the
/// outcome is fixed; bounds are four standard errors.
@Suite struct SizeTests {
  /// Answers on five points with the given shares.
  func answer(_ random: inout RandomStream) -> Double {
    let u = random.uniform()
    // Heavy ties: half of all answers are alike.
    return u < 0.1 ? 1 : u < 0.3 ? 2 : u < 0.8 ? 3 : u < 0.95 ? 4 : 5
  }

  @Test("Mann–Whitney with heavy ties holds 5% at 8 + 8 and 5 + 20", arguments: [(8, 8), (5, 20)])
  func mannWhitney(first: Int, second: Int) throws {
    var random = RandomStream(seed: 1, stream: UInt64(second))
    var rejected = 0
    for _ in 0..<600 {
      let groups = [first, second].map { size in (0..<size).map { _ in answer(&random) } }
      guard let test = try? MannWhitneyTest(ValueCounts(groups: groups)) else { continue }
      rejected += test.pValue.value <= 0.05 ? 1 : 0
    }
    // 30 expected at most, standard error 5.3.
    #expect(rejected <= 52 && rejected >= 5)
  }

  @Test("Nested in 24 organisations that differ, tests within and of whole organisations hold 5%")
  func nested() throws {
    var random = RandomStream(seed: 2)
    var within = 0
    var whole = 0
    for _ in 0..<150 {
      var strata: [ValueCounts] = []
      var clusters: [WholeClusterPermutationTest.Cluster] = []
      for organization in 0..<24 {
        let level = 0.8 * random.normal()
        let values = (0..<7).map { _ in min(5, max(1, (3 + level + random.normal()).rounded())) }
        strata.append(ValueCounts(groups: [Array(values[..<3]), Array(values[3...])]))
        clusters.append(.init(group: organization % 2, values: values))
      }
      within += try VanElterenTest(strata, null: .permutation(count: 199, seed: 1)).pValue.value <= 0.05 ? 1 : 0
      whole +=
        try WholeClusterPermutationTest(
          clusters: clusters, groupCount: 2, null: .permutation(count: 199, seed: 1)
        ).pValue.value <= 0.05 ? 1 : 0
    }
    // 7.5 expected, standard error 2.7.
    #expect(within <= 18 && whole <= 18)
  }

  @Test("The interval of the stratified probability of superiority covers about 95%")
  func coverage() throws {
    var random = RandomStream(seed: 3)
    // The chance for normal answers rounded to five points, shifted by 0.8, from 400,000 simulated pairs: .6979.
    var covered = 0
    for _ in 0..<200 {
      let strata = (0..<12).map { _ in
        let level = 3 + 0.6 * random.normal()
        let groups = [(2, 0.4), (3, -0.4)].map { size, shift in
          (0..<size).map { _ in min(5, max(1, (level + shift + random.normal()).rounded())) }
        }
        return ValueCounts(groups: groups)
      }
      let interval = try EffectSize.probabilityOfSuperiority(strata: strata).interval
      covered += (interval?.lower ?? 1) <= 0.6979 && 0.6979 <= (interval?.upper ?? 0) ? 1 : 0
    }
    // 190 expected, standard error 3.1.
    #expect(covered >= 178)
  }
}
