/// Everything that a run found, ready to be published: whatever the disclosure mode hides is already gone.
///
/// Made by ``Assessment/init(_:plan:invited:threads:)`` from valid responses. Rows stand in the order in which files print them.
public struct Assessment: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Every choice of the run.
  public let plan: ScoringPlan
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
  public let budgetFindings: [String]
  /// Weights of the dimensions per scheme.
  public let weights: [WeightRow]
  /// Severity against money per dimension; empty when the budget or the barriers were not asked.
  public let moneyAndNeed: [MoneyAndNeedRow]
  /// Comparisons across respondent types.
  public let comparisons: [Comparison]
  /// What each family of comparisons can and cannot show, in plain sentences.
  public let familyNotes: [FamilyNote]
  /// Counts per item, type and code.
  public let distributions: [DistributionRow]
  /// Staff–citizen and leader–other gaps of the whole cohort.
  public let gaps: [GapRow]
  /// What was hidden and why, in counts only.
  public let disclosureNotes: [String]
  /// Cautions that belong beside the scores: one-sided keying, flagged organisations, near totals.
  public let cautions: [String]
}

/// A number with its interval, or the reason why there is none.
public struct Estimate: Sendable, Hashable {
  /// The number; nil unless `status` is ok.
  public let value: Double?
  /// The interval; nil where none can be had.
  public let interval: ConfidenceInterval?
  /// The number of people behind it; nil when hidden.
  public let n: Int?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(value: Double?, interval: ConfidenceInterval?, n: Int?, status: Status) {
    self.value = value
    self.interval = interval
    self.n = n
    self.status = status
  }

  /// A number that is not published, for the reason given.
  public static func withheld(_ status: Status) -> Estimate {
    Estimate(value: nil, interval: nil, n: nil, status: status)
  }
}

/// Who was invited and who answered.
public struct ParticipationRow: Sendable, Hashable {
  /// The organisation; nil for the cohort.
  public let organization: String?
  /// The respondent type code; nil for all types together.
  public let respondentType: String?
  /// People invited; nil when no list of invitations was given.
  public let invited: Int?
  /// People who answered; nil when hidden.
  public let answered: Int?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(organization: String?, respondentType: String?, invited: Int?, answered: Int?, status: Status) {
    self.organization = organization
    self.respondentType = respondentType
    self.invited = invited
    self.answered = answered
    self.status = status
  }
}

/// How members of a group are weighted into its number.
public enum Weighting: String, Sendable, Hashable, Codable {
  /// Every respondent counts the same: the headline, and what ranks rest on.
  case respondents = "respondents_equal"
  /// Every roll-up of respondent types counts the same: “all voices count”.
  case types = "types_equal"
  /// Every organisation counts the same (cohort and type levels).
  case organizations = "organisations_equal"
}

/// One row of `scores.csv`.
public struct ScoreRow: Sendable, Hashable {
  /// What a group is.
  public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
    /// All respondents.
    case cohort
    /// One organisation.
    case organization = "organisation"
    /// One respondent type, roll-up or other group over the whole cohort.
    case type
    /// One such group within one organisation.
    case cell = "organisation_type_cell"
  }

  /// What the group is.
  public let level: Level
  /// The organisation, at levels organisation and cell.
  public let organization: String?
  /// The grouping column, at levels type and cell: `respondent_type`, `roll_up` or a column of `--by`.
  public let groupBy: String?
  /// The group, at levels type and cell.
  public let group: String?
  /// How members are weighted.
  public let weighting: Weighting
  /// The measure's id.
  public let measure: String
  /// The number with its interval, n and status.
  public let estimate: Estimate
  /// The standard deviation over persons (n − 1); nil below two persons.
  public let sd: Double?
  /// Answered share of the asked answers behind the measure.
  public let coverage: Double?
  /// “Don't know” share of the asked answers behind the measure.
  public let doNotKnowRate: Double?
  /// “Not for me” share of the asked answers behind the measure.
  public let notForMeRate: Double?

  /// Makes a value from its parts.
  public init(
    level: Level, organization: String?, groupBy: String?, group: String?, weighting: Weighting, measure: String,
    estimate: Estimate, sd: Double?, coverage: Double?, doNotKnowRate: Double?, notForMeRate: Double?
  ) {
    self.level = level
    self.organization = organization
    self.groupBy = groupBy
    self.group = group
    self.weighting = weighting
    self.measure = measure
    self.estimate = estimate
    self.sd = sd
    self.coverage = coverage
    self.doNotKnowRate = doNotKnowRate
    self.notForMeRate = notForMeRate
  }
}

