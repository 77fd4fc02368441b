/// Intraclass correlations of subjects that are all judged by the same raters: does one rater, or their mean, tell subjects
/// apart?
///
/// From a two-way analysis of variance. Agreement counts a rater who is always one point higher against the raters;
/// consistency does not.
///
/// - Shapes: one row per subject, a rating by each of k ≥ 2 raters; a row with a NaN is left out and counted; two rows or more.
/// - Units: none; at most 1.
/// - Cost: subjects × raters.
/// - Source: Shrout & Fleiss (1979), Psychological Bulletin 86(2), 420–428, doi:10.1037/0033-2909.86.2.420: their ICC(2,·) is
///   ``Form/agreement`` and their ICC(3,·) is ``Form/consistency``; ICC(1,·) is ``IntraclassCorrelation``.
public struct RaterCorrelation: Sendable, Hashable {
  /// What the raters have to share.
  public enum Form: Sendable, Hashable, CaseIterable {
    /// The same numbers: raters are a sample of raters.
    case agreement
    /// The same differences: these raters are the only ones.
    case consistency
  }

  /// Why there is no correlation.
  public enum Fault: Error, Sendable, Hashable {
    /// Fewer than two raters.
    case fewerThanTwoRaters
    /// Fewer than two subjects without a missing rating.
    case fewerThanTwoSubjects
    /// Subjects and raters explain every rating, so that nothing is left for F.
    case noResidual
    /// All subjects have one mean.
    case equalSubjects
  }

  /// The correlation of single ratings.
  public let single: Double
  /// The interval of ``single``.
  public let singleInterval: ConfidenceInterval
  /// The reliability of the mean over the raters; nil where subjects differ less than chance alone would have them.
  public let average: Double?
  /// The interval of ``average``; nil where a limit of ``singleInterval`` has none.
  public let averageInterval: ConfidenceInterval?
  /// F of subjects against the residual.
  public let f: Double
  /// Subjects − 1.
  public let subjectDegreesOfFreedom: Int
  /// (Subjects − 1)(raters − 1).
  public let residualDegreesOfFreedom: Int
  /// The p of F, the upper tail.
  public let p: Double
  /// Rows left out because a rating is missing.
  public let incompleteSubjects: Int

  /// - Throws: ``Fault``.
  public init(_ ratings: [[Double]], form: Form, level: Double = 0.95) throws(Fault) {
    let rows = ratings.filter { !$0.contains { $0.isNaN } }
    let raters = ratings.first?.count ?? 0
    precondition(ratings.allSatisfy { $0.count == raters }, "rows differ in length")
    guard raters >= 2 else { throw .fewerThanTwoRaters }
    guard rows.count >= 2 else { throw .fewerThanTwoSubjects }
    let subjects = VarianceTable(rows.map { Moments($0) })
    let columns = VarianceTable((0..<raters).map { rater in Moments(rows.map { $0[rater] }) })
    let (n, k) = (Double(rows.count), Double(raters))
    let (between, rater) = (subjects.between.meanSquare, columns.between.meanSquare)
    let freedom = (rows.count - 1) * (raters - 1)
    let left = subjects.within.squares - columns.between.squares
    guard left > 1e-12 * (subjects.within.squares + subjects.between.squares) else { throw .noResidual }
    guard between > 0 else { throw .equalSubjects }
    let residual = left / Double(freedom)
    let ratio = RatioInterval(f: between / residual, rows.count - 1, freedom, level)
    f = ratio.f
    p = ratio.p
    subjectDegreesOfFreedom = rows.count - 1
    residualDegreesOfFreedom = freedom
    incompleteSubjects = ratings.count - rows.count
    switch form {
    case .consistency:
      single = (between - residual) / (between + (k - 1) * residual)
      average = (between - residual) / between
      singleInterval = ratio.single(size: k)
      averageInterval = Self.stepped(singleInterval, by: k)
    case .agreement:
      single = (between - residual) / (between + (k - 1) * residual + k * (rater - residual) / n)
      let means = between + (rater - residual) / n
      average = means > 0 ? (between - residual) / means : nil
      singleInterval = Self.agreement(
        single, between: between, rater: rater, residual: residual, subjects: n, raters: k, level: level)
      averageInterval = Self.stepped(singleInterval, by: k)
    }
  }

  /// The interval of the mean of k ratings from that of one, after Spearman and Brown.
  private static func stepped(_ interval: ConfidenceInterval, by k: Double) -> ConfidenceInterval? {
    guard 1 + (k - 1) * interval.lower > 1e-12 else { return nil }
    func step(_ r: Double) -> Double { k * r / (1 + (k - 1) * r) }
    return ConfidenceInterval(lower: step(interval.lower), upper: step(interval.upper), level: interval.level)
  }

  /// Satterthwaite's degrees of freedom for the raters' part of the variance, and the limits that follow.
  private static func agreement(
    _ value: Double, between: Double, rater: Double, residual: Double, subjects n: Double, raters k: Double,
    level: Double
  ) -> ConfidenceInterval {
    let ratio = k * value * rater / residual
    let rest = n * (1 + (k - 1) * value) - k * value
    let freedom =
      (k - 1) * (n - 1) * (ratio + rest) * (ratio + rest) / ((n - 1) * ratio * ratio + rest * rest)
    let upper = FDistribution.quantile((1 + level) / 2, n - 1, freedom)
    let lower = FDistribution.quantile((1 + level) / 2, freedom, n - 1)
    let raters = k * rater + (k * n - k - n) * residual
    let low = n * (between - upper * residual) / (upper * raters + n * between)
    let high = n * (lower * between - residual) / (raters + n * lower * between)
    return ConfidenceInterval(lower: min(low, value), upper: max(high, value), level: level)
  }
}
