import Statistics

/// A group's people within one organisation.
package struct OrganizationPart: Sendable {
  /// The place of the organisation.
  let organization: Int
  /// The table that holds the part.
  let table: GroupTable
  /// The part's place in it.
  let group: Int
}

/// The standard error of a number whose people sit in organisations: people of one organisation answer alike, so it is the
/// organisations that are the independent units.
///
/// The number is linearised, each person's part in it is summed within organisations, and with u the sums of G
/// organisations the squared error is G ÷ (G − 1) Σ u², with G − 1 degrees of freedom. Parts come from the organisations'
/// own tallies, so the cost does not grow with people.
/// Source: Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, s. 5.5 (linearisation); Cameron & Miller
/// (2015), Journal of Human Resources 50(2), 317–372 (clusters, degrees of freedom).
struct ClusteredError {
  /// The standard error.
  let error: Double
  /// Organisations less one.
  let freedom: Double

  /// From each organisation's summed parts; nil below two organisations.
  init?(_ influences: [Int: Double]) {
    guard influences.count > 1 else { return nil }
    let count = Double(influences.count)
    // Summed in the organisations' order, so that the last digit does not depend on the dictionary.
    let squares = influences.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
    error = (count / (count - 1) * squares).squareRoot()
    freedom = count - 1
  }
}

extension GroupTable {
  /// The summed parts of each organisation in the group's number, by the organisation's place.
  ///
  /// Nil when the parts do not make up the whole group, as when some people name no organisation.
  func influences(_ place: Int, group: Int, parts: [OrganizationPart]) -> [Int: Double]? {
    let own = tallies[place][group]
    guard own.n > 0, parts.reduce(0, { $0 + $1.table.tallies[place][$1.group].n }) == own.n else { return nil }
    let terms = place == overallPlace ? overallTerms(group: group) : [(place: place, share: 1.0)]
    var sums: [Int: Double] = [:]
    for part in parts {
      for (place, share) in terms {
        let (whole, piece) = (tallies[place][group], part.table.tallies[place][part.group])
        guard let mean = whole.mean, let pieceMean = piece.mean else { continue }
        sums[part.organization, default: 0] += share * piece.weight * (pieceMean - mean) / whole.weight
      }
    }
    return sums
  }

  /// The dimensions in a group's overall score with their shares of the weight present, or with the slopes of another aggregation.
  private func overallTerms(group: Int) -> [(place: Int, share: Double)] {
    if aggregation != .arithmetic {
      guard let weights = try? IndicatorWeights(proportions: dimensions.map(\.weight)) else { return [] }
      let slopes = aggregation.slopes(dimensions.map { tallies[$0.place][group].mean }, weights: weights)
      return zip(dimensions, slopes).map { ($0.place, $1) }
    }
    let present = dimensions.filter { tallies[$0.place][group].n > 0 }
    let weight = present.reduce(0) { $0 + $1.weight }
    return weight > 0 ? present.map { ($0.place, $0.weight / weight) } : []
  }
}
