/// The differences of all pairs of units: observed, and over the draws, which are streamed pair by pair.
struct PairwiseDifferences {
  let scores: [Double]
  /// 1 ÷ standard deviation of the difference, units × units; 0 where it never varies.
  private let precision: [Double]
  /// Observed differences in standard deviations, units × units; with few people as far out in the normal distribution as in Student's.
  private let standing: [Double]
  /// Standard deviations of the units over the draws.
  private let errors: [Double]
  /// Degrees of freedom of the units' errors; nil where these are known.
  private let degreesOfFreedom: [Double]?
  /// Draws about their mean, unit by unit, eight to a pack; single precision is far finer than the draws' own noise.
  private let packs: [SIMD8<Float>]
  private let packCount: Int
  private let drawCount: Int

  var count: Int { scores.count }

  init(scores: [Double], draws: [[Double]], degreesOfFreedom: [Double]? = nil) {
    let drawCount = draws.first?.count ?? 0
    precondition(draws.allSatisfy { $0.count == drawCount }, "units have different numbers of draws")
    precondition(
      degreesOfFreedom?.count ?? scores.count == scores.count && degreesOfFreedom?.allSatisfy { $0 >= 0 } ?? true,
      "every unit has its degrees of freedom")
    self.scores = scores
    self.degreesOfFreedom = degreesOfFreedom
    self.drawCount = drawCount
    // Places past the last draw hold 0 for every unit, so that they add nothing to a difference.
    let packCount = (drawCount + 7) / 8
    self.packCount = packCount
    var exact = [SIMD8<Double>](repeating: .zero, count: scores.count * packCount)
    var errors = [Double](repeating: 0, count: scores.count)
    for (unit, unitDraws) in draws.enumerated() {
      let centred = CentredDraws(unitDraws)
      errors[unit] = centred.standardDeviation
      for (draw, deviation) in centred.deviations.enumerated() {
        exact[unit * packCount + draw / 8][draw % 8] = deviation
      }
    }
    let precision = Self.precision(
      exact, unitCount: scores.count, packCount: packCount, drawCount: drawCount, scores: scores)
    self.precision = precision
    self.errors = errors
    standing = Self.standing(scores, precision: precision, errors: errors, degreesOfFreedom: degreesOfFreedom)
    packs = exact.map { SIMD8<Float>($0) }
  }

  /// 1 ÷ the standard deviation of each pair's difference.
  private static func precision(
    _ packs: [SIMD8<Double>], unitCount: Int, packCount: Int, drawCount: Int, scores: [Double]
  ) -> [Double] {
    var precision = [Double](repeating: 0, count: unitCount * unitCount)
    guard drawCount > 1 else { return precision }
    let scale = scores.reduce(1) { max($0, abs($1)) }
    packs.withUnsafeBufferPointer { packs in
      for a in 0..<unitCount {
        for b in 0..<a {
          var squares = SIMD8<Double>.zero
          for pack in 0..<packCount {
            let difference = packs[a * packCount + pack] - packs[b * packCount + pack]
            squares += difference * difference
          }
          let spread = (squares.sum() / Double(drawCount - 1)).squareRoot()
          let inverse = spread > 1e-12 * scale ? 1 / spread : 0
          precision[a * unitCount + b] = inverse
          precision[b * unitCount + a] = inverse
        }
      }
    }
    return precision
  }

  /// How far each pair's difference lies out.
  private static func standing(
    _ scores: [Double], precision: [Double], errors: [Double], degreesOfFreedom: [Double]?
  ) -> [Double] {
    let count = scores.count
    var standing = [Double](repeating: 0, count: count * count)
    for a in scores.indices {
      for b in 0..<a where precision[a * count + b] > 0 {
        var place = (scores[a] - scores[b]) * precision[a * count + b]
        if let freedom = degreesOfFreedom {
          place = StudentDistribution.normalEquivalent(
            place,
            degreesOfFreedom: PairFreedom(
              variances: (errors[a] * errors[a], errors[b] * errors[b]), degreesOfFreedom: (freedom[a], freedom[b])
            ).value)
        }
        standing[a * count + b] = place
        standing[b * count + a] = -place
      }
    }
    return standing
  }

  /// Whether `winner` is above `loser` when differences further out than `critical` decide.
  private func decides(_ winner: Int, above loser: Int, critical: Double) -> Bool {
    let place = winner * count + loser
    return precision[place] == 0 ? scores[winner] - scores[loser] > 1e-9 : standing[place] > critical
  }

