/// Count, sums and ends of one measure in one group of people: what its mean, spread and standard error need.
///
/// Sums are of distances from the middle of the scale, so that squares keep their digits; tallies of parts add up. With
/// sampling weights the weighted sums stand beside the count; without, every weight is 1.
package struct Tally: Sendable, Hashable {
  /// The middle of the scale 0…100.
  static let origin = 50.0

  /// People with a score.
  package private(set) var n = 0
  private var lowest = Double.infinity
  private var highest = -Double.infinity
  /// Σw, Σwx, Σwx².
  package private(set) var weight = 0.0
  private var sum = 0.0
  private var squares = 0.0
  /// Σw², Σw²x, Σw²x².
  private var weight2 = 0.0
  private var sum2 = 0.0
  private var squares2 = 0.0

  /// A tally of nobody.
  package init() {}

  /// People who all count the same, from how often each score was given.
  package init(_ scores: some Sequence<(score: Double, count: Int)>) {
    for (score, count) in scores where count > 0 {
      let distance = score - Self.origin
      n += count
      sum += Double(count) * distance
      squares += Double(count) * distance * distance
      lowest = min(lowest, score)
      highest = max(highest, score)
    }
    closePlain()
  }

  /// The mean; nil for nobody. Exactly the score when everybody has the same.
  package var mean: Double? {
    guard n > 0, weight > 0 else { return nil }
    return allEqual ? lowest : min(max(Self.origin + sum / weight, lowest), highest)
  }

  /// Whether everybody has the same score.
  package var allEqual: Bool { highest - lowest <= 1e-9 }

  /// The standard deviation over persons, n − 1; nil below two persons.
  package var standardDeviation: Double? {
    guard n > 1, weight > 0 else { return nil }
    if allEqual { return 0 }
    let distance = sum / weight
    return (max(0, squares / weight - distance * distance) * Double(n) / Double(n - 1)).squareRoot()
  }

  /// The standard error of the mean, by linearisation, persons drawn with replacement: s ÷ √n where weights are equal.
  /// Nil below two persons.
  package var standardError: Double? {
    guard n > 1, weight > 0 else { return nil }
    if allEqual { return 0 }
    let distance = sum / weight
    let scatter = max(0, squares2 - 2 * distance * sum2 + distance * distance * weight2)
    return (Double(n) / Double(n - 1) * scatter).squareRoot() / weight
  }

  /// The people of both.
  package static func + (left: Tally, right: Tally) -> Tally {
    var both = left
    both.n += right.n
    both.lowest = min(left.lowest, right.lowest)
    both.highest = max(left.highest, right.highest)
    both.weight += right.weight
    both.sum += right.sum
    both.squares += right.squares
    both.weight2 += right.weight2
    both.sum2 += right.sum2
    both.squares2 += right.squares2
    return both
  }

  /// One tally per cell from a column of scores (NaN: no score), in the order of the rows.
  static func tallies(of column: [Double], cellOf: [Int32], cellCount: Int, weights: [Double]) -> [Tally] {
    var tallies = [Tally](repeating: Tally(), count: cellCount)
    tallies.withUnsafeMutableBufferPointer { tallies in
      if weights.isEmpty {
        for (score, cell) in zip(column, cellOf) where score == score { tallies[Int(cell)].add(score) }
        for cell in tallies.indices { tallies[cell].closePlain() }
      } else {
        for row in column.indices where column[row] == column[row] {
          tallies[Int(cellOf[row])].add(column[row], weight: weights[row])
        }
      }
    }
    return tallies
  }

  private mutating func add(_ score: Double) {
    let distance = score - Self.origin
    sum += distance
    squares += distance * distance
    widen(to: score)
  }

  private mutating func add(_ score: Double, weight w: Double) {
    let distance = score - Self.origin
    sum += w * distance
    squares += w * distance * distance
    widen(to: score)
    weight += w
    weight2 += w * w
    sum2 += w * w * distance
    squares2 += w * w * distance * distance
  }

  private mutating func widen(to score: Double) {
    n &+= 1
    lowest = score < lowest ? score : lowest
    highest = score > highest ? score : highest
  }

  /// After plain additions: every weight is 1.
  private mutating func closePlain() {
    weight = Double(n)
    (weight2, sum2, squares2) = (weight, sum, squares)
  }
}
