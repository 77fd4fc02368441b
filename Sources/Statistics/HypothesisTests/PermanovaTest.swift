/// Permutational multivariate analysis of variance: do several groups share one mean in many coordinates?
///
/// Works on coordinates, so the cost of a permutation grows with the rows and not with their pairs; distances that are Euclidean
/// in some coordinates (Hellinger: square roots; Aitchison: log-ratios; α-transformed allocations) need no distance matrix.
///
/// - Shapes: `coordinates[row][coordinate]`, complete; one group from 0 for each row; two groups or more.
/// - Forms: ``Form/behrensFisher`` compares the distance of the group means with each group's own spread and holds its size when
///   groups differ in spread and number; ``Form/pseudoF`` pools the spread, as vegan and scikit-bio do.
/// - Null: labels permuted, exact up to 20,000 arrangements, else random. With `strata` they are permuted within each stratum
///   and coordinates are taken about the stratum's mean; strata that hold one group only are left out. Where the group is a
///   property of organisations, pass one row per organisation.
/// - Cost: arrangements, or draws, × rows × coordinates; with ``init(drawing:form:count:seed:)`` a draw costs the same for any number of rows.
/// - Source: Anderson (2001), Austral Ecology 26(1), 32–46, doi:10.1111/j.1442-9993.2001.01070.pp.x; the form F2 of Anderson
///   et al. (2017), Australian & New Zealand Journal of Statistics 59(1), 57–79, doi:10.1111/anzs.12176.
public struct PermanovaTest: HypothesisTest {
  /// How the distance of the means is measured against the spread.
  public enum Form: Sendable, Hashable {
    /// Σ n_g |m_g − m|² ⁄ Σ (1 − n_g ⁄ N) v_g, with v_g the group's own summed variance.
    case behrensFisher
    /// (SS between ⁄ (k − 1)) ⁄ (SS within ⁄ (N − k)).
    case pseudoF
  }

  /// The name in reports and files.
  public static let name = "permutational analysis of variance"
  /// Only large statistics count.
  public static let sidedness = Sidedness.upperTail
  /// What p takes to be true.
  public static let nullHypothesis = "The groups share one distribution in all coordinates."
  /// The statistic of the form chosen.
  public let statistic: Double
  /// None: the null distribution is that of permutations.
  public var degreesOfFreedom: Double? { nil }
  /// The p-value; only large statistics count.
  public let pValue: PValue
  /// The pooled pseudo-F, whatever the form.
  public let pseudoF: Double
  /// The share of the sum of squares that lies between groups.
  public let rSquared: Double
  /// The sum of squares between groups, in squared units of the coordinates.
  public let betweenSquares: Double
  /// The sum of squares within groups.
  public let withinSquares: Double
  /// Rows per group that counted.
  public let groupSizes: [Int]

  /// Makes a value from its parts.
  init(
    statistic: Double, pValue: PValue, pseudoF: Double, squares: PermanovaSquares, total: Double, groupSizes: [Int]
  ) {
    self.statistic = statistic
    self.pValue = pValue
    self.pseudoF = pseudoF
    self.groupSizes = groupSizes
    betweenSquares = squares.between
    withinSquares = squares.within.reduce(0, +)
    rSquared = squares.between / total
  }

