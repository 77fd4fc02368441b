/// Shares of a variance owed to three inputs, or groups of inputs, that add up to 1: Shapley effects.
///
/// What an input explains is averaged over all orders in which the three can be fixed. So the part that an input explains alone is all its
/// own; what two explain only together is split evenly between them, and what only all three explain goes to each by a third. From
/// first-order and total indices: Sᵢ ÷ 3 + (1 − STₖ − Sⱼ) ÷ 6 + (1 − STⱼ − Sₖ) ÷ 6 + STᵢ ÷ 3, for 1 − STₖ is what i and j explain
/// without k. Shares of estimated indices may fall below 0: they are set to 0, and the others scaled
/// back to 1. An input whose total index is exactly 0 changed nothing and has no share.
///
/// - Shapes: three first-order indices and three total indices, in the same order.
/// - Units: shares of the variance.
/// - Source: Owen (2014), SIAM/ASA Journal on Uncertainty Quantification 2(1), 245–251, doi:10.1137/130936233.
public struct ShapleyEffects: Sendable, Hashable {
  /// One share per input, 0…1, adding up to 1.
  public let shares: [Double]

  /// Shares out what the indices say; nil where they leave nothing to share.
  public init?(first: [Double], total: [Double]) {
    precondition(first.count == 3 && total.count == 3, "three inputs have three shares")
    let effects = (0..<3).map { input in
      let (next, last) = ((input + 1) % 3, (input + 2) % 3)
      return first[input] / 3 + total[input] / 3
        + (1 - total[last] - first[next] + 1 - total[next] - first[last]) / 6
    }
    let positive = (0..<3).map { total[$0] == 0 ? 0 : max(0, effects[$0]) }
    let sum = positive.reduce(0, +)
    guard sum > 0, sum.isFinite else { return nil }
    shares = positive.map { $0 / sum }
  }
}
