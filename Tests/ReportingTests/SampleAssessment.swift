import Foundation
import TestSupport

@testable import Readiness

/// An assessment made by hand: four organisations, one of them hidden, two of them tied; its numbers are not results.
enum SampleAssessment {
  static func instrument(_ id: String = "barriers-standard") throws -> Instrument {
    try Instrument(folder: Repository.url("Surveys/\(id)"))
  }

  static func make(
    plan: ScoringPlan = ScoringPlan(), invited: Bool = false, setAside: [SetAsideRow] = [],
    profiles: [ReadinessProfile]? = nil, gaps: [GapRow]? = nil, comparisons: [Comparison]? = nil,
    familyNotes: [FamilyNote]? = nil, perceptionGaps: [PerceptionGap] = []
  ) throws -> Assessment {
    let instrument = try instrument()
    let measures = instrument.measures
    return Assessment(
      instrument: instrument, plan: plan, scoredPlan: plan,
      intake: Intake(
        files: [
          Intake.File(name: "answers.csv", rows: 26 + setAside.count, used: 26, notAsked: [], unread: ["comment"])
        ], setAside: setAside, notices: []),
      measures: measures, participation: participation(organization: nil, invited: invited),
      scores: scores(measures), profiles: profiles ?? self.profiles(measures, invited: invited),
      allocations: allocations(instrument), budgetFindings: ["“Training” leads with 18.8 of 100 points (26 people)."],
      weights: weights(instrument), moneyAndNeed: moneyAndNeed, comparisons: comparisons ?? self.comparisons,
      familyNotes: familyNotes ?? [
        FamilyNote(
          family: "overall", by: "roll_up", size: 1, smallestAdjusted: 0.02, sentence: "The smallest p here is 0.020.")
      ], perceptionGaps: perceptionGaps,
      distributions: [
        DistributionRow(item: "d01q1", respondentType: nil, answer: "1", count: 7, status: .ok),
        DistributionRow(item: "d01q1", respondentType: "carer", answer: "1", count: nil, status: .suppressed),
      ],
      gaps: gaps ?? [
        gap(nil, .themAndUs, "overall", 6.25, 1.04, 11.46), gap(nil, .growth, "now_cm", 3.5, -4, 11),
      ],
      disclosureNotes: ["1 organisation is hidden."], cautions: ["Organisation B: everybody answered alike."])
  }

  static func participation(organization: String?, invited: Bool) -> [ParticipationRow] {
    [("service_user", 12, 20), ("front_line_worker", 14, 30), (nil, 26, 50)].map { type, answered, asked in
      ParticipationRow(
        organization: organization, respondentType: type, invited: invited ? asked : nil, answered: answered,
        status: .ok)
    }
  }

  static func estimate(_ value: Double, n: Int = 26, half: Double = 5) -> Estimate {
    Estimate(value: value, interval: ConfidenceInterval(lower: value - half, upper: value + half), n: n, status: .ok)
  }

  private static func scores(_ measures: [Measure]) -> [ScoreRow] {
    measures.enumerated().flatMap { index, measure -> [ScoreRow] in
      [Weighting.respondents, .types, .organizations].map { weighting in
        let isCell = if case .cell = measure.kind { true } else { false }
        return ScoreRow(
          level: .cohort, organization: nil, groupBy: nil, group: nil, weighting: weighting, measure: measure.id,
          estimate: isCell ? .withheld(.notAsked) : estimate(40 + Double(index) / 4), sd: isCell ? nil : 12.5,
          coverage: isCell ? nil : 0.96, doNotKnowRate: isCell ? nil : 0.03, notForMeRate: isCell ? nil : 0.01)
      }
    }
  }

  static func profiles(_ measures: [Measure], invited: Bool = false) -> [ReadinessProfile] {
    [
      profile("Riverside Council", measures, rank: 1, 55.04, worst: ["d03", "d10", "d01"]),
      profile("Ynys Môn", measures, rank: 2, 48.25, worst: ["d03", "d02", "d01"]),
      profile("Organisation B", measures, rank: 2, 48.25, worst: ["d03"], flags: ["everybody answered alike"]),
      hidden("Tiny Trust", measures),
    ]
  }

  static func profile(
    _ name: String, _ measures: [Measure], rank: Int?, _ value: Double, worst: [String], flags: [Phrase] = []
  ) -> ReadinessProfile {
    ReadinessProfile(
      organization: name, respondents: 8, rank: rank, rankSet: rank.map { $0...3 }, band: rank.map { _ in 1...3 },
      notRankedBecause: rank == nil ? "fewer than five people have a score." : nil, readiness: estimate(value, n: 8),
      readinessTypesEqual: estimate(value + 1, n: 8), rankTypesEqual: rank,
      readinessBudgetWeighted: estimate(value - 1, n: 8), rankBudgetWeighted: rank,
      measures: Dictionary(
        measures.map { measure in
          if case .cell = measure.kind { return (measure.id, Estimate.withheld(.notAsked)) }
          return (measure.id, estimate(value, n: 8))
        }, uniquingKeysWith: { first, _ in first }),
      worstBarriers: worst, weakestCo: .named(.co(.assess)), earliestWeakStep: .none,
      gap: gap(name, .themAndUs, "overall", 2.5, -3, 8), growthGaps: [gap(name, .growth, "now_cm", 3.5, -4, 11)],
      participation: participation(organization: name, invited: false), flags: flags,
      rollUps: ["commissioner": 0, "provider": 14, "third_sector": 0, "citizen": 12, "other": 0])
  }

