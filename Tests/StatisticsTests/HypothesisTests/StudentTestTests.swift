import Testing

@testable import Statistics

@Suite struct StudentTestTests {
  @Test("Student's sleep data, pooled and paired, agree with t.test of R 4.2.2")
  func sleep() throws {
    let reference = try Reference("statistics/t_welch_sleep")
    let (x, y) = (reference["inputs"]["x"].doubles, reference["inputs"]["y"].doubles)
    let tests = [
      (try StudentTest(Moments(x), Moments(y)), "pooled"),
      (try StudentTest(differences: Moments(zip(x, y).map { $0 - $1 })), "paired"),
    ]
    for (test, key) in tests {
      let expected = reference["expected"][key]
      #expect(agrees(test.statistic, expected["t"].double))
      #expect(test.degreesOfFreedom == expected["df"].double)
      #expect(agrees(test.pValue.value, expected["p"].double))
      if key == "paired" { #expect(agrees(test.interval, expected["ci95"])) }
    }
  }

  @Test("Exchanging the groups turns t; the interval leaves out zero when p is below its level")
  func laws() throws {
    let groups = [Moments([1.0, 4, 2, 5]), Moments([3.0, 5, 5, 9, 7])]
    let (one, other) = (try StudentTest(groups[0], groups[1]), try StudentTest(groups[1], groups[0]))
    #expect(one.statistic == -other.statistic && one.pValue == other.pValue)
    let level = 1 - one.pValue.value
    let edge = try StudentTest(groups[0], groups[1], level: level).interval
    #expect(abs(edge.upper) < 1e-9)
  }

  @Test("What cannot be tested says why")
  func refusals() {
    #expect(throws: SampleFault.emptyGroup(1)) { try StudentTest(Moments([1.0, 2]), Moments([])) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 2)) { try StudentTest(Moments([1.0]), Moments([2.0])) }
    #expect(throws: SampleFault.noVariation) { try StudentTest(differences: Moments([2.0, 2, 2])) }
  }
}
