import Testing

@testable import Statistics

/// A hypothesis test over groups in strata, so that one suite can hold every test to the same laws.
struct LawfulTest: Sendable, CustomTestStringConvertible {
  let name: String
  let groupCount: Int
  /// Whether only the order of the values matters.
  let isRank: Bool
  let run: @Sendable ([[[Double]]], NullDistribution) throws -> any HypothesisTest

  var testDescription: String { name }

  static let all: [LawfulTest] = [
    LawfulTest(name: MannWhitneyTest.name, groupCount: 2, isRank: true) {
      try MannWhitneyTest(ValueCounts(groups: $0[0]), null: $1)
    },
    LawfulTest(name: KruskalWallisTest.name, groupCount: 3, isRank: true) {
      try KruskalWallisTest(ValueCounts(groups: $0[0]), null: $1)
    },
    LawfulTest(name: VanElterenTest.name, groupCount: 2, isRank: true) {
      try VanElterenTest($0.map { ValueCounts(groups: $0) }, null: $1)
    },
    LawfulTest(name: BlockedKruskalWallisTest.name, groupCount: 3, isRank: true) {
      try BlockedKruskalWallisTest($0.map { ValueCounts(groups: $0) }, null: $1)
    },
    LawfulTest(name: BrunnerMunzelTest.name, groupCount: 2, isRank: true) { strata, null in
      // Placement variances may be zero in samples this small; then there is no limit distribution to ask for.
      let counts = ValueCounts(groups: (0..<2).map { group in strata.flatMap { $0[group] } })
      return try BrunnerMunzelTest(counts, null: null)
    },
    LawfulTest(name: JonckheereTerpstraTest.name, groupCount: 3, isRank: true) {
      try JonckheereTerpstraTest(ValueCounts(groups: $0[0]), null: $1)
    },
    LawfulTest(name: WelchTest.name, groupCount: 2, isRank: false) { strata, null in
      try WelchTest(ValueCounts(groups: (0..<2).map { group in strata.flatMap { $0[group] } }), null: null)
    },
    LawfulTest(name: WholeClusterPermutationTest.name, groupCount: 2, isRank: false) { strata, null in
      try WholeClusterPermutationTest(
        clusters: strata.joined().enumerated().flatMap { place, group in
          group.map { WholeClusterPermutationTest.Cluster(group: place % 2, values: [$0]) }
        }, groupCount: 2, null: null)
    },
  ]
}

@Suite struct HypothesisTestLaws {
  static let nulls: [NullDistribution] = [.exact, .asymptotic, .permutation(count: 199, seed: 3), .automatic]

  /// Two strata of small groups on a scale of five points.
  func people(_ test: LawfulTest, seed: UInt64) -> [[[Double]]] {
    var random = RandomStream(seed: seed)
    return (0..<2).map { stratum in
      (0..<test.groupCount).map { group in (0..<(2 + (group + stratum) % 2)).map { _ in Double(1 + random.below(5)) } }
    }
  }

  @Test("0 < smallest ≤ p ≤ 1, and the statistic is a number", arguments: LawfulTest.all)
  func range(_ test: LawfulTest) throws {
    for seed in UInt64(1)...6 {
      for null in Self.nulls {
        let result = try test.run(people(test, seed: seed), null)
        let p = result.pValue
        #expect(0 < p.smallestAttainable && p.smallestAttainable <= p.value && p.value <= 1)
        #expect(result.statistic.isFinite)
        if let interval = p.interval { #expect(interval.lower <= p.value && p.value <= interval.upper) }
      }
    }
  }

  @Test("The groups' order does not matter to p", arguments: LawfulTest.all)
  func symmetry(_ test: LawfulTest) throws {
    for seed in UInt64(1)...4 {
      let strata = people(test, seed: seed)
      for null in [NullDistribution.exact, .asymptotic] {
        let first = try test.run(strata, null).pValue
        let second = try test.run(strata.map { $0.reversed() }, null).pValue
        #expect(agrees(second.value, first.value))
        #expect(agrees(second.smallestAttainable, first.smallestAttainable))
      }
    }
  }

  @Test(
    "A strictly increasing change of unit leaves rank tests alone, a linear one every test", arguments: LawfulTest.all)
  func monotone(_ test: LawfulTest) throws {
    for seed in UInt64(1)...4 {
      let strata = people(test, seed: seed)
      let changed = strata.map { $0.map { $0.map { test.isRank ? $0 * $0 * $0 + 2 : 25 * $0 - 25 } } }
      let turned = strata.map { $0.map { $0.map { 6 - $0 } } }
      let p = try test.run(strata, .exact).pValue
      #expect(agrees(try test.run(changed, .exact).pValue.value, p.value))
      #expect(agrees(try test.run(turned, .exact).pValue.value, p.value))
    }
  }

  @Test("A permutation p is the same for the same seed, and near the exact p", arguments: LawfulTest.all)
  func permutation(_ test: LawfulTest) throws {
    for seed in UInt64(1)...3 {
      let strata = people(test, seed: seed)
      let exact = try test.run(strata, .exact).pValue
      let first = try test.run(strata, .permutation(count: 1499, seed: 9)).pValue
      let second = try test.run(strata, .permutation(count: 1499, seed: 9)).pValue
      #expect(first == second)
      #expect(first.method == .permutation(count: 1499, seed: 9))
      let interval = try #require(first.interval)
      #expect(interval.lower <= exact.value + 1e-9 && exact.value <= interval.upper + 1e-9)
    }
  }

  @Test("Under the null an exact p is at most its nominal level as often as that", arguments: LawfulTest.all)
  func size(_ test: LawfulTest) throws {
    let results = try (0..<150).map { try test.run(people(test, seed: 1000 + UInt64($0)), .exact).pValue.value }
    // Binomial(150, 0.1) exceeds 27 with probability 0.001.
    #expect(results.count { $0 <= 0.1 } <= 27)
  }
}
