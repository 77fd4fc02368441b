import Testing

@testable import Statistics

/// A hypothesis test with answers of its own kind, so that one suite can hold every test to the same laws.
struct LawfulTest: Sendable, CustomTestStringConvertible {
  /// What the answers are.
  enum Sample: Sendable {
    /// Strata of so many groups of people, on a scale of five points: strata × groups × values.
    case groups(Int)
    /// Several answers of each person, on a scale of four points: one stratum of people × items.
    case people(Int)
  }

  /// Which changes of unit leave a test alone.
  enum Scale: Sendable {
    /// Only which answers are equal matters.
    case category
    /// Only the order matters.
    case order
    /// Only origin and unit may change.
    case linear
  }

  /// Which nulls a test has.
  struct Roads: OptionSet {
    let rawValue: Int
    static let exact = Roads(rawValue: 1)
    static let drawn = Roads(rawValue: 2)
    static let limit = Roads(rawValue: 4)
    static let all: Roads = [.exact, .drawn, .limit]
  }

  let type: any HypothesisTest.Type
  let sample: Sample
  let scale: Scale
  let roads: Roads
  let run: @Sendable ([[[Double]]], NullDistribution) throws -> any HypothesisTest

  init(
    _ type: any HypothesisTest.Type, _ sample: Sample, _ scale: Scale, _ roads: Roads = .all,
    run: @escaping @Sendable ([[[Double]]], NullDistribution) throws -> any HypothesisTest
  ) {
    self.type = type
    self.sample = sample
    self.scale = scale
    self.roads = roads
    self.run = run
  }

  var testDescription: String { type.name }

  /// The nulls to ask for; those that a test does not have are answered in the way its page says.
  var nulls: [NullDistribution] {
    var nulls: [NullDistribution] = [.automatic, .asymptotic]
    if roads.contains(.exact) { nulls.append(.exact) }
    if roads.contains(.drawn) { nulls.append(.permutation(count: 199, seed: 3)) }
    return nulls
  }

  /// Random answers: a few of each group, or a few people; `times` as many for the laws of large samples.
  func answers(seed: UInt64, times: Int = 1) -> [[[Double]]] {
    var random = RandomStream(seed: seed)
    // Tests that have a limit alone need variation in every group, so more people.
    let size = roads == .limit ? 4 * times : times
    switch sample {
    case .groups(let count):
      return (0..<2).map { stratum in
        (0..<count).map { group in
          (0..<((2 + (group + stratum) % 2) * size)).map { _ in Double(1 + random.below(5)) }
        }
      }
    case .people(let count):
      return [(0..<(7 * size)).map { _ in (0..<count).map { _ in Double(1 + random.below(4)) } }]
    }
  }

  /// The groups with their strata taken together.
  static func pooled(_ strata: [[[Double]]]) -> [[Double]] {
    (0..<(strata.first?.count ?? 0)).map { group in strata.flatMap { $0[group] } }
  }

  /// The answers of the first stratum one below the other, as tests in many coordinates take them: one coordinate.
  static func rows(_ strata: [[[Double]]]) -> (values: [[Double]], groups: [Int]) {
    let rows = strata[0].enumerated().flatMap { group, values in values.map { (value: [$0], group: group) } }
    return (rows.map(\.value), rows.map(\.group))
  }

  /// The middle of the scale in use, which moves with origin and unit.
  static func middle(_ people: [[Double]]) -> Double {
    ((people.joined().min() ?? 0) + (people.joined().max() ?? 0)) / 2
  }

  static let all: [LawfulTest] = ofGroups + ofPeople + ofAssociation + ofDesigns

