public import Survey

/// A model of one outcome by terms, ready to be published: what `readiness model` writes.
///
/// An item has proportional odds; a score has least squares, with errors by cluster and a random intercept where a cluster is named; a sample
/// that was drawn has estimates of its population. Groups that are hidden in other files stand together as one level.
public struct ModelStudy: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
  /// What was asked for.
  public let request: ModelRequest
  /// What was read, set aside and noticed.
  public let intake: Intake
  /// Who answered, by type.
  public let participation: [ParticipationRow]
  /// What is explained.
  public let outcome: ModelOutcome
  /// The terms with their levels as they are shown; empty when everything is withheld.
  public let terms: [ModelTerm]
  /// The rows in order: means, cuts or intercept, coefficients, tests, variances.
  public let rows: [ModelRow]
  /// People in the model; nil when hidden.
  public let people: Int?
  /// People without an answer to the item, or without a score, and so not in the model; nil when hidden.
  public let withoutOutcome: Int?
  /// The same by the reason, as far as it is known; nil when hidden.
  public let reasons: [MissingReason: Int]?
  /// People with an outcome and without a cluster; nil when hidden.
  public let withoutCluster: Int?
  /// Clusters in the model; nil where people are taken as unrelated.
  public let clusters: Int?
  /// Whether estimates are of a population that a sample was drawn from.
  public let isDesigned: Bool
  /// Strata from which a single cluster was drawn; none where that would tell of one person.
  public let lonelyStrata: [String]
  /// Why everything is withheld; empty when it is not.
  public let refusal: Phrase
  /// What was hidden and why, in counts only.
  public let disclosureNotes: [Phrase]

  /// Scores the responses and fits the model.
  ///
  /// - Parameters:
  ///   - responses: valid responses.
  ///   - plan: every choice of the run.
  ///   - request: the outcome, the terms and the design.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``AssessmentFault`` or ``ModelRequestFault`` when something is asked for that cannot be done.
  public init(_ responses: Responses, plan: ScoringPlan, request: ModelRequest, threads: Int = 0) throws {
    guard !request.terms.isEmpty else { throw ModelRequestFault("a model needs a term, such as respondent_type") }
    var wider = plan
    let groupings = responses.groupings(by: request.terms)
    // Before anything is worked out by group: remarks would be as many groups as people.
    for grouping in groupings where request.terms.contains(grouping.name) && grouping.name != "organisation" {
      try TermDraft.check(grouping.groups.count, of: grouping.name)
    }
    wider.by += request.terms.filter { term in
      groupings.contains { $0.name == term } && !wider.by.contains(term)
    }
    let basis = try AssessmentBasis(responses, plan: wider, threads: threads)
    let outcome = try OutcomeValues(request.outcome, basis.scores)
    let isDesigned = request.isDesigned(weights: responses.weights)
    let drawn = isDesigned ? try ModelDesignSample(request, responses) : nil
    let minimum = basis.suppression.rule.minimum
    func told(_ count: Int) -> Int? { count > 0 && count < minimum ? nil : count }
    let missing = outcome.values.count { $0.isNaN }
    instrument = responses.instrument
    self.plan = plan
    self.request = request
    intake = responses.intake
    participation = AssessmentCounts(basis.suppression).published(basis.summaries.participation(invited: []))
    self.outcome = outcome.outcome
    self.isDesigned = isDesigned
    // Without clusters such a stratum has one person, who may not be counted.
    lonelyStrata = request.cluster == nil && minimum > 0 ? [] : drawn?.lonelyStrata ?? []
    disclosureNotes = basis.suppression.notes(plan: plan)
    let (sample, telling): (ModelSample, ModelTelling)
    do throws(ModelSample.Refusal) {
      sample = try ModelSample(basis, request, outcome: outcome)
      telling =
        drawn.map { ModelTelling(sample, $0, request, responses, minimum: minimum) }
        ?? ModelTelling(sample, minimum: minimum)
      guard !telling.isRefused else { throw .withheld(ModelTelling.refusal) }
    } catch {
      switch error {
      case .request(let fault): throw fault
      case .withheld(let why):
        (terms, people, withoutOutcome, reasons, withoutCluster, clusters) = ([], nil, nil, nil, nil, nil)
        refusal = why
        let model: ModelRow.Model =
          switch (outcome.categoryCount > 0, isDesigned) {
          case (true, true): .designOdds
          case (true, false): .proportionalOdds
          case (false, true): .designLinear
          case (false, false): request.cluster == nil ? .linear : .linearClustered
          }
        rows = request.terms.map { term in
          var row = ModelRow(outcome: request.outcome, model: model, kind: .test)
          row.term = term
          return row.withheld(.suppressed, note: why)
        }
        return
      }
    }
    let maker = ModelMaker(outcome: outcome, sample: sample, level: plan.level, minimum: minimum, telling: telling)
    terms = sample.terms
    people = sample.count
    withoutOutcome = sample.count == nil ? told(missing) : missing
    let counts = outcome.missing.values
    reasons = withoutOutcome == nil || counts.contains { told($0) == nil } ? nil : outcome.missing
    withoutCluster = told(sample.withoutCluster)
    clusters = sample.clusters == nil ? nil : maker.usedClusters
    refusal = .empty
    rows =
      (drawn.map(maker.designRows)
      ?? (outcome.categoryCount > 0 ? maker.ordinalRows() : maker.linearRows())).map { $0.told(telling.digits) }
  }
}
