/// Marginal homogeneity of a square table: did the same people's answers move between two waves?
///
/// - Shapes: a square table, first answer × second answer; someone must have changed.
/// - Null: normal, for answers in order (the ordered statistic); χ² for answers without order (Stuart–Maxwell).
/// - Cost: the cube of the number of answers.
/// - Source: Stuart (1955), Biometrika 42(3–4), 412–416, doi:10.2307/2333387; Maxwell (1970), British Journal of Psychiatry
///   116(535), 651–655; ordered, Agresti (2002), Categorical Data Analysis, 10.3.3.
public struct MarginalHomogeneityTest: HypothesisTest {
  /// Whether the answers have an order.
  public enum Answers: Sendable, Hashable {
    /// In order, with the scores 1, 2, 3 …
    case ordered
    /// Without order.
    case unordered
  }

  /// The name in reports and files.
  public static let name = "marginal homogeneity test"
  /// Z, positive where the second answers are higher; or Stuart and Maxwell's χ².
  public let statistic: Double
  /// The degrees of freedom of χ²; nil for ordered answers.
  public let degreesOfFreedom: Double?
  /// The two-sided p-value.
  public let pValue: PValue

  /// - Throws: ``SampleFault/noVariation`` when nobody changed, or, for ordered answers, when no score did.
  public init(_ table: [[Int]], answers: Answers = .ordered) throws(SampleFault) {
    precondition(table.allSatisfy { $0.count == table.count }, "a table of two waves is square")
    let places = table.indices
    switch answers {
    case .ordered:
      var distance = 0.0
      var squares = 0.0
      for row in places {
        for column in places {
          let step = Double(column - row)
          distance += Double(table[row][column]) * step
          squares += Double(table[row][column]) * step * step
        }
      }
      guard squares > 0 else { throw .noVariation }
      let z = distance / squares.squareRoot()
      statistic = z
      degreesOfFreedom = nil
      pValue = .asymptotic(2 * GSL.normalUpperTail(abs(z)), smallest: 2 * GSL.normalUpperTail(squares.squareRoot()))
    case .unordered:
      var differences = [Double](repeating: 0, count: table.count)
      var covariance = [Double](repeating: 0, count: table.count * table.count)
      for row in places {
        for column in places where row != column {
          let count = Double(table[row][column])
          differences[row] += count
          differences[column] -= count
          covariance[row * table.count + row] += count
          covariance[column * table.count + column] += count
          covariance[row * table.count + column] -= count
          covariance[column * table.count + row] -= count
        }
      }
      guard covariance.contains(where: { $0 > 0 }) else { throw .noVariation }
      let form = QuadraticForm(covariance: covariance, dimension: table.count)
      let chiSquare = form.value(differences, about: differences.map { _ in 0 })
      statistic = chiSquare
      degreesOfFreedom = Double(form.rank)
      pValue = .asymptotic(
        GSL.chiSquareUpperTail(chiSquare, degreesOfFreedom: Double(form.rank)), smallest: 0)
    }
  }
}