  /// The standard deviation of a pair's difference; 0 where it never varies.
  func standardError(_ unit: Int, _ other: Int) -> Double {
    let inverse = precision[unit * count + other]
    return inverse == 0 ? 0 : 1 / inverse
  }

  /// What it takes to tell two units apart when differences further out than `critical` decide.
  func threshold(_ unit: Int, _ other: Int, critical: Double) -> PairThreshold {
    PairThreshold(
      critical: critical, errors: (errors[unit], errors[other], standardError(unit, other)),
      freedom: degreesOfFreedom.map { ($0[unit], $0[other]) })
  }

  /// Decides all ordered pairs together: beaten[winner × count + loser], and the standard deviations that the last step asked for;
  /// −∞ where nothing was left in question.
  func decideAll(level: Double) -> (beaten: [Bool], critical: Double) {
    var beaten = [Bool](repeating: false, count: count * count)
    while true {
      var largest = [SIMD8<Float>](repeating: SIMD8(repeating: -.infinity), count: packCount)
      for a in 0..<count {
        for b in 0..<a {
          raise(&largest, a, b, includingFirst: !beaten[a * count + b], includingSecond: !beaten[b * count + a])
        }
      }
      let critical = quantile(largest, level: level)
      var isChanged = false
      for winner in 0..<count {
        for loser in 0..<count where winner != loser && !beaten[winner * count + loser] {
          if decides(winner, above: loser, critical: critical) {
            beaten[winner * count + loser] = true
            isChanged = true
          }
        }
      }
      guard isChanged else { return (beaten, critical) }
    }
  }

  /// Decides the ordered pairs with one unit: how many units are above it, and how many below.
  func decide(for unit: Int, level: Double) -> (above: Int, below: Int) {
    var isAbove = [Bool](repeating: false, count: count)
    var isBelow = [Bool](repeating: false, count: count)
    while true {
      var largest = [SIMD8<Float>](repeating: SIMD8(repeating: -.infinity), count: packCount)
      for other in 0..<count where other != unit {
        raise(&largest, unit, other, includingFirst: !isBelow[other], includingSecond: !isAbove[other])
      }
      let critical = quantile(largest, level: level)
      var isChanged = false
      for other in 0..<count where other != unit {
        if !isBelow[other] && decides(unit, above: other, critical: critical) {
          isBelow[other] = true
          isChanged = true
        }
        if !isAbove[other] && decides(other, above: unit, critical: critical) {
          isAbove[other] = true
          isChanged = true
        }
      }
      guard isChanged else { return (isAbove.count { $0 }, isBelow.count { $0 }) }
    }
  }

  /// Raises each draw's maximum to the standardised difference of a pair: first less second, second less first, or both.
  private func raise(
    _ largest: inout [SIMD8<Float>], _ first: Int, _ second: Int, includingFirst: Bool, includingSecond: Bool
  ) {
    let inverse = Float(precision[first * count + second])
    guard inverse > 0, includingFirst || includingSecond else { return }
    let (a, b) = includingFirst ? (first * packCount, second * packCount) : (second * packCount, first * packCount)
    let isTwoSided = includingFirst && includingSecond
    packs.withUnsafeBufferPointer { packs in
      largest.withUnsafeMutableBufferPointer { largest in
        if isTwoSided {
          for pack in 0..<packCount {
            let difference = (packs[a + pack] - packs[b + pack]) * inverse
            let distance = difference.replacing(with: -difference, where: difference .< 0)
            largest[pack] = largest[pack].replacing(with: distance, where: distance .> largest[pack])
          }
        } else {
          for pack in 0..<packCount {
            let difference = (packs[a + pack] - packs[b + pack]) * inverse
            largest[pack] = largest[pack].replacing(with: difference, where: difference .> largest[pack])
          }
        }
      }
    }
  }

  private func quantile(_ largest: [SIMD8<Float>], level: Double) -> Double {
    CentredDraws.upperQuantile(of: (0..<drawCount).map { Double(largest[$0 / 8][$0 % 8]) }, level: level)
  }

  /// The sets that decided pairs leave.
  func sets(beaten: [Bool]) -> [ClosedRange<Int>] {
    (0..<count).map { unit in
      let above = (0..<count).count { beaten[$0 * count + unit] }
      let below = (0..<count).count { beaten[unit * count + $0] }
      return (1 + above)...(count - below)
    }
  }
}
