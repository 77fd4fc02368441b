/// Weights of the parts of a composite score: shares that sum to 1.
///
/// Each way of finding them is an initialiser, so that what weights are is never lost. With linear aggregation a weight is a
/// trade-off between parts and not their importance: ``CorrelationRatio`` measures that.
///
/// - Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, s. 6.
public struct IndicatorWeights: Sendable, Hashable {
  /// Why weights cannot be found.
  public enum Fault: Error, Sendable, Hashable {
    /// A weight that is negative or not finite, by index.
    case invalidWeight(Int)
    /// No weight above zero.
    case allZero
    /// Fewer rows than the method needs.
    case tooFewRows(needed: Int)
    /// A value below zero where shares are taken, by column.
    case negativeValue(column: Int)
    /// A pairwise judgement that is not positive, or not the reciprocal of its mirror image, by place.
    case notReciprocal(row: Int, column: Int)
    /// No column varies.
    case noVariation
  }

  /// The weight of each part, 0…1, together 1.
  public let shares: [Double]

  /// Weights in the proportions given.
  ///
  /// - Throws: ``Fault`` for a proportion that is below 0 or not finite, or none above 0.
  public init(proportions: [Double]) throws(Fault) {
    if let bad = proportions.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) { throw .invalidWeight(bad) }
    let total = proportions.reduce(0, +)
    guard total > 0, total.isFinite else { throw .allZero }
    shares = proportions.map { $0 / total }
  }

  /// Every part counts the same.
  public init(equal count: Int) {
    precondition(count > 0, "weights need a part")
    shares = [Double](repeating: 1 / Double(count), count: count)
  }

  /// The budget allocation process: the mean of what people allocate.
  ///
  /// - Source: OECD/JRC Handbook, s. 6.5: it holds up to ten or twelve parts and measures urgency rather than importance.
  /// - Throws: ``Fault/tooFewRows(needed:)`` for no allocations.
  public init(averaging allocations: [Composition]) throws(Fault) {
    guard let mean = try? Composition.mean(of: allocations) else { throw .tooFewRows(needed: 1) }
    shares = mean.parts
  }

  /// The budget allocation process in two stages, within organisations and then across them, so that the organisation with most
  /// respondents does not set everybody's weights. Organisations without allocations do not count.
  ///
  /// - Throws: ``Fault/tooFewRows(needed:)`` for no allocations.
  public init(averagingWithin organizations: [[Composition]]) throws(Fault) {
    try self.init(averaging: organizations.compactMap { try? Composition.mean(of: $0) })
  }

  /// Entropy weights: a part counts the more, the more unevenly its values lie over the rows. Exploratory: one value of zero moves them
  /// far.
  ///
  /// - Parameter columns: values of at least 0, one column per part.
  /// - Source: Shannon's entropy with 0 ln 0 = 0; Zeleny (1982), Multiple Criteria Decision Making.
  /// - Throws: ``Fault``.
  public init(entropyOf columns: [[Double]]) throws(Fault) {
    guard let rows = columns.first?.count, rows > 1 else { throw .tooFewRows(needed: 2) }
    var uneven: [Double] = []
    for (place, column) in columns.enumerated() {
      precondition(column.count == rows, "columns differ in length")
      guard column.allSatisfy({ $0 >= 0 && $0.isFinite }) else { throw .negativeValue(column: place) }
      let total = column.reduce(0, +)
      let isConstant = column.allSatisfy { $0 == column[0] }
      let entropy = column.reduce(0) { sum, value in
        let share = total > 0 ? value / total : 0
        return share > 0 ? sum - share * GSL.logarithm(share) : sum
      }
      uneven.append(isConstant ? 0 : max(0, 1 - entropy / GSL.logarithm(Double(rows))))
    }
    guard uneven.contains(where: { $0 > 0 }) else { throw .noVariation }
    try self.init(proportions: uneven)
  }

  /// CRITIC weights: a part counts the more, the more it varies and the less it goes with the others. A column that does not vary gets 0.
  ///
  /// - Parameter columns: one column per part; each is scaled from 0 to 1 over its rows.
  /// - Source: Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22(7), 763–770,
  ///   doi:10.1016/0305-0548(94)00059-H.
  /// - Throws: ``Fault``.
  public init(criticOf columns: [[Double]]) throws(Fault) {
    guard let rows = columns.first?.count, rows > 1 else { throw .tooFewRows(needed: 2) }
    let varying = columns.indices.filter { place in columns[place].contains { $0 != columns[place][0] } }
    guard !varying.isEmpty, let correlations = try? PrincipalComponents.correlations(varying.map { columns[$0] })
    else { throw .noVariation }
    var information = [Double](repeating: 0, count: columns.count)
    for (place, column) in varying.enumerated() {
      let range = (columns[column].max() ?? 0) - (columns[column].min() ?? 0)
      let deviation = (Moments(columns[column]).standardDeviation ?? 0) / range
      // Alone, a column has nothing to conflict with: its spread is its information.
      let conflict = varying.count > 1 ? correlations[place].reduce(0) { $0 + (1 - $1) } : 1
      information[column] = deviation * max(0, conflict)
    }
    guard information.contains(where: { $0 > 0 }) else { throw .noVariation }
    try self.init(proportions: information)
  }

  /// Weights from principal components: squared varimax loadings, each part counted on the component on which it loads most, times that
  /// component's share of the variance. Never raw loadings, which can be negative.
  ///
  /// Components are kept while each explains at least a tenth of the variance, and until they explain three fifths.
  ///
  /// - Source: OECD/JRC Handbook, s. 6.1; Nicoletti, Scarpetta & Boylaud (2000).
  /// - Throws: ``Fault/tooFewRows(needed:)`` below three rows for each part, ``Fault/noVariation`` for a column that does not vary.
  public init(principalComponentsOf columns: [[Double]]) throws(Fault) {
    let needed = 3 * columns.count
    guard let rows = columns.first?.count, rows >= needed else { throw .tooFewRows(needed: needed) }
    try self.init(squaredLoadingsOf: columns)
  }

  /// The same without the rule on the number of rows, for published tables of few rows.
  init(squaredLoadingsOf columns: [[Double]]) throws(Fault) {
    guard let components = try? PrincipalComponents(columns: columns) else { throw .noVariation }
    let total = components.variances.reduce(0, +)
    var (kept, explained) = (0, 0.0)
    for variance in components.variances where variance >= 0.1 * total || explained < 0.6 * total {
      kept += 1
      explained += variance
    }
    let factors = components.rotatedLoadings(kept)
    let strength = factors.map { $0.reduce(0) { $0 + $1 * $1 } }
    let all = strength.reduce(0, +)
    try self.init(
      proportions: columns.indices.map { column in
        factors.indices.map { factor in
          let square = factors[factor][column] * factors[factor][column]
          return square / strength[factor] * (strength[factor] / all)
        }.max() ?? 0
      })
  }
}
