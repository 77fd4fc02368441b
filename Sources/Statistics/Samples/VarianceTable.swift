/// The one-way analysis of variance: how much of the spread lies between groups and how much inside them.
///
/// - Shapes: one ``Moments`` per group; a group without a value counts for nothing.
/// - Units: sums of squares and mean squares are in the square of the values' unit.
/// - Cost: the number of groups.
/// - Source: Fisher (1925), Statistical Methods for Research Workers.
public struct VarianceTable: Sendable, Hashable {
  /// One source of variation.
  public struct Part: Sendable, Hashable {
    /// The sum of squares.
    public let squares: Double
    /// Its degrees of freedom.
    public let degreesOfFreedom: Int
    /// The sum of squares over its degrees of freedom; 0 without any.
    public var meanSquare: Double { degreesOfFreedom > 0 ? squares / Double(degreesOfFreedom) : 0 }
  }

  /// Between the groups' means.
  public let between: Part
  /// Inside the groups.
  public let within: Part
  /// Groups that have a value.
  public let groupCount: Int
  /// Values in all.
  public let count: Int

  /// Adds up the groups.
  public init(_ groups: [Moments]) {
    let groups = groups.filter { $0.count > 0 }
    count = groups.reduce(0) { $0 + $1.count }
    groupCount = groups.count
    // About the mean of all, so that no digits are lost where the level is far from zero.
    let first = groups.first?.mean ?? 0
    let centre = groups.reduce(0) { $0 + Double($1.count) * ($1.mean - first) } / Double(max(count, 1))
    between = Part(
      squares: groups.reduce(0) { sum, group in
        let distance = group.mean - first - centre
        return sum + Double(group.count) * distance * distance
      }, degreesOfFreedom: max(groups.count - 1, 0))
    within = Part(squares: groups.reduce(0) { $0 + $1.squares }, degreesOfFreedom: count - groups.count)
  }

  /// The share of all variation that lies between groups: η², or R²; nil when nothing varies.
  public var share: Double? {
    let total = between.squares + within.squares
    return total > 0 ? between.squares / total : nil
  }

  /// F; nil when values do not vary inside any group, or when groups are too few.
  public var f: Double? {
    within.meanSquare > 0 && between.degreesOfFreedom > 0 ? between.meanSquare / within.meanSquare : nil
  }
}
