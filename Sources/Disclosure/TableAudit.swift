/// What a reader can infer about every count that is not shown, and whether that is too much.
///
/// The reader knows every shown count and every sum, and that counts are whole and not negative. For each hidden count the
/// smallest and largest values that fit are found as flows through the hidden counts; by total unimodularity they are whole
/// numbers that do occur. A count from 1 to the minimum less 1 must be able to be the minimum; no hidden count may have one value left.
/// Whoever is alone in a count knows it: with each count of 1 known in turn no small count may have one value left.
///
/// By the theorem of max-flow and min-cut this covers every sum and difference of shown counts: where hidden counts together, of a row, of
/// a column or of any union of them, are fewer than the minimum, none of them could be the minimum.
///
/// - Does not cover: readers who know more than one person's answer, or several tables that share people and not sums.
/// - Source: see ``CountNetwork``; Ford & Fulkerson (1956), doi:10.4153/CJM-1956-045-5.
public struct TableAudit: Sendable, Hashable {
  /// What a hidden count can be.
  public struct Interval: Sendable, Hashable {
    /// The smallest value that fits.
    public let lower: Int
    /// The largest value that fits; nil where nothing bounds it.
    public let upper: Int?

    /// Makes an interval.
    public init(lower: Int, upper: Int?) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// Why a hidden count is not safe.
  public enum Leak: String, Sendable, Hashable {
    /// One value is left.
    case exact
    /// It can be seen to be below the minimum.
    case small
    /// One value is left of a small count for a person who is alone in another count.
    case contributor
  }

  /// What each hidden count can be, in the order of the network; nil where it is shown.
  public let intervals: [Interval?]
  /// Why each hidden count is not safe; nil where it is safe or shown.
  public let leaks: [Leak?]

  /// Whether nothing leaks.
  public var isSafe: Bool { leaks.allSatisfy { $0 == nil } }

  /// Audits a table or any other counts that are tied by sums.
  ///
  /// - Parameters:
  ///   - network: the counts; what comes in must go out at every node.
  ///   - hidden: whether each is hidden.
  ///   - rule: the minimum.
  ///   - zerosAreShown: whether a reader knows that a hidden count is at least 1, because noughts are always shown.
  ///   - unknown: hidden counts that can be 0 all the same, by number: of groups that are hidden as a whole.
  ///   - chosen: the hidden counts that are looked at; all where it is nil.
  public init(
    _ network: CountNetwork, hidden: [Bool], rule: SuppressionRule, zerosAreShown: Bool,
    unknown: Set<Int> = [],
    of chosen: [Int]? = nil
  ) {
    precondition(
      network.isBalanced && hidden.count == network.arcs.count, "counts that are not their sums")
    var residual = ResidualNetwork(
      network, hidden: hidden, least: zerosAreShown ? 1 : 0,
      isUnknown: hidden.indices.map(unknown.contains))
    var intervals = [Interval?](repeating: nil, count: hidden.count)
    var leaks = [Leak?](repeating: nil, count: hidden.count)
    for arc in chosen ?? Array(hidden.indices) where hidden[arc] {
      intervals[arc] = residual.interval(of: arc)
      leaks[arc] = residual.leak(of: arc, rule: rule)?.leak
    }
    self.intervals = intervals
    self.leaks = leaks
  }
}

extension ResidualNetwork {
  /// What a hidden count can be.
  mutating func interval(of arc: Int) -> TableAudit.Interval {
    let count = network.arcs[arc].count
    let rise = rise(of: arc, limit: Self.unbounded)
    let fall = fall(of: arc, limit: Self.unbounded)
    return TableAudit.Interval(
      lower: count - fall, upper: rise >= Self.unbounded / 2 ? nil : count + rise)
  }

  /// Why a hidden count is not safe, and which count of 1 its only person must know to see it; nil where it is safe. Every way is looked for in
  /// the whole network; see ``leak(of:rule:)``.
  mutating func leakAnywhere(of arc: Int, rule: SuppressionRule) -> (leak: TableAudit.Leak, known: Int?)? {
    let count = network.arcs[arc].count
    guard count > 0 else { return nil }
    guard count < rule.minimum else {
      return rise(of: arc, limit: 1) == 0 && fall(of: arc, limit: 1) == 0 ? (.exact, nil) : nil
    }
    let needed = rule.minimum - count
    guard rise(of: arc, limit: needed) == needed else {
      let isExact = rise(of: arc, limit: 1) == 0 && fall(of: arc, limit: 1) == 0
      return (isExact ? .exact : .small, nil)
    }
    // Only a count that the flow went through can be missed when somebody knows it.
    guard !ones(besides: arc).isEmpty else { return nil }
    _ = rise(of: arc, limit: 1)
    for known in ones(besides: arc) {
      if rise(of: arc, limit: 1, without: known) == 0, fall(of: arc, limit: 1, without: known) == 0 {
        return (.contributor, known)
      }
    }
    return nil
  }
}
