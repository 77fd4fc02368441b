import Statistics
import Survey

/// Everything that the comparisons of one grouping are made from.
struct ComparisonEngine: Sendable {
  /// The scores of every person, and the plan.
  let scores: Scores
  /// The groups; groups without people are never compared.
  let grouping: RespondentGrouping
  /// The respondents by organisation.
  let rows: OrganizationRows
  /// The groups that disclosure hides on each measure, by place and index: they are left out of every comparison and leave a
  /// row without numbers.
  let hidden: [Set<Int>]
  /// People and answers that cannot be used.
  let missing: MissingAnswers
  /// What decides how every comparison is made.
  let choices: ContrastChoices
  /// Which numbers of people within organisations are told; nil where none is known to be.
  var told: ToldPeople? = nil

  /// One measure's groups, collapsed, with what disclosure leaves of them.
  func subject(_ place: Int) -> ComparisonSubject {
    ComparisonSubject(self, place: place)
  }

  /// Where the rearrangements of one comparison start: the plan's seed stirred with the comparison's names, so that a p-value
  /// can be had again alone and does not change when other measures, groups or files are added.
  func seed(_ names: [String]) -> UInt64 {
    StableHash.of(names.joined(separator: "\u{1F}"), seed: scores.plan.seed)
  }
}

/// One measure as it is compared: collapsed scores, and which groups may be shown.
struct ComparisonSubject: Sendable {
  let engine: ComparisonEngine
  /// The measure's place.
  let place: Int
  /// The measure's id.
  let measure: String
  /// Its scores, collapsed.
  let scores: CollapsedScores
  /// The moments of every organisation and group.
  let moments: [[Moments]]
  /// Groups with people that disclosure does not hide.
  let shown: [Int]

  fileprivate init(_ engine: ComparisonEngine, place: Int) {
    self.engine = engine
    self.place = place
    measure = engine.scores.measures[place].id
    scores = CollapsedScores(engine.scores.column(place), grouping: engine.grouping, rows: engine.rows)
    moments = scores.organizations.map(\.moments)
    let (sizes, hidden) = (scores.sizes, engine.hidden[place])
    shown = engine.grouping.labels.indices.filter { !hidden.contains($0) && sizes[$0] > 0 }
  }

  /// Whether disclosure hides one of the groups.
  func isHidden(_ groups: [Int]) -> Bool { groups.contains(where: engine.hidden[place].contains) }

  /// Whether the number of people with a score may be shown for each of the groups.
  func showsPeople(_ groups: [Int]) -> Bool {
    engine.missing.showsPeople(by: engine.grouping.name, groups: groups, measure: place)
  }

  /// The comparison of some groups; a pair where two are named and `isPair` says so.
  func contrast(_ groups: [Int], family: String, isPair: Bool) -> GroupContrast {
    let names = groups.map { engine.grouping.labels[$0] }
    var draft = ComparisonDraft(
      family: family, measure: measure, by: engine.grouping.name, groupA: isPair ? names[0] : "all",
      groupB: isPair ? names[1] : nil)
    draft.evidence.missing = engine.missing.missing(
      by: engine.grouping.name, groups: groups, measure: place, scored: scores.sizes)
    return GroupContrast(
      draft: draft, names: names, scores: scores, moments: moments, groups: groups,
      seed: engine.seed([engine.grouping.name, measure] + names),
      choices: engine.choices, showsPeople: showsPeople(groups),
      isTold: showsPeople(groups) ? engine.told?.organizations(scores, groups: groups, measure: place) : nil,
      tellsSpread: engine.told?.spread(scores, groups: groups, measure: place))
  }
}
