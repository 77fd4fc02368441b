import Disclosure
import Statistics
import Survey

/// The budget part of an assessment, as it is published.
///
/// Everything is hidden when too few people answered. What counts organisations equally is hidden, and the weights with it, when there are two organisations and one is small:
/// the two means would then give the small one away.
struct AssessmentBudget: Sendable {
  let allocations: [AllocationRow]
  let findings: [Phrase]
  let moneyAndNeed: [MoneyAndNeedRow]
  /// What leads under each way of averaging.
  let summary: [AllocationSummaryRow]
  /// Each organisation's own mean; see ``OrganizationAllocations`` for what is hidden.
  let organizations: [OrganizationAllocationRow]
  /// How far people put their money where they say the barriers are; nil when not asked or hidden.
  let concordance: Estimate?
  /// Overall readiness under the budget's weights by organisation; nil where the weights are hidden.
  private let readiness: [String: Estimate]?
  private let status: Status
  private let dimensions: [Int]

  init(_ basis: AssessmentBasis, threads: Int) {
    let (summaries, suppression) = (basis.summaries, basis.suppression)
    let scores = summaries.people.scores
    let (responses, plan) = (scores.responses, scores.plan)
    let budget = BudgetAnswers(responses, threads: threads)
    let minimum = suppression.rule.minimum
    let disclosure = BudgetDisclosure(budget, minimum: minimum)
    let (isHidden, hidesOrganizations) = (disclosure.isHidden, disclosure.hidesOrganizations)
    let hidesCohort = minimum > 0 && suppression.groups.place(.cohort).map { suppression.isHidden[$0] } ?? true

    let digits = budget.map { AllocationDigits($0, scores, suppression) } ?? AllocationDigits()
    let sample = AllocationSample(responses)
    let otherMeans = sample.map(OtherMeans.all) ?? []
    organizations =
      budget.map { budget in
        OrganizationAllocations(
          budget, names: budget.organizationNames, minimum: hidesOrganizations ? .max : minimum
        ).rows(budget.question, digits)
      } ?? []
    let givers = budget.map { FewGivers($0, minimum: minimum) }
    let rows = budget?.allocationRows(level: plan.level, otherMeans: otherMeans) ?? []
    allocations = rows.enumerated().map { factor, row in
      guard !isHidden else { return row.withheld(.suppressed) }
      let row = (hidesOrganizations ? row.withoutOrganizations : row).told(digits)
      return givers?.told(row, factor: factor) ?? row
    }
    let showsRollUps =
      minimum == 0
      || suppression.groups.keys.indices.allSatisfy { place in
        let key = suppression.groups.keys[place]
        return key.by != "roll_up" || key.organization != nil || !suppression.isHidden[place]
      }
    let averages =
      budget.flatMap { budget in
        sample.map { AllocationSummaryRow.rows(budget, sample: $0, otherMeans: otherMeans, minimum: minimum) }
      }?.map { row in givers?.told(row.told(digits)) ?? row } ?? []
    let found = sample.flatMap { sample in
      budget.map {
        $0.findings(responses, digits) + $0.stabilityFindings(sample, rows: averages, minimum: minimum)
      }
    }
    findings =
      hidesOrganizations
      ? []
      : !digits.tellsCohort
        ? budget?.findings(digits) ?? []
        : (found ?? []).filter { finding in
          // A sentence about a part of the people gives the rest as well.
          finding.smallestGroup >= minimum && (showsRollUps || finding.smallestGroup == budget?.respondents)
        }.map(\.sentence)
    moneyAndNeed = summaries.moneyAndNeed(budget, raw: basis.raw, unit: digits.overOrganizations).enumerated().map {
      index, row in
      let measure = scores.place(of: row.dimension)
      let hidesNeed = hidesCohort || (measure.map { suppression.isHidden(.cohort, measure: $0) } ?? false)
      return row.published(need: !hidesNeed, money: !hidesOrganizations)
    }
    summary = averages.map { row in
      isHidden || (hidesOrganizations && row.average == "organisations") ? row.withheld(.suppressed) : row
    }
    concordance =
      digits.tellsCohort
      ? SeverityConcordance.published(scores, sample: sample, budget: budget, suppression: suppression) : nil
    let split = scores.budgetWeights(budget, unit: digits.overOrganizations)?.split
    readiness = hidesOrganizations ? nil : split.map { summaries.overall(weights: $0).organizations }
    status = budget == nil ? .notAsked : hidesOrganizations ? .suppressed : .tooFewAnswers
    dimensions = scores.layout.dimensions
  }

  /// Overall readiness of an organisation under the budget's weights; hidden with its overall score or with any of its
  /// dimensions, which would come out because the weights are published.
  func readiness(_ name: String, overall: Estimate?, dimension: (Int) -> Estimate) -> Estimate {
    guard let overall, overall.value != nil else { return .withheld(overall?.status ?? .notAsked) }
    guard let readiness else { return .withheld(status) }
    guard !dimensions.contains(where: { dimension($0).status == .suppressed }) else { return .withheld(.suppressed) }
    return readiness[name] ?? .withheld(.tooFewAnswers)
  }
}

extension AllocationRow {
  /// The row without any number.
  func withheld(_ status: Status) -> AllocationRow {
    AllocationRow(
      factor: factor, label: label, respondents: nil, mean: nil, meanInterval: nil, median: nil, shareZero: nil,
      rank: nil,
      organizations: nil, organizationMean: nil, organizationInterval: nil, organizationRank: nil, status: status)
  }

  /// The row without the numbers that count organisations equally.
  var withoutOrganizations: AllocationRow {
    AllocationRow(
      factor: factor, label: label, respondents: respondents, mean: mean, meanInterval: meanInterval, median: median,
      shareZero: shareZero, rank: rank, organizations: organizations, organizationMean: nil, organizationInterval: nil,
      organizationRank: nil, meanTogether: meanTogether, medianRank: medianRank,
      rankWithoutOnePerson: rankWithoutOnePerson, otherMeans: otherMeans, status: status)
  }
}

extension MoneyAndNeedRow {
  /// The row with what may be shown of need and of money; a verdict rests on both.
  func published(need: Bool, money: Bool) -> MoneyAndNeedRow {
    MoneyAndNeedRow(
      dimension: dimension, severity: need ? severity : nil, share: money ? share : nil,
      overlappingShare: money ? overlappingShare : nil, verdict: need && money ? verdict : nil, label: label,
      status: need && money ? status : .suppressed)
  }
}
