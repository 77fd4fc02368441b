/// Linear regression of a population, estimated from a sample with a design: weighted least squares with linearised errors.
///
/// - Shapes: one row of predictors per pattern with a column of ones where an intercept is wanted, the pattern of each person of the design
///   (−1 stays out), and one value per person; a NaN stays in the design and out of the estimate.
/// - Units: coefficients are in the values' unit per unit of their column.
/// - Null: t, or F for several coefficients, with clusters − strata − columns + 1 degrees of freedom.
/// - Cost: people × columns².
/// - Source: Binder (1983), International Statistical Review 51(3), 279–292; degrees of freedom as svyglm, Lumley (2010), Complex
///   Surveys, chapter 5.
public struct DesignRegression: Sendable {
  /// The coefficients, in the order of the columns.
  public let coefficients: [DesignCoefficient]
  /// Clusters − strata − columns + 1.
  public let degreesOfFreedom: Double
  /// People with a value.
  public let count: Int
  private let covariance: SymmetricMatrix

  /// - Throws: ``DesignModelFault``.
  public init(
    rows: [[Double]], rowOf: [Int32], values: [Double], _ design: SamplingDesign, level: Double = 0.95
  ) throws(DesignModelFault) {
    let weights = design.weights.values
    precondition(rowOf.count == weights.count && values.count == weights.count, "people do not fit the design")
    let width = rows.first?.count ?? 0
    precondition(width > 0 && rows.allSatisfy { $0.count == width }, "rows differ in length")
    let used = values.indices.filter { rowOf[$0] >= 0 && !values[$0].isNaN && weights[$0] > 0 }
    guard !used.isEmpty else { throw .design(.noValues) }
    let freedom = Double(design.degreesOfFreedom - width + 1)
    guard freedom >= 1 else { throw .design(.tooFewClusters) }
    var masses = [Double](repeating: 0, count: rows.count)
    for person in used { masses[Int(rowOf[person])] += weights[person] }
    var product = SymmetricMatrix(dimension: width)
    for (row, mass) in zip(rows, masses) where mass > 0 { product.add(row, weight: mass) }
    guard let bread = product.inverse?.matrix else { throw .dependentColumns }
    // Once on the values and once on what is left, so that no digits are lost where the level is far from zero.
    var residuals = values
    var estimates = [Double](repeating: 0, count: width)
    for _ in 0..<2 {
      var sums = [Double](repeating: 0, count: rows.count)
      for person in used { sums[Int(rowOf[person])] += weights[person] * residuals[person] }
      var pull = [Double](repeating: 0, count: width)
      for (row, sum) in zip(rows, sums) { for place in 0..<width { pull[place] += row[place] * sum } }
      let step = bread.times(pull)
      for place in 0..<width { estimates[place] += step[place] }
      let fitted = rows.map { row in zip(row, step).reduce(0) { $0 + $1.0 * $1.1 } }
      for person in used { residuals[person] -= fitted[Int(rowOf[person])] }
    }
    let pulls = rows.map(bread.times)
    var influences = [[Double]](repeating: [Double](repeating: 0, count: values.count), count: width)
    for place in 0..<width {
      for person in used { influences[place][person] = pulls[Int(rowOf[person])][place] * residuals[person] }
    }
    let covariance = design.covariance(ofTotals: influences)
    coefficients = try DesignCoefficient.all(estimates, covariance, degreesOfFreedom: freedom, level: level)
    degreesOfFreedom = freedom
    count = used.count
    self.covariance = covariance
  }

  /// Are all of these coefficients zero?
  public func wald(_ places: [Int]) -> ClusterRobustRegression.Wald? {
    .init(places, estimates: coefficients.map(\.estimate), covariance: covariance, degreesOfFreedom: degreesOfFreedom)
  }
}

/// One coefficient of a model of a population.
public struct DesignCoefficient: Sendable, Hashable {
  /// The estimate.
  public let estimate: Double
  /// Its linearised standard error.
  public let standardError: Double
  /// The two-sided p, of t.
  public let p: Double
  /// The t interval.
  public let interval: ConfidenceInterval
  /// Whether clusters disagree about it at all. Where one cluster alone decides it the error is nought, p is 1, and the interval is the
  /// estimate: there is no error, and none is to be printed.
  public let hasError: Bool

  /// - Throws: ``DesignModelFault`` when none of the estimates has an error.
  static func all(
    _ estimates: [Double], _ covariance: SymmetricMatrix, degreesOfFreedom: Double, level: Double
  ) throws(DesignModelFault) -> [DesignCoefficient] {
    let scale = estimates.reduce(0) { max($0, abs($1)) }
    var made: [DesignCoefficient] = []
    for (place, estimate) in estimates.enumerated() {
      let error = max(0, covariance[place, place]).squareRoot()
      guard error > 1e-13 * scale else {
        made.append(
          DesignCoefficient(
            estimate: estimate, standardError: 0, p: 1,
            interval: ConfidenceInterval(lower: estimate, upper: estimate, level: level), hasError: false))
        continue
      }
      made.append(
        DesignCoefficient(
          estimate: estimate, standardError: error,
          p: PairwiseComparisons.positive(
            StudentDistribution.bothTails(estimate / error, degreesOfFreedom: degreesOfFreedom)),
          interval: .mean(estimate, standardError: error, degreesOfFreedom: degreesOfFreedom, level: level),
          hasError: true))
    }
    guard made.contains(where: \.hasError) else { throw .design(.noVariation) }
    return made
  }
}

/// Why there is no model of a population.
public enum DesignModelFault: Error, Sendable, Hashable {
  /// The design tells nothing, for the reason given.
  case design(SamplingDesign.Fault)
  /// Columns explain each other.
  case dependentColumns
  /// The answers have no model, for the reason given.
  case answers(OrdinalRegression.Fault)
}
