import Statistics

/// One comparison to be made: some groups on one measure, with everything that decides how.
struct GroupContrast: Sendable {
  /// The row's names; its numbers are still empty.
  let draft: ComparisonDraft
  /// The scores, collapsed.
  let scores: CollapsedScores
  /// The groups that are compared, by index into the grouping; each has people.
  let groups: [Int]
  /// Where this comparison's rearrangements start.
  let seed: UInt64
  /// What decides how every comparison is made.
  let choices: ContrastChoices
  /// Whether the numbers of people with a score may be shown.
  let showsPeople: Bool
  /// Whether the people of the compared groups in each organisation are told elsewhere; nil where that is known of none.
  let isTold: [Bool]?
  /// How finely results are told that rest on the organisations that hold groups side by side.
  let digits: SpreadDigits
  /// How finely results are told that rest on all organisations.
  let modelDigits: SpreadDigits

  /// Whether numbers of organisations may be told.
  let tellsOrganizations: Bool
  /// The moments of every organisation and group of the grouping.
  let moments: [[Moments]]
  /// Groups × distinct scores per organisation, for the compared groups alone.
  let tables: [ValueCounts]
  /// What may be permuted.
  let design: ComparisonDesign

  /// Selects the groups and chooses the design; `names` are those of the groups.
  init(
    draft: ComparisonDraft, names: [String] = [], scores: CollapsedScores, moments: [[Moments]], groups: [Int],
    seed: UInt64,
    choices: ContrastChoices, showsPeople: Bool = true, isTold: [Bool]? = nil, tellsSpread: [Bool]? = nil
  ) {
    self.moments = moments
    self.isTold = choices.minimum == 0 ? moments.map { _ in true } : isTold
    tables = scores.organizations.map { $0.selecting(groups: groups) }
    let sizes = tables.map(\.groupTotals)
    design = ComparisonDesign(sizes: sizes)
    let isTold = sizes.indices.map { choices.minimum == 0 || tellsSpread?[$0] ?? false }
    func digits(_ places: [Int]) -> SpreadDigits {
      SpreadDigits(people: places.map { sizes[$0].reduce(0, +) }, isTold: places.map { isTold[$0] })
    }
    modelDigits = digits(sizes.indices.filter { sizes[$0].contains { $0 > 0 } })
    if case .withinOrganizations(let mixed) = design { self.digits = digits(mixed) } else { self.digits = .full }
    var draft = draft
    let tells = choices.crowded.tells(by: draft.by, names)
    draft.evidence.reason = tells ? design.reason(sizes: sizes) : .empty
    tellsOrganizations = tells
    draft.evidence.design = design.evidence
    self.draft = draft
    self.scores = scores
    self.groups = groups
    self.seed = seed
    self.choices = choices
    self.showsPeople = showsPeople
  }

  /// The row's names with its numbers of people and what is known of its organisations.
  var base: ComparisonDraft {
    let sizes = scores.sizes
    var base = draft
    if showsPeople {
      base.nA = groups.count == 2 ? sizes[groups[0]] : groups.reduce(0) { $0 + sizes[$1] }
      base.nB = groups.count == 2 ? sizes[groups[1]] : nil
    }
    if draft.groupB != nil {
      let counts = scores.pooled(groups)
      base.evidence.medians = counts.median(group: 0).flatMap { first in
        counts.median(group: 1).map { ComparisonEvidence.Medians(first: first, second: $0) }
      }
    }
    base.evidence.describe(moments.map { own in groups.reduce(Moments([])) { $0 + own[$1] } }, isTold: isTold)
    if !tellsOrganizations { base.evidence.organizations = nil }
    return base
  }

  /// The row to read, and beside it the test that forgets organisations where it is not the same.
  func rows(_ base: ComparisonDraft) -> [ComparisonDraft] {
    switch design {
    case .oneOrganization, .organizationsNotNamed: return [primary(base)]
    case .confounded, .withinOrganizations, .wholeOrganizations: return [primary(base), pooledBeside(base)]
    }
  }

  /// The row to read.
  func primary(_ base: ComparisonDraft) -> ComparisonDraft {
    switch design {
    case .oneOrganization:
      return pooled(base, note: "There is one organisation only, so people are compared freely.")
    case .organizationsNotNamed:
      return pooled(base, note: "Organisations are not named, so people are taken as unrelated.")
    case .confounded:
      var row = base
      row.status = .notTestable
      row.note = "Types and organisations cannot be told apart."
      return row
    case .withinOrganizations(let mixed):
      return within(mixed.map { tables[$0] }, base).told(digits, sizes: toldSizes(base), scale: 1)
    case .wholeOrganizations:
      return wholeOrganizations(base)
    }
  }

