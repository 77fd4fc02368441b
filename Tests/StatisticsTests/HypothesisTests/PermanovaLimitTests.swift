import Foundation
import Testing

@testable import Statistics

/// Made-up allocations of 3,000 people, the same as `permutation_limit.py` makes, in groups of unequal size and spread.
private enum ManyAllocations {
  static let rows: (points: [[Double]], groups: [Int]) = {
    var state: UInt64 = 2026
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    var (points, groups): ([[Double]], [Int]) = ([], [])
    for row in 0..<3000 {
      let group = row % 10 == 0 ? 1 : row % 10 == 1 ? 2 : 0
      var (own, last) = ([Double](repeating: 0, count: 11), 0)
      for step in 0..<20 {
        if step == 0 || uniform() >= (group == 1 ? 0.7 : 0.4) { last = Int(11 * pow(uniform(), 1.5)) }
        own[last] += 1
      }
      points.append(own)
      groups.append(group)
    }
    return (points, groups)
  }()

  /// The rows of a case of the reference, α-transformed but for the turn, which leaves distances alone.
  static func exchangeable(_ name: String, alpha: Double) -> ExchangeableRows {
    let kept = rows.groups.indices.filter { name == "three groups" || rows.groups[$0] < 2 }
    let values = kept.map { row in
      let powers = rows.points[row].map { alpha == 1 ? $0 : $0.squareRoot() }
      let sum = powers.reduce(0, +)
      return powers.map { $0 / sum }
    }
    let strata = stride(from: 0, to: 3000, by: 300).map { start in
      (kept.firstIndex { $0 >= start } ?? 0)..<(kept.firstIndex { $0 >= start + 300 } ?? kept.count)
    }
    return ExchangeableRows(
      width: 11, groups: kept.map { rows.groups[$0] }, groupCount: name == "three groups" ? 3 : 2,
      strata: name.hasSuffix("strata") ? strata : nil
    ) { row, into in into = values[row] }
  }
}

@Suite("Tests of many rows by the limit of their shuffles") struct PermanovaLimitTests {
  private static let cases = ["two groups", "three groups", "two groups in ten strata"]

  private func reference(_ name: String) throws -> Reference {
    let reference = try Reference("statistics/permutation_limit")
    #expect(reference["first"].doubles == ManyAllocations.rows.points[0])
    return try #require(reference["cases"].list.first { $0["name"].string == name })
  }

  /// The share of draws at or above numpy's quantile of 40,000 shuffles is what the quantile says, but for the noise of both.
  private func expectQuantiles(_ draws: [Double], _ expected: Reference, _ name: String) {
    for (level, quantile) in zip([0.5, 0.9, 0.95, 0.99], expected["quantiles"].doubles) {
      let above = Double(draws.count { $0 >= quantile }) / Double(draws.count)
      let noise = 4 * (level * (1 - level) * (1 / Double(draws.count) + 1 / 40_000)).squareRoot()
      #expect(abs(above - (1 - level)) < noise + 0.003, "\(name), \(level): \(above)")
    }
  }

  @Test("F2 and the pseudo-F: observed values and quantiles as numpy's shuffles of 3,000 rows", arguments: cases)
  func quantiles(name: String) throws {
    let expected = try reference(name)
    for (alpha, form, key) in [
      (1, .behrensFisher, "f2_alpha_1"), (0.5, .behrensFisher, "f2_alpha_0.5"), (1, .pseudoF, "pseudo_f"),
    ] as [(Double, PermanovaTest.Form, String)] {
      let rows = ManyAllocations.exchangeable(name, alpha: alpha)
      let test = try PermanovaTest(drawing: rows, form: form, count: 999, seed: 5)
      #expect(agrees(test.statistic, expected[key]["observed"].double, relative: 1e-9))
      let p = expected[key]["p"].double
      #expect(test.pValue.interval.map { $0.lower - 0.005 <= p && p <= $0.upper + 0.005 } ?? false)
      #expect(test.pValue.method == .drawnLimit(count: 999, seed: 5))
      let draws = PermanovaLimit(PermutedSums(rows, adding: .norm)).draws(form, count: 9_999, seed: 5)
      expectQuantiles(draws, expected[key], "\(name), \(key)")
    }
  }

  @Test("The statistics are those of the test that shuffles", arguments: [false, true])
  func sameStatistic(hasStrata: Bool) throws {
    let rows = ManyAllocations.exchangeable(hasStrata ? "two groups in ten strata" : "two groups", alpha: 1)
    var values = [Double](repeating: 0, count: 11)
    let points = rows.groups.indices.map { row in
      rows.read(row, &values)
      return values
    }
    let strata = rows.strata.indices.flatMap { stratum in rows.strata[stratum].map { _ in stratum } }
    let shuffled = try PermanovaTest(
      points, groups: rows.groups, groupCount: 2, strata: hasStrata ? strata : nil,
      null: .permutation(count: 1, seed: 1))
    let drawn = try PermanovaTest(drawing: rows, count: 99, seed: 1)
    #expect(agrees(drawn.statistic, shuffled.statistic, relative: 1e-9))
    #expect(agrees(drawn.pseudoF, shuffled.pseudoF, relative: 1e-9))
    #expect(agrees(drawn.rSquared, shuffled.rSquared, relative: 1e-9))
    #expect(drawn.groupSizes == shuffled.groupSizes)
  }

  @Test("Max-T: each t and the quantiles of the largest as numpy's", arguments: [cases[0], cases[2]])
  func maxT(name: String) throws {
    let expected = try reference(name)
    let rows = ManyAllocations.exchangeable(name, alpha: 1)
    let tests = try Multiplicity.maxTTests(drawing: rows, count: 9_999, seed: 3)
    for (test, t) in zip(tests, expected["t"].doubles) { #expect(agrees(test.statistic, t, relative: 1e-9)) }
    // The most extreme measure is adjusted by the largest t of all.
    let least = try #require(tests.map(\.adjusted).min())
    #expect(abs(least - expected["largest_t"]["p"].double) < 0.02)
    #expect(tests.allSatisfy { $0.adjusted >= $0.p.value })
  }

  @Test("Draws keep the sum over all groups, and refuse what cannot be compared")
  func laws() throws {
    let rows = ManyAllocations.exchangeable("three groups", alpha: 1)
    let sums = PermutedSums(rows, adding: .norm)
    var random = RandomStream(seed: 2)
    var drawn = sums.observed
    for _ in 0..<20 {
      sums.draw(using: &random, into: &drawn)
      for column in 0..<sums.width {
        let whole = (0..<3).reduce(0) { $0 + drawn[$1 * sums.width + column] }
        #expect(abs(whole - sums.totals[column]) < 1e-9)
      }
    }
    let same = ExchangeableRows(width: 2, groups: [0, 0, 1, 1], groupCount: 2) { _, values in values = [0.25, 0.75] }
    #expect(throws: SampleFault.noVariation) { try PermanovaTest(drawing: same) }
    let alone = ExchangeableRows(width: 2, groups: [0, 0, 1], groupCount: 2) { row, values in
      values = [Double(row), 1]
    }
    #expect(throws: SampleFault.tooFewValues(group: 1, needed: 2)) { try PermanovaTest(drawing: alone) }
  }
}
