import Foundation

extension RandomStream {
  /// How many marked ones are among `drawn` drawn without replacement from `total`.
  ///
  /// - Cost: some steps, however many people there are: inversion outwards from the mode where the spread is small, else
  ///   rejection by the ratio of uniforms.
  /// - Source: Stadlober (1990), Journal of Computational and Applied Mathematics 31(1), 181–189.
  mutating func hypergeometric(marked: Int, total: Int, drawn: Int) -> Int {
    // The smaller of marked and unmarked, among the smaller of drawn and left.
    let rare = min(marked, total - marked)
    let taken = min(drawn, total - drawn)
    guard rare > 0 else { return rare == marked ? 0 : drawn }
    guard taken > 0 else { return taken == drawn ? 0 : marked }
    var count = hypergeometric(rare: rare, total: total, taken: taken)
    if rare != marked { count = taken - count }
    return taken == drawn ? count : marked - count
  }

  private mutating func hypergeometric(rare: Int, total: Int, taken: Int) -> Int {
    let highest = min(rare, taken)
    let (m, n, k) = (Double(rare), Double(total), Double(taken))
    let mode = min(highest, Int((k + 1) * (m + 1) / (n + 2)))
    let variance = k * (m / n) * (1 - m / n) * (n - k) / max(1, n - 1)
    let weight = HypergeometricWeight(rare: rare, total: total, taken: taken, mode: mode)
    if variance > 4 {
      let spread = 1.715_527_769_921_413_5 * (variance + 0.5).squareRoot() + 0.898_916_162_058_898_8
      let centre = k * m / n + 0.5
      while true {
        let x = 1 - uniform()
        let place = centre + spread * (uniform() - 0.5) / x
        guard place >= 0, place < Double(highest + 1) else { continue }
        let count = Int(place)
        let height = weight.logRatio(count)
        if x * (4 - x) - 3 <= height { return count }
        if x * (x - height) < 1 && 2 * log(x) <= height { return count }
      }
    }
    let logMode = weight.logWeight(mode)
    let constant =
      LogFactorial.of(rare) + LogFactorial.of(total - rare) + LogFactorial.of(taken) + LogFactorial.of(total - taken)
      - LogFactorial.of(total)
    let atMode = exp(constant + logMode)
    var left = uniform() - atMode
    var (down, up) = (mode, mode)
    var (downWeight, upWeight) = (atMode, atMode)
    while left >= 0 && (down > 0 || up < highest) {
      if up < highest {
        let x = Double(up)
        upWeight *= (m - x) * (k - x) / ((x + 1) * (n - m - k + x + 1))
        up += 1
        left -= upWeight
        if left < 0 { return up }
      }
      if down > 0 {
        let x = Double(down)
        downWeight *= x * (n - m - k + x) / ((m - x + 1) * (k - x + 1))
        down -= 1
        left -= downWeight
        if left < 0 { return down }
      }
    }
    // At the mode, or rounding left a sliver beyond the last outcome.
    return mode
  }
}

/// The probabilities of a hypergeometric count, up to a constant.
private struct HypergeometricWeight {
  let rare: Int
  let taken: Int
  /// The unmarked ones that are left when no marked one is drawn; below zero when some must be.
  let rest: Int
  let mode: Int
  private let logMode: Double

  init(rare: Int, total: Int, taken: Int, mode: Int) {
    (self.rare, self.taken, self.mode) = (rare, taken, mode)
    rest = total - rare - taken
    logMode =
      rest + mode < LogFactorial.tabled && rare < LogFactorial.tabled && taken < LogFactorial.tabled
      ? Self.logWeight(mode, rare, taken, rest) : .nan
  }

  /// ln of the probability of a count, up to a constant.
  func logWeight(_ count: Int) -> Double { Self.logWeight(count, rare, taken, rest) }

  /// ln of the probability of a count over that of the mode.
  ///
  /// Where numbers are past the table of ln n!, the sums of logarithms between mode and count are summed up by Euler and
  /// Maclaurin from their midpoints: one logarithm in all, and no digits lost between large ones.
  func logRatio(_ count: Int) -> Double {
    if !logMode.isNaN { return logWeight(count) - logMode }
    let steps = count - mode
    guard 8 * abs(steps) <= min(min(mode, rest + mode), min(rare, taken) - mode) else {
      return logWeight(count) - logWeight(mode)
    }
    let d = Double(steps)
    let (marked, left) = (Double(mode) + (d + 1) / 2, Double(rest + mode) + (d + 1) / 2)
    let (unmarked, undrawn) = (Double(rare - mode) - (d - 1) / 2, Double(taken - mode) - (d - 1) / 2)
    // Sums of even powers of −(d − 1)/2 … (d − 1)/2, over their order.
    let square = d * d
    let second = d * (square - 1) / 24
    let fourth = d * (square - 1) * (3 * square - 7) / 960
    let sixth = d * (square - 1) * ((3 * square - 18) * square + 31) / 8064
    func excess(_ x: Double) -> Double {
      let y = 1 / (x * x)
      return ((sixth * y + fourth) * y + second) * y
    }
    let gone = log(unmarked * undrawn / (marked * left)) * d
    return gone + excess(marked) + excess(left) - excess(unmarked) - excess(undrawn)
  }

  private static func logWeight(_ count: Int, _ rare: Int, _ taken: Int, _ rest: Int) -> Double {
    -LogFactorial.of(count) - LogFactorial.of(rare - count) - LogFactorial.of(taken - count)
      - LogFactorial.of(rest + count)
  }
}

/// ln n!, from a table or by Stirling's series, to some 10⁻¹⁶ of itself.
enum LogFactorial {
  /// The numbers that the table holds.
  static let tabled = 4096
  private static let table: [Double] = (0..<tabled).map { GSL.logFactorial($0) }

  static func of(_ n: Int) -> Double {
    if n < tabled { return table[n] }
    let x = Double(n)
    let inverse = 1 / x
    return (x + 0.5) * log(x) - x + 0.918_938_533_204_672_742 + inverse * (1.0 / 12 - inverse * inverse / 360)
  }
}
