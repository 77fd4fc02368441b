import Testing

@testable import Statistics

@Suite struct PairwiseComparisonTests {
  @Test("Games–Howell agrees with PMCMRplus 1.9.10, with its simultaneous intervals")
  func gamesHowell() throws {
    let pairs = try Reference("statistics/welch_gameshowell_survey_scale")["expected"]["pairs"]
    let (names, groups) = try surveyScale()
    let comparisons = try PairwiseComparisons.gamesHowell(groups)
    #expect(comparisons.count == 10)
    for comparison in comparisons {
      let expected = pairs["\(names[comparison.second]) - \(names[comparison.first])"]
      #expect(agrees(-comparison.difference, expected["diff"].double, relative: 1e-7))
      #expect(agrees(comparison.difference / comparison.statistic, expected["se"].double, relative: 1e-7))
      #expect(agrees(comparison.degreesOfFreedom, expected["df"].double, relative: 1e-7))
      #expect(agrees(comparison.p, expected["p"].double, relative: 1e-7, absolute: 1e-9))
      // R's qtukey is good to four or five digits.
      #expect(agrees(comparison.interval?.upper, -expected["lo"].double, relative: 1e-3, absolute: 1e-5))
      #expect(agrees(comparison.interval?.lower, -expected["hi"].double, relative: 1e-3, absolute: 1e-5))
    }
  }

  @Test("Dunn and Conover–Iman agree with PMCMRplus 1.9.10")
  func ranks() throws {
    let expected = try Reference("statistics/kruskal_dunn_holm_survey")["expected"]
    let (names, groups) = try grouped("statistics/data/survey160_items_numeric.csv", value: "b01", by: "type")
    let counts = ValueCounts(groups: groups)
    for (method, key) in [(PairwiseComparisons.dunn, "dunn"), (PairwiseComparisons.conoverIman, "conover")] {
      let comparisons = try method(counts)
      let adjusted = Multiplicity.holm(comparisons.map(\.p))
      for (comparison, p) in zip(comparisons, adjusted) {
        let pair = "\(names[comparison.first]) vs \(names[comparison.second])"
        let statistic = expected[key == "dunn" ? "dunn_z" : "conover_t"][pair].double
        #expect(agrees(abs(comparison.statistic), abs(statistic), relative: 1e-7))
        #expect(agrees(p, expected["\(key)_p_holm"][pair].double, relative: 1e-7))
        if key == "dunn" { #expect(agrees(comparison.p, expected["dunn_p_raw"][pair].double, relative: 1e-7)) }
      }
    }
  }

  @Test("What cannot be compared says why")
  func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try PairwiseComparisons.gamesHowell([Moments([1, 2])]) }
    #expect(throws: SampleFault.noVariation) {
      try PairwiseComparisons.gamesHowell([Moments([1, 1]), Moments([2, 2])])
    }
    #expect(throws: SampleFault.noVariation) { try PairwiseComparisons.dunn(ValueCounts(groups: [[1], [1]])) }
    #expect(throws: SampleFault.noVariation) {
      try PairwiseComparisons.conoverIman(ValueCounts(groups: [[1, 1], [2, 2]]))
    }
  }
}
