/// The sums of several columns by group when labels are exchanged within strata, as the normal distribution that they tend to.
///
/// The mean and the covariance over all arrangements are exact: drawing n of N rows without replacement has the finite-population covariance
/// n (δ − n ⁄ N) of the stratum's own variance. Only the shape is a limit, good where every group has many rows and no few rows carry the sums.
///
/// - Shapes: values are taken about their stratum's mean; beside them stands what ``Companion`` adds, so that the groups' spreads move
///   together with their means.
/// - Cost: rows × columns² once, twice read; then (groups × columns)² a draw, whatever the number of rows.
/// - Source: Hoeffding (1951), A combinatorial central limit theorem, Annals of Mathematical Statistics 22(4), 558–566,
///   doi:10.1214/aoms/1177729545; Hájek (1960) for sampling without replacement.
struct PermutedSums: Sendable {
  /// What is summed beside the values.
  enum Companion: Sendable {
    /// The sum of a row's squares: one column.
    case norm
    /// The square of each value: as many columns again.
    case squares
  }

  /// Columns, companions included.
  let width: Int
  /// Rows per group.
  let sizes: [Int]
  /// The sums as they are, group by group.
  let observed: [Double]
  /// The sums over all rows.
  let totals: [Double]
  /// Whether no value differs from its stratum's mean.
  let isConstant: Bool
  /// The mean of the sums over all arrangements, group by group.
  let expected: [Double]
  /// Directions of all groups but the last, each as long as one standard deviation.
  private let roots: [[Double]]

  init(_ rows: ExchangeableRows, adding companion: Companion) {
    let width = rows.width + (companion == .norm ? 1 : rows.width)
    let groups = rows.groupCount
    var observed = [Double](repeating: 0, count: groups * width)
    var expected = observed
    let free = (groups - 1) * width
    var covariance = [Double](repeating: 0, count: free * free)
    var (values, columns) = ([Double](repeating: 0, count: rows.width), [Double](repeating: 0, count: width))
    var largest = 0.0
    for stratum in rows.strata where !stratum.isEmpty {
      var centre = [Double](repeating: 0, count: rows.width)
      for row in stratum {
        rows.read(row, &values)
        for place in centre.indices { centre[place] += values[place] }
      }
      for place in centre.indices { centre[place] /= Double(stratum.count) }

      var own = [Double](repeating: 0, count: groups * width)
      var sizes = [Double](repeating: 0, count: groups)
      var products = [Double](repeating: 0, count: width * width)
      for row in stratum {
        rows.read(row, &values)
        var norm = 0.0
        for place in centre.indices {
          let value = values[place] - centre[place]
          columns[place] = value
          norm += value * value
          if companion == .squares { columns[rows.width + place] = value * value }
        }
        if companion == .norm { columns[rows.width] = norm }
        largest = max(largest, norm)
        let group = rows.groups[row]
        sizes[group] += 1
        Self.add(columns, to: &own, at: group * width, products: &products)
      }

      let count = Double(stratum.count)
      var means = [Double](repeating: 0, count: width)
      for place in own.indices {
        observed[place] += own[place]
        means[place % width] += own[place] / count
      }
      for group in 0..<groups {
        for column in 0..<width { expected[group * width + column] += sizes[group] * means[column] }
      }
      guard stratum.count > 1 else { continue }
      for a in 0..<free {
        for b in 0...a {
          let (g, h) = (a / width, b / width)
          let (c, d) = (max(a % width, b % width), min(a % width, b % width))
          let shared = (products[c * width + d] - count * means[c] * means[d]) / (count - 1)
          covariance[a * free + b] += sizes[g] * ((g == h ? 1 : 0) - sizes[h] / count) * shared
        }
      }
    }
    for a in 0..<free { for b in 0..<a { covariance[b * free + a] = covariance[a * free + b] } }
    self.width = width
    self.sizes = rows.sizes
    self.observed = observed
    self.expected = expected
    isConstant = largest <= 1e-24
    totals = (0..<width).map { column in (0..<groups).reduce(0) { $0 + observed[$1 * width + column] } }
    let eigen = GSL.eigen(symmetric: covariance, dimension: free)
    let most = eigen.values.max() ?? 0
    roots = zip(eigen.values, eigen.vectors).filter { $0.0 > 1e-12 * most }.map { value, vector in
      vector.map { $0 * value.squareRoot() }
    }
  }

  /// Adds a row's columns to its group's sums, and their products to the stratum's, half of the square.
  private static func add(_ columns: [Double], to sums: inout [Double], at start: Int, products: inout [Double]) {
    let width = columns.count
    columns.withUnsafeBufferPointer { columns in
      sums.withUnsafeMutableBufferPointer { sums in
        for column in 0..<width { sums[start + column] += columns[column] }
      }
      products.withUnsafeMutableBufferPointer { products in
        for a in 0..<width {
          let (value, line) = (columns[a], a * width)
          for b in 0...a { products[line + b] += value * columns[b] }
        }
      }
    }
  }

  /// The variance of a column's sum in the first group, over all arrangements; with two groups also in the second.
  func variance(_ column: Int) -> Double { roots.reduce(0) { $0 + $1[column] * $1[column] } }

  /// Draws the sums of one arrangement over `sums`, which has a place for each group and column.
  func draw(using random: inout RandomStream, into sums: inout [Double]) {
    sums = expected
    let free = (sizes.count - 1) * width
    sums.withUnsafeMutableBufferPointer { sums in
      for root in roots {
        let z = random.normal()
        root.withUnsafeBufferPointer { root in
          for place in 0..<free { sums[place] += z * root[place] }
        }
      }
      for column in 0..<width {
        var rest = totals[column]
        for group in 0..<(sizes.count - 1) { rest -= sums[group * width + column] }
        sums[free + column] = rest
      }
    }
  }
}
