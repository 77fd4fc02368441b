extension EffectSize {
  /// The stratified probability of superiority with each stratum left out in turn, in the strata's order: how far does the
  /// effect rest on one organisation?
  ///
  /// A stratum that lacks a group has no part in the effect, so leaving it out gives the effect itself. Leaving out the only
  /// stratum with both groups leaves nothing: nil.
  ///
  /// - Shapes: strata of two groups, as in ``probabilityOfSuperiority(strata:level:)``.
  /// - Units: probabilities.
  /// - Cost: strata × distinct values; the weighted sums before and after each stratum are added up once.
  /// - Throws: ``SampleFault/noInformativeStratum`` when no stratum holds both groups.
  public static func probabilitiesOfSuperiority(leavingOutEachOf strata: [ValueCounts]) throws(SampleFault) -> [Double?]
  {
    precondition(strata.allSatisfy { $0.groupCount == 2 }, "the probability of superiority compares two groups")
    let parts = strata.map { stratum -> (weight: Double, value: Double) in
      guard !stratum.groupTotals.contains(0) else { return (0, 0) }
      let placements = Placements(stratum)
      return (placements.stratumWeight, placements.superiority)
    }
    guard parts.contains(where: { $0.weight > 0 }) else { throw .noInformativeStratum }
    // Sums from both ends, so that nothing is subtracted.
    var after = [(weight: 0.0, sum: 0.0)]
    for part in parts.reversed() {
      let last = after[after.count - 1]
      after.append((last.weight + part.weight, last.sum + part.weight * part.value))
    }
    var before = (weight: 0.0, sum: 0.0)
    return parts.indices.map { index in
      let rest = after[parts.count - 1 - index]
      defer {
        before = (before.weight + parts[index].weight, before.sum + parts[index].weight * parts[index].value)
      }
      let weight = before.weight + rest.weight
      return weight > 0 ? (before.sum + rest.sum) / weight : nil
    }
  }
}
