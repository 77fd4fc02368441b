/// Weights from pairwise judgements by the analytic hierarchy process, with their consistency.
///
/// - Shapes: a square matrix of positive judgements, `judgements[row][column]` says how many times as important the row is as the
///   column; mirror images are reciprocals, the diagonal is 1.
/// - Cost: parts² per step of the power method.
/// - Source: Saaty (1980), The Analytic Hierarchy Process. Random indices from Tummala & Ling (1998), which differ from Saaty's
///   in the second decimal; the table is named beside every ratio.
public struct PairwiseJudgements: Sendable, Hashable {
  /// The principal eigenvector as weights.
  public let weights: IndicatorWeights
  /// The principal eigenvalue λ; the number of parts when judgements are consistent.
  public let largestEigenvalue: Double
  /// (λ − n) ⁄ (n − 1); 0 for one or two parts.
  public let consistencyIndex: Double
  /// The consistency index over that of random judgements; nil below three parts and above fifteen. Above 0.1 judgements contradict
  /// one another.
  public let consistencyRatio: Double?
  /// Where the random indices come from.
  public static let randomIndexSource = "Tummala & Ling (1998)"

  /// Mean consistency index of random matrices of 3 to 15 parts.
  private static let randomIndices = [
    0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571, 1.5714,
    1.5831,
  ]

  /// - Throws: ``IndicatorWeights/Fault/notReciprocal(row:column:)`` for a judgement that is not positive or contradicts its mirror
  ///   image by more than `tolerance`, relative.
  public init(_ judgements: [[Double]], tolerance: Double = 1e-6) throws(IndicatorWeights.Fault) {
    let n = judgements.count
    precondition(n > 0 && judgements.allSatisfy { $0.count == n }, "judgements need a square matrix")
    for row in 0..<n {
      for column in 0..<n {
        let (a, b) = (judgements[row][column], judgements[column][row])
        guard a > 0, a.isFinite, abs(a * b - 1) <= tolerance else { throw .notReciprocal(row: row, column: column) }
      }
    }
    var vector = [Double](repeating: 1 / Double(n), count: n)
    var eigenvalue = Double(n)
    for _ in 0..<10_000 {
      let next = judgements.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
      eigenvalue = next.reduce(0, +)
      let scaled = next.map { $0 / eigenvalue }
      let moved = zip(scaled, vector).map { abs($0 - $1) }.max() ?? 0
      vector = scaled
      if moved < 1e-16 { break }
    }
    weights = try IndicatorWeights(proportions: vector)
    largestEigenvalue = eigenvalue
    consistencyIndex = n > 2 ? max(0, eigenvalue - Double(n)) / Double(n - 1) : 0
    let place = n - 3
    consistencyRatio = Self.randomIndices.indices.contains(place) ? consistencyIndex / Self.randomIndices[place] : nil
  }
}
