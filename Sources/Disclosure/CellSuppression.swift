/// Which counts of a table are hidden so that the exact audit finds nothing.
///
/// Starts from the counts that are hidden for themselves. While ``TableAudit`` would find a leak, the first leaking count in the
/// order of the network is protected by hiding what costs fewest people: a way round through other counts, by which it could
/// rise to the minimum. In a two-way table the shortest such way makes a rectangle with it; counts that are hidden already cost
/// nothing. Noughts are taken only where there is no other way, and what may not be hidden stays shown.
///
/// The outcome depends on the counts and their order alone.
public struct CellSuppression: Sendable, Hashable {
  /// Why a count is hidden.
  public enum Reason: String, Sendable, Hashable, Codable {
    /// Few people.
    case primary
    /// Everybody in the row gave one answer.
    case `class`
    /// Shown, it would give another count away.
    case complementary
  }

  /// The reason per count; nil where it is shown.
  public let reasons: [Reason?]
  /// Counts that nothing could protect, in the order of the network; whoever publishes must withhold the table.
  public let unprotected: [Int]
  /// Whether a reader knows that a hidden count is at least 1.
  public let zerosAreShown: Bool

  /// Decides what to hide.
  ///
  /// - Parameters:
  ///   - network: the counts; what comes in must go out at every node.
  ///   - primary: what is hidden for itself, and why.
  ///   - unknown: counts that can be 0 for all that a reader knows, by number: of groups that are hidden as a whole.
  ///   - fixed: counts that are known anyway and cannot be hidden, by number.
  ///   - rule: the minimum.
  ///   - empty: whether noughts are shown unless nothing else protects, or hidden like any small count.
  ///   - safe: whether a hidden count was found safe when no more than these were hidden: it is safe still, since whatever is hidden
  ///     besides leaves it more room. Empty where nothing is known.
  public init(
    _ network: CountNetwork, primary: [Reason?], fixed: Set<Int> = [], unknown: Set<Int> = [],
    rule: SuppressionRule,
    empty: Suppression.EmptyGroups = .shown, safe: [Bool] = []
  ) {
    precondition(
      network.isBalanced && primary.count == network.arcs.count, "counts that are not their sums")
    var work = Work(
      network, reasons: primary, fixed: fixed, unknown: unknown, rule: rule, empty: empty, safe: safe)
    if rule.minimum > 0 { work.settle() }
    reasons = work.reasons
    unprotected = work.unprotected.sorted()
    zerosAreShown = work.residual.least == 1
  }

  /// Whether a count is hidden and was found safe, by number: what a later look at the same counts need not look at.
  public var safe: [Bool] {
    var safe = reasons.map { $0 != nil }
    for arc in unprotected { safe[arc] = false }
    return safe
  }

  /// Whether a count is hidden.
  public func isHidden(_ arc: Int) -> Bool { reasons[arc] != nil }
}

extension CellSuppression {
  private struct Work {
    private(set) var reasons: [Reason?]
    private(set) var unprotected: Set<Int> = []
    private(set) var residual: ResidualNetwork
    private let fixed: [Bool]
    /// Counts that were found safe: hiding more leaves them so.
    private var isSafe: [Bool]
    private let rule: SuppressionRule

    init(
      _ network: CountNetwork, reasons: [Reason?], fixed: Set<Int>, unknown: Set<Int>,
      rule: SuppressionRule,
      empty: Suppression.EmptyGroups, safe: [Bool]
    ) {
      self.reasons = reasons
      self.fixed = reasons.indices.map(fixed.contains)
      isSafe = safe.isEmpty ? reasons.map { _ in false } : safe
      self.rule = rule
      let isUnknown = reasons.indices.map(unknown.contains)
      let hidesZero = reasons.indices.contains {
        reasons[$0] != nil && network.arcs[$0].count == 0 && !isUnknown[$0]
      }
      residual = ResidualNetwork(
        network, hidden: reasons.map { $0 != nil }, least: empty == .hidden || hidesZero ? 0 : 1,
        isUnknown: isUnknown)
    }

    /// Protects one count after another until a whole round finds nothing.
    mutating func settle() {
      var changed = true
      while changed {
        changed = false
        for arc in reasons.indices where reasons[arc] != nil && !isSafe[arc] && !unprotected.contains(arc) {
          isSafe[arc] = true
          while let found = residual.leak(of: arc, rule: rule) {
            guard protect(arc, known: found.known) else {
              unprotected.insert(arc)
              isSafe[arc] = false
              break
            }
            changed = true
          }
        }
      }
      // What was hidden later may have protected them after all.
      for arc in unprotected where residual.leak(of: arc, rule: rule) == nil {
        unprotected.remove(arc)
      }
    }

    /// Hides the cheapest way round; false when there is none.
    private mutating func protect(_ arc: Int, known: Int?) -> Bool {
      let (network, rule) = (residual.network, rule)
      let (tail, head, count) = (
        network.arcs[arc].tail, network.arcs[arc].head, network.arcs[arc].count
      )
      let needed = known == nil ? max(1, rule.minimum - count) : 1
      for allowsZeros in [false, true] {
        let moved = residual.rise(of: arc, limit: needed, without: known)
        for amount in needed - moved > 1 ? [needed - moved, 1] : [1] {
          if let way = residual.cheapestWay(
            from: head, to: tail, amount: amount, without: arc, known, fixed: fixed, allowsZeros: allowsZeros)
          {
            hide(way)
            return true
          }
        }
        // A large count is safe when it can fall as well, and so is one against whoever knows another.
        if count >= rule.minimum || known != nil, residual.canFall(arc),
          let way = residual.cheapestWay(
            from: tail, to: head, amount: 1, without: arc, known, fixed: fixed, allowsZeros: allowsZeros)
        {
          hide(way)
          return true
        }
      }
      return false
    }

    private mutating func hide(_ way: [Int]) {
      precondition(!way.isEmpty, "a way that is hidden already protects")
      for arc in way {
        reasons[arc] = .complementary
        residual.hide(arc)
      }
      if residual.least > 0,
        way.contains(where: {
          residual.network.arcs[$0].count == 0 && !residual.isUnknown[$0]
        })
      {
        residual = ResidualNetwork(
          residual.network, hidden: reasons.map { $0 != nil }, least: 0, isUnknown: residual.isUnknown)
      }
    }
  }
}
