import Statistics
import Survey

/// Everything that the runs of a robustness study need before the first one: from which a single run can also be made again.
struct RobustnessSetup: Sendable {
  let model: RobustnessModel
  let design: SensitivityDesign
  /// The ranking as it is published, over all ranked organisations.
  let published: [RankRow]
  /// Ranked organisations that are not in the study, for a dimension of theirs is not published.
  let leftOut: [String]
  let disclosureNotes: [Phrase]

  /// Scores the responses and gathers what the runs choose from.
  ///
  /// - Throws: ``AssessmentFault`` when the plan asks for what cannot be done, ``RobustnessFault`` when a setting cannot be reached.
  init(_ responses: Responses, plan: ScoringPlan, choices: RobustnessChoices, threads: Int) throws {
    guard choices.base.nonzeroBitCount == 1, 8...65_536 ~= choices.base else {
      throw RobustnessFault.base(choices.base)
    }
    let basis = try AssessmentBasis(responses, plan: plan, threads: threads)
    let organizations = AssessmentOrganizations(
      basis.scores, raw: basis.raw, suppression: basis.suppression, answers: basis.answers, rows: basis.rows,
      budget: AssessmentBudget(basis, threads: threads), gaps: [],
      participation: [], shares: basis.shares, threads: threads)
    let ranked = organizations.ranked?.units.map(\.name) ?? []
    let matrix = basis.matrix
    let complete = Set(matrix.complete.map { matrix.names[$0] })
    let names = ranked.filter(complete.contains)
    guard names.count > 1 else { throw RobustnessFault.tooFewOrganizations }
    if let unknown = choices.explained.first(where: { !names.contains($0) }) {
      throw RobustnessFault.unknownOrganization(unknown)
    }
    model = try RobustnessModel(
      basis, responses: responses, plan: plan, organizations: names, choices: choices, threads: threads)
    // Each input alone, then all choices of method together.
    let inputs = Array(RobustnessModel.Input.allCases.indices)
    design = SensitivityDesign(
      base: choices.base, inputs: inputs.count, exchanges: inputs.map { [$0] } + [Array(inputs[2...])], seed: plan.seed)
    published =
      organizations.ranked.map { RankEvidence($0.units, ranking: $0.ranking, level: plan.level).rows } ?? []
    leftOut = ranked.filter { !complete.contains($0) }
    disclosureNotes = basis.suppression.notes(plan: plan)
  }
}
