import Statistics
import Testing

@testable import Readiness

/// Leaving organisations out at once, against leaving each out and starting anew.
@Suite struct LeaveOneOutTests {
  static func strata(_ seed: UInt64, count: Int, people: Int) -> [ValueCounts] {
    var stream = RandomStream(seed: seed)
    return (0..<count).map { _ in
      ValueCounts(
        groups: (0..<2).map { _ in (0..<(1 + stream.below(people))).map { _ in Double(stream.below(9)) * 12.5 } })
    }
  }

  @Test(arguments: 1...6) func `within organisations`(seed: UInt64) throws {
    let strata = Self.strata(seed, count: 7, people: 6)
    let effects = try strata.indices.map { left in
      var rest = strata
      rest.remove(at: left)
      return try EffectSize.probabilityOfSuperiority(strata: rest).value
    }
    let range = try #require(LeaveOneOut.range(strata: strata, minimum: 0))
    #expect(abs(range.lowerBound - (effects.min() ?? .nan)) < 1e-12)
    #expect(abs(range.upperBound - (effects.max() ?? .nan)) < 1e-12)
  }

  @Test(arguments: 1...6) func `whole organisations`(seed: UInt64) throws {
    let tables = Self.strata(seed, count: 9, people: 4).enumerated().map { place, table in
      // Three of one group, six of the other.
      let own = place % 3 == 0 ? 0 : 1
      return ValueCounts(
        values: table.values, groupCount: 2,
        counts: table.counts.enumerated().map { $0.offset / table.values.count == own ? $0.element : 0 })
    }
    let effects = try tables.indices.map { left in
      var rest = tables
      rest.remove(at: left)
      return try EffectSize.probabilityOfSuperiority(OrganizationMeans(rest, groupCount: 2).counts).value
    }
    let range = try #require(LeaveOneOut.range(means: OrganizationMeans(tables, groupCount: 2), minimum: 0))
    #expect(abs(range.lowerBound - (effects.min() ?? .nan)) < 1e-12)
    #expect(abs(range.upperBound - (effects.max() ?? .nan)) < 1e-12)
  }

  /// Five and six people, of whom one organisation has two and two: without it three would be left.
  @Test func `nothing is left below the minimum`() {
    func stratum(_ first: Int, _ second: Int) -> ValueCounts {
      ValueCounts(values: [0, 100], groupCount: 2, counts: [first, 0, 0, second])
    }
    let strata = [stratum(2, 2), stratum(3, 4)]
    #expect(LeaveOneOut.range(strata: strata, minimum: 5) == nil)
    #expect(LeaveOneOut.range(strata: strata, minimum: 2) != nil)
    #expect(LeaveOneOut.range(strata: [stratum(9, 9)], minimum: 0) == nil)
  }
}
