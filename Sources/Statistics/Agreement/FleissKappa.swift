/// Fleiss' kappa: how far do equally many people per subject choose the same category beyond chance?
///
/// - Shapes: counts of ratings, subjects × categories, each subject with the same number of ratings, two or more; people may differ
///   from subject to subject.
/// - Units: none; 1 for full agreement, 0 for what chance makes.
/// - Null: ratings are independent of the subject; normal, for many subjects.
/// - Cost: subjects × categories.
/// - Source: Fleiss (1971), Psychological Bulletin 76(5), 378–382, doi:10.1037/h0031619; the variance, Fleiss, Nee & Landis
///   (1979), Psychological Bulletin 86(5), 974–977.
public struct FleissKappa: Sendable, Hashable {
  /// Kappa.
  public let value: Double
  /// Kappa over its standard error if there were no agreement.
  public let z: Double
  /// The two-sided p of ``z``.
  public let p: Double
  /// The mean share of agreeing pairs of ratings of a subject.
  public let agreement: Double
  /// That share by chance.
  public let chanceAgreement: Double
  /// Subjects.
  public let subjectCount: Int
  /// Ratings of each subject.
  public let ratingsPerSubject: Int

  /// - Throws: ``AgreementFault``.
  public init(_ subjects: [[Int]]) throws(AgreementFault) {
    let categories = subjects.first?.count ?? 0
    precondition(subjects.allSatisfy { $0.count == categories }, "subjects differ in their number of categories")
    guard subjects.count >= 2 else { throw .tooFewUnits(found: subjects.count, needed: 2) }
    let raters = subjects[0].reduce(0, +)
    guard raters >= 2 else { throw .tooFewPeople(found: raters, needed: 2) }
    guard subjects.allSatisfy({ $0.reduce(0, +) == raters }) else { throw .unequalRaters }
    let (n, m) = (Double(subjects.count), Double(raters))
    let shares = (0..<categories).map { category in
      Double(subjects.reduce(0) { $0 + $1[category] }) / (n * m)
    }
    let pairs = subjects.joined().reduce(0) { $0 + $1 * ($1 - 1) }
    let observed = Double(pairs) / (n * m * (m - 1))
    let expected = shares.reduce(0) { $0 + $1 * $1 }
    let spread = shares.reduce(0) { $0 + $1 * (1 - $1) }
    guard shares.count(where: { $0 > 0 }) > 1 else { throw .noVariation }
    let lopsided = shares.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
    let variance = 2 * (spread * spread - lopsided) / (spread * spread * n * m * (m - 1))
    value = (observed - expected) / (1 - expected)
    z = value / variance.squareRoot()
    p = PairwiseComparisons.positive(2 * GSL.normalUpperTail(abs(z)))
    agreement = observed
    chanceAgreement = expected
    subjectCount = subjects.count
    ratingsPerSubject = raters
  }
}
