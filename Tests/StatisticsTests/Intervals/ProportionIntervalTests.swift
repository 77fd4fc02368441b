import Testing

@testable import Statistics

@Suite struct ProportionIntervalTests {
  @Test("Wilson's and Clopper and Pearson's limits agree with R 4.2.2, also where GSL's quantiles are NaN")
  func reference() throws {
    let reference = try Reference("statistics/proportion_ci")
    let inputs = reference["inputs"]
    for (place, count) in inputs["x"].ints.enumerated() {
      let total = inputs["n"].ints[place]
      #expect(agrees(try .wilson(count: count, of: total), reference["expected"]["wilson"][place]))
      #expect(agrees(try .clopperPearson(count: count, of: total), reference["expected"]["clopper_pearson"][place]))
    }
  }

  @Test("A million respondents have an interval")
  func large() throws {
    let interval = try ConfidenceInterval.clopperPearson(count: 31, of: 1_000_000)
    #expect(interval.lower > 2.1e-5 && interval.upper < 4.5e-5)
  }

  @Test("The difference 56/70 − 48/80 has Newcombe's published limits 0.0524 and 0.3339")
  func difference() throws {
    let interval = try ConfidenceInterval.newcombe((count: 56, total: 70), (count: 48, total: 80))
    #expect(agrees(interval.lower, 0.0524, absolute: 5e-5) && agrees(interval.upper, 0.3339, absolute: 5e-5))
    let turned = try ConfidenceInterval.newcombe((count: 48, total: 80), (count: 56, total: 70))
    #expect(agrees(turned.upper, -interval.lower))
    let none = try ConfidenceInterval.newcombe((count: 0, total: 10), (count: 0, total: 20))
    #expect(agrees(none.lower, -0.1611, absolute: 5e-5) && agrees(none.upper, 0.2775, absolute: 5e-5))
  }

  @Test("Nobody has no proportion")
  func refusals() {
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 1)) { try ConfidenceInterval.wilson(count: 0, of: 0) }
    #expect(throws: SampleFault.tooFewValues(group: 0, needed: 1)) {
      try ConfidenceInterval.clopperPearson(count: 0, of: 0)
    }
  }
}
