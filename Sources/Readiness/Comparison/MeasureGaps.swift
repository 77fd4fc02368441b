import Statistics
import Survey

/// The rows of the perception-gap atlas for one measure, before their family is known: every pair of groups × every kind.
///
/// One engine: each kind is a number per person, and that number goes through the same contrast as a primary comparison. So the
/// level gap has the p of the primary row of its pair.
struct MeasureGaps: Sendable {
  /// One row.
  struct Draft: Sendable {
    var kind: PerceptionGap.Kind
    /// The names, the test and the reason for it.
    var contrast: ComparisonDraft
    var people: [Int?] = [nil, nil]
    var values: [Double?] = [nil, nil]
    var difference: Estimate
    var intervalMethod = ""
  }

  /// The rows by pair, then by kind.
  private(set) var drafts: [Draft] = []

  /// Rows of a measure that nobody was asked.
  init(notAsked measure: String, engine: ComparisonEngine) {
    let labels = engine.grouping.labels
    for pair in Self.pairs(labels.count) {
      let draft = ComparisonDraft(
        family: Self.family, measure: measure, by: engine.grouping.name, groupA: labels[pair[0]],
        groupB: labels[pair[1]])
      withhold(draft.withheld(.notAsked, note: "No item of this measure was asked."))
    }
  }

  /// Compares every pair of groups on a measure, in every kind.
  ///
  /// - Parameter levels: the primary rows of the pairs that were compared, which are those of the level gap.
  init(_ subject: ComparisonSubject, levels: [ComparisonDraft]) {
    let engine = subject.engine
    let labels = engine.grouping.labels
    let sources = Sources(subject)
    for pair in Self.pairs(labels.count) {
      guard pair.allSatisfy(subject.shown.contains) else {
        withhold(subject.unmade(pair, family: Self.family))
        continue
      }
      let level = levels.first { $0.groupA == labels[pair[0]] && $0.groupB == labels[pair[1]] && $0.primary }
      let digits = subject.partDigits(pair)
      for kind in PerceptionGap.Kind.allCases { add(kind, pair, subject, sources, digits, level: level) }
    }
  }

  /// The family's name.
  static let family = "perception_gaps"

  /// Every two groups.
  static func pairs(_ count: Int) -> [[Int]] {
    (0..<count).flatMap { first in ((first + 1)..<max(first + 1, count)).map { [first, $0] } }
  }

  /// The numbers that are compared, collapsed, with their moments per organisation.
  private struct Sources {
    let scores: [PerceptionGap.Kind: CollapsedScores]
    let moments: [PerceptionGap.Kind: [[Moments]]]

    init(_ subject: ComparisonSubject) {
      let engine = subject.engine
      let width = engine.grouping.labels.count
      let all = PerceptionGap.Kind.allCases.map { kind -> (PerceptionGap.Kind, CollapsedScores) in
        switch kind {
        case .level: (kind, subject.scores)
        case .consensus: (kind, subject.scores.distancesFromMedian(groupCount: width))
        case .knowledge:
          (
            kind,
            CollapsedScores(
              engine.scores.doNotKnowShares(subject.place), grouping: engine.grouping, rows: engine.rows)
          )
        }
      }
      scores = Dictionary(uniqueKeysWithValues: all)
      moments = scores.mapValues { ($0.organizations + [$0.unnamed]).map(\.moments) }
    }
  }

