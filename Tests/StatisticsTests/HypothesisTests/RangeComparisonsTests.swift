import Testing

@testable import Statistics

@Suite struct RangeComparisonsTests {
  @Test("Tukey's differences agree with TukeyHSD of R 4.2.2", arguments: spreadCases)
  func tukey(_ name: String) throws {
    let (groups, expected) = try spreadCase(name)
    let moments = groups.map { Moments($0) }
    let comparisons = try PairwiseComparisons.tukey(moments)
    // R lists the first group's pairs first, second less first.
    #expect(comparisons.count == expected["tukey"]["p"].list.count)
    for (comparison, place) in zip(comparisons, comparisons.indices) {
      #expect(agrees(comparison.difference, expected["tukey"]["diff"][place].double, relative: 1e-8))
      // R's ptukey is good to 10⁻⁷.
      #expect(agrees(comparison.p, expected["tukey"]["p"][place].double, relative: 1e-6, absolute: 1e-7))
    }
    for comparison in try PairwiseComparisons.tukey(moments, level: 1 - comparisons[0].p).prefix(1) {
      let edge = comparison.difference > 0 ? comparison.interval?.lower : comparison.interval?.upper
      #expect(agrees(edge, 0, absolute: 1e-8))
    }
  }

  @Test("Dwass–Steel and Nemenyi agree with PMCMRplus 1.9.10")
  func ranks() throws {
    let expected = try Reference("statistics/kruskal_dunn_holm_survey")["expected"]
    let (names, groups) = try grouped("statistics/data/survey160_items_numeric.csv", value: "b01", by: "type")
    let counts = ValueCounts(groups: groups)
    for (dwass, nemenyi) in zip(
      try PairwiseComparisons.dwassSteel(counts), try PairwiseComparisons.nemenyi(counts))
    {
      let pair = "\(names[dwass.first]) vs \(names[dwass.second])"
      #expect(agrees(abs(dwass.statistic), abs(expected["dscf_q"][pair].double), relative: 1e-7))
      #expect(agrees(dwass.p, expected["dscf_p"][pair].double, relative: 1e-7))
      #expect(agrees(nemenyi.p, expected["nemenyi_p_tukey"][pair].double, relative: 1e-7))
      #expect((dwass.difference > 0) == (dwass.statistic > 0))
    }
  }

  @Test("Two groups: Tukey is Student's t, Dwass–Steel and Nemenyi without ties are the normal rank test")
  func twoGroups() throws {
    let groups: [[Double]] = [[1, 4, 2, 5], [3, 7, 8, 9, 11]]
    let t = try StudentTest(Moments(groups[0]), Moments(groups[1]))
    let tukey = try PairwiseComparisons.tukey(groups.map { Moments($0) })[0]
    #expect(agrees(tukey.p, t.pValue.value) && agrees(tukey.interval?.lower, t.interval.lower))
    let counts = ValueCounts(groups: groups)
    let dunn = try PairwiseComparisons.dunn(counts)[0]
    for other in [try PairwiseComparisons.nemenyi(counts)[0], try PairwiseComparisons.dwassSteel(counts)[0]] {
      #expect(agrees(other.p, dunn.p) && agrees(other.difference, dunn.difference))
    }
  }

  @Test("A pair of equal answers has p 1; what cannot be compared says why")
  func ends() throws {
    let equal = try PairwiseComparisons.dwassSteel(ValueCounts(groups: [[1, 1], [1, 1, 1], [1, 2]]))
    #expect(equal[0].p == 1 && equal[0].statistic == 0)
    #expect(throws: SampleFault.noVariation) {
      try PairwiseComparisons.tukey([Moments([1.0, 1]), Moments([2.0, 2])])
    }
    #expect(throws: SampleFault.noVariation) { try PairwiseComparisons.nemenyi(ValueCounts(groups: [[1], [1]])) }
    #expect(throws: SampleFault.emptyGroup(0)) { try PairwiseComparisons.dwassSteel(ValueCounts(groups: [[], [1]])) }
  }
}
