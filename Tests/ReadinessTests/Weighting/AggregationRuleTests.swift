import Readiness
import Testing

/// Aggregations and schemes as texts that can be read back.
@Suite struct AggregationRuleTests {
  @Test(arguments: [
    "arithmetic", "geometric", "harmonic", "power:2", "power:-0.5", "minimum", "mpi", "owa:4,3,2.5,1", "copeland",
    "borda",
    "kemeny",
  ])
  func `A rule prints what reads it back`(text: String) throws {
    let rule = try #require(AggregationRule(text))
    #expect(rule.description == text)
  }

  @Test(arguments: [
    "", "mean", "power", "power:x", "power:1000", "power:nan", "owa:", "owa:1", "owa:0,0", "owa:1,-1", "owa:1,x",
    "minimum:1",
  ])
  func `Other texts are refused`(text: String) { #expect(AggregationRule(text) == nil) }

  @Test func `A scheme is known by its name`() {
    for scheme in WeightingScheme.named { #expect(WeightingScheme(name: scheme.name) == scheme) }
    #expect(WeightingScheme(name: "bod") == .benefitOfTheDoubt)
    #expect(WeightingScheme(name: "ahp") == nil && WeightingScheme(name: "Equal") == nil)
  }
}
