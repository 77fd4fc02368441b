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
    /// ln of the probability of a count, up to a constant.
    func logWeight(_ count: Int) -> Double {
      -LogFactorial.of(count) - LogFactorial.of(rare - count) - LogFactorial.of(taken - count)
        - LogFactorial.of(total - rare - taken + count)
    }
    let logMode = logWeight(mode)
    if variance > 4 {
      let spread = 1.715_527_769_921_413_5 * (variance + 0.5).squareRoot() + 0.898_916_162_058_898_8
      let centre = k * m / n + 0.5
      while true {
        let x = 1 - uniform()
        let place = centre + spread * (uniform() - 0.5) / x
        guard place >= 0, place < Double(highest + 1) else { continue }
        let count = Int(place)
        let height = logWeight(count) - logMode
        if x * (4 - x) - 3 <= height { return count }
        if x * (x - height) < 1 && 2 * log(x) <= height { return count }
      }
    }
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

/// ln n!, from a table or by Stirling's series, to some 10⁻¹⁶ of itself.
enum LogFactorial {
  private static let table: [Double] = (0..<4096).map { GSL.logFactorial($0) }

  static func of(_ n: Int) -> Double {
    if n < 4096 { return table[n] }
    let x = Double(n)
    let inverse = 1 / x
    return (x + 0.5) * log(x) - x + 0.918_938_533_204_672_742 + inverse * (1.0 / 12 - inverse * inverse / 360)
  }
}
