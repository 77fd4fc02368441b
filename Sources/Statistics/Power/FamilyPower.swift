/// What one family of comparisons can show with a design, before anyone is asked.
///
/// The effects are those that one comparison finds when it has to stand alone in its family: at the level over the number
/// of comparisons, Holm's first step.
///
/// - Shapes: a design of k ≥ 2 groups, compared on `comparisons` measures (or pairs of groups) whose p-values are adjusted
///   together.
/// - Units: superiority is a probability; differences are in standard deviations of people within a group.
/// - Cost: a search over the noncentral t or F.
/// - Source: Noether (1987), doi:10.1080/01621459.1987.10478478; Cohen (1988), chapters 2 and 8; Holm (1979).
public struct FamilyPower: Sendable, Hashable {
  /// How many comparisons are adjusted together.
  public let comparisons: Int
  /// The smallest p that each of them can reach, without ties.
  public let smallestP: Double
  /// The smallest Holm-adjusted p that any answers could give.
  public let smallestAdjusted: Double
  /// Whether any answers could bring the adjusted p below the level.
  public let canReachLevel: Bool
  /// The probability of superiority that is found with the power asked for; 1 where only complete separation is sure to be,
  /// nil for more than two groups and where the family cannot reach its level.
  public let superiority: Double?
  /// The difference that is found with the power asked for: between two groups, or between the two smallest of more, the
  /// others halfway; nil where the family cannot reach its level or there are too few people.
  public let difference: Double?

  /// - Parameters:
  ///   - design: who is going to be asked.
  ///   - comparisons: how many tests are adjusted together, at least 1.
  ///   - power: how often the effect is to be found.
  ///   - alpha: the level of the family.
  ///   - intraclassCorrelation: the share of the spread between organisations.
  ///   - tieFactor: see ``Design/tieFactor(shares:)``.
  /// - Throws: ``SampleFault`` for fewer than two groups or an empty one.
  public init(
    _ design: GroupDesign, comparisons: Int, power: Double = 0.8, alpha: Double = 0.05,
    intraclassCorrelation: Double = 0, tieFactor: Double = 1
  ) throws(SampleFault) {
    precondition(comparisons > 0, "a family has comparisons")
    self.comparisons = comparisons
    smallestP = try design.smallestP()
    smallestAdjusted = Multiplicity.smallestHolm([Double](repeating: smallestP, count: comparisons))
    canReachLevel = smallestAdjusted < alpha
    guard canReachLevel else {
      (superiority, difference) = (nil, nil)
      return
    }
    let level = alpha / Double(comparisons)
    let effect = design.designEffect(intraclassCorrelation: intraclassCorrelation)
    let people = design.people
    let units = design.units(designEffect: effect)
    guard people.count == 2 else {
      superiority = nil
      difference = try? GroupsPower.detectableDifference(
        sizes: units.sizes, power: power, designEffect: units.variance, degreesOfFreedom: units.degreesOfFreedom,
        alpha: level)
      return
    }
    // Complete separation gives the smallest p, which is below the level here.
    superiority =
      Design.detectableSuperiority(
        people[0], people[1], power: power, level: level, designEffect: effect, tieFactor: tieFactor) ?? 1
    guard units.degreesOfFreedom.map({ $0 > 0 }) ?? true else {
      difference = nil
      return
    }
    let means = try? MeansPower(
      units.sizes[0], units.sizes[1], designEffect: units.variance, degreesOfFreedom: units.degreesOfFreedom,
      alpha: level)
    difference = means?.detectableDifference(power: power)
  }
}
