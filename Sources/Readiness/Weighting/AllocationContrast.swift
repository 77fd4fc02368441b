import Statistics

/// One comparison of whole allocations to be made: some groups, with everything that decides how.
///
/// What is exchanged follows the same rule as for scores: labels inside organisations that hold the groups side by side, whole
/// organisations (each by its mean allocation) where each holds one group, people where there is one organisation or none is named.
struct AllocationContrast: Sendable {
  /// The row's names; its numbers are still empty.
  let draft: ComparisonDraft
  let sample: AllocationSample
  /// The group of each person of the sample, from 0; −1 for none of the compared groups.
  let groupOf: [Int]
  let groupCount: Int
  /// Whether it is told how many people of the groups gave an allocation.
  let tellsPeople: Bool
  /// How finely results are told that rest on organisations with groups side by side.
  let digits: SpreadDigits
  /// People of each group who gave an allocation, where these are told.
  let toldSizes: [Int]?
  /// What decides how every comparison is made.
  let choices: ContrastChoices
  /// Where this comparison's rearrangements start.
  let seed: UInt64
  /// What may be exchanged.
  let design: ComparisonDesign
  /// The rows that are compared; nil where nothing can be exchanged.
  let rows: AllocationRearrangement?

  init(
    draft: ComparisonDraft, names: [String] = [], sample: AllocationSample, groupOf: [Int], groupCount: Int,
    tellsPeople: Bool = true, told: Set<Int>? = nil, choices: ContrastChoices, seed: UInt64
  ) {
    let people = groupOf.indices.filter { groupOf[$0] >= 0 }
    var table: [Int: [Int]] = [:]
    var sizes = [Int](repeating: 0, count: groupCount)
    for person in people {
      sizes[groupOf[person]] += 1
      guard sample.organizations[person] >= 0 else { continue }
      table[sample.organizations[person], default: [Int](repeating: 0, count: groupCount)][groupOf[person]] += 1
    }
    let ordered = table.sorted { $0.key < $1.key }
    let organizations = ordered.map(\.value)
    design = ComparisonDesign(sizes: organizations)
    rows = AllocationRearrangement(sample, groupOf: groupOf, groupCount: groupCount, design: design)
    var draft = draft
    if tellsPeople {
      draft.nA = groupCount == 2 ? sizes[0] : sizes.reduce(0, +)
      draft.nB = groupCount == 2 ? sizes[1] : nil
    }
    self.tellsPeople = tellsPeople
    toldSizes = tellsPeople ? sizes : nil
    if case .withinOrganizations(let mixed) = design {
      digits = SpreadDigits(
        people: mixed.map { organizations[$0].reduce(0, +) },
        isTold: mixed.map { choices.minimum == 0 || told?.contains(ordered[$0].key) ?? true })
    } else {
      digits = .full
    }
    draft.evidence.design = design.evidence
    if choices.crowded.tells(by: draft.by, names) {
      draft.evidence.reason = design.reason(sizes: organizations)
      draft.evidence.organizations = organizations.isEmpty ? nil : organizations.count
    }
    self.draft = draft
    self.sample = sample
    self.groupOf = groupOf
    self.groupCount = groupCount
    self.choices = choices
    self.seed = seed
  }

  /// The rows of the whole allocation: the one to read on α = 1, beside it α = 0.5, the pooled pseudo-F and the dispersion.
  func wholeRows() -> [ComparisonDraft] {
    guard let rows else { return [unmade] }
    if let hidden = hidden(rows) { return [hidden] }
    var first = test(rows, alpha: 1, form: .behrensFisher, method: "permanova_f2_alpha_1")
    if groupCount == 2, let difference = rows.difference {
      first.effect = EffectSize(
        name: "points_to_move", value: points(difference), interval: nil, intervalMethod: "")
      let without = (rows.leaveOneOut(minimum: choices.minimum) ?? []).map { points($0) }
      if let low = without.min(), let high = without.max() { first.evidence.leaveOneOrganizationOut = low...high }
      first.evidence.effectByChance = rows.meanByChance(seed: seed) { points($0) }
    }
    first = told(first)
    guard !isDescribedOnly(rows) else { return [first] }
    var half = test(rows, alpha: 0.5, form: .behrensFisher, method: "permanova_f2_alpha_0.5")
    half.note = ComparisonDraft.joined("Gives factors that draw little more say.", half.note)
    var pooled = test(rows, alpha: 1, form: .pseudoF, method: "permanova_pseudo_f")
    pooled.note = ComparisonDraft.joined(
      "To compare with other programs: it does not hold its size when groups differ in spread and number.", pooled.note)
    return [first]
      + [told(half), told(pooled), dispersion(rows)].map { row in
        var row = row
        row.primary = false
        return row
      }
  }

  /// A row of a test inside organisations as finely as it may be told.
  func told(_ row: ComparisonDraft) -> ComparisonDraft {
    row.told(digits, sizes: toldSizes, scale: Double(sample.question.total))
  }

  /// Nothing to exchange.
  private var unmade: ComparisonDraft {
    var row = draft
    row.method = "permanova_f2_alpha_1"
    row.status = .notTestable
    row.note = "Types and organisations cannot be told apart."
    return row
  }

  /// The row of a comparison that rests on too few people, because only organisations with groups side by side count.
  private func hidden(_ rows: AllocationRearrangement) -> ComparisonDraft? {
    guard rows.strata != nil, !rows.sizes.allSatisfy({ $0 == 0 || $0 >= choices.minimum }) else { return nil }
    return draft.withheld(
      .suppressed, note: Comparison.fewSideBySide)
  }

