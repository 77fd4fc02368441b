import Testing

@testable import Statistics

/// The mean of eleven items of each person of the survey, by respondent type in alphabetical order.
func surveyScale() throws -> (names: [String], groups: [Moments]) {
  let table = try cells("statistics/data/survey160_items_complete.csv")
  guard let header = table.first, let type = header.firstIndex(of: "type") else { return ([], []) }
  let items = header.indices.filter { header[$0].hasPrefix("b") }
  var groups: [String: [Double]] = [:]
  for row in table.dropFirst() {
    let values = items.compactMap { Double(row[$0]) }
    groups[row[type], default: []].append(values.reduce(0, +) / Double(values.count))
  }
  let names = groups.keys.sorted()
  return (names, names.map { Moments(groups[$0] ?? []) })
}

@Suite struct WelchAnovaTestTests {
  @Test("Five types on a scale agree with R 4.2.2 oneway.test")
  func survey() throws {
    let expected = try Reference("statistics/welch_gameshowell_survey_scale")["expected"]
    let test = try WelchAnovaTest(surveyScale().groups)
    #expect(agrees(test.statistic, expected["welch_F"].double))
    #expect(agrees(test.degreesOfFreedom, expected["df1"].double))
    #expect(agrees(test.denominatorDegreesOfFreedom, expected["df2"].double))
    #expect(agrees(test.pValue.value, expected["p"].double))
  }

  @Test("With two groups F is the square of Welch's t")
  func twoGroups() throws {
    let groups: [[Double]] = [[1, 4, 2, 5], [3, 5, 5, 9, 7]]
    let anova = try WelchAnovaTest(groups.map { Moments($0) })
    let t = try WelchTest(ValueCounts(groups: groups))
    #expect(agrees(anova.statistic, t.statistic * t.statistic))
    #expect(agrees(anova.pValue.value, t.pValue.value))
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.fewerThanTwoGroups) { try WelchAnovaTest([Moments([1, 2])]) }
    #expect(throws: SampleFault.tooFewValues(group: 1, needed: 2)) {
      try WelchAnovaTest([Moments([1, 2]), Moments([1])])
    }
    #expect(throws: SampleFault.noVariation) { try WelchAnovaTest([Moments([1, 2]), Moments([1, 1])]) }
  }
}
