import Statistics

extension AllocationRow {
  /// The row as finely as its numbers may be told.
  func told(_ digits: AllocationDigits) -> AllocationRow {
    func told(_ interval: ConfidenceInterval?, _ unit: Int?) -> ConfidenceInterval? {
      interval.map {
        ConfidenceInterval(
          lower: AllocationDigits.told($0.lower, unit: unit), upper: AllocationDigits.told($0.upper, unit: unit),
          level: $0.level)
      }
    }
    func told(_ points: Double?, _ unit: Int?) -> Double? { points.map { AllocationDigits.told($0, unit: unit) } }
    let (people, units) = (digits.cohort, digits.overOrganizations)
    return AllocationRow(
      factor: factor, label: label, respondents: digits.tellsCohort ? respondents : nil, mean: told(mean, people),
      meanInterval: told(meanInterval, people), median: told(median, digits.median),
      shareZero: shareZero.map { AllocationDigits.told(share: $0, unit: digits.share) }, rank: rank,
      organizations: organizations, organizationMean: told(organizationMean, units),
      organizationInterval: told(organizationInterval, units), organizationRank: organizationRank,
      meanTogether: told(meanTogether, people), organizationTogether: told(organizationTogether, units),
      medianRank: medianRank, rankWithoutOnePerson: rankWithoutOnePerson,
      rankWithoutOneOrganization: rankWithoutOneOrganization,
      otherMeans: otherMeans.map {
        OtherMeans(
          geometricSmallFill: AllocationDigits.told($0.geometricSmallFill, unit: people),
          geometricLargeFill: AllocationDigits.told($0.geometricLargeFill, unit: people),
          frechetHalf: AllocationDigits.told($0.frechetHalf, unit: people))
      }, status: status, withheld: withheld)
  }

  /// The row without some figures.
  func without(_ figures: Set<Figure>) -> AllocationRow {
    func kept<Value>(_ value: Value?, _ figure: Figure) -> Value? { figures.contains(figure) ? nil : value }
    return AllocationRow(
      factor: factor, label: label, respondents: respondents, mean: mean, meanInterval: kept(meanInterval, .interval),
      median: median, shareZero: kept(shareZero, .shareZero), rank: rank, organizations: organizations,
      organizationMean: organizationMean, organizationInterval: organizationInterval,
      organizationRank: organizationRank, meanTogether: kept(meanTogether, .interval),
      organizationTogether: organizationTogether, medianRank: medianRank,
      rankWithoutOnePerson: kept(rankWithoutOnePerson, .rankWithoutOnePerson),
      rankWithoutOneOrganization: rankWithoutOneOrganization, otherMeans: kept(otherMeans, .otherMeans),
      status: status, withheld: withheld.union(figures))
  }
}

extension AllocationSummaryRow {
  /// The row as finely as its numbers may be told.
  ///
  /// Points that would have to move are so many of all points given, and cases are so many of all people: neither is told where these are not.
  func told(_ digits: AllocationDigits) -> AllocationSummaryRow {
    let isOfOrganizations = average == "organisations"
    let isOpen = !isOfOrganizations && !digits.tellsCohort
    let isCoarse = isOpen || (isOfOrganizations && digits.overOrganizations != nil)
    let unit = isOfOrganizations ? digits.overOrganizations : average == "median" ? digits.median : digits.cohort
    // Halves of a factor and twentieths of a concentration, which are means over people too.
    func coarse(_ value: Double?, _ steps: Double) -> Double? {
      digits.tellsCohort ? value : value.map { ($0 * steps).rounded() / steps }
    }
    var hidden = withheld
    if isOpen { hidden.formUnion([.units, .changesWithoutOnePerson]) }
    if isCoarse, pointsToTie != nil { hidden.insert(.pointsToTie) }
    return AllocationSummaryRow(
      average: average, units: isOpen ? nil : units, leaders: leaders, followers: followers,
      leading: leading.map { AllocationDigits.told($0, unit: unit) },
      following: following.map { AllocationDigits.told($0, unit: unit) }, pointsToTie: isCoarse ? nil : pointsToTie,
      changesWithoutOnePerson: isOpen ? nil : changesWithoutOnePerson,
      changesWithoutOneOrganization: changesWithoutOneOrganization,
      effectiveNumber: isCoarse ? effectiveNumber.map { ($0 * 10).rounded() / 10 } : effectiveNumber,
      factorsUsed: coarse(factorsUsed, 2), concentration: coarse(concentration, 20), evenSplits: evenSplits,
      oneFactor: oneFactor, fewFactors: fewFactors, status: status, withheld: hidden)
  }

  /// The row without some figures.
  func without(_ figures: Set<Figure>) -> AllocationSummaryRow {
    func kept<Value>(_ value: Value?, _ figure: Figure) -> Value? { figures.contains(figure) ? nil : value }
    return AllocationSummaryRow(
      average: average, units: kept(units, .units), leaders: leaders, followers: followers,
      leading: kept(leading, .points), following: kept(following, .points),
      pointsToTie: kept(pointsToTie, .pointsToTie),
      changesWithoutOnePerson: kept(changesWithoutOnePerson, .changesWithoutOnePerson),
      changesWithoutOneOrganization: changesWithoutOneOrganization,
      effectiveNumber: kept(effectiveNumber, .effectiveNumber), factorsUsed: kept(factorsUsed, .factorsUsed),
      concentration: concentration, evenSplits: kept(evenSplits, .evenSplits), oneFactor: kept(oneFactor, .oneFactor),
      fewFactors: kept(fewFactors, .fewFactors), status: status, withheld: withheld.union(figures))
  }
}
