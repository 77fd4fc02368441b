import Foundation

/// Proportional odds: how do the odds of a higher answer change with what is known of a person, whichever answer is taken as high?
///
/// logit P(answer ≤ j) = θ_j − x′b: a positive coefficient goes with higher answers, and its exponential is the odds ratio at every cut
/// between two answers. Rows alike are worked through once, so that counts of groups cost the same for a hundred people and for a million.
///
/// - Shapes: one row of predictors per person or per pattern, without a column of ones; counts of each category per row; two
///   categories or more that somebody chose. A cluster number per row where people of one cluster answer alike.
/// - Units: coefficients are in log odds per unit of their column.
/// - Intervals: from the profile of the likelihood; with clusters, t with clusters − 1 degrees of freedom and the CR1 sandwich.
/// - Cost: rows × categories × parameters² for each of some ten steps; some hundred steps for each interval.
/// - Source: McCullagh (1980), Journal of the Royal Statistical Society B 42(2), 109–142; CR1, Liang & Zeger (1986), Biometrika 73(1),
///   13–22; profile intervals, Venzon & Moolgavkar (1988), Applied Statistics 37(1), 87–94.
public struct OrdinalRegression: Sendable {
  /// The distribution that turns the linear form into a chance.
  public enum Link: Sendable, Hashable, CaseIterable {
    /// Logistic: proportional odds.
    case logit
    /// Normal.
    case probit
  }

  /// Why there is no model.
  public enum Fault: Error, Sendable, Hashable {
    /// Fewer than two categories were chosen.
    case fewerThanTwoCategories
    /// No more people than parameters.
    case tooFewPeople
    /// Columns explain each other, or one does not vary.
    case dependentColumns
    /// These columns, by place, separate higher from lower answers: the likelihood has no end, so there is no estimate. An exact test of
    /// the groups takes the model's place.
    case separated(columns: [Int])
    /// Fewer clusters than a model p may rest on.
    case tooFewClusters(needed: Int)
    /// The search did not end.
    case notConverged
  }

  /// One coefficient.
  public struct Coefficient: Sendable, Hashable {
    /// The estimate, in log odds for ``Link/logit``.
    public let estimate: Double
    /// Its standard error, people taken as unrelated.
    public let standardError: Double
    /// The two-sided p of the estimate over ``standardError``.
    public let p: Double
    /// The interval from the profile of the likelihood; nil with clusters, which the likelihood takes as unrelated people, and where the
    /// profile is not followed to its end.
    public let interval: ConfidenceInterval?
    /// The same honest about clusters; nil without them.
    public let robust: Robust?
  }

  /// What is said of a coefficient when people of one cluster may answer alike.
  public struct Robust: Sendable, Hashable {
    /// The CR1 standard error.
    public let standardError: Double
    /// Clusters − 1.
    public let degreesOfFreedom: Double
    /// The two-sided p, of t.
    public let p: Double
    /// The t interval.
    public let interval: ConfidenceInterval
  }

  /// A comparison of two models by their likelihoods.
  public struct LikelihoodRatio: Sendable, Hashable {
    /// Twice the difference of the log-likelihoods.
    public let chiSquared: Double
    /// The difference in parameters.
    public let degreesOfFreedom: Int
    /// The p, the upper tail.
    public let p: Double
  }

  /// The distribution that turned the linear form into a chance.
  public let link: Link
  /// One coefficient per column.
  public let coefficients: [Coefficient]
  /// θ of each cut between two categories that somebody chose.
  public let thresholds: [Double]
  /// Their standard errors.
  public let thresholdErrors: [Double]
  /// The log-likelihood.
  public let logLikelihood: Double
  /// Against a model without predictors.
  public let likelihoodRatio: LikelihoodRatio?
  /// Categories that nobody chose, by place; they were left out.
  public let emptyCategories: [Int]
  /// People.
  public let count: Int
  /// Clusters; nil without them.
  public let clusterCount: Int?
  let likelihood: CumulativeLikelihood
  let rows: [[Double]]

  /// Akaike's criterion.
  public var aic: Double { 2 * Double(thresholds.count + coefficients.count) - 2 * logLikelihood }