  /// People of each compared group, where a row tells them.
  func toldSizes(_ base: ComparisonDraft) -> [Int]? {
    base.nA == nil && choices.minimum > 0 ? nil : groups.map { scores.sizes[$0] }
  }

  /// A row of a test of people as unrelated, in few digits where their numbers are not told.
  func pooledAsTold(_ row: ComparisonDraft) -> ComparisonDraft {
    guard toldSizes(row) == nil else { return row }
    var row = row.told(.two, sizes: nil, scale: 1)
    row.degreesOfFreedom = row.degreesOfFreedom.flatMap { $0 == $0.rounded() ? $0 : nil }
    return row
  }

  private func within(_ strata: [ValueCounts], _ base: ComparisonDraft) -> ComparisonDraft {
    let sizes = groups.indices.map { group in strata.reduce(0) { $0 + $1.groupTotals[group] } }
    let people = sizes.reduce(0, +)
    // The test speaks about people in mixed organisations alone, so they are the group that must be large enough.
    guard sizes.allSatisfy({ $0 == 0 || $0 >= choices.minimum }) else {
      return base.withheld(
        .suppressed, note: Comparison.fewSideBySide)
    }
    var row = base
    let null = choices.null(people: people, seed: seed)
    do throws(SampleFault) {
      if groups.count == 2 {
        row.take(try VanElterenTest(strata, null: null), method: "van_elteren")
        row.effect = try? EffectSize.probabilityOfSuperiority(strata: strata, level: choices.level)
        row.evidence.leaveOneOrganizationOut = LeaveOneOut.range(strata: strata, minimum: choices.minimum)
      } else {
        row.take(try BlockedKruskalWallisTest(strata, null: null), method: "blocked_kruskal_wallis")
      }
      row.note = cautions(strata: strata.count, sizes: sizes, people: people)
    } catch {
      return base.failed(error)
    }
    return choices.settled(row)
  }

  private func cautions(strata: Int, sizes: [Int], people: Int) -> Phrase {
    var cautions: [Phrase] = []
    if strata < 5 { cautions.append("Few organisations hold the groups side by side.") }
    if sizes.contains(0) { cautions.append("A group that shares no organisation with another does not count here.") }
    if 2 * people < scores.sizes.enumerated().reduce(0, { groups.contains($1.offset) ? $0 + $1.element : $0 }) {
      cautions.append("Most people belong to organisations with one of the groups only and do not count here.")
    }
    return .spaced(cautions)
  }

  private func wholeOrganizations(_ base: ComparisonDraft) -> ComparisonDraft {
    var row = base
    let means = OrganizationMeans(tables, groupCount: groups.count)
    let null = choices.null(people: means.count, seed: seed)
    do throws(SampleFault) {
      row.take(
        try WholeClusterPermutationTest(clusters: means.clusters, groupCount: groups.count, null: null),
        method: "whole_organisation_permutation")
      if groups.count == 2 {
        row.effect = try? EffectSize.probabilityOfSuperiority(means.counts, level: choices.level)
        row.evidence.leaveOneOrganizationOut = LeaveOneOut.range(means: means, minimum: choices.minimum)
      }
      row.note =
        "Every organisation has one group only, so whole organisations are compared; the effect is that of their means."
      if null == .asymptotic {
        row.note = ComparisonDraft.joined(
          row.note, "Whole organisations have no limit distribution, so they are rearranged.")
      }
    } catch {
      return base.failed(error)
    }
    return choices.settled(row)
  }

  private func pooledBeside(_ base: ComparisonDraft) -> ComparisonDraft {
    var row = pooled(base, note: "Takes people of one organisation as unrelated; read the primary row.")
    row.primary = false
    row.evidence.design = .pooled
    return row
  }

  private func pooled(_ base: ComparisonDraft, note: Phrase) -> ComparisonDraft {
    var row = base
    row.note = note
    let counts = scores.pooled(groups)
    let sizes = counts.groupTotals
    let null = choices.null(people: sizes.reduce(0, +), seed: seed)
    do throws(SampleFault) {
      if groups.count == 2 {
        row.take(try MannWhitneyTest(counts, null: null), method: "mann_whitney")
        row.effect = try? EffectSize.probabilityOfSuperiority(counts, level: choices.level)
      } else {
        // Ten people in every group are enough for the limit of H.
        let isLimit = choices.null == .automatic && sizes.allSatisfy { $0 >= 10 }
        row.take(try KruskalWallisTest(counts, null: isLimit ? .asymptotic : null), method: "kruskal_wallis")
        row.effect = try? EffectSize.epsilonSquared(counts)
      }
    } catch {
      return base.failed(error)
    }
    return pooledAsTold(choices.settled(row))
  }
}
