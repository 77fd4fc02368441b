import Testing

@testable import Statistics

@Suite("Permutational analysis of variance") struct PermanovaTestTests {
  @Test("Six rows, enumerated: F and p as vegan's adonis2")
  func tiny() throws {
    let reference = try Reference("statistics/permanova_exact_tiny")
    let rows = reference["inputs"]["rows"].list.map(\.doubles)
    let groups = reference["inputs"]["group"].ints.map { $0 - 1 }
    let test = try PermanovaTest(rows, groups: groups, groupCount: 2, form: .pseudoF)
    #expect(agrees(test.statistic, reference["expected"]["F"].double))
    #expect(agrees(test.pValue.value, reference["expected"]["p_exact"].double))
    #expect(agrees(test.pValue.smallestAttainable, reference["expected"]["p_min"].double))
    #expect(test.pValue.method == .exact)
  }

  @Test("Hellinger coordinates of 160 allocations by type: sums of squares, F and R² as vegan")
  func hellinger() throws {
    let expected = try Reference("statistics/permanova_budget_hellinger")["expected"]
    let survey = try ReferenceAllocations.survey160()
    let rows = survey.compositions.map { $0.parts.map { $0.squareRoot() } }
    let test = try PermanovaTest(
      rows, groups: survey.types, groupCount: 5, form: .pseudoF, null: .permutation(count: 99, seed: 1))
    #expect(agrees(test.pseudoF, expected["F"].double, relative: 1e-8))
    #expect(agrees(test.rSquared, expected["R2"].double, relative: 1e-8))
    #expect(agrees(test.betweenSquares, expected["SS_between"].double, relative: 1e-8))
    #expect(agrees(test.withinSquares, expected["SS_resid"].double, relative: 1e-8))
  }

  @Test("Aitchison coordinates: the p of 9,999 permutations as vegan's")
  func aitchison() throws {
    let reference = try Reference("statistics/permanova_budget_p_mc")
    let survey = try ReferenceAllocations.survey160()
    let rows = try survey.compositions.map {
      try $0.replacingZeros(with: reference["inputs"]["delta"].double).isometricLogRatios()
    }
    let test = try PermanovaTest(
      rows, groups: survey.types, groupCount: 5, form: .pseudoF, null: .permutation(count: 9_999, seed: 7))
    #expect(agrees(test.pValue.value, reference["expected"]["p"].double, absolute: 4e-4))
  }

  @Test("Two groups: F2 is the squared distance of the means over the sum of v ⁄ n, by hand")
  func byHand() throws {
    let rows: [[Double]] = [[0, 0], [2, 0], [4, 3], [1, 1], [5, 5], [6, 4], [7, 9]]
    let groups = [0, 0, 0, 1, 1, 1, 1]
    let test = try PermanovaTest(rows, groups: groups, groupCount: 2)
    // Means (2, 1) and (4.75, 4.75); v₁ = (4 + 0 + 4)/2 + (1 + 1 + 4)/2 = 7; v₂ = 20.75/3 · … as below.
    let second = [[1.0, 1], [5, 5], [6, 4], [7, 9]]
    let v2 = (0..<2).reduce(0.0) { sum, column in sum + (Moments(second.map { $0[column] }).variance ?? 0) }
    #expect(agrees(test.statistic, (2.75 * 2.75 + 3.75 * 3.75) / (7.0 / 3 + v2 / 4)))
    #expect(test.groupSizes == [3, 4])
  }

