import Testing

@testable import Statistics

@Suite struct WelchTestTests {
  @Test("Student's sleep data agree with R 4.2.2")
  func sleep() throws {
    let reference = try Reference("statistics/t_welch_sleep")
    let expected = reference["expected"]["welch"]
    let test = try WelchTest(ValueCounts(groups: [reference["inputs"]["x"].doubles, reference["inputs"]["y"].doubles]))
    #expect(agrees(test.statistic, expected["t"].double))
    #expect(agrees(test.degreesOfFreedom, expected["df"].double))
    #expect(agrees(test.pValue.value, expected["p"].double))
    #expect(agrees(test.interval, expected["ci95"]))
    #expect(agrees(test.difference, 0.75 - 2.33))
  }

  @Test("Permuted, the sleep data give a p near that of t, and a separated sample the least")
  func permuted() throws {
    let inputs = try Reference("statistics/t_welch_sleep")["inputs"]
    let counts = ValueCounts(groups: [inputs["x"].doubles, inputs["y"].doubles])
    let exact = try WelchTest(counts, null: .exact).pValue
    #expect(exact.method == .exact && abs(exact.value - 0.0794) < 0.01)
    let apart = try WelchTest(ValueCounts(groups: [[1, 2, 3], [7, 8, 9]]), null: .automatic).pValue
    #expect(agrees(apart.value, 0.1) && apart.smallestAttainable == apart.value)
  }

  @Test("A linear change of unit leaves t alone and moves the difference")
  func units() throws {
    let groups: [[Double]] = [[1, 4, 2, 5], [3, 5, 5]]
    let test = try WelchTest(ValueCounts(groups: groups))
    let scaled = try WelchTest(ValueCounts(groups: groups.map { $0.map { 25 * $0 - 25 } }))
    #expect(agrees(scaled.statistic, test.statistic))
    #expect(agrees(scaled.difference, 25 * test.difference))
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) {
      try WelchTest(ValueCounts(groups: [[1], [2, 3]]))
    }
    #expect(throws: SampleFault.noVariation) { try WelchTest(ValueCounts(groups: [[1, 1], [2, 2]])) }
  }
}