  static func hidden(_ name: String, _ measures: [Measure]) -> ReadinessProfile {
    ReadinessProfile(
      organization: name, respondents: nil, rank: nil, rankSet: nil, band: nil,
      notRankedBecause: "fewer than five people answered.", readiness: .withheld(.suppressed),
      readinessTypesEqual: .withheld(.suppressed), rankTypesEqual: nil, readinessBudgetWeighted: .withheld(.suppressed),
      rankBudgetWeighted: nil,
      measures: Dictionary(
        measures.map { ($0.id, Estimate.withheld(.suppressed)) }, uniquingKeysWith: { first, _ in first }),
      worstBarriers: [], weakestCo: .cannotSay(.suppressed), earliestWeakStep: .cannotSay(.suppressed),
      gap: GapRow(
        organization: name, kind: .themAndUs, measure: "overall", difference: .withheld(.suppressed), firstN: nil,
        secondN: nil), growthGaps: [],
      participation: [
        ParticipationRow(organization: name, respondentType: nil, invited: nil, answered: nil, status: .suppressed)
      ], flags: [])
  }

  static func gap(
    _ organization: String?, _ kind: GapRow.Kind, _ measure: String, _ value: Double, _ low: Double, _ high: Double
  ) -> GapRow {
    GapRow(
      organization: organization, kind: kind, measure: measure,
      difference: Estimate(
        value: value, interval: ConfidenceInterval(lower: low, upper: high), n: 26, status: .ok), firstN: 14,
      secondN: 12)
  }

  private static func allocations(_ instrument: Instrument) -> [AllocationRow] {
    (instrument.budget?.factors ?? []).enumerated().map { index, factor in
      AllocationRow(
        factor: factor.id, label: factor.label.english, respondents: 26, mean: 18.75 - Double(index),
        meanInterval: ConfidenceInterval(lower: 10, upper: 25), median: 10, shareZero: 0.125, rank: Double(index + 1),
        organizations: 3, organizationMean: 17, organizationInterval: nil, organizationRank: Double(index + 1),
        status: .ok)
    }
  }

  private static func weights(_ instrument: Instrument) -> [WeightRow] {
    instrument.dimensions.map {
      WeightRow(
        scheme: "equal", dimension: $0.id, label: $0.label.english, weight: 1 / 11, interval: nil, crosswalk: nil,
        status: .ok)
    }
  }

  private static let moneyAndNeed = [
    MoneyAndNeedRow(dimension: "d01", severity: 61, share: 0, overlappingShare: 0, verdict: .nothingToBuy),
    MoneyAndNeedRow(dimension: "d02", severity: 40, share: 0.4, overlappingShare: 0.6, verdict: .paidForNotABarrier),
    MoneyAndNeedRow(dimension: "d03", severity: nil, share: nil, overlappingShare: nil, verdict: nil),
  ]

  static let comparisons = [
    comparison("overall", "overall", "provider", "citizen", p: 0.003, adjusted: 0.003),
    comparison("dimensions", "d01", "provider", "citizen", p: 0.4, adjusted: 1),
    comparison("dimensions", "d02", "provider", "citizen", p: 0.0004, adjusted: 0.004),
    Comparison(
      family: "dimensions", measure: "d03", by: "roll_up", groupA: "provider", groupB: "citizen", nA: nil, nB: nil,
      primary: true, method: "van_elteren", statistic: nil, degreesOfFreedom: nil, p: nil, pAdjusted: nil, effect: nil,
      status: .notTestable, note: "types and organisations cannot be told apart"),
  ]

  static func comparison(
    _ family: String, _ measure: String, _ a: String, _ b: String?, p: Double, adjusted: Double
  ) -> Comparison {
    Comparison(
      family: family, measure: measure, by: "roll_up", groupA: a, groupB: b, nA: 14, nB: 12, primary: true,
      method: "van_elteren", statistic: 6.25, degreesOfFreedom: 1,
      p: PValue(value: p, method: .exact, smallestAttainable: 0.0002), pAdjusted: adjusted,
      effect: EffectSize(
        name: "probability_of_superiority", value: 0.684,
        interval: ConfidenceInterval(lower: 0.55, upper: 0.79), intervalMethod: "logit"), status: .ok, note: "")
  }
}
