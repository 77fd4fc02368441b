import Statistics

/// The smallest and largest probability of superiority when each organisation is left out in turn: whether a finding rests on one
/// organisation.
///
/// - Cost: organisations × distinct scores; nothing is computed anew for each organisation left out.
enum LeaveOneOut {
  /// Within organisations that hold two groups side by side.
  ///
  /// - Parameters:
  ///   - strata: groups × distinct scores of each such organisation.
  ///   - minimum: the minimum of disclosure.
  /// - Returns: nil for fewer than two organisations, and where leaving one out would leave a group below `minimum`.
  static func range(strata: [ValueCounts], minimum: Int) -> ClosedRange<Double>? {
    let parts = strata.filter { !$0.groupTotals.contains(0) }
    let sizes = parts.map(\.groupTotals)
    guard parts.count > 1, isShowable(sizes, minimum: minimum) else { return nil }
    let effects = try? EffectSize.probabilitiesOfSuperiority(leavingOutEachOf: parts)
    return closed((effects ?? []).compactMap(\.self))
  }

  /// Between organisations of one group each, by their means.
  ///
  /// - Returns: nil where a group is one organisation alone, and where leaving one out would leave a group below `minimum`.
  static func range(means: OrganizationMeans, minimum: Int) -> ClosedRange<Double>? {
    let counts = means.counts
    let sizes = counts.groupTotals
    let organizations = means.people.enumerated().flatMap { group, people in
      people.map { group == 0 ? [$0, 0] : [0, $0] }
    }
    guard sizes.allSatisfy({ $0 > 1 }), isShowable(organizations, minimum: minimum) else { return nil }
    let wins = counts.doubledWins
    let all = wins.reduce(0, +)
    let turned = counts.selecting(groups: [1, 0]).doubledWins
    let pairs = Double(sizes[0] * sizes[1])
    var effects: [Double] = []
    for value in counts.values.indices {
      // What one organisation of the first group at this mean wins, and one of the second leaves to the first.
      if counts[0, value] > 0 {
        let own = wins[value] / Double(counts[0, value])
        effects.append((all - own) / 2 / (pairs - Double(sizes[1])))
      }
      if counts[1, value] > 0 {
        let lost = Double(2 * sizes[0]) - turned[value] / Double(counts[1, value])
        effects.append((all - lost) / 2 / (pairs - Double(sizes[0])))
      }
    }
    return closed(effects)
  }

  /// Whether every group keeps enough people, whichever organisation is left out.
  private static func isShowable(_ sizes: [[Int]], minimum: Int) -> Bool {
    let total = [0, 1].map { group in sizes.reduce(0) { $0 + $1[group] } }
    return sizes.allSatisfy { own in [0, 1].allSatisfy { total[$0] - own[$0] >= max(1, minimum) } }
  }

  private static func closed(_ effects: [Double]) -> ClosedRange<Double>? {
    guard let low = effects.min(), let high = effects.max() else { return nil }
    return min(max(low, 0), 1)...min(max(high, 0), 1)
  }
}

extension ValueCounts {
  /// Twice the pairs that the first group's people at each value win against the second group's people, ties counted half.
  fileprivate var doubledWins: [Double] {
    var below = 0
    return values.indices.map { value in
      defer { below += self[1, value] }
      return Double(self[0, value] * (2 * below + self[1, value]))
    }
  }
}
