import Testing

@testable import Readiness
@testable import Reporting

/// One sentence for each two groups, worked out by hand.
struct PairSentencesTests {
  private let labels: Labels

  init() throws {
    let instrument = try SampleAssessment.instrument()
    labels = Labels(instrument, level: 0.95, measures: instrument.measures)
  }

  private func row(
    _ measure: String, _ effect: Double, n: (Int?, Int?) = (23, 30),
    design: ComparisonEvidence.Design = .withinOrganizations
  ) -> Comparison {
    var evidence = ComparisonEvidence()
    evidence.design = design
    return Comparison(
      family: "dimensions_pairs", measure: measure, by: "roll_up", groupA: "provider", groupB: "citizen", nA: n.0,
      nB: n.1, primary: true, method: "van_elteren", statistic: 4, degreesOfFreedom: nil,
      p: PValue(value: 0.001, method: .exact, smallestAttainable: 0.00002), pAdjusted: 0.01,
      effect: EffectSize(name: "probability_of_superiority", value: effect, interval: nil, intervalMethod: ""),
      status: .ok, note: "", evidence: evidence)
  }

  private func lines(_ rows: [Comparison], family: String = "dimensions_pairs") -> [String] {
    PairSentences(rows: rows, family: family, labels: labels).lines.map(\.english)
  }

  @Test func `two groups that differ on several measures get one sentence, with the span of their people`() {
    #expect(
      lines([row("d04", 0.34), row("d02", 0.297, n: (22, 30))]) == [
        "“Citizens” (30 people) score clearly higher than “Providers” (22 to 23 people) on Poor processes (66) and "
          + "Insufficient resources (70). In brackets: in how many of 100 pairs of people from one organisation."
      ])
  }

  @Test func `directions and designs are never put into one sentence`() {
    let found = lines([row("d04", 0.34), row("d02", 0.7), row("d01", 0.2, design: .wholeOrganizations)])
    #expect(found.count == 3)
    #expect(found[0].hasPrefix("Poor processes: “Citizens” (30 people) score clearly higher than “Providers”"))
    #expect(
      found[1].hasSuffix(
        "“Providers” (23 people) score clearly higher than “Citizens” (30 people), in about 70 of 100 pairs of people from one organisation."
      ))
    #expect(found[2].hasSuffix("in about 80 of 100 pairs of organisations."))
  }

  @Test func `a hidden number of people stays hidden, and “don't know” has no direction`() {
    let hidden = lines([row("d04", 0.34, n: (nil, 30)), row("d02", 0.3)])
    #expect(hidden.count == 1 && hidden[0].hasPrefix("“Citizens” (30 people) score clearly higher than “Providers” on"))
    #expect(
      lines([row("d04", 0.34), row("d02", 0.3)], family: "dont_know").allSatisfy {
        $0.hasPrefix("“Don't know” answers on") && $0.contains("a clear difference between “Providers” and “Citizens”")
      })
  }
}