/// A difference between two sides of one organisation or of the cohort.
public struct GapRow: Sendable, Hashable {
  /// Which two sides.
  public enum Kind: String, Sendable, Hashable {
    /// Staff roll-ups minus the citizen roll-up.
    case themAndUs = "staff_minus_citizens"
    /// Leaders' rating of degree now minus the others'.
    case growth = "leaders_minus_others"
  }

  /// The organisation; nil for the cohort.
  public let organization: String?
  /// Which two sides.
  public let kind: Kind
  /// The measure's id: `overall`, or `now_cm`… for the growth gap.
  public let measure: String
  /// First side minus second side, points.
  public let difference: Estimate
  /// People on the first side; nil when hidden.
  public let firstN: Int?
  /// People on the second side; nil when hidden.
  public let secondN: Int?

  /// Makes a value from its parts.
  public init(
    organization: String?, kind: Kind, measure: String, difference: Estimate, firstN: Int?, secondN: Int?
  ) {
    self.organization = organization
    self.kind = kind
    self.measure = measure
    self.difference = difference
    self.firstN = firstN
    self.secondN = secondN
  }
}

/// The outcome of looking for the one component that stands out below its fellows.
public enum Standout: Sendable, Hashable {
  /// Clearly below the mean of the others: simultaneous 95% upper end below 0.
  case named(Facet)
  /// None is clearly below the mean of the others.
  case none
  /// Cannot be said, for the reason given.
  case cannotSay(Status)
}

/// One organisation: its rank and what it rests on.
public struct ReadinessProfile: Sendable, Hashable {
  /// The name as in the data.
  public let organization: String
  /// All respondents; nil when hidden.
  public let respondents: Int?
  /// Rank by readiness, ties sharing the smallest; nil when not ranked.
  public let rank: Int?
  /// The marginal 95% confidence set of the rank.
  public let rankSet: ClosedRange<Int>?
  /// The band: the simultaneous 95% confidence set.
  public let band: ClosedRange<Int>?
  /// Why it is not ranked, in plain words; nil when it is.
  public let notRankedBecause: String?
  /// Overall readiness, respondents equal.
  public let readiness: Estimate
  /// Overall readiness with roll-ups equal.
  public let readinessTypesEqual: Estimate
  /// Rank by ``readinessTypesEqual``.
  public let rankTypesEqual: Int?
  /// Overall readiness with budget-allocation weights; never sets the rank.
  public let readinessBudgetWeighted: Estimate
  /// Rank by ``readinessBudgetWeighted``.
  public let rankBudgetWeighted: Int?
  /// Every other measure by id, respondents equal.
  public let measures: [String: Estimate]
  /// The three dimensions with the lowest readiness, worst first; ties at the third place are all listed.
  public let worstBarriers: [String]
  /// The Co that stands out below the others.
  public let weakestCo: Standout
  /// The earliest Step that stands out below the others.
  public let earliestWeakStep: Standout
  /// Staff minus citizens, overall.
  public let gap: GapRow
  /// Leaders minus others on degree now, per Co; empty when not asked.
  public let growthGaps: [GapRow]
  /// Who answered, by type.
  public let participation: [ParticipationRow]
  /// Cautions about this organisation, such as “everybody answered alike”.
  public let flags: [String]

