/// The distribution of a whole-number statistic under rearrangement: its possible values and their probabilities.
struct ScoreSumDistribution: Sendable {
  /// The possible values, strictly increasing.
  private(set) var positions: [Int]
  /// Their probabilities, positive, summing to 1.
  private(set) var probabilities: [Double]

  /// A statistic that can have one value only.
  init(constant: Int) {
    positions = [constant]
    probabilities = [1]
  }

  private init(positions: [Int], weights: [Double]) {
    let total = weights.reduce(0, +)
    self.positions = positions
    probabilities = weights.map { $0 / total }
  }

  /// The sum of the scores of `drawn` people drawn without replacement from a table of scores, convolved category by
  /// category over a lattice.
  ///
  /// Weights are kept relative to the largest of each category, so that nothing overflows; only additions and products
  /// of positive numbers occur, so that every tail keeps its relative precision.
  ///
  /// - Parameters:
  ///   - counts: people per score.
  ///   - scores: whole numbers, one per entry of `counts`.
  /// - Returns: nil when the work would exceed `stepLimit` additions.
  /// - Cost: drawn people × lattice width × people, at most.
  init?(counts: [Int], scores: [Int], drawn: Int, stepLimit: Int) {
    let total = counts.reduce(0, +)
    precondition(drawn >= 0 && drawn <= total && counts.count == scores.count)
    if drawn > total - drawn {
      // The others' sum is the total less ours.
      let everyone = zip(counts, scores).reduce(0) { $0 + $1.0 * $1.1 }
      guard let others = Self(counts: counts, scores: scores, drawn: total - drawn, stepLimit: stepLimit) else {
        return nil
      }
      self.init(
        positions: others.positions.reversed().map { everyone - $0 }, weights: others.probabilities.reversed())
      return
    }
    let used = counts.indices.filter { counts[$0] > 0 }.sorted { scores[$0] < scores[$1] }
    guard let first = used.first, drawn > 0 else {
      self.init(constant: 0)
      return
    }
    let origin = scores[first]
    let step = max(1, used.reduce(0) { greatestCommonDivisor($0, scores[$1] - origin) })
    let categories = used.map { (count: counts[$0], score: (scores[$0] - origin) / step) }
    guard Self.foreseenSteps(categories, drawn: drawn) <= Double(stepLimit) else { return nil }
    let row = LatticeRows(categories, drawn: drawn, total: total).last
    let reached = row.weights.indices.filter { row.weights[$0] > 0 }
    self.init(
      positions: reached.map { (row.offset + $0) * step + drawn * origin }, weights: reached.map { row.weights[$0] })
  }

  /// How many additions the convolution takes, at most.
  private static func foreseenSteps(_ categories: [(count: Int, score: Int)], drawn: Int) -> Double {
    var steps = 0.0
    var seen = 0
    var low = 0
    var high = 0
    for category in categories {
      // Sums of k people among those seen lie between the k lowest and the k highest scores.
      let span = Double(high - low)
      let most = min(seen, drawn)
      let widths = (0...most).reduce(0.0) { $0 + 1 + span * Double(min($1, seen - $1)) }
      steps += widths * Double(min(category.count, drawn) + 1)
      low = seen == 0 ? category.score : min(low, category.score)
      high = max(high, category.score)
      seen += category.count
    }
    return steps
  }

  /// The probability of values at least as far from `centre` as `observed`, all in whole numbers.
  func probability(atLeastAsFarFrom centre: Int, as observed: Int) -> Double {
    let distance = abs(observed - centre)
    var sum = 0.0
    for (position, probability) in zip(positions, probabilities) where abs(position - centre) >= distance {
      sum += probability
    }
    return min(1, sum)
  }

  /// The largest distance from `centre` that a possible value has.
  func largestDistance(from centre: Int) -> Int {
    positions.reduce(0) { max($0, abs($1 - centre)) }
  }

  /// The same distribution of a multiple of the statistic.
  func scaled(by factor: Int) -> ScoreSumDistribution {
    var scaled = self
    scaled.positions = positions.map { $0 * factor }
    return scaled
  }

  /// The distribution of the sum of independent statistics; nil when the work would exceed `stepLimit` additions, or a
  /// twentieth of that where sums must be sorted. That is foreseen, so that a refusal costs nothing.
  init?(sumOf parts: [ScoreSumDistribution], stepLimit: Int) {
    var step = 0
    var width = 1.0
    var products = 1.0
    var work = 0.0
    for part in parts {
      let partStep = part.latticeStep
      let next = greatestCommonDivisor(step, partStep)
      // The lattice so far, on the finer step.
      width = (width - 1) * Double(next == 0 ? 0 : step / max(1, next)) + 1
      work += min(width, products) * Double(part.positions.count) * (width <= 4e6 ? 1 : 20)
      width += next == 0 ? 0 : Double((part.positions[part.positions.count - 1] - part.positions[0]) / next)
      products *= Double(part.positions.count)
      step = next
    }
    guard work <= Double(stepLimit) else { return nil }
    self = parts.reduce(ScoreSumDistribution(constant: 0)) { $0.adding($1) }
  }

  /// The distribution of the sum of two independent statistics.
  private func adding(_ other: ScoreSumDistribution) -> ScoreSumDistribution {
    let low = positions[0] + other.positions[0]
    let high = positions[positions.count - 1] + other.positions[other.positions.count - 1]
    let step = max(1, greatestCommonDivisor(latticeStep, other.latticeStep))
    let width = (high - low) / step + 1
    // A dense lattice where it fits; else the sums are sorted and merged.
    if width <= 8_000_000 {
      return Self.lattice(places(step: step), other.places(step: step), width: width, low: low, step: step)
    }
    var sums: [(position: Int, weight: Double)] = []
    sums.reserveCapacity(positions.count * other.positions.count)
    for (position, probability) in zip(positions, probabilities) {
      for (otherPosition, otherProbability) in zip(other.positions, other.probabilities) {
        sums.append((position + otherPosition, probability * otherProbability))
      }
    }
    sums.sort { ($0.position, $0.weight) < ($1.position, $1.weight) }
    var merged: [Int] = []
    var weights: [Double] = []
    for sum in sums {
      if merged.last == sum.position {
        weights[weights.count - 1] += sum.weight
      } else {
        merged.append(sum.position)
        weights.append(sum.weight)
      }
    }
    return Self(positions: merged, weights: weights)
  }

  /// Steps from the lowest value, with their probabilities.
  private func places(step: Int) -> [(place: Int, probability: Double)] {
    positions.indices.map { ((positions[$0] - positions[0]) / step, probabilities[$0]) }
  }

  /// The sum of two statistics on one lattice. The loops go over plain memory: this is where exact tests spend their time.
  private static func lattice(
    _ first: [(place: Int, probability: Double)], _ second: [(place: Int, probability: Double)], width: Int, low: Int,
    step: Int
  ) -> ScoreSumDistribution {
    var dense = [Double](repeating: 0, count: width)
    dense.withUnsafeMutableBufferPointer { dense in
      first.withUnsafeBufferPointer { first in
        for (offset, weight) in second {
          var index = 0
          while index < first.count {
            dense[first[index].place + offset] += first[index].probability * weight
            index += 1
          }
        }
      }
    }
    let reached = dense.indices.filter { dense[$0] > 0 }
    return Self(positions: reached.map { low + $0 * step }, weights: reached.map { dense[$0] })
  }

  /// The greatest common divisor of the distances between possible values; 0 for one value.
  private var latticeStep: Int { positions.reduce(0) { greatestCommonDivisor($0, $1 - positions[0]) } }
}
