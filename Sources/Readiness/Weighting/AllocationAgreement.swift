import Statistics

/// Do people of one group, and the groups among themselves, put the factors in one order?
struct AllocationAgreement: Sendable {
  private let sample: AllocationSample
  private let groupOf: [Int]
  private let shown: [Int]
  private let plan: ScoringPlan
  private let choices: ContrastChoices

  /// - Parameter shown: the groups that may be shown, by index into the grouping.
  init(_ sample: AllocationSample, groupOf: [Int], shown: [Int], plan: ScoringPlan, choices: ContrastChoices) {
    self.sample = sample
    self.groupOf = groupOf
    self.shown = shown
    self.plan = plan
    self.choices = choices
  }

  /// One row per shown group, then one of the groups' mean allocations as raters; none where no group is shown.
  ///
  /// - Parameters:
  ///   - labels: the names of the groups.
  ///   - tells: whether it is told how many people of some groups gave an allocation.
  ///   - draft: a row's names for some groups.
  func rows(
    _ labels: [String], tells: ([Int]) -> Bool = { _ in true }, draft: ([Int]) -> ComparisonDraft
  ) -> [ComparisonDraft] {
    var rows = shown.map { group -> ComparisonDraft in
      var row = draft([group])
      row.groupA = labels[group]
      row.method = "kendall_w"
      // The statistic is W times people times factors less one.
      guard tells([group]) else { return row.withheld(.suppressed, note: AllocationContrast.fewLeftItOut) }
      let people = groupOf.indices.filter { groupOf[$0] == group }
      row.nA = people.count
      row.evidence.reason = "People of one group as raters; everybody counts the same."
      guard people.count <= Self.largestRedrawn else { return ofMany(row, people) }
      return agreement(row, raters: people.map { sample.composition($0).parts }, hasInterval: true)
    }
    guard shown.count > 1 else { return rows }
    let means = shown.compactMap { group in
      sample.mean(of: groupOf.indices.filter { groupOf[$0] == group })?.parts
    }
    var between = draft(shown)
    between.nA = tells(shown) ? groupOf.count { shown.contains($0) } : nil
    between.evidence.reason = "The groups' mean allocations as raters."
    rows.append(agreement(between, raters: means, hasInterval: false))
    return rows
  }

  /// Above this many people W has no interval: it would be narrower than its last printed digit, and redrawing takes people × draws.
  private static let largestRedrawn = 20_000

  private func ofMany(_ draft: ComparisonDraft, _ people: [Int]) -> ComparisonDraft {
    var row = draft
    row.method = "kendall_w"
    do throws(SampleFault) {
      let test = try KendallConcordanceTest(count: people.count, things: sample.question.factors.count) { place in
        Self.rounded(sample.composition(people[place]).parts)
      }
      row.take(test, method: "kendall_w")
      row.effect = EffectSize(name: "kendall_w", value: test.statistic, interval: nil, intervalMethod: "")
    } catch {
      return row.failed(error)
    }
    return choices.settled(row)
  }

  /// Shares that are equal as points are equal as ranks.
  private static func rounded(_ parts: [Double]) -> [Double] { parts.map { ($0 * 1e9).rounded() } }

  private func agreement(_ draft: ComparisonDraft, raters: [[Double]], hasInterval: Bool) -> ComparisonDraft {
    var row = draft
    row.method = "kendall_w"
    guard raters.count > 1 else {
      var row = row.failed(.tooFewValues(group: 0, needed: 2))
      row.note = "One person alone agrees with nobody."
      return row
    }
    let raters = raters.map(Self.rounded)
    let seed = StableHash.of("agreement\u{1F}\(row.by)\u{1F}\(row.groupA)", seed: plan.seed)
    // Above this many scores the limit has long been reached.
    let isSmall = raters.count * sample.question.factors.count <= 2_000
    let count = max(199, min(choices.permutations, 1_000_000 / raters.count))
    let null: NullDistribution =
      switch choices.null {
      case .automatic: isSmall ? .exactOrPermutation(count: count, seed: seed) : .asymptotic
      case .asymptotic: .asymptotic
      case .exact: .exactOrPermutation(count: 1, seed: seed)
      case .permutation: .permutation(count: count, seed: seed)
      }
    do throws(SampleFault) {
      let test = try KendallConcordanceTest(raters: raters, null: null)
      row.take(test, method: "kendall_w")
      row.effect =
        hasInterval && raters.count >= max(2, plan.intervalMinimum)
        ? try? EffectSize.kendallW(raters: raters, draws: plan.draws, seed: seed, level: plan.level)
        : EffectSize(name: "kendall_w", value: test.statistic, interval: nil, intervalMethod: "")
    } catch {
      return row.failed(error)
    }
    return choices.settled(row)
  }
}
