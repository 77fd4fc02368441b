/// Why a model cannot be fitted.
public enum ModelFault: Error, Sendable, Hashable {
  /// Fewer clusters than a model p may rest on.
  case tooFewClusters(needed: Int)
  /// No more rows than coefficients.
  case tooFewRows
  /// Columns of the design explain each other, such as a group that nobody is in.
  case dependentColumns
  /// The design explains every value, so that no error is left.
  case noResidual
}

/// Designs of models.
public enum ModelDesign {
  /// A column of ones and one column per group after the first: coefficients are the first group's mean and the differences from
  /// it.
  public static func treatment(_ groups: [Int], groupCount: Int) -> [[Double]] {
    precondition(groups.allSatisfy { (0..<groupCount).contains($0) }, "a group is out of range")
    return groups.map { group in [1] + (1..<max(groupCount, 1)).map { $0 == group ? 1 : 0 } }
  }
}
