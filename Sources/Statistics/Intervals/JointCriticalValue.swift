/// How many standard errors several intervals must reach on either side to hold together: the level's quantile of the largest |z|.
///
/// Correlated estimates need less than independent ones. With few people behind each estimate the value is carried over to Student's t
/// of the same tail.
///
/// - Shapes: a correlation matrix by rows; entries of constants may be anything finite and should be left out.
/// - Null: draws of correlated normal numbers from `seed`, through the eigenvectors of the matrix, which may be singular.
/// - Cost: draws × estimates².
/// - Source: Hothorn, Bretz & Westfall (2008), Biometrical Journal 50(3), 346–363, doi:10.1002/bimj.200810425 (max-t).
public struct JointCriticalValue: Sendable, Hashable {
  /// For estimates with a known standard error.
  public let normal: Double
  /// For standard errors from `count` people: Student's t quantile of the same tail.
  public let student: Double

  /// - Parameters:
  ///   - correlations: of the estimates, one row for each.
  ///   - degreesOfFreedom: of each standard error, at least 1.
  ///   - level: how often all intervals are to hold, between 0 and 1.
  ///   - draws: how many sets of correlated numbers are drawn.
  ///   - seed: where the draws start from.
  public init(
    correlations: [[Double]], degreesOfFreedom: Double, level: Double = 0.95, draws: Int = 20_000, seed: UInt64 = 1
  ) {
    precondition(correlations.allSatisfy { $0.count == correlations.count }, "correlations need a square matrix")
    precondition(
      degreesOfFreedom >= 1 && level > 0 && level < 1 && draws > 0, "a critical value needs people and draws")
    let single = GSL.normalQuantile((1 + level) / 2)
    var critical = single
    if correlations.count > 1 {
      let eigen = GSL.eigen(symmetric: correlations.flatMap(\.self), dimension: correlations.count)
      let roots = zip(eigen.values, eigen.vectors).map { value, vector in
        vector.map { $0 * max(0, value).squareRoot() }
      }
      let blocks = RandomBlocks.map(draws, by: 1000, seed: seed) { draws, stream in
        draws.map { _ -> Double in
          var values = [Double](repeating: 0, count: correlations.count)
          for root in roots {
            let z = stream.normal()
            for place in values.indices { values[place] += z * root[place] }
          }
          return values.reduce(0) { max($0, abs($1)) }
        }
      }
      critical = max(single, CentredDraws.upperQuantile(of: blocks.flatMap(\.self), level: level))
    }
    normal = critical
    let tail = GSL.normalUpperTail(critical)
    student = GSL.studentQuantile(1 - tail, degreesOfFreedom: degreesOfFreedom)
  }
}
