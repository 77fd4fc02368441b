import Statistics
import Survey

extension RobustnessModel {
  /// Gathers what the runs choose from; the published choice of every input comes first.
  init(
    _ basis: AssessmentBasis, responses: Responses, plan: ScoringPlan, organizations: [String],
    choices: RobustnessChoices, threads: Int
  ) throws(RobustnessFault) {
    let dimensions = responses.instrument.dimensions.map(\.id)
    let rules = [plan] + Self.stricter(plan, instrument: responses.instrument, shares: choices.answerShares)
    let means = rules.enumerated().map { index, rule in
      RespondentSamples(
        index == 0 ? basis.scores : responses.scored(by: rule, threads: threads), rows: basis.rows,
        organizations: organizations, count: choices.samples, threads: threads
      ).samples
    }
    for (index, share) in choices.answerShares.enumerated() {
      let isEmpty = means[index + 1][0].contains { $0.isNaN }
      guard !isEmpty else {
        throw .unreachable(
          setting: "missing_rule \(share)", reason: "an organisation would be left without a score on some barrier")
      }
    }
    guard let first = plan.aggregation.aggregation else {
      throw .unreachable(
        setting: "aggregation \(plan.aggregation)", reason: "it gives an order of organisations and no score")
    }
    let found = try Self.sources(basis, responses: responses, plan: plan, choices: choices)
    self.init(
      organizations: organizations, dimensions: dimensions, means: means, sources: found.sources,
      normalizations: [.scale] + choices.normalizations.filter { $0 != .scale },
      aggregations: [first] + choices.aggregations.filter { $0 != first }, leavesOut: choices.leavesOut,
      rules: ["as published"] + choices.answerShares.map { "share \(.shortest($0))" }, notTried: found.notTried)
  }

  /// The plan under stricter rules.
  private static func stricter(_ plan: ScoringPlan, instrument: Instrument, shares: [Double]) -> [ScoringPlan] {
    let rule = plan.missingRule ?? instrument.missingRule
    return shares.map { share in
      var changed = plan
      changed.missingRule = MissingRule(minimum: rule.minimum, share: share, weightShare: rule.weightShare)
      return changed
    }
  }

  /// Weights by source, the published scheme first.
  private static func sources(
    _ basis: AssessmentBasis, responses: Responses, plan: ScoringPlan, choices: RobustnessChoices
  ) throws(RobustnessFault) -> (sources: [WeightSource], notTried: [Phrase]) {
    let budget = BudgetAnswers(responses)
    let weigher = basis.weigher(budget, plan: plan)
    func source(_ scheme: WeightingScheme) throws(SchemeRefusal) -> WeightSource {
      let shares = try weigher.weights(scheme).shares
      let whole = shares.reduce(0) { $0 + ($1 ?? 0) }
      let observed = shares.map { ($0 ?? 0) / whole }
      guard scheme == .budget || scheme == .budgetOverlapping else {
        return WeightSource(name: scheme.name, vectors: [observed])
      }
      let samples = AllocationSamples(
        budget, dimensions: weigher.dimensions, organizationOf: responses.organization.codes,
        overlapping: scheme == .budgetOverlapping, count: choices.samples, seed: plan.seed)
      return WeightSource(name: scheme.name, vectors: samples?.vectors ?? [observed])
    }
    let published: WeightSource
    do throws(SchemeRefusal) {
      published = try source(plan.scheme)
    } catch {
      throw .unreachable(setting: "scheme \(plan.scheme.name)", reason: Wording.english.text(error.reason))
    }
    var others: [WeightSource] = []
    var notTried: [Phrase] = []
    for scheme in choices.schemes ?? Self.usual where scheme != plan.scheme {
      do throws(SchemeRefusal) {
        if scheme == .benefitOfTheDoubt {
          throw SchemeRefusal(status: .notTestable, reason: "it gives every organisation weights of its own")
        }
        others.append(try source(scheme))
      } catch {
        // What nobody asked for may be missing, and is named; what was asked for may not.
        notTried.append("\(verbatim: scheme.name) weights: \(error.reason)")
        if choices.schemes != nil {
          throw .unreachable(setting: "scheme \(scheme.name)", reason: Wording.english.text(error.reason))
        }
      }
    }
    return ([published] + others, notTried)
  }

  /// Schemes that are tried where none is named.
  private static let usual: [WeightingScheme] = [.equal, .budget, .budgetOverlapping, .critic]

  /// Names of what was tried, by input.
  var tried: [(input: String, names: [Phrase])] {
    let names: [[Phrase]] = [
      ["as answered", "\(verbatim: "\((means.first?.count ?? 1) - 1)") redrawn"],
      sources.map {
        $0.vectors.count > 1 ? "\(verbatim: $0.name) (\(verbatim: "\($0.vectors.count)") vectors)" : .verbatim($0.name)
      },
      normalizations.map { .verbatim($0.rawValue) },
      aggregations.map { .verbatim(AggregationRule.score($0).description) },
      ["none"] + (leavesOut ? dimensions.map(Phrase.verbatim) : []), rules,
    ]
    return zip(RobustnessStudy.inputs, names).map { ($0, $1) }
  }
}