  /// Tests from samples with a design, each person drawn alone and counted once.
  private static let ofDesigns: [LawfulTest] = [
    LawfulTest(DesignComparison.self, .groups(2), .linear, .limit) { strata, _ in
      let (rows, groups) = rows([pooled(strata)])
      return try withDesign(rows.count) { design throws(SamplingDesign.Fault) in
        try DesignComparison(rows.map { $0[0] }, groups: groups, design)
      }
    },
    LawfulTest(RaoScottTest.self, .people(2), .category, .limit) { strata, _ in
      try withDesign(strata[0].count) { design throws(SamplingDesign.Fault) in
        try RaoScottTest(
          rows: strata[0].map { Int($0[0].rounded()) }, columns: strata[0].map { Int($0[1].rounded()) }, design)
      }
    },
  ]

  /// What a test with equal weights makes of its answers; its refusals in the words of the other tests.
  private static func withDesign(
    _ count: Int, _ make: (SamplingDesign) throws(SamplingDesign.Fault) -> any HypothesisTest
  ) throws -> any HypothesisTest {
    do throws(SamplingDesign.Fault) {
      return try make(try SamplingDesign(weights: SamplingWeights([Double](repeating: 1, count: count))))
    } catch {
      switch error {
      case .noVariation: throw SampleFault.noVariation
      case .fewerThanTwoGroups: throw SampleFault.fewerThanTwoGroups
      default: throw error
      }
    }
  }

  private static let ofGroups: [LawfulTest] = [
    LawfulTest(MannWhitneyTest.self, .groups(2), .order) {
      try MannWhitneyTest(ValueCounts(groups: $0[0]), null: $1)
    },
    LawfulTest(KruskalWallisTest.self, .groups(3), .order) {
      try KruskalWallisTest(ValueCounts(groups: $0[0]), null: $1)
    },
    LawfulTest(VanElterenTest.self, .groups(2), .order) {
      try VanElterenTest($0.map { ValueCounts(groups: $0) }, null: $1)
    },
    LawfulTest(BlockedKruskalWallisTest.self, .groups(3), .order) {
      try BlockedKruskalWallisTest($0.map { ValueCounts(groups: $0) }, null: $1)
    },
    LawfulTest(BrunnerMunzelTest.self, .groups(2), .order) {
      try BrunnerMunzelTest(ValueCounts(groups: pooled($0)), null: $1)
    },
    LawfulTest(JonckheereTerpstraTest.self, .groups(3), .order) {
      try JonckheereTerpstraTest(ValueCounts(groups: $0[0]), null: $1)
    },
    LawfulTest(WelchTest.self, .groups(2), .linear) { try WelchTest(ValueCounts(groups: pooled($0)), null: $1) },
    LawfulTest(WholeClusterPermutationTest.self, .groups(2), .linear, [.exact, .drawn]) { strata, null in
      try WholeClusterPermutationTest(
        clusters: strata.joined().enumerated().flatMap { place, group in
          group.map { WholeClusterPermutationTest.Cluster(group: place % 2, values: [$0]) }
        }, groupCount: 2, null: null)
    },
    LawfulTest(YuenTest.self, .groups(2), .linear, .limit) { strata, _ in
      let groups = pooled(strata)
      return try YuenTest(groups[0], groups[1])
    },
    LawfulTest(StudentTest.self, .groups(2), .linear, .limit) { strata, _ in
      let groups = pooled(strata).map { Moments($0) }
      return try StudentTest(groups[0], groups[1])
    },
    LawfulTest(AnovaTest.self, .groups(3), .linear, .limit) { strata, _ in
      try AnovaTest(pooled(strata).map { Moments($0) })
    },
    LawfulTest(WelchAnovaTest.self, .groups(3), .linear, .limit) { strata, _ in
      try WelchAnovaTest(pooled(strata).map { Moments($0) })
    },
    LawfulTest(LeveneTest.self, .groups(3), .linear, .limit) { strata, _ in
      try LeveneTest(ValueCounts(groups: pooled(strata)))
    },
    LawfulTest(BartlettTest.self, .groups(3), .linear, .limit) { strata, _ in
      try BartlettTest(pooled(strata).map { Moments($0) })
    },
    LawfulTest(FlignerKilleenTest.self, .groups(3), .linear, .limit) { strata, _ in
      try FlignerKilleenTest(ValueCounts(groups: pooled(strata)))
    },
    LawfulTest(PermanovaTest.self, .groups(3), .linear, [.exact, .drawn]) { strata, null in
      let rows = rows(strata)
      return try PermanovaTest(rows.values, groups: rows.groups, groupCount: 3, null: null)
    },
    LawfulTest(DispersionTest.self, .groups(2), .linear) { strata, null in
      let rows = rows(strata)
      return try DispersionTest(rows.values, groups: rows.groups, groupCount: 2, null: null)
    },
  ]

