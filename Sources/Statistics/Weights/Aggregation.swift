/// How the parts of a composite score are put together, and how far one part can make up for another.
///
/// - Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, s. 6.6.
public enum Aggregation: Sendable, Hashable, Codable {
  /// The weighted mean: contributions add up, and every part makes up for every other.
  case arithmetic
  /// e to the weighted mean of logarithms; on the floored scale 1…100.
  case geometric
  /// The reciprocal of the weighted mean of reciprocals; on the floored scale 1…100.
  case harmonic
  /// The weighted power mean; on the floored scale 1…100 for exponents of 0 and less.
  case power(Double)
  /// The smallest part, whatever its weight: nothing makes up for it.
  case minimum
  /// The mean less a penalty for unevenness, M (1 − cv²), of the Mazziotta–Pareto index, without weights.
  case mazziottaPareto
  /// An ordered weighted mean: shares belong to places in the order from the worst part, not to parts.
  case ordered([Double])

  /// One score from parts on 0…100, higher is better; nil where too little is there.
  ///
  /// A missing part is dropped and the other weights are scaled up; the score is given when at least `share` of the weight is there.
  ///
  /// - Parameters:
  ///   - parts: 0…100, nil where missing.
  ///   - weights: one share per part.
  ///   - share: the least share of the weight that must be there.
  public func score(_ parts: [Double?], weights: IndicatorWeights, needing share: Double = 2.0 / 3.0) -> Double? {
    precondition(parts.count == weights.shares.count, "parts differ from the weights in number")
    var values: [Double] = []
    var present: [Double] = []
    for (part, weight) in zip(parts, weights.shares) {
      guard let part else { continue }
      values.append(part)
      present.append(weight)
    }
    let total = present.reduce(0, +)
    // A hair below the share, so that two of three equal weights are two thirds whatever the last bit says.
    guard total > 0, total >= share - 1e-9 else { return nil }
    return score(values, shares: present.map { $0 / total })
  }

  /// How fast the score moves with each part: its partial derivatives, for linearised standard errors; 0 for a missing part.
  ///
  /// At a kink, such as two smallest parts, the slope is shared or that of the stable order. Parts of 0 count as a hundredth where the slope
  /// would be without end.
  public func slopes(_ parts: [Double?], weights: IndicatorWeights) -> [Double] {
    precondition(parts.count == weights.shares.count, "parts differ from the weights in number")
    let places = parts.indices.filter { parts[$0] != nil }
    let values = places.compactMap { parts[$0] }
    let total = places.reduce(0) { $0 + weights.shares[$1] }
    var slopes = [Double](repeating: 0, count: parts.count)
    guard total > 0 else { return slopes }
    for (place, slope) in zip(places, self.slopes(values, shares: places.map { weights.shares[$0] / total })) {
      slopes[place] = slope
    }
    return slopes
  }

  private func slopes(_ values: [Double], shares: [Double]) -> [Double] {
    let floored = values.map { 1 + 0.99 * $0 }
    func powers(_ values: [Double], _ exponent: Double) -> [Double] {
      var whole = 0.0
      for (value, share) in zip(values, shares) { whole += share * exponential(exponent * GSL.logarithm(value)) }
      let mean = exponential(GSL.logarithm(max(whole, Double.leastNonzeroMagnitude)) / exponent)
      return zip(values, shares).map { $1 * exponential((exponent - 1) * GSL.logarithm($0 / mean)) }
    }
    switch self {
    case .arithmetic: return shares
    case .geometric, .power(0):
      var sum = 0.0
      for (value, share) in zip(floored, shares) { sum += share * GSL.logarithm(value) }
      let mean = exponential(sum)
      return zip(floored, shares).map { mean * $1 / $0 }
    case .harmonic: return powers(floored, -1)
    case .power(let exponent): return powers(exponent < 0 ? floored : values.map { max($0, 0.01) }, exponent)
    case .minimum:
      let least = values.min() ?? 0
      let count = Double(values.count { $0 == least })
      return values.map { $0 == least ? 1 / count : 0 }
    case .mazziottaPareto:
      let (moments, count) = (Moments(values), Double(values.count))
      guard moments.mean > 0, let variance = moments.variance else { return values.map { _ in 1 / count } }
      return values.map { value in
        1 / count - 2 * (value - moments.mean) / ((count - 1) * moments.mean)
          + variance / (count * moments.mean * moments.mean)
      }
    case .ordered(let places):
      guard places.count >= values.count,
        let ordered = try? IndicatorWeights(proportions: Array(places.prefix(values.count)))
      else { return values.map { _ in 0 } }
      var slopes = values
      let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      for (place, index) in order.enumerated() { slopes[index] = ordered.shares[place] }
      return slopes
    }
  }

  private func score(_ values: [Double], shares: [Double]) -> Double? {
    let floored = values.map { 1 + 0.99 * $0 }
    func mean(_ values: [Double]) -> Double { zip(values, shares).reduce(0) { $0 + $1.0 * $1.1 } }
    // Back from 1…100 to 0…100, so that 0 and 100 stay where they are.
    func unfloored(_ value: Double) -> Double { (value - 1) / 0.99 }
    switch self {
    case .arithmetic: return mean(values)
    case .geometric: return unfloored(exponential(mean(floored.map(GSL.logarithm))))
    case .harmonic: return unfloored(1 / mean(floored.map { 1 / $0 }))
    case .power(let exponent):
      if exponent == 0 { return Aggregation.geometric.score(values, shares: shares) }
      let isFloored = exponent < 0
      let powers = (isFloored ? floored : values).map {
        exponential(exponent * GSL.logarithm(max($0, .leastNonzeroMagnitude)))
      }
      let result = exponential(GSL.logarithm(max(mean(powers), .leastNonzeroMagnitude)) / exponent)
      return isFloored ? unfloored(result) : result
    case .minimum: return values.min()
    case .mazziottaPareto:
      let moments = Moments(values)
      guard moments.mean > 0 else { return 0 }
      return moments.mean * (1 - (moments.variance ?? 0) / (moments.mean * moments.mean))
    case .ordered(let places):
      guard places.count >= values.count,
        let ordered = try? IndicatorWeights(proportions: Array(places.prefix(values.count)))
      else { return nil }
      return zip(values.sorted(), ordered.shares).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }
}
