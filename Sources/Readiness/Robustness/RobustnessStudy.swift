import Statistics
public import Survey

/// How far a ranking depends on who answered and on how it was made, ready to be published: what `readiness robustness` writes.
///
/// - Null: none; spreads and shares of variance are described, not tested.
/// - Cost: points × (inputs + 3) runs of the ranking; two bytes per run and organisation.
/// - Source: Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018; OECD/JRC (2008), Handbook on Constructing Composite Indicators, s. 7.
public struct RobustnessStudy: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the published ranking.
  public let plan: ScoringPlan
  /// What was tried instead.
  public let choices: RobustnessChoices
  /// What was read, set aside and noticed.
  public let intake: Intake
  /// By rank and name.
  public let rows: [RobustnessRow]
  /// All organisations together first, then those that are to be explained.
  public let sensitivity: [SensitivityRow]
  /// Names of what was tried, by input.
  public let tried: [(input: String, names: [Phrase])]
  /// Schemes that are tried where none is named, and could not be here: the name and the reason.
  public let notTried: [Phrase]
  /// Fingerprints of every draw, by its number; see ``RobustnessDraw/fingerprint``.
  public let fingerprints: [String]
  /// Ranked organisations that are not in the study, for a dimension of theirs is not published.
  public let leftOut: [String]
  /// What was hidden and why, in counts only.
  public let disclosureNotes: [Phrase]

  /// Names of the inputs in tables.
  static let inputs = ["respondents", "weights", "normalisation", "aggregation", "dimension_left_out", "missing_rule"]
  /// Redrawn rows behind an interval.
  static let intervalDraws = 500
  /// Redrawn rows behind the interval of a cause, which every organisation has.
  static let causeDraws = 200

  /// Runs the ranking in other ways.
  ///
  /// - Parameters:
  ///   - responses: valid responses.
  ///   - plan: every choice of the published ranking.
  ///   - choices: what to try instead.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``AssessmentFault`` when the plan asks for what cannot be done, ``RobustnessFault`` when a setting cannot be reached.
  public init(
    _ responses: Responses, plan: ScoringPlan, choices: RobustnessChoices = RobustnessChoices(), threads: Int = 0
  ) throws {
    let setup = try RobustnessSetup(responses, plan: plan, choices: choices, threads: threads)
    let model = setup.model
    let names = model.organizations
    let runs = RobustnessRuns(model, design: setup.design, threads: threads)

    let published = Dictionary(setup.published.map { ($0.organization, $0) }, uniquingKeysWith: { $1 })
    let rows = concurrentMap(names.count, threads: threads) {
      RobustnessRow(runs, organization: $0, published: published[names[$0]], plan: plan)
    }
    self.rows = rows.sorted { ($0.rank, $0.organization) < ($1.rank, $1.organization) }
    let order = choices.explainsAll ? self.rows.map(\.organization) : choices.explained
    let targets: [Int?] = [nil] + order.map { names.firstIndex(of: $0) }
    sensitivity = targets.flatMap { SensitivityRow.rows(runs, organization: $0, plan: plan) }
    instrument = responses.instrument
    self.plan = plan
    self.choices = choices
    intake = responses.intake
    tried = model.tried
    notTried = model.notTried
    fingerprints = runs.fingerprints.map(RobustnessDraw.text)
    leftOut = setup.leftOut
    disclosureNotes = setup.disclosureNotes
  }
}

extension RobustnessRow {
  /// Reads the runs of one organisation.
  init(_ runs: RobustnessRuns, organization: Int, published: RankRow?, plan: ScoringPlan) {
    let rank = Int(runs.reference[organization])
    let ranks = runs.spread(of: organization)
    let count = Double(ranks.count)
    let order = try? OrderStatistics(ranks.map(Double.init))
    self.init(
      organization: runs.model.organizations[organization], rank: rank,
      spread: [0.05, 0.25, 0.5, 0.75, 0.95].map { order?.quantile($0) ?? Double(rank) },
      meanShift: ranks.reduce(0) { $0 + Double(abs($1 - rank)) } / count,
      shareSame: Double(ranks.count { $0 == rank }) / count, shareFirst: Double(ranks.count { $0 == 1 }) / count,
      causes: runs.indices(of: organization).flatMap {
        Causes(
          $0,
          redrawn: runs.redrawnCauses(of: organization, draws: RobustnessStudy.causeDraws, seed: plan.seed),
          level: plan.level)
      }, published: published)
  }
}

extension RobustnessRow.Causes {
  /// Shares of three groups of inputs; nil where there is nothing to share.
  ///
  /// - Parameter redrawn: indices of the three groups from redrawn rows, for the intervals.
  init?(_ indices: SobolIndices, redrawn: [(first: [Double], total: [Double])] = [], level: Double = 0.95) {
    let groups = RobustnessRuns.causes
    let effects = ShapleyEffects(first: groups.map { indices.first[$0] }, total: groups.map { indices.total[$0] })
    guard let shares = effects?.shares else { return nil }
    let others = redrawn.compactMap { ShapleyEffects(first: $0.first, total: $0.total)?.shares }
    let intervals =
      others.isEmpty
      ? []
      : shares.indices.compactMap { cause -> ConfidenceInterval? in
        (try? OrderStatistics(others.map { $0[cause] })).map { order in
          ConfidenceInterval(
            lower: order.quantile((1 - level) / 2), upper: order.quantile((1 + level) / 2), level: level)
        }
      }
    self.init(sampling: shares[0], weights: shares[1], method: shares[2], intervals: intervals)
  }
}

extension SensitivityRow {
  /// The rows of one output, in the order of the inputs.
  static func rows(_ runs: RobustnessRuns, organization: Int?, plan: ScoringPlan) -> [SensitivityRow] {
    let indices = runs.indices(
      of: organization, draws: RobustnessStudy.intervalDraws, level: plan.level, seed: plan.seed)
    let half = runs.indices(of: organization, half: true)
    return RobustnessModel.Input.allCases.map { input in
      let place = input.rawValue
      return SensitivityRow(
        organization: organization.map { runs.model.organizations[$0] }, input: RobustnessStudy.inputs[place],
        alternatives: runs.model.alternatives(input), first: indices?.first[place],
        firstInterval: indices.flatMap { $0.firstIntervals.isEmpty ? nil : $0.firstIntervals[place] },
        total: indices?.total[place],
        totalInterval: indices.flatMap { $0.totalIntervals.isEmpty ? nil : $0.totalIntervals[place] },
        totalOfHalf: half?.total[place], status: indices == nil ? .noVariation : .ok)
    }
  }
}