  /// - Throws: ``Fault``.
  public init(
    rows: [[Double]], counts: [[Int]], clusters: [Int]? = nil, link: Link = .logit, fewestClusters: Int = 6,
    level: Double = 0.95
  ) throws(Fault) {
    precondition(rows.count == counts.count, "counts do not fit the rows")
    precondition(clusters.map { $0.count == rows.count } ?? true, "clusters do not fit the rows")
    let width = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == width }, "rows differ in length")
    let categories = counts.first?.count ?? 0
    precondition(counts.allSatisfy { $0.count == categories }, "rows differ in their number of categories")
    let totals = (0..<categories).map { category in counts.reduce(0) { $0 + $1[category] } }
    let chosen = totals.indices.filter { totals[$0] > 0 }
    guard chosen.count >= 2 else { throw .fewerThanTwoCategories }
    let people = totals.reduce(0, +)
    guard people > width + chosen.count - 1 else { throw .tooFewPeople }
    let groups = clusters.map { Set(zip($0, counts).filter { $0.1.contains { $0 > 0 } }.map(\.0)).count }
    if let groups, groups < fewestClusters { throw .tooFewClusters(needed: fewestClusters) }
    // Rows alike but for their cluster are one row of the likelihood; clusters matter to the errors alone.
    let (distinct, placeOf) = Self.distinct(rows)
    let cells = counts.map { row in chosen.map { Double(row[$0]) } }
    var sums = [[Double]](repeating: [Double](repeating: 0, count: chosen.count), count: distinct.count)
    for (place, row) in zip(placeOf, cells) { for answer in row.indices { sums[place][answer] += row[answer] } }
    let likelihood = CumulativeLikelihood(rows: distinct, counts: sums, link: link)
    let empty = likelihood.empty
    let point = try likelihood.fitted(from: empty.thresholds + [Double](repeating: 0, count: width), rows: distinct)
    guard let covariance = point.information.inverse?.matrix else { throw .dependentColumns }
    self.link = link
    self.likelihood = likelihood
    self.rows = distinct
    count = people
    clusterCount = groups
    emptyCategories = totals.indices.filter { totals[$0] == 0 }
    logLikelihood = point.logarithm
    likelihoodRatio = width > 0 ? LikelihoodRatio(point.logarithm, empty.logarithm, width) : nil
    let cuts = chosen.count - 1
    thresholds = Array(point.parameters.prefix(cuts))
    thresholdErrors = (0..<cuts).map { covariance[$0, $0].squareRoot() }
    let sandwich = clusters.map {
      likelihood.sandwich(point.parameters, covariance, rowOf: placeOf, counts: cells, clusters: $0)
    }
    var made: [Coefficient] = []
    for place in cuts..<(cuts + width) {
      let (estimate, error) = (point.parameters[place], covariance[place, place].squareRoot())
      let interval = clusters == nil ? likelihood.profile(point, place, error: error, level: level) : nil
      let robust = sandwich.flatMap { Robust(estimate, variance: $0[place], groups: groups ?? 0, level: level) }
      made.append(
        Coefficient(
          estimate: estimate, standardError: error,
          p: PairwiseComparisons.positive(2 * GSL.normalUpperTail(abs(estimate) / error)), interval: interval,
          robust: robust))
    }
    coefficients = made
  }

  /// Each row once, in order of first appearance, and the place of each.
  private static func distinct(_ rows: [[Double]]) -> (rows: [[Double]], placeOf: [Int]) {
    var places: [[Double]: Int] = [:]
    var found: [[Double]] = []
    let placeOf = rows.map { row in
      if let place = places[row] { return place }
      places[row] = found.count
      found.append(row)
      return found.count - 1
    }
    return (found, placeOf)
  }

  /// Do these columns, by place, add anything?
  ///
  /// - Throws: ``Fault``.
  public func likelihoodRatio(dropping columns: [Int]) throws(Fault) -> LikelihoodRatio {
    let kept = coefficients.indices.filter { !columns.contains($0) }
    let shorter = CumulativeLikelihood(
      rows: rows.map { row in kept.map { row[$0] } }, counts: likelihood.counts, link: link)
    let point = try shorter.fitted(from: thresholds + kept.map { coefficients[$0].estimate }, rows: rows)
    return LikelihoodRatio(logLikelihood, point.logarithm, coefficients.count - kept.count)
  }
}

extension OrdinalRegression.LikelihoodRatio {
  init(_ larger: Double, _ smaller: Double, _ degreesOfFreedom: Int) {
    chiSquared = max(0, 2 * (larger - smaller))
    self.degreesOfFreedom = degreesOfFreedom
    p = PairwiseComparisons.positive(
      GSL.chiSquareUpperTail(chiSquared, degreesOfFreedom: Double(degreesOfFreedom)))
  }
}

extension OrdinalRegression.Robust {
  /// Nil where the clusters' scores cancel, so that there is no spread to judge by.
  fileprivate init?(_ estimate: Double, variance: Double, groups: Int, level: Double) {
    guard variance > 0, groups >= 2 else { return nil }
    standardError = variance.squareRoot()
    degreesOfFreedom = Double(groups - 1)
    p = PairwiseComparisons.positive(
      StudentDistribution.bothTails(estimate / standardError, degreesOfFreedom: degreesOfFreedom))
    interval = .mean(estimate, standardError: standardError, degreesOfFreedom: degreesOfFreedom, level: level)
  }
}

extension OrdinalRegression.Coefficient {
  /// The odds ratio, for ``OrdinalRegression/Link/logit``.
  public var oddsRatio: Double { exp(estimate) }

  /// The chance that somebody with one more of the predictor stands higher than somebody without on the scale that the answers are taken to be
  /// steps of, on which nobody ties. Of pairs of answers the share, ties split, is nearer to a half.
  ///
  /// - Source: De Neve, Thas & Gerds (2019), Statistics in Medicine 38(19), 3648–3660, for logistic variables.
  public func superiority(_ link: OrdinalRegression.Link) -> Double {
    switch link {
    case .probit: return 1 - GSL.normalUpperTail(estimate / 2.0.squareRoot())
    case .logit:
      guard abs(estimate) > 1e-4 else { return 0.5 + estimate / 6 }
      // ω (ω − 1 − ln ω) ÷ (ω − 1)², by 1 ÷ ω where ω is large.
      let ratio = exp(-abs(estimate))
      let above = (1 - ratio - ratio * abs(estimate)) / ((1 - ratio) * (1 - ratio))
      return estimate > 0 ? above : 1 - above
    }
  }
}
