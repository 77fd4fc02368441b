/// What is known of how several items hang together, or why nothing can be said of it.
public enum StructureAssessment: Sendable, Hashable {
  /// The structure.
  case assessed(FactorStructure)
  /// Structure not assessable: fewer people answered every item than five for each item.
  case tooFewPeople(found: Int, needed: Int)
  /// Structure not assessable for another reason.
  case notAssessable(FactorFault)

  /// Looks at the structure of items that people answered completely.
  ///
  /// Correlations are polychoric from 200 people on, else of ranks, unless `kind` says otherwise; they are smoothed where they do not fit
  /// together.
  public init(
    _ items: ItemCodes, kind: CorrelationMatrix.Kind? = nil, draws: Int = 100, seed: UInt64 = 1
  ) {
    let needed = 5 * items.itemCount
    guard items.count >= needed else {
      self = .tooFewPeople(found: items.count, needed: needed)
      return
    }
    do {
      self = .assessed(
        try FactorStructure(
          items, kind: kind ?? (items.count >= 200 ? .polychoric : .spearman), draws: draws, seed: seed))
    } catch {
      self = .notAssessable(error)
    }
  }
}

/// How several items hang together.
///
/// - Shapes: ``ItemCodes`` of three varying items or more.
/// - Cost: that of ``ParallelAnalysis``.
/// - Source: as its parts.
public struct FactorStructure: Sendable, Hashable {
  /// The correlations, smoothed where they had to be.
  public let correlations: CorrelationMatrix
  /// Whether there is enough in common.
  public let adequacy: SamplingAdequacy
  /// How many factors stand out.
  public let parallel: ParallelAnalysis
  /// One factor for all items.
  public let oneFactor: OneFactorModel

  /// The share of the first eigenvalue of all.
  public var firstShare: Double { correlations.eigenvalues[0] / Double(correlations.itemCount) }

  /// - Throws: ``FactorFault``.
  public init(
    _ items: ItemCodes, kind: CorrelationMatrix.Kind, draws: Int = 100, seed: UInt64 = 1
  ) throws(FactorFault) {
    correlations = try CorrelationMatrix(items, kind: kind).smoothed()
    adequacy = try SamplingAdequacy(correlations)
    parallel = try ParallelAnalysis(items, kind: kind, draws: draws, seed: seed)
    // Likelihood is for the answers as numbers; other correlations have none.
    oneFactor = try OneFactorModel(
      correlations, estimator: kind == .pearson ? .maximumLikelihood : .minimumResiduals)
  }
}
