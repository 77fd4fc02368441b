/// Yuen's test: Welch's test of trimmed means, for scales with a few far answers.
///
/// - Shapes: two groups that keep at least two values after a fifth is cut off at each end.
/// - Units: those of the values.
/// - Null: t with Welch's degrees of freedom.
/// - Cost: sorting.
/// - Source: Yuen (1974), Biometrika 61(1), 165–170, doi:10.1093/biomet/61.1.165.
public struct YuenTest: HypothesisTest {
  /// The name in reports and files.
  public static let name = "Yuen's trimmed t test"
  /// Which outcomes count as extreme.
  public static let sidedness = Sidedness.distanceFromExpectation
  /// What p takes to be true.
  public static let nullHypothesis = "Both groups have the same trimmed mean."
  /// t, first group less second.
  public let statistic: Double
  /// Welch's degrees of freedom.
  public let degreesOfFreedom: Double?
  /// The two-sided p-value.
  public let pValue: PValue
  /// The difference of the trimmed means.
  public let difference: Double

  /// - Throws: ``SampleFault`` for a group that is too small, or groups whose middles both lack variation.
  public init(_ first: [Double], _ second: [Double], trim: Double = 0.2) throws(SampleFault) {
    precondition(trim >= 0 && trim < 0.5, "less than half is cut off at each end")
    var means: [Double] = []
    var errors: [Double] = []
    var kept: [Double] = []
    for (group, sample) in [first, second].enumerated() {
      let sorted = sample.sorted()
      let cut = Int((trim * Double(sorted.count) + 1e-9).rounded(.down))
      let middle = sorted.dropFirst(cut).dropLast(cut)
      guard middle.count >= 2, let low = middle.first, let high = middle.last else {
        throw .tooFewValues(group: group, needed: 2)
      }
      let winsorized = Moments(sorted.map { min(max($0, low), high) })
      let h = Double(middle.count)
      means.append(Moments(middle).mean)
      errors.append(winsorized.squares / (h * (h - 1)))
      kept.append(h)
    }
    let variance = errors[0] + errors[1]
    guard variance > 0 else { throw .noVariation }
    let freedom =
      variance * variance / (errors[0] * errors[0] / (kept[0] - 1) + errors[1] * errors[1] / (kept[1] - 1))
    difference = means[0] - means[1]
    statistic = difference / variance.squareRoot()
    degreesOfFreedom = freedom
    pValue = .asymptotic(StudentDistribution.bothTails(statistic, degreesOfFreedom: freedom), smallest: 0)
  }
}
