import Disclosure
import Statistics

/// The raw rows of scores by group, and the same rows with everything withheld that disclosure hides.
struct AssessmentScores: Sendable {
  /// Rows of one group under one weighting, one per measure in order.
  private struct Block: Sendable {
    let key: GroupKey
    let weighting: Weighting
    let first: Int
  }

  /// The rows: raw until ``publish(_:items:overall:intervals:)``, then as they are published.
  private(set) var rows: [ScoreRow]
  private let blocks: [Block]
  private let measureCount: Int
  private let blockOf: [Weighting: [GroupKey: Int]]

  /// Takes raw rows, in which every group and weighting has one row per measure, in order.
  init(_ rows: [ScoreRow], measures: [Measure]) {
    self.rows = rows
    measureCount = measures.count
    blocks = stride(from: 0, to: rows.count, by: max(1, measures.count)).map { first in
      let row = rows[first]
      return Block(
        key: GroupKey(organization: row.organization, by: row.groupBy, group: row.group), weighting: row.weighting,
        first: first)
    }
    var blockOf: [Weighting: [GroupKey: Int]] = [:]
    for (index, block) in blocks.enumerated() { blockOf[block.weighting, default: [:]][block.key] = index }
    self.blockOf = blockOf
  }

  /// The raw row of a group on a measure; nil for a group without people.
  func raw(_ key: GroupKey, measure: Int, weighting: Weighting = .respondents) -> ScoreRow? {
    blockOf[weighting]?[key].map { rows[blocks[$0].first + measure] }
  }

  /// People with a score, measure × group; nil where the measure was not asked.
  func counts(of groups: AssessmentGroups) -> [[Int?]] {
    values(of: groups) { $0.estimate.status == .notAsked ? nil : $0.estimate.n ?? 0 }
  }

  /// Something of groups' own rows, measure × group; nil for a group without people.
  func values<Value>(of groups: AssessmentGroups, _ value: (ScoreRow) -> Value?) -> [[Value?]] {
    let starts = groups.keys.map { key in blockOf[.respondents]?[key].map { blocks[$0].first } }
    return (0..<measureCount).map { measure in
      starts.map { start in start.flatMap { value(rows[$0 + measure]) } }
    }
  }

  /// Tells means of one item only as finely as numbers of people that are not told allow.
  mutating func coarsen(_ digits: OneItemDigits, _ suppression: AssessmentSuppression) {
    for block in blocks {
      guard let place = suppression.groups.place(block.key) else { continue }
      let groups = suppression.groups
      let parts: [Int] =
        switch block.weighting {
        case .respondents: [place]
        case .types: groups.rollUpParts[place] ?? []
        case .organizations: groups.organizationParts[place] ?? []
        }
      for measure in 0..<measureCount {
        let unit = digits.unit(parts, measure: measure)
        let step = block.weighting == .respondents ? digits.intervalUnit(place, measure: measure) : unit
        let tellsDeviation = block.weighting != .respondents || digits.tellsDeviation(place, measure: measure)
        guard unit != nil || step != nil || !tellsDeviation else { continue }
        let row = rows[block.first + measure]
        rows[block.first + measure] = row.replacing(
          row.estimate.told(unit: unit, interval: step), sd: tellsDeviation ? row.sd : nil)
      }
    }
  }

  /// Tells numbers that weigh parts in another way than people only as finely as hidden parts allow.
  ///
  /// - Parameter suppression: what is hidden.
  mutating func coarsen(_ suppression: AssessmentSuppression) {
    guard suppression.rule.minimum > 0 else { return }
    for block in blocks {
      guard let place = suppression.groups.place(block.key),
        block.weighting != .respondents || block.key.organization == nil
      else { continue }
      let parts =
        (block.weighting == .types ? suppression.groups.rollUpParts : suppression.groups.organizationParts)[place]
      guard let parts else { continue }
      for measure in 0..<measureCount {
        let row = rows[block.first + measure]
        guard row.estimate.value != nil else { continue }
        let digits = suppression.digits(of: parts, measure: measure)
        if block.weighting == .respondents {
          let interval = digits.interval(row.estimate.interval, around: row.estimate.value)
          rows[block.first + measure] = row.replacing(interval: interval)
        } else if !(suppression.isOfOneItem(measure) && !digits.hidden.isEmpty),
          var estimate = digits.equal(row.estimate, minimum: suppression.rule.minimum)
        {
          // An interval of types is there when nobody is alone in one.
          if block.weighting == .types, !digits.hidden.isEmpty {
            estimate = Estimate(value: estimate.value, interval: nil, n: estimate.n, status: estimate.status)
          }
          rows[block.first + measure] = row.replacing(estimate)
        } else {
          rows[block.first + measure] = row.withheld(.suppressed)
        }
      }
    }
  }

