/// McDonald's omega total of a one-factor model: the share of the variance of the items' sum that one thing in common explains.
///
/// Unlike alpha it lets items measure that one thing unequally well. It says nothing of whether there is one thing only; that is
/// the model's fit.
///
/// - Shapes: ``ItemMoments`` of three varying items or more; fifty people or more unless `fewest` says otherwise.
/// - Units: none; 0…1.
/// - Cost: as ``OneFactorModel``, never people.
/// - Source: McDonald (1999), Test Theory: A Unified Treatment, 89–90.
public struct OmegaTotal: Sendable, Hashable {
  /// What is added up.
  public enum Scale: Sendable, Hashable, CaseIterable {
    /// The answers themselves, as a scale score does.
    case answers
    /// Items divided by their standard deviations.
    case standardized
  }

  /// Omega.
  public let value: Double
  /// What is added up.
  public let scale: Scale
  /// The model; its estimator is to be named with the figure.
  public let model: OneFactorModel
  /// Items left out because everybody gave the same answer, by place.
  public let constantItems: [Int]
  /// People.
  public let count: Int

  /// The figure's whole name, such as “omega total, one factor by maximum likelihood”.
  public var name: String {
    "omega total, one factor by \(model.estimator.words)" + (scale == .standardized ? ", standardised items" : "")
  }

  /// - Throws: ``ReliabilityFault``.
  public init(
    _ moments: ItemMoments, estimator: OneFactorModel.Estimator = .maximumLikelihood, scale: Scale = .answers,
    fewest: Int = 50
  ) throws(ReliabilityFault) {
    guard moments.count >= fewest else { throw .tooFewPeople(found: moments.count, needed: fewest) }
    let constant = moments.constantItems
    let places = (0..<moments.itemCount).filter { !constant.contains($0) }
    guard places.count >= 3 else { throw .tooFewItems(varying: places.count, needed: 3) }
    let products = moments.selecting(places).products
    do {
      model = try OneFactorModel(
        CorrelationMatrix(products.scaledToUnitDiagonal, count: moments.count), estimator: estimator)
    } catch { throw .noModel(error) }
    let units = (0..<places.count).map { scale == .answers ? products[$0, $0].squareRoot() : 1 }
    let common = zip(model.loadings, units).reduce(0) { $0 + $1.0 * $1.1 }
    let own = zip(model.uniquenesses, units).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    value = common * common / (common * common + own)
    self.scale = scale
    constantItems = constant
    count = moments.count
  }
}
