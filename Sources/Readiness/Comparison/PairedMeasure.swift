import Foundation
import Statistics

/// The comparisons of one measure between two waves of the same people.
struct PairedMeasure: Sendable {
  /// The rows' names; their numbers are still empty.
  let draft: ComparisonDraft
  let people: PairedPeople
  /// The scores of the first and of the second wave.
  let scores: [Scores]
  let plan: ScoringPlan

  /// From so many organisations on, the row that allows for them is the one that a careful reader takes.
  static let carefulOrganizations = 6

  /// Signed ranks, signs, whole organisations.
  var rows: [ComparisonDraft] {
    guard let place = scores[0].place(of: draft.measure), place < scores[0].columns.count,
      scores.allSatisfy({ !$0.layout.items[place].isEmpty })
    else { return [draft.withheld(.notAsked, note: "No item of this measure was asked in both waves.")] }
    let columns = scores.map { $0.columns[place] }
    let changes = people.pairs.map { columns[1][$0.second] - columns[0][$0.first] }
    let scored = changes.indices.filter { !changes[$0].isNaN }
    guard scored.count >= max(1, plan.disclosureMinimum) else {
      return [
        scored.isEmpty
          ? draft.withheld(.tooFewPeople, note: "Nobody has a score in both waves.")
          : draft.withheld(.suppressed, note: "Too few people have a score in both waves.")
      ]
    }
    let differences = PairedDifferences(
      first: scored.map { columns[0][people.pairs[$0].first] },
      second: scored.map { columns[1][people.pairs[$0].second] })
    let organizations = Self.byOrganization(scored.map { (people.codes[$0], changes[$0]) })
    let once = columns.reduce(0) { $0 + $1.count { !$0.isNaN } } - 2 * scored.count
    var base = draft
    let isSafe =
      presence(place).isSafe(minimum: plan.disclosureMinimum) || !scores.contains { $0.restsOnOneItem(place) }
    (base.nA, base.nB) = isSafe ? (scored.count, scored.count) : (nil, nil)
    base.evidence.design = .samePeople
    base.evidence.reason = "The same people answered in both waves, so each is compared with themselves."
    let medians = columns.indices.map { wave in
      try? OrderStatistics(scored.map { columns[wave][wave == 0 ? people.pairs[$0].first : people.pairs[$0].second] })
    }
    if let first = medians[0], let second = medians[1] {
      base.evidence.medians = ComparisonEvidence.Medians(first: first.median, second: second.median)
    }
    let tellsOrganizations = [organizations.map(\.count), attendance].allSatisfy { people in
      CrowdedGroups.tells(people.count, of: people.reduce(0, +), minimum: plan.disclosureMinimum)
    }
    base.evidence.organizations = organizations.isEmpty || !tellsOrganizations ? nil : organizations.count
    let returners = PartDigits(
      parts: organizations.map(\.count), isHidden: organizations.map { _ in plan.disclosureMinimum > 0 })
    let without = people.pairs.count - scored.count
    base.evidence.missing.people = isSafe && (without == 0 || without >= plan.disclosureMinimum) ? without : nil
    return [
      signedRanks(base, differences, organizations, tellsOrganizations), signs(base, differences),
      tellsOrganizations
        ? wholeOrganizations(
          base, organizations.map { $0.reduce(0, +) / Double($0.count) }, returners,
          tellsOnce: isFew(once))
        : withoutOrganizations(base),
    ]
  }

  /// People of both waves by organisation.
  private var attendance: [Int] {
    var counts = [Int](repeating: 0, count: people.organizations.count)
    for code in people.codes where code >= 0 { counts[code] += 1 }
    return counts
  }

  /// The row of whole organisations where their number would tell how few people each has: so would the smallest p.
  private func withoutOrganizations(_ base: ComparisonDraft) -> ComparisonDraft {
    var row = base
    row.primary = false
    row.isAdjustedByMethod = true
    row.method = "whole_organisation_signs"
    return row.withheld(
      .suppressed, note: "The people who answered twice are spread too thinly for their organisations to be counted.")
  }

  /// Who has a score in which wave.
  private func presence(_ place: Int) -> PairedPresence {
    PairedPresence(people.everybody.map { ($0.first, $0.second) }) { wave, row in
      !scores[wave].columns[place][row].isNaN
    }
  }

  /// Why it is not said how many rose, stayed and fell on a measure of one item.
  private static let tellsUnrated: Phrase =
    "How many rose, stayed and fell is not shown: with the number who answered it would count a few people who gave no rating."

