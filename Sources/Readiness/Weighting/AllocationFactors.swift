import Statistics

extension AllocationContrast {
  /// One row per factor of two groups: the difference of mean points, Welch-studentised and adjusted together by max-T.
  ///
  /// Read them behind the whole allocation: neither form of max-T holds its size where groups differ in spread. The interval of a
  /// difference takes organisations as units where people belong to several.
  func factorRows(intervalMinimum: Int) -> [ComparisonDraft] {
    let factors = sample.question.factors.map(\.id)
    func all(_ change: (inout ComparisonDraft) -> Void) -> [ComparisonDraft] {
      factors.map { factor in
        var row = draft
        row.measure = factor
        row.method = "welch_max_t"
        change(&row)
        return row
      }
    }
    guard let rows else {
      return all {
        $0.status = .notTestable
        $0.note = "Types and organisations cannot be told apart."
      }
    }
    if rows.strata != nil, !rows.sizes.allSatisfy({ $0 == 0 || $0 >= choices.minimum }) {
      return all {
        $0 = $0.withheld(
          .suppressed, note: Comparison.fewSideBySide)
      }
    }
    let effects = rows.factorEffects(
      total: Double(sample.question.total), level: choices.level, intervalMinimum: intervalMinimum,
      tellsOrganizations: draft.evidence.organizations != nil)
    if isDescribedOnly(rows) {
      return zip(all { $0 = Self.described($0) }, effects).map { row, effect in
        var row = row
        row.effect = effect
        return told(row)
      }
    }
    do throws(SampleFault) {
      let results = try maxT(rows)
      return zip(factors.indices, results).map { place, result in
        var row = draft
        row.measure = factors[place]
        row.method = "welch_max_t"
        row.evidence.sidedness = Sidedness.distanceFromExpectation.rawValue
        row.evidence.null = "Both groups give the factor the same points."
        guard result.statistic > 0 else { return failed(row, .noVariation) }
        row.effect = effects[place]
        row.statistic = result.statistic
        row.p = result.p
        row.pAdjustedItself = result.adjusted
        row.evidence.adjustment = "max_t"
        row.note = ComparisonDraft.joined("Read it behind the row of the whole allocation.", approximation(rows))
        return told(choices.settled(row))
      }
    } catch {
      return all { $0 = failed($0, error) }
    }
  }
}

extension AllocationContrast {
  private func maxT(_ rows: AllocationRearrangement) throws(SampleFault) -> [Multiplicity.MaxTTest] {
    guard !isTooLarge(rows) else {
      return try Multiplicity.maxTTests(
        drawing: rows.exchangeable(alpha: 1), count: choices.limitDraws, seed: seed)
    }
    let columns = sample.question.factors.indices.map { factor in
      rows.compositions.map { $0.parts[factor] } as [Double]
    }
    return try Multiplicity.maxTTests(
      columns: columns, isFirst: rows.groups.map { $0 == 0 }, strata: rows.strata, null: null(rows))
  }
}

extension AllocationRearrangement {
  /// The first group's mean points less the second's, by factor, as ``difference`` takes them.
  ///
  /// Intervals: within organisations, the organisations' own differences with t(G − 1); else Welch's over the rows, which are people or
  /// whole organisations.
  func factorEffects(
    total: Double, level: Double, intervalMinimum: Int, tellsOrganizations: Bool = true
  ) -> [EffectSize?] {
    guard let difference else { return (groups.isEmpty ? [] : composition(0).parts).map { _ in nil } }
    return difference.indices.map { part in
      let value = total * difference[part]
      func effect(_ interval: ConfidenceInterval?, _ method: String) -> EffectSize {
        EffectSize(
          name: "mean_points_difference", value: value, interval: interval,
          intervalMethod: interval == nil ? "" : method)
      }
      guard sizes.allSatisfy({ $0 >= max(2, intervalMinimum) }) else { return effect(nil, "") }
      if strata != nil {
        let error = ClusteredError(
          Dictionary(uniqueKeysWithValues: shares(part).enumerated().map { ($0, total * $1) }))
        guard let error, error.error > 1e-9 else { return effect(nil, "") }
        return effect(
          .mean(
            value, standardError: error.error, degreesOfFreedom: error.freedom, level: level, within: -total...total),
          tellsOrganizations
            ? "\(MeanDifference.clustered), t(\(Int(error.freedom)))" : MeanDifference.clustered)
      }
      let moments = (0...1).map { group in
        Moments(
          groups.indices.lazy.filter { groups[$0] == group }.map { total * composition($0).parts[part] })
      }
      guard moments.allSatisfy({ $0.count > 1 }) else { return effect(nil, "") }
      let welch = MeanDifference(
        organizations: [], unnamed: moments, level: level, intervalMinimum: 2, within: -total...total)
      return effect(
        welch?.estimate.interval,
        people.contains { $0 > 1 } ? "Welch, organisations as units" : "Welch, people taken as unrelated")
    }
  }
}
