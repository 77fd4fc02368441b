extension WithinGroupAgreement {
  /// How likely as small a variance of one item would be if each person answered by chance: the lower tail of the variance when people
  /// draw their answers from the null, independently.
  ///
  /// Every table of so many people is gone through where there are at most `largestEnumeration` of them; else `draws` are made.
  ///
  /// - Units: 0 < p ≤ 1. The smallest p that can be reached is that of everybody choosing one category.
  /// - Cost: the tables of n people in c categories, (n + c − 1 over c − 1) × c, or draws × categories.
  /// - Source: Dunlap, Burke & Smith-Crowe (2003), Journal of Applied Psychology 88(2), 356–362, doi:10.1037/0021-9010.88.2.356.
  public func chance(
    item: Int, null: AgreementNull, largestEnumeration: Int = 200_000, draws: Int = 9_999, seed: UInt64 = 1
  ) -> PValue {
    precondition(null.scale == scale, "the null is one of another scale")
    let people = counts[item].reduce(0, +)
    let limit = variances[item] * Double(people - 1) * (1 + 1e-9) + 1e-12
    let likely = null.probabilities.indices.filter { null.probabilities[$0] > 0 }
    let values = likely.map { scale[$0] }
    let chances = likely.map { null.probabilities[$0] }
    let least = chances.reduce(0) { sum, chance in sum + GSL.exponential(Double(people) * GSL.logarithm(chance)) }
    let tables =
      GSL.logFactorial(people + likely.count - 1) - GSL.logFactorial(people) - GSL.logFactorial(likely.count - 1)
    if tables <= GSL.logarithm(Double(largestEnumeration)) {
      let walk = ChanceWalk(values: values, logarithms: chances.map { GSL.logarithm($0) }, limit: limit)
      return .exact(walk.chance(people), smallest: least)
    }
    let table = [Int](repeating: 0, count: values.count)
    let small = countExtreme(count: draws, seed: seed, table) { table, stream in
      stream.multinomial(people, weights: chances, weightSum: 1, into: &table)
      return Moments(values: values, counts: table).squares <= limit
    }
    return .permuted(extreme: small, count: draws, seed: seed, designMinimum: least)
  }
}

/// Goes through all tables of so many people, and adds up the chances of those with a small sum of squares.
private struct ChanceWalk {
  let values: [Double]
  let logarithms: [Double]
  let limit: Double

  func chance(_ people: Int) -> Double {
    var total = 0.0
    let whole = GSL.logFactorial(people)
    func go(_ category: Int, _ left: Int, _ logarithm: Double, _ sum: Double, _ squares: Double) {
      let value = values[category]
      if category == values.count - 1 {
        let (n, count) = (Double(people), Double(left))
        let all = sum + count * value
        if squares + count * value * value - all * all / n <= limit {
          total += GSL.exponential(logarithm + count * logarithms[category] - GSL.logFactorial(left))
        }
        return
      }
      for count in 0...left {
        let weight = Double(count)
        go(
          category + 1, left - count, logarithm + weight * logarithms[category] - GSL.logFactorial(count),
          sum + weight * value, squares + weight * value * value)
      }
    }
    go(0, people, whole, 0, 0)
    return min(1, total)
  }
}
