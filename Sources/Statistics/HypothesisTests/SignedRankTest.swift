/// The Wilcoxon signed-rank test: do paired values differ more often, or by more, in one direction?
///
/// - Shapes: one difference per pair, at least one that is not zero.
/// - Units: the order of the differences' sizes matters; sizes that differ by no more than 10⁻⁹ are tied.
/// - Zeros: Pratt's method ranks them with the others and then leaves their ranks out; Wilcoxon's drops them first.
/// - Null: signs turn with probability ½ each: exact, by convolving the doubled ranks; permuted, or normal with corrections for
///   ties and continuity. Two-sided by |W − E|. `automatic` is exact up to about twenty million additions, else 9,999
///   permutations from seed 1.
/// - Cost: exact, differences × lattice width, so their cube at most.
/// - Source: Wilcoxon (1945), Biometrics Bulletin 1(6), 80–83, doi:10.2307/3001968; Pratt (1959), JASA 54(287), 655–667,
///   doi:10.1080/01621459.1959.10501526.
public struct SignedRankTest: HypothesisTest {
  /// What becomes of pairs without difference.
  public enum Zeros: Sendable, Hashable {
    /// Ranked with the others, then left out.
    case pratt
    /// Dropped before ranking.
    case wilcoxon
  }

  /// The name in reports and files.
  public static let name = "Wilcoxon signed-rank test"
  /// The sum of the ranks of the positive differences.
  public let statistic: Double
  /// None: the statistic has no limit distribution with degrees of freedom.
  public var degreesOfFreedom: Double? { nil }
  /// The two-sided p-value.
  public let pValue: PValue
  /// The statistic's distance from expectation in standard deviations, without correction for continuity.
  public let standardized: Double
  /// The matched-pairs rank biserial correlation: (positive − negative) ÷ all ranks, from −1 to 1.
  public let rankBiserial: Double
  /// The numbers of pairs that rose, stayed and fell.
  public let directions: (up: Int, same: Int, down: Int)

  /// - Throws: ``SampleFault/emptyGroup(_:)`` without differences, ``SampleFault/noVariation`` when all are zero.
  public init(_ differences: [Double], zeros: Zeros = .pratt, null: NullDistribution = .automatic) throws(SampleFault) {
    guard !differences.isEmpty else { throw .emptyGroup(0) }
    let tolerance = 1e-9
    let isUp = differences.map { $0 > tolerance }
    let isDown = differences.map { $0 < -tolerance }
    let up = isUp.count { $0 }
    let down = isDown.count { $0 }
    directions = (up, differences.count - up - down, down)
    guard up + down > 0 else { throw .noVariation }
    let ranked = differences.indices.filter { zeros == .pratt || isUp[$0] || isDown[$0] }
    let sizes = ValueCounts(
      groups: [
        ranked.filter { isUp[$0] }.map { abs(differences[$0]) },
        ranked.filter { isDown[$0] }.map { abs(differences[$0]) },
        ranked.filter { !isUp[$0] && !isDown[$0] }.map { _ in 0 },
      ], tolerance: tolerance)
    let ranks = sizes.doubledMidranks
    let observed = sizes.doubledRankSums[0]
    let moving = sizes.values.indices.map { sizes[0, $0] + sizes[1, $0] }
    let whole = zip(ranks, moving).reduce(0) { $0 + $1.0 * $1.1 }
    // In quadrupled ranks: twice the doubled sum, less all of it.
    let distance = abs(2 * observed - whole)
    let variance = zip(ranks, moving).reduce(0.0) { $0 + Double($1.1) * Double($1.0) * Double($1.0) } / 16
    statistic = Double(observed) / 2
    standardized = Double(2 * observed - whole) / 4 / variance.squareRoot()
    rankBiserial = Double(2 * observed - whole) / Double(whole)
    let smallest = exponential(-Double(up + down - 1) * exponentialBase)
    let roads = null.roads(limit: 20_000_000)
    if let limit = roads.exactLimit, let signs = SignSum(ranks: ranks, counts: moving, stepLimit: limit) {
      pValue = .exact(signs.probability(atLeast: distance), smallest: smallest)
    } else if let (count, seed) = roads.permutation {
      let people = zip(ranks, moving).flatMap { [Int](repeating: $0, count: $1) }
      let extreme = countExtreme(count: count, seed: seed, ()) { _, stream in
        var sum = 0
        var bits: UInt64 = 0
        for (place, rank) in people.enumerated() {
          if place % 64 == 0 { bits = stream.next() }
          sum += bits & 1 == 1 ? rank : -rank
          bits >>= 1
        }
        return abs(sum) >= distance
      }
      pValue = .permuted(extreme: extreme, count: count, seed: seed, designMinimum: smallest)
    } else {
      func p(_ distance: Int) -> Double {
        min(1, 2 * GSL.normalUpperTail(max(0, Double(distance) / 4 - 0.5) / variance.squareRoot()))
      }
      pValue = .asymptotic(p(distance), smallest: p(whole))
    }
  }
}

/// ln 2.
private let exponentialBase = 0.693_147_180_559_945_3

/// The distribution of a sum of ranks with random signs.
private struct SignSum {
  private let whole: Int
  /// Probabilities of the positive ranks' sum, in steps of `step`.
  private let weights: [Double]
  private let step: Int

  init?(ranks: [Int], counts: [Int], stepLimit: Int) {
    let people = zip(ranks, counts).flatMap { [Int](repeating: $0, count: $1) }
    let step = people.reduce(0) { greatestCommonDivisor($0, $1) }
    whole = people.reduce(0, +)
    self.step = step
    guard people.count * (whole / step + 1) <= stepLimit else { return nil }
    var weights = [Double](repeating: 0, count: whole / step + 1)
    weights[0] = 1
    var reach = 0
    for rank in people {
      let shift = rank / step
      reach += shift
      for sum in stride(from: reach, through: 0, by: -1) {
        weights[sum] = (weights[sum] + (sum >= shift ? weights[sum - shift] : 0)) / 2
      }
    }
    self.weights = weights
  }

  /// The probability that the positive ranks exceed the negative, or the other way round, by at least `distance`.
  func probability(atLeast distance: Int) -> Double {
    var sum = 0.0
    for (place, weight) in weights.enumerated() where abs(2 * place * step - whole) >= distance { sum += weight }
    return min(1, sum)
  }
}