  private func test(
    _ rows: AllocationRearrangement, alpha: Double, form: PermanovaTest.Form, method: String
  ) -> ComparisonDraft {
    var row = draft
    row.method = method
    guard !isDescribedOnly(rows) else { return Self.described(row) }
    do throws(SampleFault) {
      row.take(try permanova(rows, alpha: alpha, form: form), method: method)
      row.note = ComparisonDraft.joined(
        design == .wholeOrganizations ? "Whole organisations are compared, each by its mean allocation." : "",
        approximation(rows))
    } catch {
      return failed(row, error)
    }
    return choices.settled(row)
  }

  private func permanova(
    _ rows: AllocationRearrangement, alpha: Double, form: PermanovaTest.Form
  ) throws(SampleFault) -> PermanovaTest {
    isTooLarge(rows)
      ? try PermanovaTest(
        drawing: rows.exchangeable(alpha: alpha), form: form, count: choices.limitDraws, seed: seed)
      : try PermanovaTest(
        rows.compositions.map { $0.alphaTransformed(alpha) }, groups: rows.groups, groupCount: groupCount,
        strata: rows.strata, form: form, null: null(rows))
  }

  private func dispersion(_ rows: AllocationRearrangement) -> ComparisonDraft {
    var row = draft
    row.method = "dispersion"
    // Its degrees of freedom are people less groups, and its p follows from them.
    guard tellsPeople else { return row.withheld(.suppressed, note: Self.fewLeftItOut) }
    // So many distances say no more than an even part of them.
    let every = 1 + (rows.groups.count - 1) / Self.largestTested
    let places = stride(from: 0, to: rows.groups.count, by: every)
    do throws(SampleFault) {
      row.take(
        try DispersionTest(
          places.map { rows.composition($0).alphaTransformed(1) }, groups: places.map { rows.groups[$0] },
          groupCount: groupCount, null: choices.null == .exact ? null(rows) : .asymptotic),
        method: "dispersion")
      row.note = "Whether groups spread equally far; a small p says that a difference may be one of spread."
      if every > 1 {
        row.note = ComparisonDraft.joined(row.note, "Rests on one of every \(every) allocations, evenly chosen.")
      }
      if rows.strata != nil {
        row.note = ComparisonDraft.joined(row.note, "Takes people of one organisation as unrelated.")
        row.evidence.design = .pooled
      }
    } catch {
      return failed(row, error)
    }
    return choices.settled(row)
  }

  static let fewLeftItOut: Phrase =
    "Few people of a group left the budget out, and this would tell how many."

  /// The null of the tests: enumerated where that is short, else as many draws as the people allow.
  func null(_ rows: AllocationRearrangement) -> NullDistribution {
    let isTold = digits == .full && toldSizes != nil
    let count = max(1, min(choices.permutations, Self.draws(people: rows.groups.count, isTold: isTold)))
    return switch choices.null {
    case .automatic, .asymptotic: .exactOrPermutation(count: count, seed: seed)
    case .exact: .exactOrPermutation(count: 1, seed: seed)
    case .permutation: .permutation(count: count, seed: seed)
    }
  }

  /// At most so many draws. They are printed: where the number of people is not told, 1, 2 or 5 times a power of ten, which many numbers share.
  static func draws(people: Int, isTold: Bool) -> Int {
    let most = largestRearrangement / max(1, people)
    guard !isTold else { return max(199, most) }
    var power = 1
    while power * 10 <= most { power *= 10 }
    return max(199, ([5, 2, 1].first { $0 * power <= most } ?? 1) * power)
  }

  /// Above this many people × rearrangements fewer are drawn, but never fewer than 199: these tests have no limit distribution.
  private static let largestRearrangement = 4_000_000

  /// Above this many allocations every so many of them stand for all where distances to a centre are compared.
  static let largestTested = 20_000
  /// The fewest allocations of a group for which that limit has been seen to hold.
  static let smallestDrawn = 50

  /// Whether there are more allocations than are shuffled.
  func isTooLarge(_ rows: AllocationRearrangement) -> Bool { rows.groups.count > choices.largestShuffled }

  /// Whether there are more allocations than are shuffled, and a group too small for the limit.
  func isDescribedOnly(_ rows: AllocationRearrangement) -> Bool {
    isTooLarge(rows) && rows.rowCounts.contains { $0 < Self.smallestDrawn }
  }

  /// How p was approximated; empty where it was not.
  func approximation(_ rows: AllocationRearrangement) -> Phrase {
    isTooLarge(rows)
      ? "So many allocations are not shuffled: p is an approximation, drawn from the normal limit of their shuffles."
      : ""
  }

  /// The row of a comparison that is described and not tested.
  static func described(_ row: ComparisonDraft) -> ComparisonDraft {
    var row = row
    row.status = .notTestable
    row.note =
      """
      Described and not tested: so many allocations are not shuffled, and a group of fewer than 50 is too small for \
      the limit of shuffles. Read the size of the difference.
      """
    return row
  }

  /// Points of one person's total that would have to move to turn one mean allocation into the other.
  func points(_ difference: [Double]) -> Double {
    Double(sample.question.total) * difference.reduce(0) { $0 + abs($1) } / 2
  }

  /// The row that cannot be computed, with the reason in words of allocations.
  func failed(_ row: ComparisonDraft, _ fault: SampleFault) -> ComparisonDraft {
    var row = row.failed(fault)
    switch fault {
    case .noVariation: row.note = "Everybody who is compared gave the same points."
    case .tooFewValues where design == .wholeOrganizations: row.note = "A group has one organisation only."
    case .tooFewValues, .emptyGroup: row.note = "A group has too few people with an allocation."
    case .fewerThanTwoGroups, .noInformativeStratum, .tooFewClusters: break
    }
    return row
  }
}
