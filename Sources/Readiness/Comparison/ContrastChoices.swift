import Statistics

/// What decides how every comparison of a run is made.
struct ContrastChoices: Sendable {
  /// Which null distribution the plan asks for.
  let null: ComparisonPlan.Null
  /// Random rearrangements where a test cannot be enumerated.
  let permutations: Int
  /// The level of intervals.
  let level: Double
  /// Groups with fewer people are not compared; 0 compares all.
  let minimum: Int
  /// Above this many allocations nothing is shuffled: the sums that a shuffle would give are drawn from their limit.
  var largestShuffled = 20_000
  /// Groups of which numbers of organisations say too much; see ``CrowdedGroups``.
  var crowded = CrowdedGroups()
  /// Whether means over people who count the same may be told: not beside scores that are weighted, where any group is hidden.
  var tellsMeans = true

  /// Above this many people × rearrangements the limit distribution is used; it has long been reached by then.
  static let largestRearrangement = 100_000_000

  /// The null distribution of a test of this many people.
  ///
  /// `automatic` is exact or permuted while that is cheap, else the limit. `exact` tries the exact road within each test's own
  /// bound: ``settled(_:)`` refuses what came out another way, for which one rearrangement is enough.
  func null(people: Int, seed: UInt64) -> NullDistribution {
    switch null {
    case .automatic:
      guard permutations > 0, people <= Self.largestRearrangement / permutations else { return .asymptotic }
      return .exactOrPermutation(count: permutations, seed: seed)
    case .exact: return .exactOrPermutation(count: 1, seed: seed)
    case .permutation: return .permutation(count: max(1, permutations), seed: seed)
    case .asymptotic: return .asymptotic
    }
  }

  /// Draws of a limit that has no formula.
  var limitDraws: Int { permutations > 0 ? permutations : 9_999 }

  /// The row as the plan allows it: an exact p or none where the plan asks for exact ones.
  func settled(_ row: ComparisonDraft) -> ComparisonDraft {
    guard null == .exact, let p = row.p, p.method != .exact else { return row }
    var row = row
    row.p = nil
    row.pAdjustedItself = nil
    row.evidence.adjustment = ""
    row.status = .notTestable
    row.note = ComparisonDraft.joined(
      ComparisonDraft.inexact, row.note)
    return row
  }
}
