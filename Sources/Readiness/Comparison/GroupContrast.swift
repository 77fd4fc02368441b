import Statistics

/// One comparison to be made: some groups on one measure, with everything that decides how.
struct GroupContrast: Sendable {
  /// The row's names; its numbers are still empty.
  let draft: ComparisonDraft
  /// The scores, collapsed.
  let scores: CollapsedScores
  /// The groups that are compared, by index into the grouping; each has people.
  let groups: [Int]
  /// Random rearrangements where a test cannot be enumerated.
  let permutations: Int
  /// Where this comparison's rearrangements start.
  let seed: UInt64
  /// The level of intervals.
  let level: Double
  /// Groups with fewer people are not compared; 0 compares all.
  let minimum: Int

  /// Above this many people × rearrangements the limit distribution is used; it has long been reached by then.
  static let largestRearrangement = 100_000_000

  /// The row to read, and beside it the test that forgets organisations where it is not the same.
  var rows: [ComparisonDraft] {
    let sizes = scores.sizes
    var base = draft
    base.nA = groups.count == 2 ? sizes[groups[0]] : groups.reduce(0) { $0 + sizes[$1] }
    base.nB = groups.count == 2 ? sizes[groups[1]] : nil
    let tables = scores.organizations.map { $0.selecting(groups: groups) }
    switch ComparisonDesign(sizes: tables.map(\.groupTotals)) {
    case .oneOrganization:
      return [pooled(base, note: "There is one organisation only, so people are compared freely.")]
    case .organizationsNotNamed:
      return [pooled(base, note: "Organisations are not named, so people are taken as unrelated.")]
    case .confounded:
      var row = base
      row.status = .notTestable
      row.note = "Types and organisations cannot be told apart."
      return [row, pooledBeside(base)]
    case .withinOrganizations(let mixed):
      return [within(mixed.map { tables[$0] }, base), pooledBeside(base)]
    case .wholeOrganizations:
      return [wholeOrganizations(tables, base), pooledBeside(base)]
    }
  }

  /// Exact or permuted while that is cheap, else the limit.
  private func null(people: Int) -> NullDistribution {
    guard permutations > 0, people <= Self.largestRearrangement / permutations else { return .asymptotic }
    return .exactOrPermutation(count: permutations, seed: seed)
  }

  private func within(_ strata: [ValueCounts], _ base: ComparisonDraft) -> ComparisonDraft {
    let sizes = groups.indices.map { group in strata.reduce(0) { $0 + $1.groupTotals[group] } }
    let people = sizes.reduce(0, +)
    // The test speaks about people in mixed organisations alone, so they are the group that must be large enough.
    guard sizes.allSatisfy({ $0 == 0 || $0 >= minimum }) else {
      return base.withheld(
        .suppressed, note: "Too few people belong to organisations that hold the groups side by side.")
    }
    var row = base
    do throws(SampleFault) {
      if groups.count == 2 {
        row.take(try VanElterenTest(strata, null: null(people: people)), method: "van_elteren")
        row.effect = try? EffectSize.probabilityOfSuperiority(strata: strata, level: level)
      } else {
        row.take(try BlockedKruskalWallisTest(strata, null: null(people: people)), method: "blocked_kruskal_wallis")
      }
      row.note = cautions(strata: strata.count, sizes: sizes, people: people)
    } catch {
      row = base.withheld(Status(error), note: error.plainWords)
      (row.nA, row.nB) = (base.nA, base.nB)
    }
    return row
  }

  private func cautions(strata: Int, sizes: [Int], people: Int) -> String {
    var cautions: [String] = []
    if strata < 5 { cautions.append("Few organisations hold the groups side by side.") }
    if sizes.contains(0) { cautions.append("A group that shares no organisation with another does not count here.") }
    if 2 * people < scores.sizes.enumerated().reduce(0, { groups.contains($1.offset) ? $0 + $1.element : $0 }) {
      cautions.append("Most people belong to organisations with one of the groups only and do not count here.")
    }
    return cautions.joined(separator: " ")
  }

  private func wholeOrganizations(_ tables: [ValueCounts], _ base: ComparisonDraft) -> ComparisonDraft {
    var row = base
    var clusters: [WholeClusterPermutationTest.Cluster] = []
    var means = [[Double]](repeating: [], count: groups.count)
    for table in tables {
      guard let group = table.groupTotals.firstIndex(where: { $0 > 0 }) else { continue }
      let sum = table.values.indices.reduce(0) { $0 + table.values[$1] * Double(table[group, $1]) }
      let mean = sum / Double(table.groupTotals[group])
      // The test asks for a cluster's mean alone.
      clusters.append(WholeClusterPermutationTest.Cluster(group: group, values: [mean]))
      means[group].append(mean)
    }
    do throws(SampleFault) {
      let test = try WholeClusterPermutationTest(
        clusters: clusters, groupCount: groups.count, null: null(people: clusters.count))
      row.take(test, method: "whole_organisation_permutation")
      if groups.count == 2 {
        row.effect = try? EffectSize.probabilityOfSuperiority(ValueCounts(groups: means), level: level)
      }
      row.note =
        "Every organisation has one group only, so whole organisations are compared; the effect is that of their means."
    } catch {
      row = base.withheld(Status(error), note: error.plainWords)
      (row.nA, row.nB) = (base.nA, base.nB)
    }
    return row
  }

  private func pooledBeside(_ base: ComparisonDraft) -> ComparisonDraft {
    var row = pooled(base, note: "Takes people of one organisation as unrelated; read the primary row.")
    row.primary = false
    return row
  }

  private func pooled(_ base: ComparisonDraft, note: String) -> ComparisonDraft {
    var row = base
    row.note = note
    let counts = scores.pooled(groups)
    let sizes = counts.groupTotals
    do throws(SampleFault) {
      if groups.count == 2 {
        row.take(try MannWhitneyTest(counts, null: null(people: sizes.reduce(0, +))), method: "mann_whitney")
        row.effect = try? EffectSize.probabilityOfSuperiority(counts, level: level)
      } else {
        // Ten people in every group are enough for the limit of H.
        let null = sizes.allSatisfy { $0 >= 10 } ? NullDistribution.asymptotic : null(people: sizes.reduce(0, +))
        row.take(try KruskalWallisTest(counts, null: null), method: "kruskal_wallis")
        row.effect = try? EffectSize.epsilonSquared(counts)
      }
    } catch {
      row = base.withheld(Status(error), note: error.plainWords)
      (row.nA, row.nB) = (base.nA, base.nB)
    }
    return row
  }
}
