import Foundation

extension Design {
  /// The smallest p that groups whose labels are exchangeable can reach, without ties: Mann–Whitney for two,
  /// Kruskal–Wallis for more; people, or whole organisations where those are permuted.
  ///
  /// The most extreme outcomes give each group a run of consecutive ranks; p is the share of all assignments that do so
  /// in one of the orders of the groups with the largest statistic. For two groups that is 2 / C(n, n₁).
  ///
  /// - Shapes: k ≥ 2 sizes of one or more; beyond eight groups the one best order known, ascending by size, is counted
  ///   alone with its mirror image.
  /// - Cost: k! orders up to eight groups.
  /// - Throws: ``SampleFault`` for fewer than two groups or an empty one.
  public static func smallestP(groups sizes: [Int]) throws(SampleFault) -> Double {
    guard sizes.count >= 2 else { throw .fewerThanTwoGroups }
    if let empty = sizes.firstIndex(where: { $0 < 1 }) { throw .emptyGroup(empty) }
    let total = sizes.reduce(0, +)
    let assignments = GSL.logFactorial(total) - sizes.reduce(0) { $0 + GSL.logFactorial($1) }
    guard sizes.count <= 8 else { return min(1, 2 * exp(-assignments)) }
    var best = (statistic: -1.0, count: 0.0)
    // Groups of one size are interchangeable: each order of sizes stands for as many orders of groups.
    let repeats = Dictionary(grouping: sizes) { $0 }.values.reduce(1.0) { $0 * exp(GSL.logFactorial($1.count)) }
    for order in BlockPermutation.orders(of: sizes) {
      var below = 0
      let statistic = order.reduce(0.0) { sum, size in
        let mean = Double(below) + Double(size + 1) / 2
        below += size
        return sum + Double(size) * mean * mean
      }
      if isAtLeast(statistic, best.statistic), isAtLeast(best.statistic, statistic) {
        best.count += repeats
      } else if statistic > best.statistic {
        best = (statistic, repeats)
      }
    }
    return min(1, exp(log(best.count.rounded()) - assignments))
  }

  /// The smallest p for two types within organisations, labels permuted inside each, without ties: twice the product of
  /// 1 / C(n, n₁) over the organisations that have both.
  ///
  /// - Throws: ``SampleFault/noInformativeStratum`` when no organisation has both.
  public static func smallestP(withinOrganizations sizes: [(first: Int, second: Int)]) throws(SampleFault) -> Double {
    let informative = sizes.filter { $0.first > 0 && $0.second > 0 }
    guard !informative.isEmpty else { throw .noInformativeStratum }
    let assignments = informative.reduce(0) { sum, size in
      sum + GSL.logFactorial(size.first + size.second) - GSL.logFactorial(size.first) - GSL.logFactorial(size.second)
    }
    return min(1, 2 * exp(-assignments))
  }

  /// The smallest p for pairs of which so many change: 2 / 2ⁿ, the signed-rank, sign and McNemar tests alike.
  ///
  /// - Throws: ``SampleFault/noVariation`` when no one changes.
  public static func smallestP(changedPairs changed: Int) throws(SampleFault) -> Double {
    guard changed > 0 else { throw .noVariation }
    return min(1, exp(Double(1 - changed) * M_LN2))
  }
}