  /// The changes of the people of each organisation, in the organisations' order; pairs without one are left out.
  private static func byOrganization(_ changes: [(code: Int, change: Double)]) -> [[Double]] {
    var groups: [Int: [Double]] = [:]
    for (code, change) in changes where code >= 0 { groups[code, default: []].append(change) }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  private func signedRanks(
    _ base: ComparisonDraft, _ differences: PairedDifferences, _ organizations: [[Double]], _ tellsOrganizations: Bool
  ) -> ComparisonDraft {
    var row = base
    row.method = "signed_rank"
    do throws(SampleFault) {
      let test = try SignedRankTest(differences, null: choices.null(people: differences.total, seed: seed))
      row.take(test, method: "signed_rank")
      row.effect = try? EffectSize.matchedPairsRankBiserial(
        differences, level: plan.level, draws: plan.draws, seed: seed)
      row.evidence.leaveOneOrganizationOut =
        tellsOrganizations ? leaveOneOut(organizations, total: differences.total) : nil
      row.evidence.leaveOneOrganizationOut = spread(organizations).told(row.evidence.leaveOneOrganizationOut, scale: 1)
      row.note = ComparisonDraft.joined(
        row.nA == nil ? Self.tellsUnrated : directions(differences),
        tellsOrganizations ? caution(organizations.count) : Self.uncounted)
      row = choices.settled(row)
      return row.told(tellsDirections(row, differences) ? .full : few(of: differences.total), sizes: nil, scale: 1)
    } catch {
      return failed(row, error, everybody: "No one changed.")
    }
  }

  /// Whether it may be told how many rose, stayed and fell, and so what is reckoned from the number of people who changed.
  private func tellsDirections(_ row: ComparisonDraft, _ differences: PairedDifferences) -> Bool {
    (row.nA != nil || plan.disclosureMinimum == 0)
      && ![differences.rises, differences.unchanged, differences.falls].contains(where: isFew)
  }

  private func isFew(_ count: Int) -> Bool { count > 0 && count < plan.disclosureMinimum }

  /// How finely a result is told from which nobody must see how many of all are in a small number: at least coarsely enough, and never without
  /// an effect, because the row is the one to read.
  private func few(of total: Int) -> SpreadDigits {
    min(.one, SpreadDigits(hidden: 1, share: Double(max(1, plan.disclosureMinimum - 1)) / Double(max(1, total))))
  }

  /// How finely a result is told that rests on how many people of each organisation came back, which is told of none.
  private func spread(_ organizations: [[Double]]) -> SpreadDigits {
    SpreadDigits(people: organizations.map(\.count), isTold: organizations.map { _ in plan.disclosureMinimum == 0 })
  }

  private func signs(_ base: ComparisonDraft, _ differences: PairedDifferences) -> ComparisonDraft {
    var row = base
    row.primary = false
    row.isAdjustedByMethod = true
    row.method = "sign_test"
    // Few numbers that add up to the people have one p, in however few digits.
    guard tellsDirections(row, differences) else {
      return row.withheld(.suppressed, note: row.nA == nil ? Self.tellsUnrated : Self.fewMoved)
    }
    do throws(SampleFault) {
      let test = try SignTest(rises: differences.rises, falls: differences.falls)
      row.take(test, method: "sign_test")
      row.effect = try? share(differences)
      row.note = "Counts who rose and who fell, whatever the size of the change."
      return row
    } catch {
      return failed(row, error, everybody: "No one changed.")
    }
  }

  /// Why it is not said how many rose, stayed and fell.
  private static let fewMoved: Phrase =
    "How many rose, stayed and fell is not shown: one of the numbers is too small."

  /// - Parameters:
  ///   - returners: how finely the mean of means is told: with the people's mean it is a second equation in how many of each came back.
  ///   - tellsOnce: whether only a few people answered once: with the means of each wave the mean change would tell about them.
  private func wholeOrganizations(
    _ base: ComparisonDraft, _ means: [Double], _ returners: PartDigits, tellsOnce: Bool
  ) -> ComparisonDraft {
    var row = base
    row.primary = false
    row.isAdjustedByMethod = true
    row.method = "whole_organisation_signs"
    guard !tellsOnce else {
      return row.withheld(.suppressed, note: "Too few people have a score in one wave alone to show the mean change.")
    }
    guard means.count > 1 else {
      return row.withheld(
        .notTestable,
        note: means.isEmpty
          ? "The pairs come from no named organisation." : "The pairs come from one organisation only.")
    }
    do throws(SampleFault) {
      let test = try PairedOrganizationsTest(meanChanges: means, null: choices.null(people: means.count, seed: seed))
      row.take(test, method: "whole_organisation_signs")
      let hasInterval = means.count >= Self.carefulOrganizations
      row.effect = EffectSize(
        name: "mean_change", value: test.statistic,
        interval: hasInterval ? try? .mean(Moments(means), level: plan.level) : nil,
        intervalMethod: hasInterval ? "Student's t over organisations" : "")
      row.note =
        "Every organisation counts once, by the mean change of its people; the effect is the mean of these changes, in points."
      let told = returners.equal(
        Estimate(value: test.statistic, interval: row.effect?.interval, n: nil, status: .ok),
        minimum: plan.disclosureMinimum)
      row.statistic = told?.value
      row.effect = told?.value.map {
        EffectSize(
          name: "mean_change", value: $0, interval: told?.interval,
          intervalMethod: told?.interval == nil ? "" : row.effect?.intervalMethod ?? "")
      }
      // How many organisations moved at all would tell that the changes of one add up to nothing.
      if plan.disclosureMinimum > 0, let p = row.p {
        row.p = PValue(
          value: p.value, method: p.method,
          smallestAttainable: min(p.smallestAttainable, pow(2, 1 - Double(means.count))),
          interval: p.interval)
      }
      if told == nil { row.note = ComparisonDraft.joined(row.note, ComparisonDraft.untoldEffect) }
      return choices.settled(row)
    } catch {
      return failed(row, error, everybody: "No organisation changed.")
    }
  }

  /// The share of those who changed that rose.
  private func share(_ differences: PairedDifferences) throws(SampleFault) -> EffectSize {
    let changed = differences.rises + differences.falls
    return EffectSize(
      name: "share_of_changes_that_rose", value: Double(differences.rises) / Double(changed),
      interval: try .clopperPearson(count: differences.rises, of: changed, level: plan.level),
      intervalMethod: "Clopper–Pearson")
  }

  private func failed(_ base: ComparisonDraft, _ fault: SampleFault, everybody: Phrase) -> ComparisonDraft {
    var row = base
    row.status = Status(fault)
    row.note = fault == .noVariation ? everybody : fault.plainWords
    return row
  }

  /// How many rose, stayed and fell; none of the numbers where one of them is of one to four people and small groups are hidden.
  private func directions(_ differences: PairedDifferences) -> Phrase {
    let counts = [differences.rises, differences.unchanged, differences.falls]
    guard !counts.contains(where: isFew) else { return Self.fewMoved }
    let words = counts.map(Phrase.count)
    return "\(words[0]) rose, \(words[1]) stayed and \(words[2]) fell."
  }

  /// The caution where the number of organisations is not said.
  private static let uncounted: Phrase =
    "The pairs come from several organisations, whose people may change together: this p may be too small."

  private func caution(_ organizations: Int) -> Phrase {
    switch organizations {
    case 0: "Organisations are not named, so people are taken as unrelated."
    case 1: "There is one organisation only."
    case ..<Self.carefulOrganizations:
      "The pairs come from \(organizations) organisations, whose people may change together: this p may be too small."
    default:
      """
      The pairs come from \(organizations) organisations, whose people may change together: a careful reader takes \
      the row whole_organisation_signs.
      """
    }
  }

  /// The smallest and largest rank biserial when each organisation is left out; nil where one leaves too few people.
  private func leaveOneOut(_ organizations: [[Double]], total: Int) -> ClosedRange<Double>? {
    guard organizations.count > 1, organizations.reduce(0, { $0 + $1.count }) == total else { return nil }
    var effects: [Double] = []
    for left in organizations.indices {
      let rest = organizations.indices.filter { $0 != left }.flatMap { organizations[$0] }
      guard rest.count >= plan.disclosureMinimum, let test = try? SignedRankTest(rest, null: .asymptotic) else {
        return nil
      }
      effects.append(test.rankBiserial)
    }
    guard let low = effects.min(), let high = effects.max() else { return nil }
    return low...high
  }

  private var seed: UInt64 {
    StableHash.of(
      ["wave", draft.measure, draft.groupA, draft.groupB ?? ""].joined(separator: "\u{1F}"), seed: plan.seed)
  }

  /// What decides how p is found.
  private var choices: ContrastChoices {
    ContrastChoices(
      null: plan.comparison.null, permutations: plan.permutations, level: plan.level, minimum: plan.disclosureMinimum)
  }
}