  private mutating func add(
    _ kind: PerceptionGap.Kind, _ pair: [Int], _ subject: ComparisonSubject, _ sources: Sources, _ digits: PartDigits,
    level: ComparisonDraft?
  ) {
    let engine = subject.engine
    guard let scores = sources.scores[kind], let moments = sources.moments[kind] else { return }
    let names = pair.map { engine.grouping.labels[$0] }
    var draft = ComparisonDraft(
      family: Self.family, measure: subject.measure, by: engine.grouping.name, groupA: names[0], groupB: names[1])
    if kind == .knowledge, !subject.isKnowledgeShown(pair) {
      withhold(
        draft.withheld(.suppressed, note: "Too few answers were “don't know” for their share to be shown."), kind)
      return
    }
    let difference = MeanDifference(
      organizations: moments.dropLast().map { [$0[pair[0]], $0[pair[1]]] },
      unnamed: pair.map { moments[moments.count - 1][$0] }, level: engine.choices.level,
      intervalMinimum: engine.scores.plan.intervalMinimum, within: -100...100)
    let isCountShown =
      kind == .knowledge
      ? difference.map { subject.isShown(people: $0.people, pair) } ?? false : subject.showsPeople(pair)
    if kind == .level, var level {
      level.family = Self.family
      draft = level
    } else {
      let seed = engine.seed([engine.grouping.name, subject.measure, kind.rawValue] + names)
      let contrast = GroupContrast(
        draft: draft, names: names, scores: scores, moments: moments.dropLast(), groups: pair, seed: seed,
        choices: engine.choices, showsPeople: isCountShown)
      draft = contrast.primary(contrast.base)
    }
    guard draft.status != .suppressed, let difference else {
      withhold(draft.withheld(draft.status, note: draft.note), kind)
      return
    }
    let told = difference.told(digits, tellsOrganizations: subject.tellsOrganizations(pair))
    guard kind != .level || engine.choices.tellsMeans else {
      draft.note = ComparisonDraft.joined(
        draft.note,
        "The means are not told: people count the same in them, and beside weighted scores they would tell of hidden groups."
      )
      drafts.append(
        Draft(
          kind: kind, contrast: draft, people: isCountShown ? difference.people : [nil, nil],
          difference: .withheld(.suppressed)))
      return
    }
    // A distance from the median is a number of steps of the item's scale as well.
    let units = pair.map { kind == .knowledge ? nil : subject.unit($0) }
    let means = zip(difference.means, units).map { mean, unit in
      unit.map { PartDigits.nearest(mean, unit: $0) } ?? mean
    }
    drafts.append(
      Draft(
        kind: kind, contrast: draft, people: isCountShown ? difference.people : [nil, nil], values: means,
        difference: told.estimate.told(
          unit: units.compactMap(\.self).max(), interval: kind == .knowledge ? nil : subject.intervalUnit(pair)),
        intervalMethod: told.method))
  }

  /// A pair without a number in one kind, or in all.
  private mutating func withhold(_ draft: ComparisonDraft, _ only: PerceptionGap.Kind? = nil) {
    for kind in PerceptionGap.Kind.allCases where only == nil || kind == only {
      drafts.append(Draft(kind: kind, contrast: draft, difference: .withheld(draft.status)))
    }
  }
}

extension ComparisonSubject {
  /// The organisations of a pair's people, hidden where the numbers of both groups are not told.
  func partDigits(_ pair: [Int]) -> PartDigits {
    let isTold =
      engine.choices.minimum == 0 ? nil : engine.told?.spread(scores, groups: pair, measure: place)
    let people = scores.organizations.map { own in pair.reduce(0) { $0 + own.groupTotals[$1] } }
    return PartDigits(
      parts: people, isHidden: people.indices.map { engine.choices.minimum > 0 && !(isTold?[$0] ?? false) })
  }

  /// The step that a group's mean is told in, points; nil where it is told in full.
  func unit(_ group: Int) -> Double? {
    engine.missing.unit(by: engine.grouping.name, group: group, measure: place)
  }

  /// The step that intervals about a pair's means are told in, points; nil where they are told in full.
  func intervalUnit(_ pair: [Int]) -> Double? {
    engine.missing.intervalUnit(by: engine.grouping.name, groups: pair, measure: place)
  }

  /// Whether numbers of organisations may be said of some groups.
  func tellsOrganizations(_ groups: [Int]) -> Bool {
    engine.choices.crowded.tells(by: engine.grouping.name, groups.map { engine.grouping.labels[$0] })
  }

  /// Whether the shares of “don't know” of some groups may be shown: their numbers may.
  func isKnowledgeShown(_ groups: [Int]) -> Bool {
    groups.allSatisfy {
      engine.missing.isShown(.doNotKnow, by: engine.grouping.name, group: $0, measure: place)
    }
  }

  /// Whether numbers of people who were asked tell nothing of a few: neither those without a score nor those not asked.
  func isShown(people asked: [Int], _ groups: [Int]) -> Bool {
    let minimum = engine.choices.minimum
    return zip(asked, groups).allSatisfy { asked, group in
      [asked - scores.sizes[group], engine.missing.people(by: engine.grouping.name, group: group) - asked]
        .allSatisfy { $0 == 0 || $0 >= minimum }
    }
  }
}

extension MeasureGaps.Draft {
  /// The finished row.
  func finished(pAdjusted: Double?) -> PerceptionGap {
    PerceptionGap(
      by: contrast.by, groupA: contrast.groupA, groupB: contrast.groupB ?? "", measure: contrast.measure, kind: kind,
      nA: people[0], nB: people[1], valueA: values[0], valueB: values[1], difference: difference,
      intervalMethod: intervalMethod, method: contrast.method, design: contrast.evidence.design, p: contrast.p,
      pAdjusted: pAdjusted, status: contrast.status, note: contrast.note)
  }
}
