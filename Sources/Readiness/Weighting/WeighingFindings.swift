import Disclosure
import Statistics
import Survey

/// What every way of weighing the barriers says, ready to be published: whatever the disclosure mode hides is already gone.
///
/// Everything about organisations rests on scores that are published, so it can be worked out again from them.
public struct WeighingFindings: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
  /// What was read, set aside and noticed.
  public let intake: Intake
  /// The measures in the order of the columns.
  public let measures: [Measure]
  /// Weights of the dimensions per scheme.
  public let weights: [WeightRow]
  /// The organisations in order, per scheme.
  public let orders: [OrganizationOrder]
  /// Weight times gap per dimension, of the cohort and of each organisation, under the chosen scheme.
  public let priorities: [PriorityRow]
  /// Under whose weights each organisation is first; empty when the budget was not asked.
  public let whoseWeights: [WhoseWeightsRow]
  /// What a person should know before using the tables, in plain sentences.
  public let notes: [Phrase]

  /// Weighs the dimensions in every way that the answers allow.
  ///
  /// - Parameters:
  ///   - responses: the answers, ratings and allocations.
  ///   - plan: the scheme, the aggregation and everything else that is chosen.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``AssessmentFault`` when the plan asks for a scheme or an aggregation that these answers cannot give.
  public init(_ responses: Responses, plan: ScoringPlan, threads: Int = 0) throws(AssessmentFault) {
    var scoring = plan
    // Neither gives a score of its own: the weights and the order are found below.
    if plan.scheme == .benefitOfTheDoubt { scoring.weighting = .equal }
    if plan.aggregation.aggregation == nil { scoring.aggregation = .arithmetic }
    let basis = try AssessmentBasis(responses, plan: scoring, threads: threads)
    let budget = BudgetAnswers(responses, threads: threads)
    let weigher = basis.weigher(budget, plan: plan)
    let layout = basis.scores.layout
    let table = WeightTable(instrument: responses.instrument, weigher: weigher, aggregation: layout.aggregation)
    let matrix = basis.matrix
    let ranked = OrganizationOrders(matrix, complete: matrix.complete, plan: plan, weightShare: layout.weightShare)
    let chosen: SchemeWeights
    do throws(SchemeRefusal) { chosen = try weigher.weights(plan.scheme) } catch {
      throw .schemeImpossible(plan.scheme.name, reason: Wording.english.text(error.reason))
    }
    do throws(SchemeRefusal) { orders = try ranked.orders(chosen: chosen, table.all, weigher) } catch {
      throw .schemeImpossible("\(plan.aggregation)", reason: Wording.english.text(error.reason))
    }
    instrument = responses.instrument
    self.plan = plan
    intake = responses.intake
    measures = basis.scores.measures
    weights = table.rows(table.all, threads: threads)
    priorities = PriorityTable(basis, matrix, weights: chosen).rows(threads: threads)
    let sample = AllocationSample(responses)
    whoseWeights = basis.whoseWeights(matrix, budget: budget, sample: sample, plan: plan)
    let concordance = SeverityConcordance.published(
      basis.scores, sample: sample, budget: budget, suppression: basis.suppression)
    notes = WeighingNotes(plan: plan, weigher: weigher, chosen: chosen, organizations: matrix.names.count).notes(
      concordance)
  }
}

extension AssessmentBasis {
  /// Under whose weights each organisation is first; empty where the budget was not asked or its weights are hidden.
  func whoseWeights(
    _ matrix: OrganizationMatrix, budget: BudgetAnswers?, sample: AllocationSample?, plan: ScoringPlan
  ) -> [WhoseWeightsRow] {
    let minimum = suppression.rule.minimum
    guard let budget, let sample, sample.count > 0, !BudgetDisclosure(budget, minimum: minimum).hidesOrganizations
    else { return [] }
    let allocations = OrganizationAllocations(budget, names: budget.organizationNames, minimum: minimum)
    return WhoseWeightsStudy(
      matrix, sample: sample, allocations: allocations, plan: plan, minimum: minimum,
      weightShare: scores.layout.weightShare, digits: allocationDigits(budget)
    ).rows
  }
}