  /// - Throws: ``SampleFault`` for fewer than two groups, a group of fewer than two rows, no stratum that holds two groups, or
  ///   rows that are all equal.
  public init(
    _ coordinates: [[Double]], groups: [Int], groupCount: Int, strata: [Int]? = nil, form: Form = .behrensFisher,
    null: NullDistribution = .automatic
  ) throws(SampleFault) {
    precondition(coordinates.count == groups.count, "rows differ from the labels in number")
    precondition(strata.map { $0.count == groups.count } ?? true, "strata differ from the labels in length")
    let rows = GroupedRows(coordinates, groups: groups, groupCount: groupCount, strata: strata)
    groupSizes = rows.sizes
    try rows.check(hasStrata: strata != nil)

    let arrangement = LabelArrangement(labels: rows.labels, groupCount: groupCount, strata: rows.strata)
    let sums = rows.squares(of: rows.labels)
    betweenSquares = sums.between
    withinSquares = sums.within.reduce(0, +)
    rSquared = sums.between / rows.total
    pseudoF = rows.statistic(sums, form: .pseudoF)
    let observed = rows.statistic(sums, form: form)
    statistic = observed

    let roads = (null == .asymptotic ? NullDistribution.automatic : null).roads(limit: 20_000)
    if let limit = roads.exactLimit {
      var values: [Double] = []
      let isComplete = arrangement.forEach(limit: limit) { labels in
        values.append(rows.statistic(rows.squares(of: labels), form: form))
      }
      if isComplete {
        let largest = values.max() ?? observed
        func share(from bound: Double) -> Double {
          Double(values.count { isAtLeast($0, bound) }) / Double(values.count)
        }
        pValue = .exact(share(from: observed), smallest: share(from: largest))
        return
      }
    }
    let (count, seed) = roads.permutation ?? (9_999, 1)
    let extreme = countExtreme(count: count, seed: seed, arrangement) { arrangement, stream in
      arrangement.shuffle(using: &stream)
      return isAtLeast(rows.statistic(rows.squares(of: arrangement.labels), form: form), observed)
    }
    pValue = .permuted(extreme: extreme, count: count, seed: seed, designMinimum: arrangement.smallestShare)
  }
}

/// Rows of coordinates about their mean, with what every arrangement of the labels shares.
private struct GroupedRows: Sendable {
  /// Row-major.
  private let values: [Double]
  private let norms: [Double]
  private let width: Int
  let labels: [Int]
  let strata: [Int]?
  let sizes: [Int]
  /// Σ of squared distances from the mean.
  let total: Double
  private let isConstant: Bool

  init(_ coordinates: [[Double]], groups: [Int], groupCount: Int, strata: [Int]?) {
    var members: [Int: [Int]] = [:]
    for row in groups.indices { members[strata?[row] ?? 0, default: []].append(row) }
    if strata != nil { members = members.filter { Set($0.value.map { groups[$0] }).count > 1 } }
    let kept = members.values.flatMap(\.self).sorted()
    let width = coordinates.first?.count ?? 0
    var centered = coordinates
    var isConstant = true
    for rows in members.values {
      for column in 0..<width {
        let column0 = coordinates[rows[0]][column]
        let mean = Moments(rows.map { coordinates[$0][column] }).mean
        for row in rows {
          if coordinates[row][column] != column0 { isConstant = false }
          centered[row][column] = coordinates[row][column] - mean
        }
      }
    }
    self.width = width
    self.isConstant = isConstant
    values = kept.flatMap { centered[$0] }
    norms = kept.map { row in centered[row].reduce(0) { $0 + $1 * $1 } }
    total = norms.reduce(0, +)
    labels = kept.map { groups[$0] }
    self.strata = strata.map { strata in kept.map { strata[$0] } }
    var sizes = [Int](repeating: 0, count: groupCount)
    for label in labels { sizes[label] += 1 }
    self.sizes = sizes
  }

  func check(hasStrata: Bool) throws(SampleFault) {
    guard sizes.count > 1 else { throw .fewerThanTwoGroups }
    if hasStrata, labels.isEmpty { throw .noInformativeStratum }
    for (group, size) in sizes.enumerated() where size < 2 {
      throw size == 0 ? .emptyGroup(group) : .tooFewValues(group: group, needed: 2)
    }
    if isConstant || total <= 0 { throw .noVariation }
  }

  /// The sum of squares between groups and within each, under some labels.
  func squares(of labels: [Int]) -> PermanovaSquares {
    var sums = [Double](repeating: 0, count: sizes.count * width)
    var within = [Double](repeating: 0, count: sizes.count)
    values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        for (row, label) in labels.enumerated() {
          within[label] += norms[row]
          let (from, to) = (row * width, label * width)
          for column in 0..<width { sums[to + column] += values[from + column] }
        }
      }
    }
    return PermanovaSquares.of(sums: sums, norms: within, sizes: sizes, width: width)
  }

  func statistic(_ squares: PermanovaSquares, form: PermanovaTest.Form) -> Double {
    squares.statistic(form, sizes: sizes, total: total)
  }
}