  /// Makes a value from its parts.
  public init(
    organization: String, respondents: Int?, rank: Int?, rankSet: ClosedRange<Int>?, band: ClosedRange<Int>?,
    notRankedBecause: String?, readiness: Estimate, readinessTypesEqual: Estimate, rankTypesEqual: Int?,
    readinessBudgetWeighted: Estimate, rankBudgetWeighted: Int?, measures: [String: Estimate],
    worstBarriers: [String], weakestCo: Standout, earliestWeakStep: Standout, gap: GapRow, growthGaps: [GapRow],
    participation: [ParticipationRow], flags: [String]
  ) {
    self.organization = organization
    self.respondents = respondents
    self.rank = rank
    self.rankSet = rankSet
    self.band = band
    self.notRankedBecause = notRankedBecause
    self.readiness = readiness
    self.readinessTypesEqual = readinessTypesEqual
    self.rankTypesEqual = rankTypesEqual
    self.readinessBudgetWeighted = readinessBudgetWeighted
    self.rankBudgetWeighted = rankBudgetWeighted
    self.measures = measures
    self.worstBarriers = worstBarriers
    self.weakestCo = weakestCo
    self.earliestWeakStep = earliestWeakStep
    self.gap = gap
    self.growthGaps = growthGaps
    self.participation = participation
    self.flags = flags
  }
}

/// One row of `allocations.csv`: a budget factor. Numbers are nil when hidden or not to be had.
public struct AllocationRow: Sendable, Hashable {
  /// `b01`…`b11`.
  public let factor: String
  /// The wording.
  public let label: String
  /// People who gave an allocation.
  public let respondents: Int?
  /// Mean points over respondents, as given.
  public let mean: Double?
  /// Logit-t interval with floors, points.
  public let meanInterval: ConfidenceInterval?
  /// Median points.
  public let median: Double?
  /// Share of respondents who gave nothing, 0…1.
  public let shareZero: Double?
  /// Rank by mean; ties share the mean of their places.
  public let rank: Double?
  /// Organisations with an allocation.
  public let organizations: Int?
  /// Mean of the organisations' means, points.
  public let organizationMean: Double?
  /// Its interval, points.
  public let organizationInterval: ConfidenceInterval?
  /// Rank by ``organizationMean``.
  public let organizationRank: Double?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(
    factor: String, label: String, respondents: Int?, mean: Double?, meanInterval: ConfidenceInterval?,
    median: Double?, shareZero: Double?, rank: Double?, organizations: Int?, organizationMean: Double?,
    organizationInterval: ConfidenceInterval?, organizationRank: Double?, status: Status
  ) {
    self.factor = factor
    self.label = label
    self.respondents = respondents
    self.mean = mean
    self.meanInterval = meanInterval
    self.median = median
    self.shareZero = shareZero
    self.rank = rank
    self.organizations = organizations
    self.organizationMean = organizationMean
    self.organizationInterval = organizationInterval
    self.organizationRank = organizationRank
    self.status = status
  }
}

/// One row of `weights.csv`: the weight of a dimension under a scheme.
public struct WeightRow: Sendable, Hashable {
  /// `equal`, `manual`, `budget_split` (sums to 1) or `budget_overlapping` (does not).
  public let scheme: String
  /// `d01`…`d11`.
  public let dimension: String
  /// The name of the dimension.
  public let label: String
  /// The weight as a share; nil when hidden.
  public let weight: Double?
  /// Its interval.
  public let interval: ConfidenceInterval?
  /// The version of the crosswalk; nil for schemes without one.
  public let crosswalk: String?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(
    scheme: String, dimension: String, label: String, weight: Double?, interval: ConfidenceInterval?,
    crosswalk: String?, status: Status
  ) {
    self.scheme = scheme
    self.dimension = dimension
    self.label = label
    self.weight = weight
    self.interval = interval
    self.crosswalk = crosswalk
    self.status = status
  }
}

/// How serious a barrier is against the money that could relieve it.
public struct MoneyAndNeedRow: Sendable, Hashable {
  /// What the two together say.
  public enum Verdict: String, Sendable, Hashable {
    /// The money matches the need.
    case funded
    /// A serious barrier that draws less than its even share.
    case underFunded = "under_funded"
    /// “Serious barrier, nothing on the list to buy.”
    case nothingToBuy = "nothing_on_the_list_to_buy"
    /// “Paid for, not a barrier.”
    case paidForNotABarrier = "paid_for_not_a_barrier"
    /// Neither serious nor paid for.
    case notABarrier = "not_a_barrier"
  }

