import Testing

@testable import Statistics

@Suite struct ShapleyEffectsTests {
  @Test("Ishigami's function: shares from the variances of calculus, the interaction split in halves")
  func ishigami() throws {
    // a = 7, b = 0.1: V1 = (1 + bπ⁴/5)²/2, V2 = a²/8, V13 = b²π⁸(1/18 − 1/50); Ishigami & Homma (1990).
    let fourth = 97.40909103400244
    let (one, two, both) = (
      (1 + 0.1 * fourth / 5) * (1 + 0.1 * fourth / 5) / 2, 49.0 / 8, 0.01 * fourth * fourth * (1.0 / 18 - 1.0 / 50)
    )
    let variance = one + two + both
    let effects = try #require(
      ShapleyEffects(
        first: [one / variance, two / variance, 0],
        total: [(one + both) / variance, two / variance, both / variance]))
    let expected = [(one + both / 2) / variance, two / variance, both / 2 / variance]
    for (share, value) in zip(effects.shares, expected) { #expect(abs(share - value) < 1e-12) }
  }

  @Test("What only all three do together goes to each by a third, and the shares are those of all six orders")
  func orders() throws {
    // Variances of the seven effects of three inputs: 1, 2, 3, 12, 13, 23, 123.
    let parts: [Set<Int>: Double] = [[0]: 3, [1]: 1, [2]: 0, [0, 1]: 2, [0, 2]: 0.5, [1, 2]: 0, [0, 1, 2]: 1.5]
    let whole = parts.values.reduce(0, +)
    func explained(_ inputs: Set<Int>) -> Double {
      parts.reduce(0) { $1.key.isSubset(of: inputs) ? $0 + $1.value : $0 }
    }
    var shares = [0.0, 0, 0]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      var fixed: Set<Int> = []
      for input in order {
        let before = explained(fixed)
        fixed.insert(input)
        shares[input] += (explained(fixed) - before) / (6 * whole)
      }
    }
    let effects = try #require(
      ShapleyEffects(
        first: (0..<3).map { explained([$0]) / whole },
        total: (0..<3).map { 1 - explained(Set(0..<3).subtracting([$0])) / whole }))
    for (share, value) in zip(effects.shares, shares) { #expect(abs(share - value) < 1e-12) }
    #expect(abs(effects.shares.reduce(0, +) - 1) < 1e-12)
  }

  @Test("An estimate below 0 counts as 0, and the others still add up to 1")
  func belowZero() throws {
    let effects = try #require(ShapleyEffects(first: [0.9, 0.02, -0.2], total: [1.0, 0.1, 0.0]))
    #expect(effects.shares[2] == 0 && abs(effects.shares.reduce(0, +) - 1) < 1e-12)
  }

  @Test("An input that changed nothing has no share, whatever the others' estimates leave over")
  func nothing() throws {
    let effects = try #require(ShapleyEffects(first: [0, 0, 0.97], total: [0, 0, 0.98]))
    #expect(effects.shares == [0, 0, 1])
    #expect(ShapleyEffects(first: [0, 0, 0], total: [0, 0, 0]) == nil)
  }
}
