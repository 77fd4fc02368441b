/// The exact null of signed tests: a sum of magnitudes, each of which counts or not with chance one half.
///
/// Wilcoxon's signed ranks, the sign test and ordered marginal homogeneity differ only in their magnitudes. Equal
/// magnitudes come with a count, so paired answers on a five-point scale need four entries for any number of people.
///
/// Cost grows with the number of magnitudes × their sum divided by their greatest common divisor: see ``steps(_:)``.
struct SignedSumDistribution: Sendable {
  /// `probabilities[s]` is the chance that the sum is s units.
  let probabilities: [Double]
  /// The greatest common divisor of the magnitudes.
  let unit: Int

  /// How many additions the distribution of these magnitudes takes.
  static func steps(_ magnitudes: [(value: Int, count: Int)]) -> Double {
    let unit = Double(max(1, Self.unit(of: magnitudes)))
    var range = 0.0
    return magnitudes.reduce(0) { steps, magnitude in
      let added = Double(magnitude.value) * Double(magnitude.count) / unit
      defer { range += added }
      return steps + Double(magnitude.count) * (range + added / 2)
    }
  }

  /// Builds the distribution of positive magnitudes.
  init(_ magnitudes: [(value: Int, count: Int)]) {
    unit = max(1, Self.unit(of: magnitudes))
    let total = magnitudes.reduce(0) { $0 + $1.value * $1.count } / unit
    var chances = [Double](repeating: 0, count: total + 1)
    chances[0] = 1
    var reached = 0
    for magnitude in magnitudes where magnitude.value > 0 {
      let step = magnitude.value / unit
      for _ in 0..<magnitude.count {
        reached += step
        chances.withUnsafeMutableBufferPointer { chance in
          var place = reached
          while place >= step {
            chance[place] = 0.5 * (chance[place] + chance[place - step])
            place -= 1
          }
          while place >= 0 {
            chance[place] *= 0.5
            place -= 1
          }
        }
      }
    }
    probabilities = chances
  }

  /// The chance of a sum at least as far from its expectation as `observed`, which is on the scale of the magnitudes.
  func twoSided(_ observed: Int) -> Double {
    let total = probabilities.count - 1
    let distance = abs(2 * (observed / unit) - total)
    let lower = (total - distance) / 2
    guard 2 * lower < total else { return 1 }
    // The distribution is symmetric: one tail, summed from its thin end, stands for both.
    return min(1, 2 * probabilities[...lower].reduce(0, +))
  }

  /// The smallest two-sided p that any pattern of signs can give.
  var smallestAttainable: Double { probabilities.count == 1 ? 1 : min(1, 2 * probabilities[0]) }

  private static func unit(of magnitudes: [(value: Int, count: Int)]) -> Int {
    magnitudes.reduce(0) { divisor, magnitude in
      var (a, b) = (divisor, magnitude.value)
      while b != 0 { (a, b) = (b, a % b) }
      return a
    }
  }
}

/// A signed test's observed sum beside its magnitudes: the p-value by whichever road is asked for.
struct SignedSum: Sendable {
  /// Positive magnitudes with how often each occurs.
  let magnitudes: [(value: Int, count: Int)]
  /// The sum of those that counted.
  let observed: Int
  /// The sum less its expectation, in standard deviations.
  let standardized: Double

  /// The most additions for which the distribution is built unasked.
  static let stepLimit = 5e8

  /// Takes the magnitudes, at least one of which must be above zero, and the observed sum.
  init(magnitudes: [(value: Int, count: Int)], observed: Int) {
    self.magnitudes = magnitudes
    self.observed = observed
    standardized = Self.distance(magnitudes, from: observed)
  }

  /// Exact within ``stepLimit`` or when asked for, else drawn, else by the normal limit.
  func pValue(_ null: NullDistribution) -> PValue {
    let roads = null.roads(limit: Int(Self.stepLimit))
    if let bound = roads.exactLimit, SignedSumDistribution.steps(magnitudes) <= Double(bound) { return exact }
    guard let permutation = roads.permutation else { return limit }
    let total = magnitudes.reduce(0) { $0 + $1.value * $1.count }
    let distance = abs(2 * observed - total)
    let extreme = countExtreme(count: permutation.count, seed: permutation.seed, ()) { _, stream in
      let rising = magnitudes.reduce(0) { $0 + $1.value * stream.binomial($1.count, 0.5) }
      return abs(2 * rising - total) >= distance
    }
    let people = magnitudes.reduce(0) { $0 + $1.count }
    return .permuted(
      extreme: extreme, count: permutation.count, seed: permutation.seed,
      designMinimum: people > 1 ? 2 * GSL.fairCoin(heads: 0, of: people) : 1)
  }

  private var exact: PValue {
    let distribution = SignedSumDistribution(magnitudes)
    return .exact(distribution.twoSided(observed), smallest: distribution.smallestAttainable)
  }

  private var limit: PValue {
    .asymptotic(
      2 * GSL.normalUpperTail(abs(standardized)),
      smallest: 2 * GSL.normalUpperTail(abs(Self.distance(magnitudes, from: 0))))
  }

  private static func distance(_ magnitudes: [(value: Int, count: Int)], from observed: Int) -> Double {
    let total = magnitudes.reduce(0) { $0 + $1.value * $1.count }
    let squares = magnitudes.reduce(0.0) { $0 + Double($1.value) * Double($1.value) * Double($1.count) }
    return Double(2 * observed - total) / squares.squareRoot()
  }
}
