/// Proportional odds of a population, estimated from a sample with a design: the weighted likelihood with linearised errors.
///
/// - Shapes: one row of predictors per pattern without a column of ones, the pattern of each person of the design (−1 stays out), and the
///   category of each person from 0; another number stays in the design and out of the estimate.
/// - Units: coefficients are in log odds per unit of their column; a positive one goes with higher answers.
/// - Null: t, or F for several coefficients, with clusters − strata − columns degrees of freedom.
/// - Cost: patterns × categories × parameters² for each of some ten steps, people × parameters².
/// - Source: Binder (1983), International Statistical Review 51(3), 279–292; as svyolr of Lumley (2004), Journal of Statistical Software
///   9(8), doi:10.18637/jss.v009.i08.
public struct DesignOrdinalRegression: Sendable {
  /// One coefficient per column.
  public let coefficients: [DesignCoefficient]
  /// θ of each cut between two categories that somebody chose.
  public let thresholds: [DesignCoefficient]
  /// Clusters − strata − columns.
  public let degreesOfFreedom: Double
  /// Categories that nobody chose, by place; they were left out.
  public let emptyCategories: [Int]
  /// People with an answer.
  public let count: Int
  private let covariance: SymmetricMatrix

  /// - Throws: ``DesignModelFault``.
  public init(
    rows: [[Double]], rowOf: [Int32], responses: [UInt8], categoryCount: Int, _ design: SamplingDesign,
    level: Double = 0.95
  ) throws(DesignModelFault) {
    let weights = design.weights.values
    precondition(rowOf.count == weights.count && responses.count == weights.count, "people do not fit the design")
    let width = rows.first?.count ?? 0
    let used = responses.indices.filter { rowOf[$0] >= 0 && responses[$0] < categoryCount && weights[$0] > 0 }
    var counts = [[Double]](repeating: [Double](repeating: 0, count: categoryCount), count: rows.count)
    for person in used { counts[Int(rowOf[person])][Int(responses[person])] += weights[person] }
    let chosen = (0..<categoryCount).filter { category in counts.contains { $0[category] > 0 } }
    guard chosen.count >= 2 else { throw .answers(.fewerThanTwoCategories) }
    guard used.count > width + chosen.count - 1 else { throw .answers(.tooFewPeople) }
    let freedom = Double(design.degreesOfFreedom - width)
    guard freedom >= 1 else { throw .design(.tooFewClusters) }
    let likelihood = CumulativeLikelihood(
      rows: rows, counts: counts.map { row in chosen.map { row[$0] } }, link: .logit)
    let point: CumulativeLikelihood.Point
    do throws(OrdinalRegression.Fault) {
      point = try likelihood.fitted(
        from: likelihood.empty.thresholds + [Double](repeating: 0, count: width), rows: rows)
    } catch {
      throw .answers(error)
    }
    guard let bread = point.information.inverse?.matrix else { throw .dependentColumns }
    // What one person of a row with an answer adds to the slope, turned into a pull on each parameter.
    let pulls = likelihood.slopes(point.parameters).map { $0.map(bread.times) }
    let places = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, $0) })
    let dimension = likelihood.dimension
    var influences = [[Double]](repeating: [Double](repeating: 0, count: responses.count), count: dimension)
    for person in used {
      let pull = pulls[Int(rowOf[person])][places[Int(responses[person])] ?? 0]
      for place in 0..<dimension { influences[place][person] = pull[place] }
    }
    let covariance = design.covariance(ofTotals: influences)
    let made = try DesignCoefficient.all(point.parameters, covariance, degreesOfFreedom: freedom, level: level)
    thresholds = Array(made.prefix(likelihood.cuts))
    coefficients = Array(made.dropFirst(likelihood.cuts))
    degreesOfFreedom = freedom
    emptyCategories = (0..<categoryCount).filter { !chosen.contains($0) }
    count = used.count
    self.covariance = covariance
  }

  /// Are all of these coefficients zero?
  public func wald(_ places: [Int]) -> ClusterRobustRegression.Wald? {
    let cuts = thresholds.count
    return .init(
      places.map { cuts + $0 }, estimates: (thresholds + coefficients).map(\.estimate), covariance: covariance,
      degreesOfFreedom: degreesOfFreedom)
  }
}

extension DesignCoefficient {
  /// The odds ratio, for a coefficient in log odds.
  public var oddsRatio: Double { GSL.exponential(estimate) }
}
