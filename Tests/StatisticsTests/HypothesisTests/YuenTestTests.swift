import Testing

@testable import Statistics

@Suite struct YuenTestTests {
  @Test("The sleep data, and twelve against ten, agree with scipy 1.17.1 ttest_ind(trim=0.2)")
  func sleep() throws {
    let inputs = try Reference("statistics/t_welch_sleep")["inputs"]
    let (x, y) = (inputs["x"].doubles, inputs["y"].doubles)
    let test = try YuenTest(x, y)
    #expect(agrees(test.statistic, -1.6167773658133768) && agrees(test.pValue.value, 0.14337828852444037))
    let unequal = try YuenTest(x + [9.5, 1.1], y)
    #expect(agrees(unequal.statistic, -1.1232500148603832) && agrees(unequal.pValue.value, 0.2876201021883156))
  }

  @Test("Without trimming it is Welch's test; a far answer does not move it")
  func laws() throws {
    let (x, y): ([Double], [Double]) = ([1, 2, 4, 5, 9], [3, 3, 5, 6, 8, 9])
    let welch = try WelchTest(ValueCounts(groups: [x, y]))
    #expect(agrees(try YuenTest(x, y, trim: 0).pValue.value, welch.pValue.value))
    #expect(try YuenTest(x, y).statistic == YuenTest([1, 2, 4, 5, 900], y).statistic)
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try YuenTest([1], [1, 2]) }
    #expect(throws: SampleFault.noVariation) { try YuenTest([2, 2], [1, 1]) }
  }
}