  /// `d01`…`d11`.
  public let dimension: String
  /// Severity 0…100 over respondents; nil when hidden.
  public let severity: Double?
  /// Share of the money, split equally over the dimensions that a factor serves, 0…1.
  public let share: Double?
  /// Share of the money on factors that could relieve it, overlapping, 0…1.
  public let overlappingShare: Double?
  /// What the two together say; nil when hidden.
  public let verdict: Verdict?

  /// Makes a value from its parts.
  public init(dimension: String, severity: Double?, share: Double?, overlappingShare: Double?, verdict: Verdict?) {
    self.dimension = dimension
    self.severity = severity
    self.share = share
    self.overlappingShare = overlappingShare
    self.verdict = verdict
  }
}

/// One row of `comparisons.csv`.
public struct Comparison: Sendable, Hashable {
  /// The declared family: `overall`, `dimensions`, `co`, `steps`, each with `_pairs` for its pairwise rows.
  public let family: String
  /// The measure's id.
  public let measure: String
  /// The grouping column.
  public let by: String
  /// The first group, or `all` for a comparison of all groups at once.
  public let groupA: String
  /// The second group; nil for a comparison of all groups at once.
  public let groupB: String?
  /// People in the first group (in all groups for `all`); nil when hidden.
  public let nA: Int?
  /// People in the second group; nil when hidden.
  public let nB: Int?
  /// Whether this is the row to read: pooled tests stand beside it and never alone.
  public let primary: Bool
  /// The test: `van_elteren`, `blocked_kruskal_wallis`, `whole_organisation_permutation`, `mann_whitney`, `kruskal_wallis`.
  public let method: String
  /// The test statistic.
  public let statistic: Double?
  /// Degrees of freedom of the limit distribution.
  public let degreesOfFreedom: Double?
  /// The p-value; nil when the comparison cannot be made.
  public let p: PValue?
  /// Holm-adjusted within the family; nil where `p` is nil and on rows that are not primary.
  public let pAdjusted: Double?
  /// The effect with its interval.
  public let effect: EffectSize?
  /// Why there is a number or none.
  public let status: Status
  /// Why, or a caution, in plain words; empty when there is nothing to add.
  public let note: String

  /// Makes a value from its parts.
  public init(
    family: String, measure: String, by: String, groupA: String, groupB: String?, nA: Int?, nB: Int?, primary: Bool,
    method: String, statistic: Double?, degreesOfFreedom: Double?, p: PValue?, pAdjusted: Double?, effect: EffectSize?,
    status: Status, note: String
  ) {
    self.family = family
    self.measure = measure
    self.by = by
    self.groupA = groupA
    self.groupB = groupB
    self.nA = nA
    self.nB = nB
    self.primary = primary
    self.method = method
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.p = p
    self.pAdjusted = pAdjusted
    self.effect = effect
    self.status = status
    self.note = note
  }
}

/// What a family of comparisons can show at all.
public struct FamilyNote: Sendable, Hashable {
  /// The family's name.
  public let family: String
  /// The grouping column.
  public let by: String
  /// The number of primary tests with a p-value.
  public let size: Int
  /// The smallest Holm-adjusted p that any answers could give; nil when hidden or without tests.
  public let smallestAdjusted: Double?
  /// One plain sentence.
  public let sentence: String

  /// Makes a value from its parts.
  public init(family: String, by: String, size: Int, smallestAdjusted: Double?, sentence: String) {
    self.family = family
    self.by = by
    self.size = size
    self.smallestAdjusted = smallestAdjusted
    self.sentence = sentence
  }
}

/// One row of `distributions.csv`: how often an answer was given.
public struct DistributionRow: Sendable, Hashable {
  /// Item code.
  public let item: String
  /// Respondent type; nil for all types together.
  public let respondentType: String?
  /// The answer: a code of the scale, `dk`, `nfm`, `skipped` or `not_asked`.
  public let answer: String
  /// How often; nil when hidden.
  public let count: Int?
  /// Why there is a number or none.
  public let status: Status

  /// Makes a value from its parts.
  public init(item: String, respondentType: String?, answer: String, count: Int?, status: Status) {
    self.item = item
    self.respondentType = respondentType
    self.answer = answer
    self.count = count
    self.status = status
  }
}
