extension PermanovaTest {
  /// The same test for rows too many to shuffle: the groups' sums, and the sums of squared lengths that their spreads rest on, are drawn from
  /// the normal distribution with the exact mean and covariance of all arrangements.
  ///
  /// The statistic is exact; p is an approximation that is good where every group has a few hundred rows.
  ///
  /// - Cost: rows × coordinates² once, then a draw costs the same for any number of rows.
  /// - Source: Hoeffding (1951), Annals of Mathematical Statistics 22(4), 558–566, doi:10.1214/aoms/1177729545, for the limit; the covariance is
  ///   that of drawing without replacement.
  /// - Throws: ``SampleFault`` for fewer than two groups, a group of fewer than two rows, or rows that are all equal.
  public init(
    drawing rows: ExchangeableRows, form: Form = .behrensFisher, count: Int = 9_999, seed: UInt64 = 1
  ) throws(SampleFault) {
    try rows.check()
    let limit = PermanovaLimit(PermutedSums(rows, adding: .norm))
    if limit.sums.isConstant { throw .noVariation }
    let squares = limit.squares(limit.sums.observed)
    let observed = squares.statistic(form, sizes: limit.sums.sizes, total: limit.total)
    let extreme = limit.draws(form, count: count, seed: seed).count { isAtLeast($0, observed) }
    self.init(
      statistic: observed, pValue: .drawnLimit(extreme: extreme, count: count, seed: seed),
      pseudoF: squares.statistic(.pseudoF, sizes: limit.sums.sizes, total: limit.total), squares: squares,
      total: limit.total, groupSizes: limit.sums.sizes)
  }
}

/// Statistics of arrangements that are drawn from their limit.
struct PermanovaLimit: Sendable {
  let sums: PermutedSums

  init(_ sums: PermutedSums) { self.sums = sums }

  /// Σ of squared distances from the mean.
  var total: Double { sums.totals[sums.width - 1] }

  func squares(_ drawn: [Double]) -> PermanovaSquares {
    let (width, groups) = (sums.width - 1, sums.sizes.count)
    var (values, norms) = ([Double](), [Double]())
    for group in 0..<groups {
      let start = group * sums.width
      values += drawn[start..<(start + width)]
      norms.append(drawn[start + width])
    }
    return PermanovaSquares.of(sums: values, norms: norms, sizes: sums.sizes, width: width)
  }

  /// The statistics of `count` arrangements, in blocks of 1,000.
  func draws(_ form: PermanovaTest.Form, count: Int, seed: UInt64) -> [Double] {
    RandomBlocks.map(count, by: 1000, seed: seed) { draws, random in
      var drawn = sums.observed
      return draws.map { _ in
        sums.draw(using: &random, into: &drawn)
        return squares(drawn).statistic(form, sizes: sums.sizes, total: total)
      }
    }.flatMap(\.self)
  }
}
