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
  public let notRankedBecause: Phrase?
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
  public let flags: [Phrase]
  /// Measures on which its views are split, by id, so that no level is given there.
  public let splitViews: [String: Views]
  /// People of each roll-up of respondent types whose number is told, by code.
  public let rollUps: [String: Int]

  /// Makes a value from its parts.
  public init(
    organization: String, respondents: Int?, rank: Int?, rankSet: ClosedRange<Int>?, band: ClosedRange<Int>?,
    notRankedBecause: Phrase?, readiness: Estimate, readinessTypesEqual: Estimate, rankTypesEqual: Int?,
    readinessBudgetWeighted: Estimate, rankBudgetWeighted: Int?, measures: [String: Estimate],
    worstBarriers: [String], weakestCo: Standout, earliestWeakStep: Standout, gap: GapRow, growthGaps: [GapRow],
    participation: [ParticipationRow], flags: [Phrase], splitViews: [String: Views] = [:],
    rollUps: [String: Int] = [:]
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
    self.splitViews = splitViews
    self.rollUps = rollUps
  }
}
