import Readiness
import Testing

/// Schemes and aggregations in a whole run: by hand, and by laws.
@Suite struct SchemesOfRunsTests {
  static let dimensions = ["d01", "d02", "d03"]

  static func instrument(_ dimensions: [String] = dimensions) -> Instrument {
    Sample.instrument(
      form: "short", dimensions: dimensions,
      items: dimensions.flatMap { [Sample.item($0 + "q1", $0, "CM"), Sample.item($0 + "q2", $0, "CM")] })
  }

  /// Organisations of two people; an answer of 1 is readiness 100, of 5 is 0.
  static func responses(_ rows: [(String, String)], to instrument: Instrument = instrument()) -> Responses {
    Sample.responses(
      to: instrument, answers: rows.flatMap { [$0.1, $0.1] }, organizations: rows.flatMap { [$0.0, $0.0] })
  }

  static let four = [
    ("A", "1 1 5 5 3 3"), ("B", "2 2 3 3 3 3"), ("C", "3 3 2 2 4 4"), ("D", "5 5 4 4 1 1"),
  ]

  func plan(_ change: (inout ScoringPlan) -> Void) -> ScoringPlan {
    var plan = ScoringPlan(draws: 100, rankMinimum: 2, disclosure: .pilot, consent: "made up")
    change(&plan)
    return plan
  }

  func overall(_ plan: ScoringPlan, _ rows: [(String, String)] = four) throws -> [String: Double] {
    let profiles = try Assessment(Self.responses(rows), plan: plan).profiles
    return Dictionary(
      uniqueKeysWithValues: profiles.compactMap { profile in
        profile.readiness.value.map { (profile.organization, $0) }
      })
  }

  @Test func `Judgements three, six and two times as important weigh 6, 2 and 1 of 9`() throws {
    let table = JudgementTable(
      dimensions: ["d02", "d01", "d03"], judgements: [[1, 1.0 / 3, 2], [3, 1, 6], [0.5, 1.0 / 6, 1]])
    let plan = plan { $0.weighting = .ahp(table) }
    // A: 100, 0, 50 with weights 6, 2, 1 of 9.
    #expect(abs(try #require(try overall(plan)["A"]) - 650.0 / 9) < 1e-9)
    let rows = try Assessment(Self.responses(Self.four), plan: plan).weights.filter { $0.scheme == "ahp" }
    #expect(zip(rows.compactMap(\.weight), [6.0 / 9, 2.0 / 9, 1.0 / 9]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(rows.allSatisfy { $0.isUsed })
  }

  /// Scores of A, whose dimensions are 100, 0 and 50: 50 − 2500 ⁄ 50 for mpi, reciprocals of 100, 1 and 50.5 for harmonic.
  static let aggregated: [(String, Double)] = [
    ("minimum", 0), ("power:2", 64.5497224367902828), ("harmonic", 1.9325064897606), ("owa:1,0,0", 0),
    ("owa:0,0,2", 100), ("mpi", 0),
  ]

  @Test(arguments: aggregated)
  func `An aggregation makes the score of persons and of organisations`(text: String, expected: Double) throws {
    let rule = try #require(AggregationRule(text))
    let plan = plan { $0.aggregation = rule }
    #expect(abs(try #require(try overall(plan)["A"]) - expected) < 1e-9)
    let scores = Self.responses(Self.four).scored(by: plan)
    #expect(abs(try #require(scores.score("overall", 0)) - expected) < 1e-9)
  }

  @Test func `Weights from the organisations' scores are those of the published matrix`() throws {
    let columns = [[100.0, 75, 50, 0], [0, 50, 75, 25], [50, 50, 25, 100]]
    let schemes: [(WeightingScheme, [Double])] = [
      (.entropy, try IndicatorWeights(entropyOf: columns).shares),
      (.critic, try IndicatorWeights(criticOf: columns).shares),
    ]
    for (scheme, expected) in schemes {
      let plan = plan { $0.weighting = scheme }
      let assessment = try Assessment(Self.responses(Self.four), plan: plan)
      let rows = assessment.weights.filter { $0.scheme == scheme.name }
      #expect(zip(rows.compactMap(\.weight), expected).allSatisfy { abs($0 - $1) < 1e-12 })
      let score = try #require(assessment.profiles.first { $0.organization == "B" }?.readiness.value)
      #expect(abs(score - (75 * expected[0] + 50 * expected[1] + 50 * expected[2])) < 1e-9)
      // Four organisations are left out one by one.
      for row in rows {
        guard let interval = row.interval, let weight = row.weight else { continue }
        #expect(interval.lower <= weight && weight <= interval.upper)
      }
      #expect(assessment.plan.weighting == scheme)
    }
  }

  @Test func `What a scheme cannot do is said`() throws {
    let few = Self.responses(Array(Self.four.prefix(2)))
    #expect { try Assessment(few, plan: plan { $0.weighting = .critic }) } throws: {
      "\($0)".contains("it needs 3 organisations with a published score on every dimension, and there are 2")
    }
    let four = Self.responses(Self.four)
    let cases: [((inout ScoringPlan) -> Void, String)] = [
      ({ $0.weighting = .principalComponents }, "it needs 9 organisations"),
      ({ $0.weighting = .budget }, "was not asked"),
      ({ $0.weighting = .benefitOfTheDoubt }, "readiness weigh"), ({ $0.aggregation = .copeland }, "readiness weigh"),
      ({ $0.weighting = .manual }, "dimension_weights"),
      ({ $0.weighting = .ahp(JudgementTable(dimensions: ["d01"], judgements: [[1]])) }, "judgements"),
      ({ $0.aggregation = .score(.ordered([1, 2])) }, "3 numbers"),
    ]
    for (change, words) in cases {
      #expect { try Assessment(four, plan: plan(change)) } throws: { "\($0)".contains(words) }
    }
  }

  @Test func `The order of dimensions changes nothing, and a newcomer never reorders the others`() throws {
    for text in ["arithmetic", "geometric", "harmonic", "power:0.5", "minimum", "mpi"] {
      let rule = try #require(AggregationRule(text))
      let plan = plan { $0.aggregation = rule }
      let before = try overall(plan)
      let after = try overall(plan, Self.four + [("E", "1 1 1 1 1 1")])
      for (name, score) in before { #expect(after[name] == score, "\(text)") }
      // The scale's ends stay where they are.
      let ends = try overall(plan, [("best", "1 1 1 1 1 1"), ("worst", "5 5 5 5 5 5")])
      #expect(abs((ends["best"] ?? 0) - 100) < 1e-9 && abs(ends["worst"] ?? 1) < 1e-9, "\(text)")
      let turned = Self.instrument(["d03", "d02", "d01"])
      let rows = Self.four.map { name, answers in
        let cells = answers.split(separator: " ")
        return (name, (cells[4...] + cells[2..<4] + cells[..<2]).joined(separator: " "))
      }
      for profile in try Assessment(Self.responses(rows, to: turned), plan: plan).profiles {
        let score = try #require(profile.readiness.value)
        #expect(abs(score - (before[profile.organization] ?? -1)) < 1e-9, "\(text)")
      }
    }
  }
}
