import Readiness
import Testing

/// Scores of persons: every expected number is worked out by hand beside it.
@Suite struct ScoresTests {
  /// Two dimensions of five items; d01 has items in both keyings.
  let instrument = Sample.instrument(
    form: "standard", dimensions: ["d01", "d02"],
    parts: [
      "d02": [
        DimensionPart(id: "d02a", label: Sample.text("a"), items: ["d02q1", "d02q2", "d02q5"]),
        DimensionPart(id: "d02b", label: Sample.text("b"), items: ["d02q3", "d02q4"]),
      ]
    ],
    items: [
      Sample.item("d01q1", "d01", "CM FOCUS"), Sample.item("d01q2", "d01", "CM DE", .reversed),
      Sample.item("d01q3", "d01", "AS"), Sample.item("d01q4", "d01", "DE MAP"),
      Sample.item("d01q5", "d01", "DL", .reversed), Sample.item("d02q1", "d02", "CM"),
      Sample.item("d02q2", "d02", "DL"), Sample.item("d02q3", "d02", "DL GROW"), Sample.item("d02q4", "d02", "AS"),
      Sample.item("d02q5", "d02", "DE"),
    ], degreeNow: Sample.degreeNow())

  func scores(_ rows: String...) -> Scores {
    Sample.responses(to: instrument, answers: rows).scored(by: ScoringPlan())
  }

  @Test func `Dimension is the mean of its items, enablers reversed`() {
    // Steps towards ready of d01: 5−1, 2−1, 5−2, 5−4, 5−1 = 4+1+3+1+4 = 13 of 20.
    let scores = scores("1 2 2 4 5 1 2 3 4 5 0 1 2 4")
    #expect(scores.score("d01", 0) == 65)
    // 4+3+2+1+0 = 10 of 20.
    #expect(scores.score("d02", 0) == 50)
    #expect(scores.score("overall", 0) == 57.5)
    #expect(scores.score("now_cm", 0) == 0)
    #expect(scores.score("now_de", 0) == 25)
    #expect(scores.score("now_as", 0) == 100)
  }

  @Test func `Facets take every item that carries them, voice the mean of three Co's, action co-deliver`() {
    let scores = scores("1 2 2 4 5 1 2 3 4 5 0 1 2 4")
    // CM: d01q1 4, d01q2 1, d02q1 4 = 9 of 12; DE: 1, 1, 0 = 2 of 12; AS: 3, 1 = 4 of 8; DL: 4, 3, 2 = 9 of 12.
    #expect(scores.score("co_commission", 0) == 75)
    #expect(scores.score("co_design", 0) == 200.0 / 12)
    #expect(scores.score("co_assess", 0) == 50)
    #expect(scores.score("co_deliver", 0) == 75)
    #expect(abs((scores.score("voice", 0) ?? 0) - (75 + 200.0 / 12 + 50) / 3) < 1e-12)
    #expect(scores.score("action", 0) == 75)
    // One item alone never makes a Step: max(2, half).
    #expect(scores.score("focus_it", 0) == nil)
    #expect(scores.score("people_it", 0) == nil)
  }

  @Test func `Parts exist on the Standard form, two items need both`() {
    let both = scores("1 2 2 4 5 1 2 3 4 5 0 1 2 4")
    // d02a: 4+3+0 of 12; d02b: 2+1 of 8.
    #expect(both.score("d02a", 0) == 700.0 / 12)
    #expect(both.score("d02b", 0) == 37.5)
    let one = scores("1 2 2 4 5 1 2 3 dk 5 0 1 2 4")
    #expect(one.score("d02b", 0) == nil)
    #expect(one.score("d02a", 0) == 700.0 / 12)
  }

  @Test func `Exactly the minimum of answers makes a score, one fewer does not`() {
    let scores = scores("1 1 dk nfm - 1 2 dk nfm - 0 1 2 4", "1 1 1 dk nfm dk dk dk dk dk - dk nfm 0")
    #expect(scores.score("d01", 0) == nil)
    // 4 + 0 + 4 of 12.
    #expect(scores.score("d01", 1) == 800.0 / 12)
    // Half of the weight is less than two thirds.
    #expect(scores.score("overall", 1) == nil)
    #expect(scores.score("now_cm", 1) == nil)
    #expect(scores.score("now_as", 1) == 0)
  }