  /// Withholds what disclosure hides, in place: there may be a million rows.
  ///
  /// - Parameters:
  ///   - suppression: what is hidden.
  ///   - answers: which counts are hidden.
  ///   - overall: the place of the overall score among the measures.
  ///   - intervals: intervals of organisations' overall scores that replace those of the rows.
  mutating func publish(
    _ suppression: AssessmentSuppression, answers: AssessmentAnswers, overall: Int?,
    intervals: [String: ConfidenceInterval?]
  ) {
    // Groups' own rows last: the other weightings are judged by the raw numbers of people.
    let order = blocks.filter { $0.weighting != .respondents } + blocks.filter { $0.weighting == .respondents }
    let only = overall.flatMap(onlyOrganization)
    for block in order {
      let place = suppression.groups.place(block.key)
      for measure in 0..<measureCount {
        let row = rows[block.first + measure].with(answers, block.key, measure: measure)
        let isHidden = place.map { suppression.hidden[measure][$0] } ?? (suppression.rule.minimum > 0)
        if row.estimate.status != .notAsked,
          isHidden
            || leavesFew(rows[block.first + measure], block.key, measure: measure, minimum: suppression.rule.minimum)
        {
          rows[block.first + measure] = row.withheld(.suppressed)
        } else if block.weighting == .respondents, measure == overall, block.key.by == nil,
          let name = block.key.organization ?? only, let interval = intervals[name]
        {
          rows[block.first + measure] = row.replacing(interval: interval)
        } else {
          rows[block.first + measure] = row
        }
      }
    }
    leaveOutTypes(suppression)
  }

  /// Hidden groups of an organisation and hidden respondent types are not even listed.
  private mutating func leaveOutTypes(_ suppression: AssessmentSuppression) {
    guard suppression.rule.minimum > 0 else { return }
    rows.removeAll { row in
      (row.level == .cell || row.level == .type)
        && suppression.isUnlisted(GroupKey(organization: row.organization, by: row.groupBy, group: row.group))
    }
  }
}

extension AssessmentScores {
  /// The organisation that everybody is of, whose score and interval are those of all; nil where there are several, or people of none.
  private func onlyOrganization(overall: Int) -> String? {
    let names = Set(blocks.compactMap(\.key.organization))
    guard names.count == 1, let name = names.first,
      let own = raw(GroupKey(organization: name), measure: overall),
      let all = raw(GroupKey(), measure: overall), own.estimate.n == all.estimate.n
    else { return nil }
    return name
  }

  /// Whether a weighting in which parts count the same covers all but a few people of its group: the two numbers of people
  /// would tell how many belong to no part.
  private func leavesFew(_ row: ScoreRow, _ key: GroupKey, measure: Int, minimum: Int) -> Bool {
    guard row.weighting != .respondents, let n = row.estimate.n,
      let people = raw(key, measure: measure)?.estimate.n
    else { return false }
    return people != n && people - n < minimum
  }
}

extension ScoreRow {
  /// The row without any number.
  func withheld(_ status: Status) -> ScoreRow {
    ScoreRow(
      level: level, organization: organization, groupBy: groupBy, group: group, weighting: weighting, measure: measure,
      estimate: .withheld(status), sd: nil, coverage: nil, doNotKnowRate: nil, notForMeRate: nil)
  }

  /// The row with another interval.
  func replacing(interval: ConfidenceInterval?) -> ScoreRow {
    replacing(Estimate(value: estimate.value, interval: interval, n: estimate.n, status: estimate.status))
  }

  /// The row with another estimate, and what it is made of.
  func replacing(_ estimate: Estimate) -> ScoreRow { replacing(estimate, sd: sd) }

  /// The row with another estimate and standard deviation.
  func replacing(_ estimate: Estimate, sd: Double?) -> ScoreRow {
    var row = ScoreRow(
      level: level, organization: organization, groupBy: groupBy, group: group, weighting: weighting, measure: measure,
      estimate: estimate, sd: sd, coverage: coverage, doNotKnowRate: doNotKnowRate, notForMeRate: notForMeRate)
    row.answers = answers
    return row
  }

  /// The row without the counts that are hidden. The standard deviation goes with the number of people, which it would give
  /// together with the interval, and with withheld ratings.
  func with(_ answers: AssessmentAnswers, _ key: GroupKey, measure: Int) -> ScoreRow {
    let showsPeople = answers.showsPeople(key, measure: measure)
    func shown(_ rate: Double?, _ kind: AssessmentAnswers.Kind) -> Double? {
      answers.isShown(kind, key, measure: measure) ? rate : nil
    }
    return ScoreRow(
      level: level, organization: organization, groupBy: groupBy, group: group, weighting: weighting,
      measure: self.measure, estimate: showsPeople ? estimate : estimate.withoutPeople,
      sd: answers.showsSpread(key, measure: measure) ? sd : nil,
      coverage: shown(coverage, .answered), doNotKnowRate: shown(doNotKnowRate, .doNotKnow),
      notForMeRate: shown(notForMeRate, .notForMe))
  }
}

extension Estimate {
  /// The number without the number of people behind it.
  var withoutPeople: Estimate { Estimate(value: value, interval: interval, n: nil, status: status) }
}
