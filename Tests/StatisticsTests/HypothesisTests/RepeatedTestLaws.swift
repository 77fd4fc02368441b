import Testing

@testable import Statistics

/// A test of the same people several times, or of two measures of the same people, on random answers of its own.
struct RepeatedLawfulTest: Sendable, CustomTestStringConvertible {
  let name: String
  /// Runs on the answers of so many people to three items on a scale of four points.
  let run: @Sendable ([[Double]], NullDistribution) throws -> any HypothesisTest

  var testDescription: String { name }

  static let all: [RepeatedLawfulTest] = [
    RepeatedLawfulTest(name: SignedRankTest.name) { try SignedRankTest($0.map { $0[0] - $0[1] }, null: $1) },
    RepeatedLawfulTest(name: MarginalHomogeneityTest.name) {
      try MarginalHomogeneityTest(PairedCounts(first: $0.map { $0[0] }, second: $0.map { $0[1] }), null: $1)
    },
    RepeatedLawfulTest(name: StuartMaxwellTest.name) {
      try StuartMaxwellTest(PairedCounts(first: $0.map { $0[0] }, second: $0.map { $0[1] }), null: $1)
    },
    RepeatedLawfulTest(name: FriedmanTest.name) { try FriedmanTest($0, null: $1) },
    RepeatedLawfulTest(name: KendallConcordanceTest.name) { try KendallConcordanceTest(raters: $0, null: $1) },
    RepeatedLawfulTest(name: CochranTest.name) { try CochranTest($0, yesFrom: 3, null: $1) },
    RepeatedLawfulTest(name: PageTest.name) { try PageTest($0, null: $1) },
    RepeatedLawfulTest(name: KendallTest.name) { try KendallTest($0.map { $0[0] }, $0.map { $0[1] }, null: $1) },
    RepeatedLawfulTest(name: SpearmanTest.name) { try SpearmanTest($0.map { $0[0] }, $0.map { $0[1] }, null: $1) },
    RepeatedLawfulTest(name: LinearTrendTest.name) { people, null in
      try LinearTrendTest([CrossCounts(people.map { $0[0] }, people.map { $0[1] })], null: null)
    },
    RepeatedLawfulTest(name: FisherTest.name) { people, null in
      try FisherTest(CrossCounts(people.map { $0[0] }, people.map { $0[1] }), null: null)
    },
  ]
}

@Suite struct RepeatedTestLaws {
  func people(_ count: Int, seed: UInt64) -> [[Double]] {
    var random = RandomStream(seed: seed)
    return (0..<count).map { _ in (0..<3).map { _ in Double(1 + random.below(4)) } }
  }

  @Test("0 < smallest ≤ p ≤ 1, and the statistic is a number", arguments: RepeatedLawfulTest.all)
  func range(_ test: RepeatedLawfulTest) throws {
    for seed in UInt64(1)...4 {
      for null in [NullDistribution.exact, .asymptotic, .permutation(count: 99, seed: 3), .automatic] {
        let result = try test.run(people(7, seed: seed), null)
        let p = result.pValue
        #expect(0 < p.smallestAttainable && p.smallestAttainable <= p.value && p.value <= 1)
        #expect(result.statistic.isFinite)
        if let interval = p.interval { #expect(interval.lower <= p.value && p.value <= interval.upper) }
      }
    }
  }

  @Test("The people's order does not matter", arguments: RepeatedLawfulTest.all)
  func order(_ test: RepeatedLawfulTest) throws {
    let answers = people(8, seed: 5)
    let (one, other) = (try test.run(answers, .exact), try test.run(answers.reversed(), .exact))
    #expect(agrees(one.statistic, other.statistic) && agrees(one.pValue.value, other.pValue.value))
  }

  @Test("A drawn p is the same for the same seed, and near the exact p", arguments: RepeatedLawfulTest.all)
  func permutation(_ test: RepeatedLawfulTest) throws {
    for seed in UInt64(1)...2 {
      let answers = people(7, seed: seed)
      let exact = try test.run(answers, .exact).pValue
      let first = try test.run(answers, .permutation(count: 999, seed: 9)).pValue
      #expect(exact.method == .exact && first.method == .permutation(count: 999, seed: 9))
      #expect(first == (try test.run(answers, .permutation(count: 999, seed: 9)).pValue))
      let interval = try #require(first.interval)
      #expect(interval.lower <= exact.value + 1e-9 && exact.value <= interval.upper + 1e-9)
    }
  }

  @Test("Under the null an exact p is at most its nominal level as often as that", arguments: RepeatedLawfulTest.all)
  func size(_ test: RepeatedLawfulTest) throws {
    let results = try (0..<100).map { try test.run(people(7, seed: 2000 + UInt64($0)), .exact).pValue.value }
    // Binomial(100, 0.1) exceeds 20 with probability 0.001.
    #expect(results.count { $0 <= 0.1 } <= 20)
  }
}
