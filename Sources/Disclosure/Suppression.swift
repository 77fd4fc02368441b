/// Which groups are hidden, and why, when a reader may add and subtract what is shown.
///
/// - Primary: a group under the minimum.
/// - Complementary: in every partition, until nothing changes,
///   1. a shown whole must not leave exactly one part hidden, nor hidden parts that together are fewer people than the minimum
///      (subtraction would yield them): the next smallest shown part is hidden too, or the whole when no part is left;
///   2. a hidden whole must not have all its parts shown (addition would yield it): its smallest part is hidden too.
///
/// “Next smallest” is the part with the fewest people, not counting empty ones; among equals the one listed first. Empty parts are
/// taken only when no other is left. So the outcome depends on counts and on the stated order alone.
///
/// Partitions may be nested and may overlap. This guards against single additions and subtractions, repeated; it is not an audit
/// against a reader who combines several tables at once.
public struct Suppression: Sendable, Hashable {
  /// Why a group is hidden.
  public enum Reason: String, Sendable, Hashable, Codable {
    /// Fewer people than the minimum.
    case primary
    /// Shown, it would give another group away.
    case complementary
  }

  /// What becomes of a group without people.
  public enum EmptyGroups: Sendable, Hashable {
    /// Hidden like any small group: that nobody answered is a finding about few people.
    case hidden
    /// Shown, as in a table of counts in which a nought is no person.
    case shown
  }

  /// The reason per group; nil where the group is shown.
  public let reasons: [Reason?]

  /// Decides what to hide.
  ///
  /// - Parameters:
  ///   - counts: people per group, none negative.
  ///   - partitions: the sums that tie the groups together.
  ///   - rule: the minimum.
  ///   - empty: what becomes of groups without people.
  ///   - alreadyHidden: groups hidden for a reason outside these counts, by index; they stay hidden and are guarded.
  ///   - fixed: groups that are known anyway and cannot be hidden, by index.
  public init(
    counts: [Int], partitions: [Partition], rule: SuppressionRule, empty: EmptyGroups = .hidden,
    alreadyHidden: Set<Int> = [], fixed: Set<Int> = []
  ) {
    var reasons = counts.indices.map { group -> Reason? in
      if fixed.contains(group) { return nil }
      if counts[group] < rule.minimum, counts[group] > 0 || empty == .hidden { return .primary }
      return alreadyHidden.contains(group) ? .complementary : nil
    }
    // Where nothing leaks, and that is mostly, nobody need know which sums a group stands in.
    var touching: [[Int]]?
    var isWaiting = [Bool](repeating: true, count: partitions.count)
    var waiting = Array(partitions.indices)
    var next = 0
    while next < waiting.count {
      let index = waiting[next]
      next += 1
      isWaiting[index] = false
      while let group = Self.leak(partitions[index], counts: counts, reasons: reasons, rule: rule, fixed: fixed) {
        reasons[group] = .complementary
        let sums = touching ?? Self.touching(partitions, count: counts.count)
        touching = sums
        for other in sums[group] where other != index && !isWaiting[other] {
          isWaiting[other] = true
          waiting.append(other)
        }
      }
    }
    self.reasons = reasons
  }

  /// Whether a group is hidden.
  public func isHidden(_ group: Int) -> Bool { reasons[group] != nil }

  /// The sums that every group stands in, as a whole or as a part.
  private static func touching(_ partitions: [Partition], count: Int) -> [[Int]] {
    var touching = [[Int]](repeating: [], count: count)
    for (index, partition) in partitions.enumerated() {
      touching[partition.whole].append(index)
      for part in partition.parts { touching[part].append(index) }
    }
    return touching
  }

  /// The group to hide next so that a partition gives nothing away; nil when it does not.
  private static func leak(
    _ partition: Partition, counts: [Int], reasons: [Reason?], rule: SuppressionRule, fixed: Set<Int>
  ) -> Int? {
    var hidden = 0
    var people = 0
    var unlisted = counts[partition.whole]
    for part in partition.parts {
      unlisted -= counts[part]
      guard reasons[part] != nil else { continue }
      hidden += 1
      people += counts[part]
    }
    unlisted = max(0, unlisted)
    if reasons[partition.whole] != nil {
      return hidden == 0 && unlisted == 0 ? smallest(of: partition.parts, counts, reasons, fixed) : nil
    }
    guard hidden > 0 || unlisted > 0 else { return nil }
    let isAlone = hidden == 1 && unlisted == 0
    guard isAlone || (partition.guardsUnion && people + unlisted < rule.minimum) else { return nil }
    return smallest(of: partition.parts, counts, reasons, fixed)
      ?? (fixed.contains(partition.whole) ? nil : partition.whole)
  }

  /// The part that is hidden next: fewest people first, then the order of the list; empty ones last.
  private static func smallest(of parts: [Int], _ counts: [Int], _ reasons: [Reason?], _ fixed: Set<Int>) -> Int? {
    var best: Int?
    for part in parts where reasons[part] == nil && !fixed.contains(part) {
      guard let held = best else {
        best = part
        continue
      }
      let (a, b) = (counts[part], counts[held])
      if a > 0 && (b == 0 || a < b) { best = part }
    }
    return best
  }
}
