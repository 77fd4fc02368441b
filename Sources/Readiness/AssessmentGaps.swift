import Disclosure
import Survey

/// Which gaps between two sides are shown.
///
/// A gap with its two numbers of people gives both sides away to a reader who knows one of them. So it is shown only when
/// 1. each side has enough people, and what is hidden within a side, or left beside both sides, is two groups or more and enough
///    people together;
/// 2. over all organisations, the sides of those without a shown gap are two or more and enough people together, since the
///    cohort's sides less the shown ones would give them.
struct AssessmentGaps: Sendable {
  private let suppression: AssessmentSuppression
  private let answers: AssessmentAnswers
  private let digits: OneItemDigits
  private let instrument: Instrument
  private let measures: [Measure]

  init(
    _ suppression: AssessmentSuppression, answers: AssessmentAnswers, digits: OneItemDigits, instrument: Instrument,
    measures: [Measure]
  ) {
    self.suppression = suppression
    self.answers = answers
    self.digits = digits
    self.instrument = instrument
    self.measures = measures
  }

  /// The rows as they are published.
  func published(_ rows: [GapRow]) -> [GapRow] {
    guard suppression.rule.minimum > 0 else { return rows }
    var isShown = rows.map { $0.difference.status == .notAsked || isSafe($0) }
    let families = Dictionary(grouping: rows.indices) { "\(rows[$0].kind.rawValue) \(rows[$0].measure)" }
    for indices in families.values {
      guard let cohort = indices.first(where: { rows[$0].organization == nil }) else { continue }
      let inside = indices.filter { rows[$0].organization != nil }.sorted()
      var isStable = false
      while !isStable {
        isStable = true
        for side in [\GapRow.firstN, \GapRow.secondN] {
          let counts = inside.map { rows[$0][keyPath: side] ?? 0 } + [rows[cohort][keyPath: side] ?? 0]
          let hidden = counts.indices.filter { !isShown[$0 < inside.count ? inside[$0] : cohort] }
          let suppression = Suppression(
            counts: counts, partitions: [Partition(whole: inside.count, parts: Array(inside.indices))],
            rule: suppression.rule, alreadyHidden: Set(hidden))
          for index in counts.indices where suppression.isHidden(index) {
            let row = index < inside.count ? inside[index] : cohort
            if isShown[row] && rows[row].difference.status != .notAsked {
              isShown[row] = false
              isStable = false
            }
          }
        }
      }
    }
    return zip(rows, isShown).map { row, isShown in
      guard isShown else { return row.withheld(.suppressed) }
      let told =
        row.organization == nil ? coarse(row, beside: families["\(row.kind.rawValue) \(row.measure)"] ?? []) : row
      let (isCounted, units) = (showsPeople(told), units(row))
      return told.told(unit: isCounted ? nil : units.mean, interval: units.interval, people: isCounted)
    }

    /// The cohort's gap, its interval as finely as the organisations without a shown gap allow.
    func coarse(_ row: GapRow, beside places: [Int]) -> GapRow {
      let inside = places.filter { rows[$0].organization != nil }
      let digits = PartDigits(
        parts: inside.map { (rows[$0].firstN ?? 0) + (rows[$0].secondN ?? 0) },
        isHidden: inside.map { !isShown[$0] || rows[$0].difference.value == nil })
      let estimate = row.difference
      return GapRow(
        organization: nil, kind: row.kind, measure: row.measure,
        difference: Estimate(
          value: estimate.value, interval: digits.interval(estimate.interval, around: estimate.value), n: estimate.n,
          status: estimate.status), firstN: row.firstN, secondN: row.secondN)
    }
  }

  /// The steps that a gap is told in where numbers of people are not, and that its interval is told in, points: the coarsest on either side.
  private func units(_ row: GapRow) -> (mean: Double?, interval: Double?) {
    guard let measure = measures.firstIndex(where: { $0.id == row.measure }) else { return (nil, nil) }
    let groups = groups(of: row)
    return (
      digits.unit(groups.compactMap(suppression.groups.place), measure: measure),
      digits.intervalUnit(groups, measure: measure)
    )
  }

  /// The cohort or the organisation of a row, and the groups on both sides and beside them that have people.
  private func groups(of row: GapRow) -> [GroupKey] {
    [GroupKey(organization: row.organization)]
      + parts(of: row).flatMap(\.self).map {
        GroupKey(
          organization: row.organization, by: row.kind == .themAndUs ? "roll_up" : "respondent_type", group: $0)
      }.filter { suppression.groups.place($0) != nil }
  }

  /// Whether the numbers of people on both sides may be shown beside the numbers of all their people.
  private func showsPeople(_ row: GapRow) -> Bool {
    guard let measure = measures.firstIndex(where: { $0.id == row.measure }) else { return true }
    let groups = groups(of: row)
    // A side may be hidden group by group and still be shown; what is known of its groups decides.
    let known = groups.dropFirst().filter { !suppression.isHidden($0, measure: measure) }
    return (groups.prefix(1) + known).allSatisfy { answers.showsPeople($0, measure: measure) }
  }

  /// Whether a row by itself gives nothing away.
  private func isSafe(_ row: GapRow) -> Bool {
    guard let measure = measures.firstIndex(where: { $0.id == row.measure }),
      let whole = suppression.groups.place(GroupKey(organization: row.organization)),
      !suppression.hidden[measure][whole],
      let first = row.firstN, let second = row.secondN, first >= suppression.rule.minimum,
      second >= suppression.rule.minimum
    else { return false }
    let sides = parts(of: row)
    return sides.allSatisfy { codes in
      let places = codes.compactMap {
        suppression.groups.place(
          GroupKey(
            organization: row.organization, by: row.kind == .themAndUs ? "roll_up" : "respondent_type", group: $0))
      }
      let hidden = places.filter { suppression.hidden[measure][$0] && (suppression.counts[measure][$0] ?? 0) > 0 }
      let people = hidden.reduce(0) { $0 + (suppression.counts[measure][$1] ?? 0) }
      return hidden.isEmpty || (hidden.count > 1 && people >= suppression.rule.minimum)
    }
  }

  /// The groups that make up the first side, the second side, and neither.
  private func parts(of row: GapRow) -> [[String]] {
    switch row.kind {
    case .themAndUs:
      [RollUp.Side.staff, .citizen, .neither].map { side in
        instrument.rollUps.filter { $0.side == side }.map(\.code)
      }
    case .growth:
      [true, false].map { leads in instrument.respondentTypes.filter { $0.leads == leads }.map(\.code) }
    }
  }
}

extension GapRow {
  /// The row in steps of `unit` points, its interval in steps of `interval` points, with the numbers of people or without.
  func told(unit: Double?, interval: Double?, people: Bool) -> GapRow {
    let estimate = difference.told(unit: unit, interval: interval)
    return GapRow(
      organization: organization, kind: kind, measure: measure, difference: people ? estimate : estimate.withoutPeople,
      firstN: people ? firstN : nil, secondN: people ? secondN : nil)
  }

  /// The row without any number.
  func withheld(_ status: Status) -> GapRow {
    GapRow(
      organization: organization, kind: kind, measure: measure, difference: .withheld(status), firstN: nil, secondN: nil
    )
  }
}
