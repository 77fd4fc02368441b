import Readiness
import Testing

/// Sums that no longer fit narrow integers.
@Suite struct ItemMeansTests {
  @Test func `Three hundred items of one dimension are scored like three`() {
    let items = (0..<300).map { Sample.item("i\($0)", "d01", "CM", scale: 0...99) }
    let instrument = Sample.instrument(form: "long", dimensions: ["d01"], items: items)
    let rows = [
      (0..<300).map { "\($0 % 100)" }, Array(repeating: "0", count: 300),
      (0..<300).map { $0 < 149 ? "99" : "dk" }, (0..<300).map { $0 < 150 ? "99" : "dk" },
    ].map { $0.joined(separator: " ") }
    let scores = Sample.responses(to: instrument, answers: rows).scored(by: ScoringPlan())
    // Severity 0…99 three times over: mean 49.5 of 99.
    #expect(scores.score("d01", 0) == 50)
    #expect(scores.score("d01", 1) == 100)
    #expect(scores.score("d01", 2) == nil)
    #expect(scores.score("d01", 3) == 0)
  }
}