  @Test func `All don't know is no score anywhere and never a number`() {
    let scores = scores(Array(repeating: "dk", count: 14).joined(separator: " "))
    for measure in scores.measures { #expect(scores.score(measure, respondent: 0) == nil) }
  }

  @Test func `Half is taken of the items that the person's file asked`() {
    // Three of five items of d01 have a column: two answers are enough; in the other file three are needed.
    let scores = scores("1 1 dk . . 1 1 1 1 1 . . . .", "1 1 dk - - 1 1 1 1 1 0 0 0 0")
    #expect(scores.score("d01", 0) == 50)
    #expect(scores.score("d01", 1) == nil)
    #expect(scores.score("now_cm", 0) == nil)
  }

  @Test func `A cell of one item is that item, a cell without items is no score`() {
    let scores = scores("1 2 2 4 5 1 2 3 4 5 0 1 2 4")
    #expect(scores.score("d01_s2", 0) == 100)
    #expect(scores.score("d01_cm", 0) == 62.5)
    #expect(scores.score("d01_s5", 0) == nil)
    #expect(scores.measures.count == 1 + 2 + 2 + 9 + 2 + 4 + 18)
  }

  @Test func `Weights of the plan move the overall score and decide what is two thirds`() {
    var plan = ScoringPlan()
    plan.dimensionWeights = ["d01": 3, "d02": 1]
    let responses = Sample.responses(
      to: instrument, answers: ["1 2 2 4 5 1 2 3 4 5 0 1 2 4", "1 2 2 4 5 dk dk dk dk dk 0 1 2 4"])
    let scores = responses.scored(by: plan)
    #expect(scores.score("overall", 0) == 61.25)
    #expect(scores.score("overall", 1) == 65)
  }

  @Test func `Reversing the keying of an item and its answers leaves every score alone`() {
    let reversed = Sample.instrument(
      form: "standard", dimensions: ["d01", "d02"],
      items: instrument.items.map {
        Item(
          code: $0.code, role: $0.role, facets: $0.facets, keying: $0.keying == .direct ? .reversed : .direct,
          scale: $0.scale, forms: [], text: $0.text)
      }, degreeNow: Sample.degreeNow())
    let first = Sample.responses(to: instrument, answers: ["1 2 2 4 5 1 2 dk 4 5 0 1 2 4"]).scored(by: ScoringPlan())
    let second = Sample.responses(to: reversed, answers: ["5 4 4 2 1 5 4 dk 2 1 0 1 2 4"]).scored(by: ScoringPlan())
    for measure in second.measures {
      #expect(first.score(measure.id, 0) == second.score(measure, respondent: 0))
    }
  }

  @Test func `Unlike scales within a dimension count as shares of their own range`() {
    let mixed = Sample.instrument(
      form: "standard", dimensions: ["d01"],
      items: [
        Sample.item("d01q1", "d01", "CM", scale: 1...5), Sample.item("d01q2", "d01", "CM", scale: 0...6),
        Sample.item("d01q3", "d01", "CM", .reversed, scale: 1...4),
      ])
    let scores = Sample.responses(to: mixed, answers: ["2 3 2"]).scored(by: ScoringPlan())
    // 9 + 6 + 4 twelfths, over three items.
    #expect(scores.score("d01", 0) == 1900.0 / 36)
  }

  @Test func `The number of threads changes nothing, and blocks join without a seam`() {
    let rows = (0..<5_000).map { row in (0..<14).map { "\((row * 7 + $0 * 3 + row / 11) % 5)" }.joined(separator: " ") }
    let responses = Sample.responses(to: instrument, answers: rows.map { $0.replacing("0", with: "dk") })
    let one = responses.scored(by: ScoringPlan(), threads: 1)
    let four = responses.scored(by: ScoringPlan(), threads: 4)
    for (a, b) in zip(one.columns, four.columns) { #expect(a.map(\.bitPattern) == b.map(\.bitPattern)) }
    let alone = Sample.responses(to: instrument, answers: [rows[4_500].replacing("0", with: "dk")])
      .scored(by: ScoringPlan())
    for measure in one.measures {
      #expect(one.score(measure, respondent: 4_500) == alone.score(measure, respondent: 0))
    }
  }
}
