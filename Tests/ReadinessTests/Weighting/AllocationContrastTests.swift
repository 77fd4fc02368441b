import Statistics
import Survey
import TestSupport
import Testing

@testable import Readiness

/// Comparisons of more allocations than are shuffled: statistics stay, p comes from the limit of the shuffles and says so.
@Suite struct AllocationContrastTests {
  private static let people = 420

  /// People of six organisations; the second type puts more on the first factor.
  private static func sample() throws -> (AllocationSample, RespondentGrouping) {
    let question = BudgetQuestion(
      stem: Sample.text("How?"), total: 100,
      factors: (1...4).map {
        BudgetFactor(id: "b0\($0)", label: Sample.text("F\($0)"), dimensions: ["d01"], facets: [])
      },
      crosswalkVersion: "1")
    let instrument = Sample.instrument(form: "budget", dimensions: ["d01"], items: [], budget: question)
    var random = RandomStream(seed: 8)
    let points = (0..<people).map { person -> [Double] in
      var own = [Double](repeating: 0, count: 4)
      for _ in 0..<10 { own[random.below(person % 2 == 1 ? 5 : 4) % 4] += 10 }
      return own
    }
    let responses = Sample.responses(
      to: instrument, answers: points.map { _ in "" }, organizations: points.indices.map { "O\($0 / 2 % 6)" },
      groups: ["side": points.indices.map { $0 % 2 == 0 ? "a" : "b" }], points: points)
    let sample = try #require(AllocationSample(responses))
    let grouping = try #require(responses.groupings(by: ["side"]).first { $0.name == "side" })
    return (sample, RespondentGrouping(grouping))
  }

  private static func rows(_ largest: Int) throws -> [Comparison] {
    let (sample, grouping) = try sample()
    var choices = ContrastChoices(null: .automatic, permutations: 1_999, level: 0.95, minimum: 0)
    choices.largestShuffled = largest
    return AllocationComparisons(
      sample, grouping: grouping, hidden: [], plan: ScoringPlan(seed: 3), choices: choices, threads: 1
    ).rows
  }

  @Test("Rows of the limit have the same statistics and effects, nearly the same p, and say how p was found")
  func limit() throws {
    let (shuffled, drawn) = (try Self.rows(20_000), try Self.rows(100))
    #expect(shuffled.map(\.method) == drawn.map(\.method) && shuffled.map(\.measure) == drawn.map(\.measure))
    var found = 0
    for (a, b) in zip(shuffled, drawn) {
      let (x, y) = (try #require(a.statistic), try #require(b.statistic))
      #expect(abs(x - y) < 1e-9 * max(1, abs(x)), "\(a.method) \(a.measure)")
      #expect(a.effect?.value == b.effect?.value)
      guard case .drawnLimit(let count, _) = b.p?.method else { continue }
      found += 1
      #expect(count == 1_999 && b.note.english.contains("approximation") && !a.note.english.contains("approximation"))
      #expect(abs((a.p?.value ?? 0) - (b.p?.value ?? 1)) < 0.06, "\(a.method) \(a.measure)")
    }
    // Whole allocations in three ways, and four factors.
    #expect(found == 7)
  }

  @Test("A group too small for the limit is described and not tested")
  func small() throws {
    let (sample, grouping) = try Self.sample()
    var groupOf = sample.rows.map { Int(grouping.codes[$0]) }
    for person in groupOf.indices.dropFirst(60) where groupOf[person] == 1 { groupOf[person] = -1 }
    var choices = ContrastChoices(null: .automatic, permutations: 99, level: 0.95, minimum: 0)
    choices.largestShuffled = 100
    let contrast = AllocationContrast(
      draft: ComparisonDraft(family: "allocation", measure: "allocation", by: "side", groupA: "a", groupB: "b"),
      sample: sample, groupOf: groupOf, groupCount: 2, choices: choices, seed: 1)
    let whole = contrast.wholeRows()
    #expect(whole.map(\.status) == [.notTestable] && whole[0].p == nil && whole[0].effect != nil)
    let factors = contrast.factorRows(intervalMinimum: 2)
    #expect(factors.count == 4 && factors.allSatisfy { $0.status == .notTestable && $0.effect != nil && $0.p == nil })
  }

  @Test func `the number of shuffles does not count people whose number is hidden`() {
    // A reader divides four million by the shuffles.
    #expect(4_000_000 / AllocationContrast.draws(people: 51, isTold: true) == 51)
    #expect(Set((41...80).map { AllocationContrast.draws(people: $0, isTold: false) }) == [50_000])
    #expect(AllocationContrast.draws(people: 40, isTold: false) == 100_000)
    #expect(AllocationContrast.draws(people: 1_000_000, isTold: false) == 199)
  }
}
