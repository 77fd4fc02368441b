/// The limits of a funnel plot of means, widened for over-dispersion: where a unit of a given size lies when it is like the others.
///
/// Limits are mean ± z √(s² ÷ n + τ²), z for 95% (a warning) and 99.8% (an alarm); τ² is the variance between units that their errors do
/// not explain, by the moments of DerSimonian and Laird.
///
/// - Shapes: one mean, squared standard error and number of people per unit, two units or more.
/// - Units: those of the means.
/// - Source: Spiegelhalter (2005), Statistics in Medicine 24(8), 1185–1202, doi:10.1002/sim.1970, and Quality and Safety in Health Care
///   14(5), 347–351, doi:10.1136/qshc.2005.013755.
public struct FunnelLimits: Sendable, Hashable {
  /// Where a unit lies.
  public enum Place: String, Sendable, Hashable, CaseIterable {
    /// Below the outer limit.
    case farBelow = "far_below"
    /// Between the two lower limits.
    case below
    /// Inside the inner limits.
    case inside
    /// Between the two upper limits.
    case above
    /// Above the outer limit.
    case farAbove = "far_above"
  }

  /// The common mean.
  public let mean: Double
  /// The pooled variance of people within units.
  public let variance: Double
  /// The variance between units.
  public let between: Double

  /// The inner and the outer levels.
  public static let levels = (inner: 0.95, outer: 0.998)

  /// Fits the funnel to means with the sample variances of their people.
  ///
  /// - Throws: ``SampleFault/fewerThanTwoGroups``; ``SampleFault/noVariation`` when no unit varies inside.
  public init(means: [Double], variances: [Double], counts: [Int]) throws(SampleFault) {
    precondition(
      means.count == variances.count && means.count == counts.count, "variances or counts do not fit the means")
    precondition(counts.allSatisfy { $0 > 1 }, "a funnel needs two people or more per unit")
    guard means.count > 1 else { throw .fewerThanTwoGroups }
    let freedom = counts.reduce(0) { $0 + $1 - 1 }
    let pooled = zip(variances, counts).reduce(0) { $0 + $1.0 * Double($1.1 - 1) } / Double(freedom)
    let errors = counts.map { pooled / Double($0) }
    between = try BetweenVariance.derSimonianLaird.estimate(means: means, squaredErrors: errors)
    mean = WeightedMean(means, errors, between: between).mean
    variance = pooled
  }

  /// The limits for a unit of `count` people at a level.
  public func limits(count: Int, level: Double) -> ClosedRange<Double> {
    precondition(count > 0 && level > 0 && level < 1, "limits need people and a level inside 0 to 1")
    let reach = GSL.normalQuantile((1 + level) / 2) * (variance / Double(count) + between).squareRoot()
    return (mean - reach)...(mean + reach)
  }

  /// Where a unit lies.
  public func place(of value: Double, count: Int) -> Place {
    let outer = limits(count: count, level: Self.levels.outer)
    let inner = limits(count: count, level: Self.levels.inner)
    if value < outer.lowerBound { return .farBelow }
    if value > outer.upperBound { return .farAbove }
    if value < inner.lowerBound { return .below }
    return value > inner.upperBound ? .above : .inside
  }
}
