/// How often rearrangements are as extreme as the observed one: each measure alone, and the largest of it and those below it.
struct MaxTTally: Sendable {
  private let observed: [Double]
  /// Measures from the most extreme down.
  private let order: [Int]
  private var together: [Int]
  private var alone: [Int]
  /// The largest distance of each measure, and how many reach it.
  private var largest: [Double]
  private var reached: [Int]
  private var total = 0

  init(observed: [Double]) {
    self.observed = observed
    order = observed.indices.sorted { (observed[$0], $1) > (observed[$1], $0) }
    together = [Int](repeating: 0, count: observed.count)
    alone = together
    reached = together
    largest = [Double](repeating: 0, count: observed.count)
  }

  mutating func count(_ drawn: [Double]) {
    total += 1
    // From the least extreme measure up: the largest among it and those below it.
    var most = 0.0
    for (step, measure) in order.enumerated().reversed() {
      most = max(most, drawn[measure])
      if isAtLeast(most, observed[measure]) { together[step] += 1 }
      if isAtLeast(drawn[measure], observed[measure]) { alone[measure] += 1 }
      if !isAtLeast(largest[measure], drawn[measure]) {
        (largest[measure], reached[measure]) = (drawn[measure], 1)
      } else if isAtLeast(drawn[measure], largest[measure]) {
        reached[measure] += 1
      }
    }
  }

  func adding(_ other: MaxTTally) -> MaxTTally {
    var sum = self
    sum.together = zip(together, other.together).map(+)
    sum.alone = zip(alone, other.alone).map(+)
    sum.total += other.total
    return sum
  }

  func exact() -> [Multiplicity.MaxTTest] {
    results(adjusted: together.map { Double($0) / Double(total) }) { measure in
      .exact(Double(alone[measure]) / Double(total), smallest: Double(reached[measure]) / Double(total))
    }
  }

  func permuted(count: Int, seed: UInt64, designMinimum: Double) -> [Multiplicity.MaxTTest] {
    results(adjusted: together.map { Double($0 + 1) / Double(count + 1) }) { measure in
      .permuted(extreme: alone[measure], count: count, seed: seed, designMinimum: designMinimum)
    }
  }

  /// From draws of the limit.
  func drawn(count: Int, seed: UInt64) -> [Multiplicity.MaxTTest] {
    results(adjusted: together.map { Double($0 + 1) / Double(count + 1) }) { measure in
      .drawnLimit(extreme: alone[measure], count: count, seed: seed)
    }
  }

  private func results(adjusted steps: [Double], p: (Int) -> PValue) -> [Multiplicity.MaxTTest] {
    var adjusted = [Double](repeating: 1, count: observed.count)
    var running = 0.0
    for (step, measure) in order.enumerated() where observed[measure] > 0 {
      running = max(running, steps[step])
      adjusted[measure] = running
    }
    return observed.indices.map { measure in
      guard observed[measure] > 0 else {
        return Multiplicity.MaxTTest(statistic: 0, p: .exact(1, smallest: 1), adjusted: 1)
      }
      let p = p(measure)
      return Multiplicity.MaxTTest(statistic: observed[measure], p: p, adjusted: max(adjusted[measure], p.value))
    }
  }
}