  private static let ofPeople: [LawfulTest] = [
    LawfulTest(SignedRankTest.self, .people(2), .linear) { try SignedRankTest($0[0].map { $0[0] - $0[1] }, null: $1) },
    LawfulTest(SignTest.self, .people(2), .order, .exact) { strata, _ in
      try SignTest(rises: strata[0].count { $0[0] < $0[1] }, falls: strata[0].count { $0[0] > $0[1] })
    },
    LawfulTest(McNemarTest.self, .people(2), .linear, [.exact, .limit]) { strata, null in
      try McNemarTest(
        PairedCounts(first: strata[0].map { $0[0] }, second: strata[0].map { $0[1] }), yesFrom: middle(strata[0]),
        null: null)
    },
    LawfulTest(MarginalHomogeneityTest.self, .people(2), .linear) { strata, null in
      try MarginalHomogeneityTest(
        PairedCounts(first: strata[0].map { $0[0] }, second: strata[0].map { $0[1] }), null: null)
    },
    LawfulTest(StuartMaxwellTest.self, .people(2), .category) { strata, null in
      try StuartMaxwellTest(PairedCounts(first: strata[0].map { $0[0] }, second: strata[0].map { $0[1] }), null: null)
    },
    LawfulTest(FriedmanTest.self, .people(3), .order) { try FriedmanTest($0[0], null: $1) },
    LawfulTest(KendallConcordanceTest.self, .people(3), .order) {
      try KendallConcordanceTest(raters: $0[0], null: $1)
    },
    LawfulTest(CochranTest.self, .people(3), .linear) {
      try CochranTest($0[0], yesFrom: middle($0[0]), null: $1)
    },
    LawfulTest(PageTest.self, .people(3), .order) { try PageTest($0[0], null: $1) },
    LawfulTest(QuadeTest.self, .people(3), .linear, .limit) { strata, _ in try QuadeTest(strata[0]) },
  ]

  private static let ofAssociation: [LawfulTest] = [
    LawfulTest(KendallTest.self, .people(2), .order) {
      try KendallTest($0[0].map { $0[0] }, $0[0].map { $0[1] }, null: $1)
    },
    LawfulTest(SpearmanTest.self, .people(2), .order) {
      try SpearmanTest($0[0].map { $0[0] }, $0[0].map { $0[1] }, null: $1)
    },
    LawfulTest(PearsonTest.self, .people(2), .linear, .limit) { strata, _ in
      try PearsonTest(strata[0].map { $0[0] }, strata[0].map { $0[1] })
    },
    LawfulTest(LinearTrendTest.self, .people(2), .order) { try LinearTrendTest([table($0)], null: $1) },
    LawfulTest(ChiSquareTest.self, .people(2), .category) { try ChiSquareTest(table($0), null: $1) },
    LawfulTest(FisherTest.self, .people(2), .category, [.exact, .drawn]) { try FisherTest(table($0), null: $1) },
    LawfulTest(GeneralAssociationTest.self, .people(2), .category, [.drawn, .limit]) {
      try GeneralAssociationTest([table($0)], null: $1)
    },
  ]

  /// The two answers of the same people as a table in the order of the values.
  private static func table(_ strata: [[[Double]]]) -> CrossCounts {
    CrossCounts(strata[0].map { $0[0] }, strata[0].map { $0[1] })
  }
}
