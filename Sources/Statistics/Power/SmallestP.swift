import Foundation

extension Design {
  /// The smallest p that groups whose labels are exchangeable can reach, without ties: Mann–Whitney for two,
  /// Kruskal–Wallis for more; people, or whole organisations where those are permuted.
  ///
  /// k! Π nᵢ! ÷ N!, for any k and any sizes. A group's ranks spread least when they follow each other, and then by
  /// (nᵢ³ − nᵢ) ÷ 12 whatever their place. So H is largest exactly when every group holds a run of ranks, alike for each of
  /// the k! orders of the groups, out of N! ÷ Π nᵢ! assignments. For two groups that is 2 ÷ C(n, n₁).
  ///
  /// - Shapes: k ≥ 2 sizes of one or more.
  /// - Throws: ``SampleFault`` for fewer than two groups or an empty one.
  public static func smallestP(groups sizes: [Int]) throws(SampleFault) -> Double {
    try smallestP(withinEach: sizes, organizations: 1)
  }

  /// The smallest p for types side by side in organisations that all have the same number of people of each type, labels
  /// permuted inside each, without ties: k! (Π nᵢ! ÷ n!)ᵒ for o organisations.
  ///
  /// The outcomes that are furthest out put the types in one order in every organisation.
  ///
  /// - Parameters:
  ///   - sizes: people of each type in one organisation.
  ///   - organizations: how many such organisations, at least 1.
  /// - Throws: ``SampleFault`` for fewer than two groups or an empty one.
  public static func smallestP(withinEach sizes: [Int], organizations: Int) throws(SampleFault) -> Double {
    precondition(organizations > 0, "a design needs organisations")
    guard sizes.count >= 2 else { throw .fewerThanTwoGroups }
    if let empty = sizes.firstIndex(where: { $0 < 1 }) { throw .emptyGroup(empty) }
    let assignments = GSL.logFactorial(sizes.reduce(0, +)) - sizes.reduce(0) { $0 + GSL.logFactorial($1) }
    return min(1, exp(GSL.logFactorial(sizes.count) - Double(organizations) * assignments))
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
