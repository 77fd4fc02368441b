/// The rows of the lattice: for each number of people drawn so far, the weight of each sum of scores.
struct LatticeRows {
  struct Row {
    var offset = 0
    var weights: [Double] = []
  }

  /// The row of all the people to be drawn.
  let last: Row

  init(_ categories: [(count: Int, score: Int)], drawn: Int, total: Int) {
    let odds = Double(drawn) / Double(total - drawn)
    var rows = [Row](repeating: Row(), count: drawn + 1)
    rows[0].weights = [1]
    var left = total
    for category in categories {
      left -= category.count
      let weights = relativeBinomialWeights(category.count, odds: odds)
      var next = [Row](repeating: Row(), count: drawn + 1)
      // Only numbers from which the remaining categories can still make up `drawn`.
      for sum in max(0, drawn - left)...drawn {
        let taken = (0...min(category.count, sum)).filter { !rows[sum - $0].weights.isEmpty }
        guard let fewest = taken.first, let most = taken.last else { continue }
        var low = Int.max
        var high = Int.min
        for take in fewest...most where !rows[sum - take].weights.isEmpty {
          let source = rows[sum - take]
          low = min(low, source.offset + take * category.score)
          high = max(high, source.offset + take * category.score + source.weights.count)
        }
        var target = [Double](repeating: 0, count: high - low)
        for take in taken {
          Self.add(rows[sum - take], times: weights[take], movedBy: take * category.score - low, to: &target)
        }
        next[sum] = Row(offset: low, weights: target)
      }
      rows = next
    }
    last = rows[drawn]
  }

  /// target[i + offset + shift] += weight × source[i].
  private static func add(_ source: Row, times weight: Double, movedBy shift: Int, to target: inout [Double]) {
    let start = source.offset + shift
    source.weights.withUnsafeBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        for index in 0..<source.count { target[start + index] += weight * source[index] }
      }
    }
  }
}

/// The greatest common divisor; that of 0 and n is n.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (abs(a), abs(b))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}

/// Binomial weights C(count, a) oddsᵃ for a = 0…count, divided by the largest.
func relativeBinomialWeights(_ count: Int, odds: Double) -> [Double] {
  var weights = [Double](repeating: 0, count: count + 1)
  let mode = min(count, max(0, Int(Double(count + 1) * odds / (1 + odds))))
  weights[mode] = 1
  for a in stride(from: mode, to: 0, by: -1) {
    weights[a - 1] = weights[a] * Double(a) / Double(count - a + 1) / odds
  }
  for a in mode..<count { weights[a + 1] = weights[a] * Double(count - a) / Double(a + 1) * odds }
  return weights
}
