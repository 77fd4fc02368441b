import Foundation

/// The likelihood of a cumulative model: the chance of a category or a lower one is a distribution function of a linear form, one
/// for each cut between two categories.
struct CumulativeLikelihood: Sendable {
  /// How often each category occurred, rows × categories.
  let counts: [[Double]]
  /// The linear form of each cut, rows × cuts × parameters; the first parameters are the thresholds.
  let forms: [[[Double]]]
  /// The distribution function.
  let link: OrdinalRegression.Link

  /// Thresholds for each cut, and coefficients for each column: those in `free` differ from cut to cut, the others are shared.
  ///
  /// Parameters stand in this order: thresholds, shared columns, then for each free column its coefficient at every cut.
  init(rows: [[Double]], counts: [[Double]], link: OrdinalRegression.Link, free: [Int] = []) {
    let cuts = (counts.first?.count ?? 1) - 1
    let width = rows.first?.count ?? 0
    let shared = (0..<width).filter { !free.contains($0) }
    let dimension = cuts + shared.count + free.count * cuts
    self.counts = counts
    self.link = link
    forms = rows.map { row in
      (0..<cuts).map { cut in
        var form = [Double](repeating: 0, count: dimension)
        form[cut] = 1
        for (place, column) in shared.enumerated() { form[cuts + place] = -row[column] }
        for (place, column) in free.enumerated() { form[cuts + shared.count + place * cuts + cut] = -row[column] }
        return form
      }
    }
  }

  /// The number of parameters.
  var dimension: Int { forms.first?.first?.count ?? 0 }
  /// The number of cuts.
  var cuts: Int { forms.first?.count ?? 0 }

  /// A place of the search.
  struct Point {
    let parameters: [Double]
    let logarithm: Double
    let gradient: [Double]
    /// Minus the second derivatives.
    let information: SymmetricMatrix
  }

  /// The likelihood with its slopes; nil where thresholds stand in the wrong order for somebody.
  func point(_ parameters: [Double]) -> Point? {
    let dimension = dimension
    var logarithm = 0.0
    var gradient = [Double](repeating: 0, count: dimension)
    var information = SymmetricMatrix(dimension: dimension)
    for row in counts.indices {
      for (category, count) in counts[row].enumerated() where count > 0 {
        guard let cell = cell(row, category, parameters) else { return nil }
        logarithm += count * cell.logarithm
        for place in 0..<dimension { gradient[place] += count * cell.slope[place] }
        information.add(cell.slope, weight: count)
        if category < cuts { information.add(forms[row][category], weight: -count * cell.upper) }
        if category > 0 { information.add(forms[row][category - 1], weight: count * cell.lower) }
      }
    }
    return Point(parameters: parameters, logarithm: logarithm, gradient: gradient, information: information)
  }

  /// What one person adds to the slope, by row and category; noughts for a cell that cannot be.
  func slopes(_ parameters: [Double]) -> [[[Double]]] {
    counts.indices.map { row in
      counts[row].indices.map {
        cell(row, $0, parameters)?.slope ?? [Double](repeating: 0, count: dimension)
      }
    }
  }

  /// One cell: ln p, its slope, and the second derivatives of p by its two linear forms over p.
  private func cell(_ row: Int, _ category: Int, _ parameters: [Double])
    -> (logarithm: Double, slope: [Double], upper: Double, lower: Double)?
  {
    func form(_ cut: Int) -> Double { zip(forms[row][cut], parameters).reduce(0) { $0 + $1.0 * $1.1 } }
    let upper = category < cuts ? form(category) : .infinity
    let lower = category > 0 ? form(category - 1) : -.infinity
    guard upper > lower else { return nil }
    let chance = link.chance(from: lower, to: upper)
    guard chance > 1e-300 else { return nil }
    var slope = [Double](repeating: 0, count: dimension)
    let (high, low) = (link.density(upper) / chance, link.density(lower) / chance)
    if category < cuts { for place in 0..<dimension { slope[place] += high * forms[row][category][place] } }
    if category > 0 { for place in 0..<dimension { slope[place] -= low * forms[row][category - 1][place] } }
    return (log(chance), slope, link.densitySlope(upper) / chance, link.densitySlope(lower) / chance)
  }

  /// Newton's search with step halving, some parameters held where they start; nil when it does not end or a step has no direction.
  func maximum(from start: [Double], fixed: Set<Int> = []) -> Point? {
    let free = (0..<dimension).filter { !fixed.contains($0) }
    guard var point = point(start) else { return nil }
    var last = 0
    for _ in 0..<200 {
      guard !free.isEmpty else { return point }
      let block = SymmetricMatrix(dimension: free.count) { point.information[free[$0], free[$1]] }
      guard let inverse = block.inverse?.matrix else { return nil }
      let pull = free.map { point.gradient[$0] }
      let step = inverse.times(pull)
      let gain = zip(pull, step).reduce(0) { $0 + $1.0 * $1.1 }
      // Beyond the digits of the likelihood two more steps are taken on the slope alone.
      if gain < 1e-10 { last += 1 }
      if gain < 1e-22 || last > 2 { return point }
      var length = 1.0
      var better: Point?
      for _ in 0..<50 {
        var tried = point.parameters
        for (index, place) in free.enumerated() { tried[place] += length * step[index] }
        if let next = self.point(tried), next.logarithm > point.logarithm || last > 0 {
          better = next
          break
        }
        length /= 2
      }
      guard let better else { return gain < 1e-8 ? point : nil }
      point = better
    }
    return nil
  }
}

extension OrdinalRegression.Link {
  /// The distribution function's rise from one place to a higher one, without loss of digits in either tail.
  func chance(from lower: Double, to upper: Double) -> Double {
    // On the side where both tails are small.
    lower > 0 ? upperTail(lower) - upperTail(upper) : upperTail(-upper) - upperTail(-lower)
  }

  private func upperTail(_ x: Double) -> Double {
    switch self {
    case .logit: 1 / (1 + exp(x))
    case .probit: x.isFinite ? GSL.normalUpperTail(x) : x > 0 ? 0 : 1
    }
  }

  func density(_ x: Double) -> Double {
    guard x.isFinite else { return 0 }
    switch self {
    case .logit:
      let tail = exp(-abs(x))
      return tail / ((1 + tail) * (1 + tail))
    case .probit: return exp(-x * x / 2) / (2 * Double.pi).squareRoot()
    }
  }

  func densitySlope(_ x: Double) -> Double {
    guard x.isFinite else { return 0 }
    switch self {
    case .logit: return -density(x) * tanh(x / 2)
    case .probit: return -x * density(x)
    }
  }

  func quantile(_ probability: Double) -> Double {
    switch self {
    case .logit: log(probability / (1 - probability))
    case .probit: GSL.normalQuantile(probability)
    }
  }
}
