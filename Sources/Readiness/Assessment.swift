/// Everything that a run found, ready to be published: whatever the disclosure mode hides is already gone.
///
/// Made by ``Assessment/init(_:plan:invited:threads:)`` from valid responses. Rows stand in the order in which files print them.
public struct Assessment: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
  /// The plan with the weights that its scheme found: what scores of single people are made with.
  public let scoredPlan: ScoringPlan
  /// What was read, set aside and noticed.
  public let intake: Intake
  /// The measures in the order of the columns.
  public let measures: [Measure]
  /// Who answered, by type: the first thing on every page.
  public let participation: [ParticipationRow]
  /// One row per level, group, weighting and measure.
  public let scores: [ScoreRow]
  /// One profile per organisation: ranked ones by rank, then the others by name.
  public let profiles: [ReadinessProfile]
  /// The budget answers per factor; empty when not asked.
  public let allocations: [AllocationRow]
  /// What leads the budget and what would change that, in plain sentences; empty when not asked.
  public let budgetFindings: [Phrase]
  /// Weights of the dimensions per scheme.
  public let weights: [WeightRow]
  /// Severity against money per dimension; empty when the budget or the barriers were not asked.
  public let moneyAndNeed: [MoneyAndNeedRow]
  /// Comparisons across respondent types.
  public let comparisons: [Comparison]
  /// What each family of comparisons can and cannot show, in plain sentences.
  public let familyNotes: [FamilyNote]
  /// How every two groups see every barrier differently, in one family per grouping.
  public let perceptionGaps: [PerceptionGap]
  /// Counts per item, type and code.
  public let distributions: [DistributionRow]
  /// Staff–citizen and leader–other gaps of the whole cohort.
  public let gaps: [GapRow]
  /// What was hidden and why, in counts only.
  public let disclosureNotes: [Phrase]
  /// Cautions that belong beside the scores: one-sided keying, flagged organisations, near totals.
  public let cautions: [Phrase]
  /// The numbers of people that are hidden, and what a reader can still infer about them; empty where nothing is hidden by the mode.
  public internal(set) var disclosure: [DisclosureRow] = []
  /// What leads the budget under each way of averaging, and how firmly; empty when not asked.
  public internal(set) var allocationSummary: [AllocationSummaryRow] = []
  /// Kendall's tau-b within people of how serious barriers are and the points on what could relieve them, averaged; nil when not
  /// asked, not answered or hidden.
  public internal(set) var moneyConcordance: Estimate?
  /// Each organisation's own mean points per factor; empty when not asked.
  public internal(set) var organizationAllocations: [OrganizationAllocationRow] = []
  /// Weight times gap to the plan's target per dimension, of the cohort and of each organisation.
  public internal(set) var priorities: [PriorityRow] = []
  /// Under whose weights each organisation is first; empty when the budget was not asked or is hidden.
  public internal(set) var whoseWeights: [WhoseWeightsRow] = []
  /// How far the scores can be trusted; nil for a survey without barriers.
  public internal(set) var trust: TrustSummary?
}
