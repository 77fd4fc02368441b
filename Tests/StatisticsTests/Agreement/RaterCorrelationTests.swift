import Testing

@testable import Statistics

@Suite struct RaterCorrelationTests {
  @Test("Six subjects and four raters agree with psych 2.2.9 (Shrout & Fleiss 1979: .29 .71 .62 .91)")
  func shroutFleiss() throws {
    let reference = try Reference("statistics/icc_shrout_fleiss")
    let ratings = reference["inputs"]["matrix_rows_subjects"].list.map(\.doubles)
    for (form, keys) in [(RaterCorrelation.Form.agreement, ("ICC2", "ICC2k")), (.consistency, ("ICC3", "ICC3k"))] {
      let icc = try RaterCorrelation(ratings, form: form)
      let results: [(String, Double?, ConfidenceInterval?)] = [
        (keys.0, icc.single, icc.singleInterval), (keys.1, icc.average, icc.averageInterval),
      ]
      for (key, value, interval) in results {
        let expected = reference["expected"][key]
        #expect(agrees(value, expected["icc"].double, relative: 1e-8))
        #expect(agrees(interval?.lower, expected["lo"].double, relative: 1e-8))
        #expect(agrees(interval?.upper, expected["hi"].double, relative: 1e-8))
        #expect(agrees(icc.f, expected["F"].double, relative: 1e-8))
        #expect(agrees(icc.p, expected["p"].double, relative: 1e-8))
        #expect(icc.subjectDegreesOfFreedom == expected["df1"].int)
        #expect(icc.residualDegreesOfFreedom == expected["df2"].int)
      }
    }
  }

  @Test("A rater who is always two points higher costs agreement and not consistency")
  func shift() throws {
    let ratings: [[Double]] = [[1, 2, 2], [4, 4, 5], [3, 2, 3], [5, 4, 4], [.nan, 1, 1]]
    let shifted = ratings.map { [$0[0], $0[1], $0[2] + 2] }
    let one = try RaterCorrelation(ratings, form: .consistency)
    #expect(agrees(try RaterCorrelation(shifted, form: .consistency).single, one.single))
    #expect(try RaterCorrelation(shifted, form: .agreement).single < RaterCorrelation(ratings, form: .agreement).single)
    #expect(one.incompleteSubjects == 1)
  }

  @Test("One rater, one subject, and ratings without a residual are refused")
  func refusals() {
    #expect(throws: RaterCorrelation.Fault.fewerThanTwoRaters) { try RaterCorrelation([[1], [2]], form: .agreement) }
    #expect(throws: RaterCorrelation.Fault.fewerThanTwoSubjects) { try RaterCorrelation([[1, 2]], form: .agreement) }
    #expect(throws: RaterCorrelation.Fault.noResidual) {
      try RaterCorrelation([[1, 2], [2, 3], [3, 4]], form: .agreement)
    }
    #expect(throws: RaterCorrelation.Fault.equalSubjects) {
      try RaterCorrelation([[1, 3], [3, 1], [2, 2]], form: .consistency)
    }
  }

  @Test("Raters who disagree more than chance would have it leave a correlation below 0 and nothing undefined")
  func disagreement() throws {
    for form in RaterCorrelation.Form.allCases {
      let icc = try RaterCorrelation([[1, 5.1], [5, 1], [2, 4], [4, 2]], form: form)
      #expect(icc.single < 0 && icc.singleInterval.lower.isFinite && icc.singleInterval.upper.isFinite)
      for value in [icc.average, icc.averageInterval?.lower, icc.averageInterval?.upper] {
        #expect(value?.isFinite != false)
      }
    }
  }
}
