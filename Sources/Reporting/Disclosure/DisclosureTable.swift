public import Readiness

extension Publication {
  /// The rows of `disclosure.csv`: tables, then columns of every table in the order of the files, then hidden numbers of people.
  ///
  /// None in mode pilot, which hides nothing.
  public var disclosure: [DisclosureRow] {
    guard assessment.plan.disclosureMinimum > 0 else { return [] }
    let numbers = assessment.disclosure
    return numbers.filter { $0.subject == .table } + leftOut + columns(numbers)
      + numbers.filter { $0.subject == .number }
  }

  /// Tables without the rows that would name a hidden group. Whether there are such rows is not told.
  private var leftOut: [DisclosureRow] {
    ["comparisons", "distributions", "perception-gaps", "priorities", "scores", "whose-weights"].map {
      DisclosureRow(table: $0, action: .leftOut, why: .notListed)
    }
  }

  private func columns(_ numbers: [DisclosureRow]) -> [DisclosureRow] {
    let hidden = HiddenNumbers(numbers)
    let told = AllocationAudit(
      assessment.allocations, organizations: assessment.organizationAllocations, profiles: assessment.profiles)
    let profiles = ReadinessProfile.schema(for: assessment.instrument, measures: assessment.measures)
    return [
      ColumnAudit(AllocationSummaryRow.schema, assessment.allocationSummary).counted(told),
      ColumnAudit(AllocationRow.schema, assessment.allocations).counted(told),
      ColumnAudit(Comparison.schema, assessment.comparisons).counted(),
      ColumnAudit(DistributionRow.schema, assessment.distributions).counted(numbers),
      ColumnAudit(MoneyAndNeedRow.schema, assessment.moneyAndNeed).counted(told),
      ColumnAudit(OrganizationAllocationRow.schema, assessment.organizationAllocations).counted(told),
      ColumnAudit(PerceptionGap.schema, assessment.perceptionGaps).counted(),
      ColumnAudit(PriorityRow.schema, assessment.priorities).counted(),
      ColumnAudit(profiles, assessment.profiles).counted(
        hidden, instrument: assessment.instrument, measures: assessment.measures),
      ColumnAudit(ScoreRow.schema, assessment.scores).counted(hidden),
      ColumnAudit(WeightRow.schema, assessment.weights).counted(told),
      ColumnAudit(WhoseWeightsRow.schema, assessment.whoseWeights).counted(told),
    ].flatMap(\.self)
  }
}

extension ComparisonPublication {
  /// The rows of `disclosure.csv`: tables, then columns. Numbers of people are listed by a whole run alone.
  public var disclosure: [DisclosureRow] {
    guard findings.plan.disclosureMinimum > 0 else { return [] }
    return
      ["comparisons", "perception-gaps"].map { DisclosureRow(table: $0, action: .leftOut, why: .notListed) }
      + ColumnAudit(Comparison.schema, findings.comparisons).counted()
      + ColumnAudit(PerceptionGap.schema, findings.perceptionGaps).counted()
      + ColumnAudit(WaveChange.schema, findings.waveChanges).counted()
  }
}
