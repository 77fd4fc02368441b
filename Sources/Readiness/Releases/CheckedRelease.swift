public import Disclosure
public import Survey

/// Why nothing can be published beside what was published before.
public enum ReleaseFault: Error, Sendable, Hashable {
  /// The plan cannot be followed.
  case plan(AssessmentFault)
  /// All the answers together differ by few people from those of an earlier release, by its number where one alone is to blame.
  case nearlyTheSame(release: Int?)
}

/// What a run may publish beside what its ledger says was published before.
///
/// A run whose answers differ as a whole by few people from an earlier one is refused: nearly every number rests on everybody, and the
/// numbers of all others stand in the earlier release already. Otherwise the groups that few people tell from what was shown are held back,
/// and with them what would give them back (decision 31). What is published then is made with ``plan``.
public struct CheckedRelease: Sendable {
  /// The plan of the run, with the groups that are hidden because of earlier releases.
  public let plan: ScoringPlan
  /// What the ledger notes of the run.
  public let release: CohortRelease

  /// The groups that would be shown without the ledger.
  public var heldBack: [HeldGroup] { plan.heldBack.filter(\.isHeldBack) }

  /// Compares a run with the ledger.
  ///
  /// - Parameters:
  ///   - responses: valid responses.
  ///   - plan: every choice of the run.
  ///   - ledger: what was published before.
  ///   - threads: at most so many threads; 0 takes one per core. The result does not depend on it.
  /// - Throws: ``ReleaseFault`` when nothing can be published, or the plan cannot be followed.
  public init(
    _ responses: Responses, plan: ScoringPlan, ledger: CohortLedger, threads: Int = 0
  ) throws(ReleaseFault) {
    var scoring = plan
    // Neither gives a score of its own, and neither hides anything else.
    if plan.scheme == .benefitOfTheDoubt { scoring.weighting = .equal }
    if plan.aggregation.aggregation == nil { scoring.aggregation = .arithmetic }
    let basis: AssessmentBasis
    do {
      basis = try AssessmentBasis(responses, plan: scoring, threads: threads, ledger: ledger)
    } catch {
      throw .plan(error)
    }
    let suppression = basis.suppression
    var release = ReleasedPeople(
      basis.scores, groups: suppression.groups, groupings: basis.groupings, key: ledger.key
    ).release
    if let cohort = suppression.groups.place(.cohort), suppression.isHeldBack[cohort] {
      let rule = suppression.rule
      let number = ledger.releases.firstIndex { earlier in
        earlier.survey == release.survey
          && ReleaseDifference(release, earlier, rule: rule).pairs.contains { $0.later == cohort }
      }
      throw .nearlyTheSame(release: number.map { $0 + 1 })
    }
    for place in release.groups.indices {
      release.groups[place].isHidden = suppression.isHidden[place]
      release.groups[place].hidden = basis.scores.measures.indices.filter { suppression.hidden[$0][place] }
    }
    self.release = release
    var published = plan
    if suppression.holdsBack { published.heldBack = suppression.held(basis.scores.measures.map(\.id)) }
    self.plan = published
  }
}

extension AssessmentSuppression {
  /// Whether anything is hidden because of earlier releases.
  var holdsBack: Bool { isHeldBack.contains(true) || heldBackOn.contains { !$0.isEmpty } }

  /// All that is hidden, so that another run over the same answers hides the same.
  fileprivate func held(_ measures: [String]) -> [HeldGroup] {
    func held(_ place: Int, _ measure: String?, _ isHeldBack: Bool) -> HeldGroup {
      let key = groups.keys[place]
      return HeldGroup(
        organization: key.organization, by: key.by, group: key.group, measure: measure, isHeldBack: isHeldBack)
    }
    let people = groups.keys.indices.filter { isHidden[$0] }.map { held($0, nil, isHeldBack[$0]) }
    return people
      + measures.indices.flatMap { measure in
        groups.keys.indices.filter { hidden[measure][$0] && !isHidden[$0] }
          .map { held($0, measures[measure], heldBackOn[measure].contains($0)) }
      }
  }
}
