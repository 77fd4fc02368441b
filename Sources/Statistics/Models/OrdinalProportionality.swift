extension OrdinalRegression {
  /// Whether some columns act alike at every cut between two answers.
  public struct Proportionality: Sendable, Hashable {
    /// The model in which they may differ against the one in which they do not; many people reject any model.
    public let test: LikelihoodRatio
    /// The coefficient of each of the columns at each cut, columns × cuts: the higher answers against the lower ones.
    public let estimates: [[Double]]
    /// Their standard errors.
    public let standardErrors: [[Double]]
  }

  /// Lets the coefficients of these columns, by place, differ from cut to cut.
  ///
  /// - Cost: as the model, with cuts × columns in place of columns.
  /// - Throws: ``Fault``; ``Fault/fewerThanTwoCategories`` for a single cut, ``Fault/separated(columns:)`` when the answers beyond some cut
  ///   are separated.
  public func proportionality(of columns: [Int]) throws(Fault) -> Proportionality {
    precondition(!columns.isEmpty && columns.allSatisfy(coefficients.indices.contains), "name columns of the model")
    let cuts = thresholds.count
    guard cuts >= 2 else { throw .fewerThanTwoCategories }
    let shared = coefficients.indices.filter { !columns.contains($0) }
    let freed = CumulativeLikelihood(rows: rows, counts: likelihood.counts, link: link, free: columns)
    let start =
      thresholds + shared.map { coefficients[$0].estimate }
      + columns.flatMap { [Double](repeating: coefficients[$0].estimate, count: cuts) }
    let point: CumulativeLikelihood.Point
    do { point = try freed.fitted(from: start, rows: rows) } catch .separated(let places) {
      throw .separated(
        columns: Set(places.map { $0 < shared.count ? shared[$0] : columns[($0 - shared.count) / cuts] }).sorted())
    }
    guard let covariance = point.information.inverse?.matrix else { throw .dependentColumns }
    func place(_ column: Int, _ cut: Int) -> Int { cuts + shared.count + column * cuts + cut }
    return Proportionality(
      test: LikelihoodRatio(point.logarithm, logLikelihood, (cuts - 1) * columns.count),
      estimates: columns.indices.map { column in (0..<cuts).map { point.parameters[place(column, $0)] } },
      standardErrors: columns.indices.map { column in
        (0..<cuts).map { covariance[place(column, $0), place(column, $0)].squareRoot() }
      })
  }
}
