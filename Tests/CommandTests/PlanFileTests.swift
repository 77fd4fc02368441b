import Foundation
import Readiness
import Reporting
import Survey
import Testing

@testable import ReadinessCommand

struct PlanFileTests {
  @Test func `every key is read, from YAML and from JSON`() throws {
    let yaml = """
      seed: 42
      draws: 500
      permutations: 999
      level: 0.9
      rank_minimum: 8
      interval_minimum: 6
      by: [respondent_type, service]
      dimension_weights: {d01: 2, d02: 0.5}
      missing_rule: {minimum: 3, share: 0.75}
      comparison: {null: exact, measures: [overall, d03], order: {grade: [junior, senior]}}
      views: {width: 40, share: 0.25}
      disclosure: pilot
      consent: they agreed
      """
    let json = """
      {"seed": 42, "draws": 500, "permutations": 999, "level": 0.9, "rank_minimum": 8, "interval_minimum": 6,
       "by": ["respondent_type", "service"], "dimension_weights": {"d01": 2, "d02": 0.5},
       "missing_rule": {"minimum": 3, "share": 0.75},
       "comparison": {"null": "exact", "measures": ["overall", "d03"], "order": {"grade": ["junior", "senior"]}},
       "views": {"width": 40, "share": 0.25}, "disclosure": "pilot", "consent": "they agreed"}
      """
    let expected = ScoringPlan(
      seed: 42, draws: 500, permutations: 999, level: 0.9, rankMinimum: 8, intervalMinimum: 6,
      by: ["respondent_type", "service"], dimensionWeights: ["d01": 2, "d02": 0.5],
      missingRule: MissingRule(minimum: 3, share: 0.75),
      comparison: ComparisonPlan(null: .exact, measures: ["overall", "d03"], order: ["grade": ["junior", "senior"]]),
      views: ViewsRule(width: 40, share: 0.25), disclosure: .pilot, consent: "they agreed")
    #expect(try PlanFile(text: yaml, name: "plan.yaml").plan == expected)
    #expect(try PlanFile(text: json, name: "plan.json").plan == expected)
  }

  @Test func `the plan of a manifest reads back as the same plan`() throws {
    let instrument = try Instrument.bundled("barriers-short")
    let plans = [
      ScoringPlan(), ScoringPlan(seed: 9, draws: 300, by: ["service"], consent: "they agreed"),
      ScoringPlan(dimensionWeights: ["d01": 2, "d02": 0.5], comparison: ComparisonPlan(order: ["grade": ["a", "b"]])),
    ]
    for plan in plans {
      let written = Manifest.plan(plan, instrument: instrument)
      let read = try PlanFile(text: String(decoding: written.document, as: UTF8.self), name: "manifest").plan
      #expect(read.scheme == plan.scheme && read.dimensionWeights == plan.dimensionWeights)
      #expect(read.consent == plan.consent && read.missingRule == plan.missingRule ?? instrument.missingRule)
      var expected = plan
      (expected.weighting, expected.missingRule) = (read.weighting, read.missingRule)
      #expect(read == expected)
      #expect(Manifest.plan(read, instrument: instrument).document == written.document)
    }
  }

  @Test func `what is left out keeps its default, and one name needs no list`() throws {
    #expect(try PlanFile(text: "by: service\n", name: "p").plan == ScoringPlan(by: ["service"]))
    #expect(try PlanFile(text: "", name: "p").plan == ScoringPlan())
    #expect(try PlanFile(text: "# nothing\n", name: "p").plan == ScoringPlan())
  }

  @Test func `a mode of disclosure goes by its own name and by the rule that it follows`() throws {
    for (word, mode) in [("public", DisclosureMode.public), ("ons10", .public), ("k5", .internal), ("none", .pilot)] {
      #expect(try PlanFile(text: "disclosure: \(word)\n", name: "p").plan.disclosure == mode)
    }
    #expect { try PlanFile(text: "disclosure: nhs8r5\n", name: "p") } throws: { error in
      (error as? FaultList)?.faults.first?.message.contains("rounds every count") ?? false
    }
  }

  @Test func `unknown keys are refused, with their place and the nearest known one`() throws {
    #expect { try PlanFile(text: "seed: 1\nrank_minimun: 3\n", name: "plan.yaml") } throws: { error in
      let fault = (error as? FaultList)?.faults.first
      return fault?.row == 2 && fault?.column == "1" && fault?.file == "plan.yaml"
        && fault?.message.contains("did you mean “rank_minimum”?") ?? false
    }
    #expect { try PlanFile(text: "comparison: {measure: d01}\n", name: "p") } throws: { error in
      (error as? FaultList)?.faults.first?.message.contains("did you mean “measures”?") ?? false
    }
    #expect { try PlanFile(text: "missing_rule: {shar: 1}\n", name: "p") } throws: { error in
      (error as? FaultList)?.faults.first?.message.contains("did you mean “share”?") ?? false
    }
  }

  @Test(arguments: [
    "seed: -1", "draws: 1", "draws: many", "level: 2", "level: .nan", "rank_minimum: 0", "by: []\ndisclosure: secret",
    "disclosure: nhs8r5",
    "dimension_weights: 3", "dimension_weights: {d01: -1}", "dimension_weights: {d01: .inf}", "missing_rule: 2",
    "views: 3", "views: {width: 100}", "views: {wide: 3}",
    "consent: ''", "comparison: 3", "comparison: {null: guess}", "comparison: {order: [a]}",
    "comparison: {order: {grade: [a]}}", "comparison: {order: {grade: [a, a]}}", "- 1", "seed: [1", "just words",
  ])
  func `a bad value is a fault`(text: String) {
    #expect(throws: FaultList.self) { try PlanFile(text: text, name: "p") }
  }

  @Test func `all faults are reported at once`() {
    #expect { try PlanFile(text: "seed: x\ndraws: y\nzzz: 1\n", name: "p") } throws: { error in
      (error as? FaultList)?.faults.map(\.row) == [1, 2, 3]
    }
  }
}