  @Test(
    "Turning, shifting or scaling the coordinates, or renaming the groups, changes nothing", arguments: [true, false])
  func laws(isBehrensFisher: Bool) throws {
    let form: PermanovaTest.Form = isBehrensFisher ? .behrensFisher : .pseudoF
    var stream = RandomStream(seed: 5)
    let rows = (0..<9).map { _ in (0..<3).map { _ in Double(stream.below(7)) } }
    let groups = [0, 1, 0, 1, 2, 2, 0, 1, 2]
    let test = try PermanovaTest(rows, groups: groups, groupCount: 3, form: form)
    #expect(test.pValue.method == .exact)
    let moved = rows.map { row in
      [0.6 * row[0] - 0.8 * row[1] + 100, 0.8 * row[0] + 0.6 * row[1] - 3, row[2]].map { 4 * $0 }
    }
    let again = try PermanovaTest(moved, groups: groups, groupCount: 3, form: form)
    #expect(agrees(again.statistic, test.statistic) && agrees(again.pValue.value, test.pValue.value))
    let renamed = try PermanovaTest(rows, groups: groups.map { 2 - $0 }, groupCount: 3, form: form)
    #expect(agrees(renamed.statistic, test.statistic) && agrees(renamed.pValue.value, test.pValue.value))
    #expect(test.pValue.value >= test.pValue.smallestAttainable)
  }

  @Test("Random permutations come near the enumeration, and are the same again")
  func roads() throws {
    var stream = RandomStream(seed: 11)
    let rows = (0..<12).map { row in (0..<2).map { _ in Double(stream.below(9)) + (row < 6 ? 2 : 0) } }
    let groups = (0..<12).map { $0 < 6 ? 0 : 1 }
    let exact = try PermanovaTest(rows, groups: groups, groupCount: 2)
    let drawn = try PermanovaTest(rows, groups: groups, groupCount: 2, null: .permutation(count: 9_999, seed: 3))
    #expect(exact.pValue.method == .exact)
    #expect(abs(drawn.pValue.value - exact.pValue.value) < 0.02)
    let again = try PermanovaTest(rows, groups: groups, groupCount: 2, null: .permutation(count: 9_999, seed: 3))
    #expect(again.pValue == drawn.pValue)
  }

  @Test("Within strata a difference between strata counts for nothing")
  func strata() throws {
    let rows: [[Double]] = [[1, 0], [2, 1], [0, 2], [1, 1], [50, 9], [51, 8], [52, 9], [50, 8], [7, 7]]
    let groups = [0, 1, 0, 1, 0, 1, 0, 1, 0]
    let strata = [0, 0, 0, 0, 1, 1, 1, 1, 2]
    let test = try PermanovaTest(rows, groups: groups, groupCount: 2, strata: strata)
    let shifted = zip(rows, strata).map { row, stratum in row.map { $0 + 1_000 * Double(stratum) } }
    let again = try PermanovaTest(shifted, groups: groups, groupCount: 2, strata: strata)
    #expect(agrees(again.statistic, test.statistic, relative: 1e-8))
    #expect(agrees(again.pValue.value, test.pValue.value))
    // The stratum with one group only is left out: 6 × 6 arrangements remain.
    #expect(test.groupSizes == [4, 4])
    #expect(test.pValue.smallestAttainable >= 1.0 / 36)
  }

  @Test("What cannot be compared is refused")
  func refusals() {
    #expect(throws: SampleFault.noVariation) {
      try PermanovaTest([[1, 2], [1, 2], [1, 2], [1, 2]], groups: [0, 0, 1, 1], groupCount: 2)
    }
    #expect(throws: SampleFault.tooFewValues(group: 1, needed: 2)) {
      try PermanovaTest([[1], [2], [3]], groups: [0, 0, 1], groupCount: 2)
    }
    #expect(throws: SampleFault.emptyGroup(1)) {
      try PermanovaTest([[1], [2]], groups: [0, 0], groupCount: 2)
    }
    #expect(throws: SampleFault.noInformativeStratum) {
      try PermanovaTest([[1], [2], [3], [4]], groups: [0, 0, 1, 1], groupCount: 2, strata: [0, 0, 1, 1])
    }
    #expect(throws: SampleFault.fewerThanTwoGroups) { try PermanovaTest([[1], [2]], groups: [0, 0], groupCount: 1) }
  }
}
