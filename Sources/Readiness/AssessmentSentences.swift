import Disclosure
import Survey

extension AssessmentSuppression {
  /// What was hidden and why, in counts of groups and never of people.
  func notes(plan: ScoringPlan) -> [Phrase] {
    guard rule.minimum > 0 else { return [plan.disclosure.phrase] }
    var notes = [plan.disclosure.phrase]
    if let cohort = groups.place(.cohort), isHidden[cohort] {
      return [
        groups.sizes[cohort] < rule.minimum
          ? "Fewer than \(rule.minimum) people answered, so everything is hidden."
          : "The groups are so small that the total would give them away, so no score is shown."
      ]
    }
    func count(_ isKind: (GroupKey) -> Bool) -> (hidden: Int, all: Int) {
      let places = groups.keys.indices.filter { isKind(groups.keys[$0]) }
      return (places.count { isHidden[$0] }, places.count)
    }
    let organizations = count { $0.organization != nil && $0.by == nil }
    if organizations.hidden > 0 {
      notes.append("Hidden: \(organizations.hidden) of \(organizations.all) organisations.")
    }
    // Types that are hidden are in no list, so they are in no number of groups either; nor is anything within an organisation.
    let listed = count { $0.organization == nil && $0.by != nil && !isUnlisted($0) }
    if listed.hidden > 0 {
      notes.append("Hidden: \(listed.hidden) of \(listed.all) groups that are listed over the whole cohort.")
    }
    if groups.keys.indices.contains(where: { isHidden[$0] && isUnlisted(groups.keys[$0]) }) {
      notes.append(
        """
        Types with fewer than \(rule.minimum) people, and groups of that size inside an organisation, are not listed, nor are \
        others that would give them away.
        """)
    }
    if holdsBack {
      notes.append(
        """
        An earlier release shows nearly the same people, so the groups that fewer than \(rule.minimum) people tell from it \
        are hidden too.
        """)
    }
    notes.append(
      """
      Numbers of people, and how often each answer was given, were audited against a reader who combines every sum. \
      Shares of answers are guarded against single additions and subtractions. Where everybody in a group gave the same answer, or has the same score, that is hidden \
      too.
      """
    )
    return notes
  }
}

extension DisclosureMode {
  /// What the mode hides, in no language yet; in English it is ``sentence``.
  package var phrase: Phrase {
    switch self {
    case .public:
      """
      Small groups (mode public): every number of a group under ten is hidden, and other groups where the hidden one could be \
      worked out.
      """
    case .internal:
      """
      Small groups (mode internal): every number of a group under five is hidden, and other groups where the hidden one could \
      be worked out. It is not for publication: that takes the mode public.
      """
    case .pilot: "Small groups (mode pilot): nothing is hidden, under a recorded consent. This is not for publication."
    }
  }
}

extension Assessment {
  /// Cautions that belong beside the scores.
  static func cautions(_ responses: Responses, plan: ScoringPlan, profiles: [ReadinessProfile]) -> [Phrase] {
    var cautions = responses.instrument.oneSidedKeying.map(\.sentence)
    let alike = profiles.filter { $0.flags.contains(everybodyAlike) }.map(\.organization)
    if !alike.isEmpty {
      cautions.append("Everybody answered alike in: \(Phrase.separated(alike.map(Phrase.verbatim), by: ", ")).")
    }
    if responses.organization.codes.contains(where: { $0 < 0 }) {
      cautions.append(
        responses.organization.codes.contains { $0 >= 0 }
          ? "Some people gave no organisation; they count in the cohort and in no organisation."
          : "Organisations are not named, so people are taken as unrelated and nothing is ranked.")
    }
    if !responses.weights.isEmpty {
      cautions.append(
        responses.allocations == nil
          ? "Scores are weighted by the sampling weights in the files; comparisons are not."
          : """
          Scores are weighted by the sampling weights in the files; comparisons and budget answers are not: in \
          those every person, or every organisation, counts the same.
          """)
      if plan.disclosureMinimum > 0 {
        cautions.append(
          """
          Publish these scores or those without weights, not both: where groups are hidden, the two together can tell of \
          them.
          """)
      }
    }
    guard let allocations = responses.allocations else { return cautions }
    // A number of people is shown only when it is one that may be shown.
    func people(_ count: Int) -> Phrase { count >= max(1, plan.disclosureMinimum) ? .count(count) : "A few" }
    if allocations.nearTotals > 0 {
      cautions.append(
        """
        \(people(allocations.nearTotals)) of the allocations missed 100 points by at most half a point; weights use \
        each divided by its own total.
        """
      )
    }
    if allocations.rescaled > 0 {
      cautions.append(
        "\(people(allocations.rescaled)) of the allocations were rescaled to 100 points, as the run asked.")
    }
    if allocations.flagged > 0 {
      cautions.append(
        "\(people(allocations.flagged)) of the allocations did not total 100 points and are left out of every mean.")
    }
    return cautions
  }
}
